package contributions

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"sync"

	"saya/app/list"
	"saya/app/page"
	"saya/app/work"
	"saya/data"
	"saya/data/store"
	"saya/widgets"
)

// Columns of the list; the ids are also the names under which widths are kept.
const (
	colDay      = "day"
	colKind     = "kind"
	colGiver    = "giver"
	colWhat     = "what"
	colCampaign = "campaign"
	colValue    = "value"
	colThanked  = "thanked"
)

// Chips above the list.
const (
	chipReceived  = "received"
	chipPledges   = "pledges"
	chipUnthanked = "unthanked"
	chipAll       = "all"
)

// Filters of the list.
const (
	filterKind     = "kind"
	filterEvent    = "event"
	filterCampaign = "campaign"
	filterPeriod   = "period"
)

// An act is something to note about contributions.
type act string

// The acts.
const (
	actThank   act = "thank"
	actReceive act = "receive"
)

// fits tells whether an act can be done with a contribution.
func (a act) fits(k data.Contribution) bool {
	if a == actThank {
		return k.Unthanked()
	}
	return k.Pledge()
}

// fitting are the ids of those with which an act can be done.
func fitting(a act, rows []data.ContributionRow) []int64 {
	var ids []int64
	for _, r := range rows {
		if a.fits(r.Contribution) {
			ids = append(ids, r.ID)
		}
	}
	return ids
}

// model turns contributions into what the screen shows.
type model struct {
	env   page.Env
	shown work.Shown[data.ContributionTotal]
	seen  sync.Map // contributions that were in view, by id: what a menu offers before they are read again
}

// filter is what a query asks of the store.
func (m *model) filter(q list.Query) data.ContributionFilter {
	f := chipFilter(q.Chip)
	f.Listing = data.Listing{Search: q.Search, Desc: q.Sort.Descending, Lang: m.env.Lang(), Order: orders()[q.Sort.Column]}
	if kind := q.Filters[filterKind]; kind != "" {
		f.Kinds = []data.ContributionKind{data.ContributionKind(kind)}
	}
	f.EventID, f.Campaign = page.ID(q.Filters[filterEvent]), q.Filters[filterCampaign]
	if from, to, ok := strings.Cut(q.Filters[filterPeriod], periodSeparator); ok {
		f.Days = data.Period{From: data.Date(from), To: data.Date(to)}
	}
	return f
}

func chipFilter(chip string) data.ContributionFilter {
	return data.ContributionFilter{Received: chip == chipReceived, Pledges: chip == chipPledges, Unthanked: chip == chipUnthanked}
}

func orders() map[string]data.Order {
	return map[string]data.Order{colDay: data.OrderByDay, colGiver: data.OrderByName, colValue: data.OrderByValue}
}

// source is where the list gets its rows.
func (m *model) source(q list.Query) list.Source {
	answer := m.shown.Ask()
	return list.Source{
		IDs: func(ctx context.Context) ([]int64, error) {
			f := m.filter(q)
			ids, err := m.env.Store.Contributions(ctx, f)
			if err != nil {
				return nil, err
			}
			total, err := m.env.Store.ContributionTotal(ctx, f)
			answer(ids, total)
			return ids, err
		},
		Cells: func(ctx context.Context, ids []int64) ([][]widgets.Cell, error) {
			rows, err := m.env.Store.ContributionRows(ctx, ids)
			for _, r := range rows {
				m.seen.Store(r.ID, r.Contribution)
			}
			return list.Arrange(ids, rows, func(r data.ContributionRow) int64 { return r.ID }, m.cells), err
		},
	}
}

// counts are how many contributions each chip shows.
func (m *model) counts(ctx context.Context) (map[string]int, error) {
	out := map[string]int{}
	for _, chip := range []string{chipReceived, chipPledges, chipUnthanked, chipAll} {
		total, err := m.env.Store.ContributionTotal(ctx, chipFilter(chip))
		if err != nil {
			return nil, err
		}
		out[chip] = total.Contributions
	}
	return out, nil
}

// count says how many contributions there are and what they are worth.
func (m *model) count(n int) string {
	text := m.env.T("contributions.count", "Count", n)
	if total, ok := m.shown.Total(n); ok && total.Value > 0 {
		text += " · " + m.env.Text.Money(total.Value)
	}
	return text
}

// cells are the texts of a row in the order of the columns.
func (m *model) cells(r data.ContributionRow) []widgets.Cell {
	t := m.env.Text
	return []widgets.Cell{
		{Text: t.Date(r.Dated().Time())},
		{Text: t.Status("contribution", string(r.Kind)), Tone: kindTone(r.Kind)},
		{Text: m.giver(r.Contribution)},
		{Text: cmp.Or(r.What, r.Purpose)},
		{Text: cmp.Or(r.Campaign, r.EventTitle.In(m.env.Lang()))},
		{Text: m.money(r.Value)},
		{Text: m.thanked(r.Contribution)},
	}
}

// giver names who gave, or says that it is not known.
func (m *model) giver(k data.Contribution) string {
	if k.GiverKind == data.GivenAnonymously {
		return m.env.Text.Status("giver", string(k.GiverKind))
	}
	return k.Giver
}

// money prints a value, nothing for none.
func (m *model) money(tiyn int64) string {
	if tiyn == 0 {
		return ""
	}
	return m.env.Text.Money(tiyn)
}

// thanked says when somebody was thanked; nobody is for what was only promised.
func (m *model) thanked(k data.Contribution) string {
	switch {
	case k.Pledge():
		return ""
	case k.Unthanked():
		return m.env.T("contributions.not_yet")
	}
	return m.env.Text.Date(k.ThankedOn.Time())
}

func kindTone(k data.ContributionKind) widgets.Tone {
	switch k {
	case data.Money:
		return widgets.ToneOk
	case data.Goods:
		return widgets.ToneInfo
	case data.Services:
		return widgets.ToneAccent
	}
	return widgets.ToneDim
}

// offered tells whether an act may fit any of some contributions.
func (m *model) offered(a act, ids []int64) bool {
	return m.env.May(data.KeepContributions) && slices.ContainsFunc(ids, func(id int64) bool {
		k, known := m.seen.Load(id)
		return !known || a.fits(k.(data.Contribution))
	})
}

// load reads one contribution as its card shows it; it runs off the UI goroutine.
func (m *model) load(ctx context.Context, id int64) (data.ContributionRow, error) {
	rows, err := m.env.Store.ContributionRows(ctx, []int64{id})
	if err == nil && len(rows) == 0 {
		err = &data.Error{Code: data.NotFound, Key: "errors.not_found"}
	}
	if err != nil {
		return data.ContributionRow{}, err
	}
	return rows[0], nil
}

// blank is a new contribution as the editor shows it first.
func (m *model) blank() data.Contribution {
	return data.Contribution{Kind: data.Money, GiverKind: data.GivenByPerson, Day: m.env.Today()}
}

// again is a new contribution like another one, received today and thanked for by nobody yet.
func (m *model) again(k data.Contribution) data.Contribution {
	k.ID, k.Version, k.PledgedOn, k.Day, k.ThankedOn = 0, 0, "", m.env.Today(), ""
	return k
}

// shows tells whether a field has a meaning for a kind of contribution and of giver.
func shows(field string, kind data.ContributionKind, giver data.GiverKind) bool {
	switch field {
	case "giver", "may_name":
		return giver != data.GivenAnonymously
	case "value", "basis":
		return kind != data.Information
	case "what":
		return kind != data.Money
	case "channel", "link", "reach":
		return kind == data.Information
	}
	return true
}

// periodSeparator stands between the days of a period as an option carries it.
const periodSeparator = ".."

// periodOptions are the months of a year, the latest quarters and years.
func (m *model) periodOptions(context.Context) ([]widgets.Option, error) {
	const months, quarters, years = 12, 4, 3
	t, today := m.env.Text, m.env.Today()
	var out []widgets.Option
	add := func(kind data.PeriodKind, n int, name func(from data.Date) string) {
		p := data.PeriodOf(kind, today)
		for range n {
			out = append(out, widgets.Option{ID: string(p.From) + periodSeparator + string(p.To), Text: name(p.From)})
			p = p.Before()
		}
	}
	add(data.MonthPeriod, months, func(from data.Date) string { return t.MonthYear(from.Time()) })
	add(data.QuarterPeriod, quarters, func(from data.Date) string { return t.Quarter(from.Year(), int(from.Time().Month())/3+1) })
	add(data.YearPeriod, years, func(from data.Date) string { return t.Year(from.Year()) })
	return out, nil
}

func (m *model) kindOptions(context.Context) ([]widgets.Option, error) {
	return page.Statuses(m.env, "contribution", data.ContributionKinds()...), nil
}

// events finds events up to today, which is another day in a window that stays open over midnight.
func (m *model) events(ctx context.Context, query string) ([]widgets.Option, error) {
	return m.env.EventSearch(data.EventFilter{Days: data.Period{To: m.env.Today()}})(ctx, query)
}

func (m *model) campaignOptions(ctx context.Context) ([]widgets.Option, error) {
	campaigns, err := m.env.Store.Campaigns(ctx)
	out := make([]widgets.Option, len(campaigns))
	for i, c := range campaigns {
		out[i] = widgets.Option{ID: c, Text: c}
	}
	return out, err
}

// cares tells whether a change is shown in the list or on the card.
func cares(c store.Change) bool { return c.Touches(store.Contributions, store.Events) }
