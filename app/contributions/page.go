// Package contributions is what was given or promised to the centre on screen: list, card and editor.
package contributions

import (
	"context"

	"fyne.io/fyne/v2"

	"saya/app/list"
	"saya/app/page"
	"saya/app/record"
	"saya/app/work"
	"saya/assets"
	"saya/data"
	"saya/data/store"
	"saya/widgets"
)

// Page is the section Contributions.
type Page struct {
	*list.Page
	env   page.Env
	model *model
}

// New returns the section.
func New(env page.Env) *Page {
	p := &Page{env: env, model: &model{env: env}}
	p.Page = list.New(env, p.config())
	return p
}

func (p *Page) config() list.Config {
	t := p.env.Text
	c := list.Config{
		ID: "contributions", Title: t.T("contributions.title"), Hint: t.T("contributions.search_hint"),
		New: t.T("contributions.new"), Empty: t.T("contributions.empty"), Nothing: t.T("common.nothing_found_hint"),
		Columns: p.columns(), Order: list.By(colDay, true),
		Chips: []list.Chip{
			{ID: chipReceived, Text: t.T("contributions.chip_received")},
			{ID: chipPledges, Text: t.T("contributions.chip_pledges")},
			{ID: chipUnthanked, Text: t.T("contributions.chip_unthanked")},
			{ID: chipAll, Text: t.T("common.all")},
		},
		Filters: []list.Filter{
			{ID: filterPeriod, Text: t.T("common.period"), Options: p.model.periodOptions},
			{ID: filterKind, Text: t.T("field.kind"), Options: p.model.kindOptions},
			{ID: filterCampaign, Text: t.T("field.campaign"), Options: p.model.campaignOptions},
			{
				ID: filterEvent, Text: t.T("field.event_id"), Hint: t.T("page.event_hint"),
				Search: p.model.events, Named: p.env.EventNamed,
			},
		},
		Source: p.model.source, Counts: p.model.counts, Count: p.model.count, Acts: p.acts,
		Export: t.T("contributions.title"), Card: p.card, Edit: p.edit, Shows: cares,
	}
	if !p.env.May(data.KeepContributions) {
		c.New, c.Edit = "", nil
	}
	return c
}

func (p *Page) columns() []widgets.Column {
	t := p.env.Text
	return []widgets.Column{
		{ID: colDay, Title: t.T("field.day"), Width: 96},
		{ID: colKind, Title: t.T("field.kind"), Width: 160, Style: widgets.StyleTag, NoSort: true, Spare: 1},
		{ID: colGiver, Title: t.T("field.giver"), Flexible: true, MinWidth: 180, Width: 210},
		{ID: colWhat, Title: t.T("field.what"), Width: 230, MinWidth: 150, NoSort: true, Spare: 3},
		{ID: colCampaign, Title: t.T("contributions.occasion"), Width: 180, MinWidth: 120, Style: widgets.StyleDim, NoSort: true, Spare: 4},
		{ID: colValue, Title: t.T("contributions.value"), Width: 116, Align: fyne.TextAlignTrailing},
		{ID: colThanked, Title: t.T("contributions.thanked"), Width: 100, Style: widgets.StyleDim, NoSort: true, Spare: 2},
	}
}

func (p *Page) card(ctx context.Context, id int64) (func() fyne.CanvasObject, error) {
	k, err := p.model.load(ctx, id)
	if err != nil {
		return nil, err
	}
	history, err := record.ReadHistory(ctx, p.env, store.Contributions, id)
	return func() fyne.CanvasObject { return p.cardView(k, history) }, err
}

// acts are what can be done with chosen contributions; of several, what fits any of them.
func (p *Page) acts(ids []int64) []widgets.MenuItem {
	t := p.env.Text
	var out []widgets.MenuItem
	if p.model.offered(actReceive, ids) {
		out = append(out, widgets.MenuItem{Text: t.T("contributions.receive"), Icon: assets.IconCheck, Do: func() { p.note(actReceive, ids) }})
	}
	if p.model.offered(actThank, ids) {
		out = append(out, widgets.MenuItem{Text: t.T("contributions.thank"), Icon: assets.IconGift, Do: func() { p.note(actThank, ids) }})
	}
	if len(ids) == 1 && p.env.May(data.KeepContributions) {
		out = append(out, widgets.MenuItem{Text: t.T("contributions.again"), Icon: assets.IconPlus, Do: func() { p.again(ids[0]) }})
	}
	return out
}

// note notes today as the day of an act for those of some contributions that it fits, in one batch.
func (p *Page) note(a act, ids []int64) {
	write, done, none := p.env.Store.ThankContributions, "contributions.did_thank", "contributions.none_thank"
	if a == actReceive {
		write, done, none = p.env.Store.ReceiveContributions, "contributions.did_receive", "contributions.none_receive"
	}
	var some []int64
	work.Do(p.env, p.env.T("contributions.noting"), len(ids), func(ctx context.Context) error {
		rows, err := p.env.Store.ContributionRows(ctx, ids)
		if err != nil {
			return err
		}
		if some = fitting(a, rows); len(some) == 0 {
			return &data.Error{Code: data.Conflict, Key: none}
		}
		return write(ctx, p.env.Actor, some, p.env.Today())
	}, func(err error) {
		if err != nil {
			p.env.Window.Fail(err)
			return
		}
		p.env.Window.Say(p.env.T(done, "Count", len(some)), true)
	})
}

// again opens the editor on a new contribution like another one.
func (p *Page) again(id int64) {
	p.Leave(func() {
		var open func() *list.Panel
		p.env.Run.Go(func(ctx context.Context) error {
			k, err := p.model.load(ctx, id)
			if err != nil {
				return err
			}
			k.Contribution = p.model.again(k.Contribution)
			open, err = p.editing(ctx, k)
			return err
		}, func(err error) {
			if err != nil {
				p.env.Window.Fail(err)
				return
			}
			p.Open(open())
		})
	})
}

// edit reads what the editor of a contribution needs; 0 is a new one.
func (p *Page) edit(ctx context.Context, id int64) (func() *list.Panel, error) {
	k, err := data.ContributionRow{Contribution: p.model.blank()}, error(nil)
	if id != 0 {
		if k, err = p.model.load(ctx, id); err != nil {
			return nil, err
		}
	}
	return p.editing(ctx, k)
}

func (p *Page) editing(ctx context.Context, k data.ContributionRow) (func() *list.Panel, error) {
	campaigns, err := p.model.campaignOptions(ctx)
	return func() *list.Panel {
		e := newEditor(p.env, p.model, k, campaigns)
		return &list.Panel{
			Shell: e.shell, Start: e.form.FocusFirst, Done: p.env.T("contributions.saved"), Saved: func() int64 { return e.saved },
			Subject: page.Subject{DraftKey: data.DraftKey{Record: k.ID}, Version: k.Version, Table: store.Contributions},
		}
	}, err
}
