package imports

import (
	"context"
	"iter"
	"maps"
	"slices"
	"strings"

	"saya/data"
	"saya/data/sheetin"
	"saya/data/store"
)

// events are the gatherings of a centre.
type events struct {
	st    *store.Store
	today data.Date
	lists catalogue
	roll  *roll
	diary *diary

	rows   map[int]data.Event
	venues map[int]string // names of the new ones of rows
	places map[placeOf][]placeEntry
	unsaid int // new events of which the file does not say whether residents are present

	im   *store.Importer // of which made are
	made map[string]int64
}

// eventRow is an event with what its row says.
type eventRow struct {
	data.Event
	when        when
	duration    int    // minutes, -1 = not said
	venue       string // a new one's name
	coordinator who
	saysOf      bool // whether residents are present
}

func newEvents(ctx context.Context, st *store.Store, today data.Date) (*events, error) {
	s := &events{st: st, today: today, roll: newRoll(st)}
	var err error
	if s.lists, err = readEventCatalogue(ctx, st); err != nil {
		return s, err
	}
	s.diary, err = readDiary(ctx, st)
	return s, err
}

func (s *events) fields() []field[eventRow] { return eventFields(s.lists) }

func eventFields(c catalogue) []field[eventRow] {
	return slices.Concat(titleFields(), eventWords(c), whenFields("day", func(e *eventRow) *when { return &e.when }),
		[]field[eventRow]{
			{name: "start_at", show: func(e *eventRow) string { return string(e.Start) }},
			{name: "end_at", show: func(e *eventRow) string { return string(e.End) }},
			{name: "duration", read: one(readDuration)},
			venueField(c),
			{name: "coordinator_id", read: one(readCoordinator)},
			{name: "residents", read: readResidents, show: residentsField().show},
			people("residents_count", func(e *eventRow) *data.Count { return &e.ResidentsCount }),
			people("public_count", func(e *eventRow) *data.Count { return &e.PublicCount }),
			list("campaigns", func(e *eventRow) *data.List { return &e.Campaigns }, asWritten),
			text("description", func(e *eventRow) *string { return &e.Description }),
			text("requirements", func(e *eventRow) *string { return &e.Requirements }),
			text("result", func(e *eventRow) *string { return &e.Result }),
			text("link", func(e *eventRow) *string { return &e.Link }),
			text("note", func(e *eventRow) *string { return &e.Note }),
			text("override_reason", func(e *eventRow) *string { return &e.OverrideReason }),
		})
}

func eventWords(c catalogue) []field[eventRow] {
	return []field[eventRow]{
		oneOf("type", "event_type", "status.event_type.", func(e *eventRow) *data.EventType { return &e.Type }),
		oneOf("status", "event_status", "status.event.", func(e *eventRow) *data.EventStatus { return &e.Status }),
		listed("project_id", c.projects, func(e *eventRow) *int64 { return &e.ProjectID }),
		listed("law_kind", c.kinds, func(e *eventRow) *string { return &e.LawKind }),
		listed("direction", c.directions, func(e *eventRow) *string { return &e.Direction }),
	}
}

func titleFields() []field[eventRow] {
	return []field[eventRow]{
		{name: "title", read: one(readTitle), show: func(e *eventRow) string { return e.Title.RU }},
		text("title_kk", func(e *eventRow) *string { return &e.Title.KK }),
		text("title_en", func(e *eventRow) *string { return &e.Title.EN }),
	}
}

// readTitle takes a title with letters that only Kazakh has for a Kazakh one, one without Cyrillic for an English one.
// A title that the event has in any spelling stays as it is.
func readTitle(_ *reader, c sheetin.Cell, e *eventRow) {
	title := data.Line(c.Text)
	switch {
	case slices.Contains(titleKeys(e.Title), titleKey(title)):
	case strings.ContainsAny(strings.ToLower(title), "әғқңөұүһі"):
		e.Title.KK = title
	case strings.ContainsFunc(title, func(r rune) bool { return r >= 'Ѐ' && r <= 'ӿ' }):
		e.Title.RU = title
	default:
		e.Title.EN = title
	}
}

func readDuration(r *reader, c sheetin.Cell, e *eventRow) {
	minutes, ok := minutesIn(c)
	if !ok || minutes <= 0 {
		r.refuse("errors.hours")
		return
	}
	e.duration = minutes
}

// venueField takes a place that the centre does not have for a new one.
func venueField(c catalogue) field[eventRow] {
	return field[eventRow]{
		name: "venue_id",
		read: one(func(r *reader, cell sheetin.Cell, e *eventRow) {
			e.VenueID, e.venue = 0, ""
			if id, ok := c.venues.find(cell.Text); ok {
				e.VenueID = id
				return
			}
			e.venue = data.Line(cell.Text)
			r.warn("imports.venue_new", "Value", e.venue)
		}),
		show: func(e *eventRow) string {
			if e.venue != "" {
				return e.venue
			}
			return c.venues.names[e.VenueID]
		},
	}
}

// readCoordinator reads the number or the name of a volunteer.
func readCoordinator(_ *reader, c sheetin.Cell, e *eventRow) {
	if n, ok := wholeNumber(unsigned(c)); ok {
		e.coordinator.number = int64(n)
		return
	}
	n := splitName(c.Text)
	e.coordinator.person = data.Person{Surname: n.surname, Given: n.given, Patronymic: n.patronymic}
}

func residentsField() field[eventRow] {
	return yesNo("residents", func(e *eventRow) *bool { return &e.Residents })
}

func readResidents(r *reader, cells []sheetin.Cell, e *eventRow) {
	e.saysOf = true
	residentsField().read(r, cells, e)
}

func (s *events) fresh() eventRow { return eventRow{when: unsaid(), duration: -1} }

func (s *events) of(e data.Event) eventRow {
	row := s.fresh()
	row.Event = e
	return row
}

// gather looks up the coordinators of rows.
func (s *events) gather(ctx context.Context, rows iter.Seq[*eventRow]) error {
	var keys []string
	for e := range rows {
		keys = append(keys, e.coordinator.key())
	}
	return s.roll.want(ctx, keys)
}

// finish sets times, coordinator and, for a new event, what follows from its day and title, and says so.
func (s *events) finish(r *reader, e *eventRow) {
	span := e.when.on(e.Span())
	if e.duration > 0 && e.when.to < 0 {
		span.To = span.From.Add(e.duration)
	}
	e.Start, e.End = span.From, span.To
	s.findCoordinator(r, e)
	if e.Status == "" && e.Start != "" {
		e.Status = data.Planned
		if e.Start.Date() <= s.today {
			e.Status = data.Held
		}
		r.warnField("status", "imports.status_by_day")
	}
	if e.Type == "" {
		if e.Type = typeByTitle(e.Title); e.Type != "" {
			r.warnField("type", "imports.type_by_title")
		}
	}
	e.Normalise()
}

func (s *events) findCoordinator(r *reader, e *eventRow) {
	if e.coordinator.key() == "|" {
		return
	}
	asked := &reader{}
	if v := s.roll.find(asked, e.coordinator); v != nil && len(asked.doubts) == 0 {
		e.CoordinatorID = v.ID
		return
	}
	r.warnField("coordinator_id", "imports.coordinator_unknown")
}

// typeByTitle is the type that a title names, such as «Мастер-класс по керамике»; the longest word decides.
func typeByTitle(n data.Names) data.EventType {
	words := theWords()["event_type"]
	best := ""
	for _, title := range titleKeys(n) {
		for _, word := range slices.Sorted(maps.Keys(words)) {
			if len(word) > max(4, len(best)) && strings.Contains(title, word) {
				best = word
			}
		}
	}
	return data.EventType(words[best])
}

// check refuses a new event that may be one with residents as long as nobody says whether it is: taken for one without
// them it would get a row outside.
func (s *events) check(r *reader, e *eventRow) {
	r.refuseAll(e.Validate(s.today))
	if e.ID == 0 && !e.saysOf && s.mayHaveResidents(e) {
		r.refuseField("residents", "imports.residents_needed")
	}
}

// mayHaveResidents tells whether the venue is closed or a title, a venue or what is written of the event speaks of those
// who live at the centre.
func (s *events) mayHaveResidents(e *eventRow) bool {
	if s.lists.closed[e.VenueID] || e.ResidentsCount.Known {
		return true
	}
	venue := e.venue + " " + s.lists.venues.names[e.VenueID]
	texts := []string{e.Title.RU, e.Title.KK, e.Title.EN, e.Description, e.Requirements, e.Result, e.Note, venue}
	return theWords().begins("residents_marks", strings.Join(texts, " ")) || theWords().begins("closed_marks", venue)
}

// step refuses a status that cannot follow.
func (s *events) step(before, after *eventRow) error {
	return data.CheckStatus(before.Status, after.Status)
}

func (s *events) index() finder[eventRow] {
	return newKeyed(func(e *eventRow) []string {
		keys := titleKeys(e.Title)
		for i := range keys {
			keys[i] = string(e.Start) + " " + keys[i]
		}
		return keys
	})
}

func (s *events) each(ctx context.Context, _ func(*eventRow) bool, fn func(eventRow) error) error {
	return s.st.EachEvent(ctx, func(e data.Event) error { return fn(s.of(e)) })
}

func (s *events) load(ctx context.Context, id int64) (eventRow, error) {
	e, err := s.st.Event(ctx, id)
	return s.of(e), err
}

func (s *events) identity(e *eventRow) (id, version int64) { return e.ID, e.Version }

func (s *events) label(e *eventRow) string {
	return strings.Replace(string(e.Start), "T", " ", 1) + " " + bothNames(e.Title)
}

func (s *events) same(_, _ *eventRow, _ data.DuplicateRule) certainty { return surely }

// notices name the new places and say where the file is silent about residents.
func (s *events) notices(int) []*data.Error {
	var out []*data.Error
	if names := s.newVenues(); len(names) > 0 {
		out = append(out, &data.Error{Code: data.Invalid, Field: "venue_id", Key: "imports.venues_new", Args: []any{
			"Count", len(names), "Names", strings.Join(names, "; "),
		}})
	}
	if s.unsaid > 0 {
		out = append(out, &data.Error{Code: data.Invalid, Field: "residents", Key: "imports.residents_unsaid", Args: []any{"Count", s.unsaid}})
	}
	return out
}

func (s *events) save(im *store.Importer, e *eventRow) error {
	if e.venue != "" {
		if s.im != im {
			s.im, s.made = im, map[string]int64{}
		}
		key := titleKey(e.venue)
		if s.made[key] == 0 {
			id, err := im.SaveVenue(data.Venue{Name: data.Names{RU: e.venue}})
			if err != nil {
				return err
			}
			s.made[key] = id
		}
		e.VenueID = s.made[key]
	}
	_, err := im.SaveEvent(e.Event)
	return err
}
