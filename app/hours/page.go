// Package hours is the hours of volunteers on screen: list, card and editor of entries, approving many of them, and the
// months that are closed.
package hours

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"saya/app/list"
	"saya/app/page"
	"saya/app/record"
	"saya/app/work"
	"saya/assets"
	"saya/data"
	"saya/data/store"
	"saya/widgets"
)

// Page is the section Hours.
type Page struct {
	*list.Page
	env    page.Env
	model  *model
	months *months
	all    *widgets.Button // approves what the list shows; nil for who may not
	root   fyne.CanvasObject
}

// New returns the section.
func New(env page.Env) *Page {
	p := &Page{env: env, model: &model{env: env}}
	p.Page = list.New(env, p.config())
	p.months = newMonths(p)
	p.root = container.New(footLayout{}, p.Page.Content(), p.months.content)
	return p
}

// Content implements [page.Page].
func (p *Page) Content() fyne.CanvasObject { return p.root }

// Changed implements [page.Page].
func (p *Page) Changed(c store.Change) {
	p.Page.Changed(c)
	if cares(c) {
		p.months.reload()
	}
}

func (p *Page) config() list.Config {
	t := p.env.Text
	c := list.Config{
		ID: "hours", Title: t.T("hours.title"), Hint: t.T("hours.search_hint"),
		New: t.T("hours.entry_new"), Empty: t.T("hours.empty"), Nothing: t.T("common.nothing_found_hint"),
		Done:    map[string]string{chipWaiting: t.T("hours.done_waiting"), chipOpen: t.T("hours.done_open")},
		Columns: p.columns(), Order: order, Found: p.found,
		Chips: []list.Chip{
			{ID: chipWaiting, Text: t.T("hours.chip_waiting")},
			{ID: chipDrafts, Text: t.T("hours.chip_drafts")},
			{ID: chipReturned, Text: t.T("hours.chip_returned")},
			{ID: chipOpen, Text: t.T("hours.chip_open")},
			{ID: chipApproved, Text: t.T("hours.chip_approved")},
			{ID: chipAll, Text: t.T("common.all")},
		},
		Filters: []list.Filter{
			{ID: filterMonth, Text: t.T("common.month"), Options: p.model.monthOptions},
			{
				ID: filterVolunteer, Text: t.T("field.volunteer_id"), Hint: t.T("page.volunteer_hint"),
				Search: p.model.volunteers, Named: p.env.VolunteerNamed,
			},
			{
				ID: filterEvent, Text: t.T("field.event_id"), Hint: t.T("page.event_hint"),
				Search: p.env.EventSearch(data.EventFilter{Worked: true}), Named: p.env.EventNamed,
			},
			{ID: filterDirection, Text: t.T("field.direction"), Options: p.model.directionOptions},
		},
		Source: p.model.source, Counts: p.model.counts, Count: p.model.count, Acts: p.acts,
		Actions: p.actions(), Card: p.card, Edit: p.edit, Resume: p.resume, Shows: cares,
	}
	if !p.env.May(data.KeepHours) {
		c.New, c.Edit = "", nil
	}
	return c
}

func (p *Page) columns() []widgets.Column {
	t := p.env.Text
	return []widgets.Column{
		{ID: colDay, Title: t.T("field.day"), Width: 94},
		{ID: colNumber, Title: t.T("common.number_sign"), Width: 58, Style: widgets.StyleDim, NoSort: true, Spare: 4},
		{ID: colVolunteer, Title: t.T("field.volunteer_id"), Flexible: true, MinWidth: 170, Width: 230},
		{ID: colEvent, Title: t.T("field.event_id"), Width: 270, MinWidth: 170, NoSort: true, Spare: 2},
		{ID: colTime, Title: t.T("hours.time"), Width: 112, Style: widgets.StyleDim, NoSort: true, Spare: 3},
		{ID: colHours, Title: t.T("hours.title"), Width: 88, Align: fyne.TextAlignTrailing},
		{ID: colStatus, Title: t.T("field.status"), Width: 160, Style: widgets.StyleTag, Spare: 1},
		{ID: colMonth, Title: t.T("common.month"), Width: 96, Style: widgets.StyleTag, NoSort: true, Hidden: true, Spare: 5},
	}
}

// found offers to approve what the list shows where any of it waits for that.
func (p *Page) found() {
	switch {
	case p.all == nil:
	case p.model.shown.Now().waiting > 0:
		p.all.Enable()
	default:
		p.all.Disable()
	}
}

// actions are what is done with the whole list: approving what it shows, and what is done seldom in a menu.
func (p *Page) actions() []fyne.CanvasObject {
	t := p.env.Text
	var out []fyne.CanvasObject
	if p.env.May(data.ApproveHours) {
		p.all = widgets.NewButton(t.T("hours.approve_all"), assets.IconCheck, p.ApproveShown)
		out = append(out, p.all)
	}
	if !p.env.May(data.KeepHours) {
		return out
	}
	var more *widgets.Button
	more = widgets.NewQuietButton("", assets.IconMore, func() {
		widgets.ShowMenu(more,
			widgets.MenuItem{Text: t.T("hours.propose"), Icon: assets.IconHours, Do: p.Propose},
			widgets.MenuItem{Text: t.T("page.import"), Icon: assets.IconImport, Do: func() { p.env.Window.Open("imports", 0) }},
		)
	})
	more.Tip = t.T("audit.more")
	return append(out, more)
}

func (p *Page) card(ctx context.Context, id int64) (func() fyne.CanvasObject, error) {
	h, err := p.model.load(ctx, id)
	if err != nil {
		return nil, err
	}
	history, err := record.ReadHistory(ctx, p.env, store.HoursEntries, id)
	return func() fyne.CanvasObject { return p.cardView(h, history) }, err
}

// resume opens the form of a draft about an entry.
func (p *Page) resume(ctx context.Context, d data.FormDraft) (func(), error) {
	h, err := p.model.load(ctx, d.Record)
	if d.Form == work.FormLate {
		return func() { work.Late(p.env, h) }, err
	}
	return func() { work.Return(p.env, []data.HoursRow{h}) }, err
}
