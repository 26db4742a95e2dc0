package events

import (
	"cmp"
	"context"
	"encoding/json"
	"time"

	"fyne.io/fyne/v2"

	"saya/app/list"
	"saya/app/page"
	"saya/assets"
	"saya/data"
	"saya/widgets"
)

// The two views of the section.
const (
	viewList  = "list"
	viewMonth = "month"
)

// month shows the events of the list by their days, in place of its rows.
type month struct {
	page  *Page
	grid  *widgets.MonthGrid
	views *widgets.Segments
	query list.Query // as the list was asked last
	kept  string     // the view that is to be shown again, "" for none
	chip  string     // that held before the month was shown and does not suit it, "" for none
	asked int        // only the newest question is answered
	event data.Event // whose card was shown last
}

func newMonth(p *Page) *month {
	t := p.env.Text
	m := &month{page: p, grid: widgets.NewMonthGrid(t, p.env.Today().Time(), t.T("common.today"))}
	m.views = widgets.NewSegments(
		widgets.Option{ID: viewList, Text: t.T("events.view_list")}, widgets.Option{ID: viewMonth, Text: t.T("events.view_month")})
	m.views.SetID(viewList)
	m.views.OnChanged = func(widgets.Option) { m.turned() }
	m.grid.MoreText = func(n int) string { return t.T("events.more", "Count", n) }
	m.grid.Legend, m.grid.EmptyText = m.legend(), t.T("events.month_empty")
	m.grid.OnOpen = func(id int64) { p.Leave(func() { p.Show(id) }) }
	m.grid.OnEdit = p.editRow
	if p.env.May(data.KeepEvents) {
		m.grid.OnNew = func(time.Time) { p.New() }
	}
	m.grid.OnMenu = p.menu
	m.grid.OnTurn = func(time.Time) { m.load() }
	return m
}

// on tells whether the month is shown.
func (m *month) on() bool { return m.views.ID() == viewMonth }

// again shows the view that was kept with the list, once there is one.
func (m *month) again() {
	if m.kept != "" && m.page.Page != nil {
		m.views.SetID(m.kept)
		m.kept = ""
	}
}

// turned shows the list or the month, whichever was chosen. A month is shown whole: of the chips that hide its past or
// its coming days none holds in it.
func (m *month) turned() {
	p := m.page
	if !m.on() {
		p.Instead("", nil)
		if m.chip != "" && m.query.Chip == chipAll {
			p.Narrow(m.chip)
		}
		m.chip = ""
		return
	}
	p.Instead(viewMonth, m.grid)
	m.focus()
	if m.event.ID != 0 && m.event.ID == p.Chosen() {
		m.follow(m.event)
	}
	q := m.query
	if (q.Chip == chipUpcoming || q.Chip == chipPast) && q.Search == "" && len(q.Filters) == 0 {
		m.chip = q.Chip
		p.Narrow(chipAll)
		return
	}
	m.load()
}

// focus puts the keyboard into the month once the section is on screen.
func (m *month) focus() {
	if fyne.CurrentApp().Driver().CanvasForObject(m.page.Content()) != nil {
		widgets.Focus(m.grid)
	}
}

// narrowed hears of every question of the list.
func (m *month) narrowed(q list.Query) {
	m.query = q
	m.load()
}

// load reads the page of the month.
func (m *month) load() {
	if !m.on() {
		return
	}
	m.asked++
	asked, p := m.asked, m.page
	first, last := m.grid.Page()
	var rows []data.EventRow
	var days []data.Holiday
	filter := p.model.filter(m.query)
	filter.During = data.Period{From: data.DateOf(first), To: data.DateOf(last)}
	filter.Order, filter.Desc = data.OrderByDay, false
	p.env.Run.Go(func(ctx context.Context) error {
		ids, err := p.env.Store.Events(ctx, filter)
		if err != nil {
			return err
		}
		if rows, err = p.env.Store.EventRows(ctx, ids); err != nil {
			return err
		}
		days, err = p.env.Store.Holidays(ctx)
		return err
	}, func(err error) {
		switch {
		case asked != m.asked: // overtaken
		case err != nil:
			p.env.Window.Fail(err)
		default:
			m.grid.SetEntries(p.model.entries(rows), p.model.notes(days))
		}
	})
}

// follow marks the event whose card is shown.
func (m *month) follow(e data.Event) {
	m.event = e
	m.grid.Choose(e.ID)
	if day := data.DateOf(m.grid.Day()); m.on() && (day < e.Start.Date() || e.End.Date() < day) {
		m.grid.SetDay(e.Start.Date().Time())
	}
}

// entries are events as the days of a month show them.
func (m *model) entries(rows []data.EventRow) []widgets.MonthEntry {
	out := make([]widgets.MonthEntry, len(rows))
	for i, r := range rows {
		last := r.End.Add(-1).Date() // half-open: what ends at midnight is not of the next day
		out[i] = widgets.MonthEntry{
			ID: r.ID, From: r.Start.Date().Time(), To: last.Time(), Text: r.Title.In(m.env.Lang()),
			Tone: statusTone(r.Status), Mark: statusMark(r.Status),
		}
		if last == r.Start.Date() {
			out[i].Short = m.env.Text.Time(r.Start.MinuteOfDay())
			out[i].Text = out[i].Short + " " + out[i].Text
		}
		if r.Residents {
			out[i].Icon = assets.IconShelter
		}
	}
	return out
}

// notes are the names of holidays by their days.
func (m *model) notes(days []data.Holiday) map[time.Time]string {
	out := map[time.Time]string{}
	for _, h := range days {
		for day := h.From; day <= h.To; day = day.AddDays(1) {
			out[day.Time()] = h.Names.In(m.env.Lang())
		}
	}
	return out
}

// statusMark is the shape that says what the tone says.
func statusMark(s data.EventStatus) widgets.MonthMark {
	switch s {
	case data.Planned:
		return widgets.MarkRing
	case data.Confirmed:
		return widgets.MarkDot
	case data.Held:
		return widgets.MarkSquare
	case data.Cancelled:
		return widgets.MarkStruck
	case data.Moved:
		return widgets.MarkDash
	}
	return widgets.MarkFrame
}

// legend names the marks, the most frequent first.
func (m *month) legend() []widgets.MonthEntry {
	t := m.page.env.Text
	entry := func(s data.EventStatus) widgets.MonthEntry {
		return widgets.MonthEntry{Text: t.Status("event", string(s)), Tone: statusTone(s), Mark: statusMark(s)}
	}
	residents := widgets.MonthEntry{Text: t.T("events.residents"), Mark: widgets.MarkNone, Icon: assets.IconShelter}
	return []widgets.MonthEntry{
		entry(data.Planned), entry(data.Confirmed), entry(data.Held), residents, entry(data.Idea), entry(data.Cancelled), entry(data.Moved),
	}
}

// state is what the section takes over from the one in another language.
type state struct {
	List, View, Chip string
	Day              data.Date // under the keyboard in the month
}

// State implements [page.Keeper].
func (p *Page) State() string {
	text, err := json.Marshal(state{
		List: p.Page.State(), View: p.month.views.ID(), Chip: p.month.chip, Day: data.DateOf(p.month.grid.Day()),
	})
	if err != nil { // never: strings
		page.Reference(err)
	}
	return string(text)
}

// Restore implements [page.Keeper].
func (p *Page) Restore(text string) {
	var s state
	if json.Unmarshal([]byte(text), &s) != nil {
		return
	}
	p.Page.Restore(s.List)
	if s.Day.Valid() {
		p.month.grid.SetDay(s.Day.Time())
	}
	p.month.views.SetID(cmp.Or(s.View, viewList))
	p.month.chip = s.Chip
}

// ShowMonth shows the events by their days.
func (p *Page) ShowMonth() { p.month.views.SetID(viewMonth) }
