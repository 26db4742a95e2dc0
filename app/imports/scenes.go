package imports

import (
	"context"
	"strconv"

	"saya/app/page"
	"saya/data"
	"saya/data/imports"
	"saya/data/sheetin"
)

// Scenes implements [page.Page]. They need a runner that works in the foreground.
func (p *Page) Scenes() []page.Scene {
	plan := func(row int) func() {
		return func() {
			p.start()
			p.compare(planOf(understand(p.env, p.list()), newCorrections()), p.start)
			if p.steps != nil && row > 0 {
				p.steps.ChooseRow(row - 1)
			}
		}
	}
	end := func(undone bool) func() {
		return func() {
			plan(0)()
			if p.steps != nil {
				p.end(&ended{planned: p.steps.planned, undone: undone})
			}
		}
	}
	return []page.Scene{
		{Name: "columns", Show: func() { p.columns(understand(p.env, p.list())) }},
		{Name: "kept", Show: func() {
			r := understand(p.env, p.list())
			r.kept = newCorrections()
			r.kept.decisions[2] = imports.Decision{}
			p.columns(r)
		}},
		{Name: "plan", Show: plan(0)},
		{Name: "changed", Show: plan(1)},
		{Name: "doubtful", Show: plan(2)},
		{Name: "correct", Show: func() {
			plan(3)()
			if p.steps != nil {
				p.steps.Edit(3)
			}
		}},
		{Name: "same", Show: p.showForAll},
		{Name: "notices", Show: func() { p.start(); p.compare(planOf(understand(p.env, p.hours()), newCorrections()), p.start) }},
		{Name: "new", Show: func() {
			p.start()
			p.compare(planOf(understand(p.env, p.hours()), newCorrections()), p.start)
			if p.steps != nil {
				p.steps.ChooseRow(0)
			}
		}},
		{Name: "done", Show: end(false)},
		{Name: "undone", Show: end(true)},
		{Name: "end", Show: p.start},
	}
}

// showForAll shows the questions below the columns of a list that has none for the event.
func (p *Page) showForAll() {
	r := understand(p.env, p.list())
	r.setKind(imports.Assignments)
	r.setAll("event_day", p.env.Text.Date(p.env.Today().Time()))
	p.columns(r)
	p.form.ScrollTo(p.form.HeightFor(optionsWidth))
}

// hours is a file of hours of a volunteer nobody knows yet and of one of the centre, days and times as workbooks keep
// them.
func (p *Page) hours() sheetin.File {
	file := p.list()
	who := file.Sheets[0].Rows[3]
	today := strconv.Itoa(p.env.Today().DaysSince("1899-12-30")) // of which workbooks count days
	number := func(text string) sheetin.Cell { return sheetin.Cell{Text: text, Kind: sheetin.Number} }
	file.Sheets = append(file.Sheets, sheetin.Sheet{Name: p.env.T("field.hours"), Rows: [][]sheetin.Cell{
		p.cells("field.surname", "field.given", "field.day", "field.start_at", "field.hours"),
		{who[0], who[1], number(today), number("0.4166666667"), number("2.5")},
		{who[1], who[1], number(today), number("0.625"), number("3")},
	}})
	return sheetin.File{Name: file.Name, Sheets: file.Sheets[1:]}
}

// list is a file made of people of the centre: the first with another place of work, the second with another surname,
// the third with an e-mail that is none, and others as they are.
func (p *Page) list() sheetin.File {
	var rows []data.VolunteerRow
	p.env.Run.Go(func(ctx context.Context) error {
		ids, err := p.env.Store.Volunteers(ctx, data.VolunteerFilter{Listing: data.Listing{Lang: p.env.Lang(), Limit: 12}})
		if err == nil {
			rows, err = p.env.Store.VolunteerRows(ctx, ids)
		}
		return err
	}, func(err error) {
		if err != nil {
			p.env.Window.Fail(err)
		}
	})
	sheet := sheetin.Sheet{Rows: [][]sheetin.Cell{
		p.cells("field.surname", "field.given", "field.birth", "field.phone", "field.email", "field.workplace"),
	}}
	for i, r := range rows {
		email, work := r.Email, ""
		switch i {
		case 0:
			work = p.env.T("person.section_help")
		case 1:
			r.Surname, r.Birth = rows[0].Surname, ""
		case 2:
			email = r.Given
		}
		sheet.Rows = append(sheet.Rows, p.cells(r.Surname, r.Given, p.env.Text.Date(r.Birth.Time()), r.Phones.First(), email, work))
	}
	return sheetin.File{Name: p.env.T("importpage.form_name"), Sheets: []sheetin.Sheet{sheet}}
}

// cells are cells of texts; keys of texts are printed.
func (p *Page) cells(texts ...string) []sheetin.Cell {
	out := make([]sheetin.Cell, len(texts))
	for i, text := range texts {
		if out[i].Text = text; p.env.Text.Has(text) {
			out[i].Text = p.env.T(text)
		}
		if text != "" {
			out[i].Kind = sheetin.Text
		}
	}
	return out
}
