package events

import (
	"context"
	"time"

	"saya/app/list"
	"saya/app/page"
	"saya/assets"
	"saya/data"
	"saya/data/store"
	"saya/widgets"
)

// deskWidth is that of the attendance desk: a name and five marks side by side.
const deskWidth float32 = 832

// desk is the panel in which people note who came.
type desk struct {
	env    page.Env
	event  data.Event // as stored
	next   data.Event // as it is to be saved
	lines  []*deskLine
	shell  *widgets.EditorShell
	form   *widgets.Form
	saver  *saver
	marks  []data.Mark
	wrong  data.Errors   // what the marks lack
	done   *widgets.Text // how many of the people are marked
	public *widgets.NumberField
	inside *widgets.NumberField // residents, by number only
	held   *widgets.CheckField
}

// deskLine is one person expected.
type deskLine struct {
	person     data.AssignmentRow
	mark       *widgets.Segments
	start, end *widgets.TimeField
}

// marks lists what can be noted, in the order of the keys 1 to 5.
func marks() []data.Attendance {
	return []data.Attendance{data.Attended, data.Late, data.LeftEarly, data.Absent, data.AbsentExcused}
}

// attend opens the desk of an event.
func (p *Page) attend(c card) {
	p.Leave(func() { p.Open(p.deskPanel(c)) })
}

// openDesk opens the desk of an event that has begun and takes place.
func (p *Page) openDesk(id int64) {
	var c card
	p.env.Run.Go(func(ctx context.Context) (err error) {
		c, err = p.model.load(ctx, id)
		return err
	}, func(err error) {
		switch {
		case err != nil:
			p.env.Window.Fail(err)
		case c.event.Start.Date() > p.env.Today() || c.next(p.env.Today()) == plan:
			p.env.Window.Say(p.env.T("events.no_desk"), false)
		default:
			p.attend(c)
		}
	})
}

func (p *Page) deskPanel(c card) *list.Panel {
	d := newDesk(p.env, p.model, c)
	return &list.Panel{
		Shell: d.shell, Key: d.key, Keys: d.keys(), Width: deskWidth, Start: d.focus, Done: p.env.T("events.attendance_saved"),
		Subject: page.Subject{DraftKey: draftKey(formDesk, c.event.ID, 0), Version: c.version(), Table: store.Events},
		Again: func(ctx context.Context) (func() *list.Panel, error) {
			now, err := p.model.load(ctx, c.event.ID)
			return func() *list.Panel { return p.deskPanel(now) }, err
		},
	}
}

// version is that of the newest of what the desk writes: versions of one file only grow.
func (c card) version() int64 {
	newest := c.event.Version
	for _, a := range c.people {
		newest = max(newest, a.Version)
	}
	return newest
}

func newDesk(env page.Env, m *model, c card) *desk {
	d := &desk{
		env: env, event: c.event, form: env.Form(), saver: &saver{model: m},
		public: widgets.NewNumberField(), inside: widgets.NewNumberField(),
		held: widgets.NewCheckField(env.T("events.desk_held")),
	}
	d.layoutPeople(c)
	d.layoutCounts()
	d.form.MarkClean()
	d.shell = env.Editor(env.T("events.desk_title"), d.form, d.read, d.save)
	d.shell.Subtitle = c.event.Title.In(env.Lang()) + " · " + m.when(c.event.Start, c.event.End)
	all := widgets.NewButton(env.T("events.desk_all"), assets.IconCheck, d.markAll)
	d.shell.Extra = []*widgets.Button{all}
	d.settle()
	return d
}

// layoutPeople adds a line for everyone who has a place.
func (d *desk) layoutPeople(c card) {
	t := d.env.Text
	options := make([]widgets.Option, len(marks()))
	for i, m := range marks() {
		options[i] = widgets.Option{ID: string(m), Text: t.T("events.mark." + string(m))}
	}
	d.done = widgets.NewText("")
	d.form.AddObject(d.done)
	d.form.Note(t.T("events.desk_keys"))
	for _, need := range c.needs {
		people := c.of(need)
		if len(people) > 0 {
			d.form.Section(need.Role)
		}
		for _, person := range people {
			d.addLine(person, options)
		}
	}
	if d.count(); len(d.lines) == 0 {
		d.form.Note(t.T("events.desk_nobody"))
	}
}

func (d *desk) addLine(person data.AssignmentRow, options []widgets.Option) {
	t := d.env.Text
	l := &deskLine{
		person: person, mark: widgets.NewSegments(options...),
		start: widgets.NewTimeField(t), end: widgets.NewTimeField(t),
	}
	l.mark.Numbered = true
	l.start.OnKey, l.end.OnKey = d.move, d.move
	l.mark.SetID(string(person.Attendance))
	setTime(l.start, person.Start)
	setTime(l.end, person.End)
	d.lines = append(d.lines, l)
	name, suffix := numbered(d.env, person.Number, person.FullName()), key(person.ID)
	d.form.Add(
		widgets.Item{Name: "mark" + suffix, Label: name, Wide: true, Beside: true, Field: l.mark},
		widgets.Item{Name: "start" + suffix, Label: t.T("events.came_at"), Short: true, Beside: true, Field: l.start},
		widgets.Item{Name: "end" + suffix, Label: t.T("events.left_at"), Short: true, Beside: true, Field: l.end},
	)
	l.mark.OnChanged = func(widgets.Option) {
		d.count()
		d.follow(l)
		d.askTime(l)
	}
	d.follow(l)
}

func setTime(f *widgets.TimeField, at data.Local) {
	if at.Valid() {
		f.SetValue(at.MinuteOfDay())
	}
}

// count says how many of the people are marked.
func (d *desk) count() {
	marked := 0
	for _, l := range d.lines {
		if !l.mark.Empty() {
			marked++
		}
	}
	d.done.SetText(d.env.T("events.desk_done", "Marked", d.env.Text.Int(int64(marked)), "All", d.env.Text.Int(int64(len(d.lines)))))
}

// follow asks for times where they differ from the plan.
func (d *desk) follow(l *deskLine) {
	a, suffix := data.Attendance(l.mark.ID()), key(l.person.ID)
	timed := a == data.Late || a == data.LeftEarly || a.Came() && !(l.start.Empty() && l.end.Empty())
	d.form.SetVisible("start"+suffix, timed)
	d.form.SetVisible("end"+suffix, timed)
}

// layoutCounts adds the numbers of people without a name, and whether the event was held.
func (d *desk) layoutCounts() {
	t := d.env.Text
	setCount(d.public, d.event.PublicCount)
	setCount(d.inside, d.event.ResidentsCount)
	d.public.SetMin(0)
	d.inside.SetMin(0)
	d.form.Section(t.T("events.desk_counts"))
	if d.event.Residents {
		d.form.Add(widgets.Item{Name: "residents_count", Label: t.T("field.residents_count"), Hint: t.T("events.hint_count"), Field: d.inside})
	}
	d.form.Add(widgets.Item{Name: "public_count", Label: t.T("field.public_count"), Field: d.public})
	if d.event.Status.CanBecome(data.Held) {
		now := data.LocalOf(d.env.Now().In(data.Zone()).Truncate(time.Minute))
		d.held.SetChecked(d.event.End <= now)
		d.form.Add(widgets.Item{Name: "status", Wide: true, Field: d.held})
	}
}

// settle asks about conflicts that come up when the event is saved with its numbers.
func (d *desk) settle() {
	explain := d.shell.Explain
	d.shell.Explain = func(err error) (string, map[string]string) {
		if askConflicts(d.env, err, d.event.OverrideReason, func(u *unsettled, reason string) {
			d.saver.accept(u)
			d.event.OverrideReason = reason
			d.shell.Save()
		}) {
			return d.env.T("events.not_saved_yet"), nil
		}
		return explain(err)
	}
}

// read takes the marks that changed, and the numbers.
func (d *desk) read() {
	d.marks, d.wrong = nil, nil
	for _, l := range d.lines {
		m := l.read(d.event)
		if m == l.before() {
			continue
		}
		d.marks = append(d.marks, m)
		if refusal := l.untimed(); refusal != nil {
			d.wrong = append(d.wrong, refusal)
		}
	}
	d.next = d.event
	d.next.PublicCount = readCount(d.public)
	if d.event.Residents {
		d.next.ResidentsCount = readCount(d.inside)
	}
	if d.event.Status.CanBecome(data.Held) && d.held.Checked() {
		d.next.Status = data.Held
	}
}

func (l *deskLine) before() data.Mark {
	p := l.person
	return data.Mark{AssignmentID: p.ID, Version: p.Version, Attendance: p.Attendance, Start: p.Start, End: p.End}
}

func (l *deskLine) read(e data.Event) data.Mark {
	m := data.Mark{AssignmentID: l.person.ID, Version: l.person.Version, Attendance: data.Attendance(l.mark.ID())}
	if !m.Attendance.Came() {
		return m
	}
	begun := e.Start
	if at, ok := l.start.Value(); ok {
		begun = near(e.Start, at)
		m.Start = begun
	}
	if at, ok := l.end.Value(); ok {
		m.End = after(begun, at)
	}
	return m
}

// near is the moment with that time of day which is closest to another: who comes at 23:50 to what begins at 00:10
// came the day before.
func near(moment data.Local, minute int) data.Local {
	const half = 12 * 60
	at := data.NewLocal(moment.Date(), minute)
	switch diff := at.MinutesSince(moment); {
	case diff > half:
		return at.Add(-2 * half)
	case diff < -half:
		return at.Add(2 * half)
	}
	return at
}

// after is the first moment with that time of day after another.
func after(moment data.Local, minute int) data.Local {
	at := data.NewLocal(moment.Date(), minute)
	if at <= moment {
		return data.NewLocal(moment.Date().AddDays(1), minute)
	}
	return at
}

// save notes the marks and the numbers of the event in one batch.
func (d *desk) save(ctx context.Context) error {
	if err := d.wrong.OrNil(); err != nil {
		return err
	}
	write := func() error { return d.env.Store.SaveAttendance(ctx, d.env.Actor, d.next, d.marks) }
	if !d.changed() {
		return write()
	}
	return d.saver.settled(ctx, d.next, write)
}

// changed tells whether anything but the marks is to be saved.
func (d *desk) changed() bool {
	a, b := d.event, d.next
	return a.PublicCount != b.PublicCount || a.ResidentsCount != b.ResidentsCount || a.Status != b.Status
}

func (d *desk) focus() {
	if len(d.lines) > 0 {
		widgets.Focus(d.lines[0].mark)
		return
	}
	d.form.FocusFirst()
}

// markAll notes that everyone came of whom nothing was noted.
func (d *desk) markAll() {
	for _, l := range d.lines {
		if l.mark.Empty() {
			l.mark.SetID(string(data.Attended))
		}
	}
}
