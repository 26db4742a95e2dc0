package events

import (
	"saya/app/page"
	"saya/data"
	"saya/widgets"
)

// Answers to whether residents are present; nothing is chosen for a new event until somebody says it.
const (
	yes = "yes"
	no  = "no"
)

// fields are the fields of the editor; their names in the form are those of the rules' refusals.
type fields struct {
	lang                         string // of the window: its title comes first
	titleKK, titleRU, titleEN    *widgets.Entry
	kind, status                 *widgets.SearchSelect
	day, lastDay                 *widgets.DateField
	start, end                   *widgets.TimeField
	venue, project, coordinator  *widgets.SearchSelect
	lawKind, direction           *widgets.SearchSelect
	residents                    *widgets.Segments
	residentsCount, publicCount  *widgets.NumberField
	description, requirements    *widgets.Entry
	result, link, note, override *widgets.Entry
	cancelled                    *widgets.Entry // why it was called off
}

func newFields(env page.Env, m *model, c choices) *fields {
	f := &fields{
		lang:    env.Lang(),
		titleKK: widgets.NewEntry(), titleRU: widgets.NewEntry(), titleEN: widgets.NewEntry(),
		kind: env.Select(page.Statuses(env, "event_type", data.EventTypes()...)...),
		status: env.Select(page.Statuses(env, "event",
			data.Idea, data.Planned, data.Confirmed, data.Held, data.Cancelled, data.Moved)...),
		day: env.DateField(), lastDay: env.DateField(),
		start: widgets.NewTimeField(env.Text), end: widgets.NewTimeField(env.Text),
		venue: env.Select(c.venues...), project: env.Select(c.projects...),
		coordinator: env.VolunteerField(data.VolunteerFilter{Coordinators: true}),
		lawKind:     env.Select(env.Choices(env.Kinds)...), direction: env.Select(env.Choices(env.Directions)...),
		residents: widgets.NewSegments(
			widgets.Option{ID: yes, Text: env.T("common.yes")}, widgets.Option{ID: no, Text: env.T("common.no")}),
		residentsCount: widgets.NewNumberField(), publicCount: widgets.NewNumberField(),
		description: widgets.NewNote(3), requirements: widgets.NewNote(2), result: widgets.NewNote(2),
		link: widgets.NewEntry(), note: widgets.NewNote(2), override: widgets.NewNote(2), cancelled: widgets.NewNote(2),
	}
	for _, s := range []*widgets.SearchSelect{f.venue, f.project, f.coordinator, f.lawKind, f.direction} {
		s.Optional = true
	}
	f.limit()
	return f
}

// limit says at the field itself, and while typing, what the rules would refuse.
func (f *fields) limit() {
	for _, e := range []*widgets.Entry{f.titleKK, f.titleRU, f.titleEN} {
		e.MaxRunes = data.MaxLine
	}
	for _, e := range []*widgets.Entry{f.description, f.requirements, f.result, f.note, f.override, f.cancelled} {
		e.MaxRunes = data.MaxText
	}
	f.residentsCount.SetMin(0)
	f.publicCount.SetMin(0)
}

// set shows an event.
func (f *fields) set(e data.Event, c choices) {
	f.titleKK.SetText(e.Title.KK)
	f.titleRU.SetText(e.Title.RU)
	f.titleEN.SetText(e.Title.EN)
	f.kind.SetID(string(e.Type))
	f.status.SetID(string(e.Status))
	f.setTimes(e.Start, e.End)
	f.venue.SetID(key(e.VenueID))
	f.project.SetID(key(e.ProjectID))
	f.coordinator.SetSelected(c.coordinator)
	f.lawKind.SetID(e.LawKind)
	f.direction.SetID(e.Direction)
	if e.ID != 0 {
		f.residents.SetID(answer(e.Residents))
	}
	setCount(f.residentsCount, e.ResidentsCount)
	setCount(f.publicCount, e.PublicCount)
	f.description.SetText(e.Description)
	f.requirements.SetText(e.Requirements)
	f.result.SetText(e.Result)
	f.link.SetText(e.Link)
	f.note.SetText(e.Note)
	f.override.SetText(e.OverrideReason)
	f.cancelled.SetText(e.CancelReason)
}

func (f *fields) setTimes(start, end data.Local) {
	page.SetDate(f.day, start.Date())
	if start.Valid() {
		f.start.SetValue(start.MinuteOfDay())
	}
	if end.Valid() {
		f.end.SetValue(end.MinuteOfDay())
	}
	if end != endOf(start.Date(), "", start.MinuteOfDay(), end.MinuteOfDay()) {
		page.SetDate(f.lastDay, end.Date())
	}
}

// read puts what stands in the fields into an event.
func (f *fields) read(e *data.Event) {
	e.Title = data.Names{KK: f.titleKK.Value(), RU: f.titleRU.Value(), EN: f.titleEN.Value()}
	e.Type, e.Status = data.EventType(f.kind.ID()), data.EventStatus(f.status.ID())
	e.Start, e.End = f.times()
	e.VenueID, e.ProjectID, e.CoordinatorID = id(f.venue.ID()), id(f.project.ID()), id(f.coordinator.ID())
	e.LawKind, e.Direction = f.lawKind.ID(), f.direction.ID()
	e.Residents = f.residents.ID() == yes
	e.ResidentsCount, e.PublicCount = readCount(f.residentsCount), readCount(f.publicCount)
	if !e.Residents {
		e.ResidentsCount = data.Count{}
	}
	e.Description, e.Requirements, e.Result = f.description.Value(), f.requirements.Value(), f.result.Value()
	e.Link, e.Note = f.link.Value(), f.note.Value()
	e.OverrideReason, e.CancelReason = f.override.Value(), f.cancelled.Value()
}

func (f *fields) times() (start, end data.Local) {
	day := page.Date(f.day)
	from, known := f.start.Value()
	if known {
		start = data.NewLocal(day, from)
	}
	if to, ok := f.end.Value(); ok {
		end = endOf(day, page.Date(f.lastDay), from, to)
	}
	return start, end
}

// endOf is when an event ends: on its last day if one is given; else on the day it starts, or, when the end is earlier
// on the clock than the start, in the night after it.
func endOf(day, last data.Date, from, to int) data.Local {
	switch {
	case last != "":
		return data.NewLocal(last, to)
	case to < from:
		return data.NewLocal(day.AddDays(1), to)
	}
	return data.NewLocal(day, to)
}

func answer(b bool) string {
	if b {
		return yes
	}
	return no
}

func setCount(f *widgets.NumberField, c data.Count) {
	if c.Known {
		f.SetValue(int64(c.N))
	}
}

func readCount(f *widgets.NumberField) data.Count {
	n, ok := f.Value()
	if !ok {
		return data.Count{}
	}
	return data.KnownCount(int(n))
}
