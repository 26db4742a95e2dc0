package settings

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"saya/app/list"
	"saya/app/page"
	"saya/assets"
	"saya/data"
	"saya/data/store"
	"saya/widgets"
)

// accounts is the list of all accounts, with what can be done about each beside it.
type accounts struct {
	*list.Page
	env  page.Env
	rows small[person]
}

const chipAll = "all"

func newAccounts(env page.Env) *accounts {
	a := &accounts{env: env}
	a.rows = small[person]{a.load, func(p person) int64 { return p.ID }, a.cells}
	t := env.Text
	var chips []list.Chip
	for _, s := range []data.AccountState{data.AccountActive, data.AccountDisabled, data.AccountRemoved} {
		chips = append(chips, list.Chip{ID: string(s), Text: t.T("settings.state." + string(s))})
	}
	chips = append(chips, list.Chip{ID: chipAll, Text: t.T("common.all")})
	a.Page = list.New(env, list.Config{
		ID: "accounts", Hint: t.T("settings.account_search"), Nothing: t.T("common.nothing_found_hint"), Chips: chips,
		Columns: []widgets.Column{
			{ID: "name", Title: t.T("field.account_name"), Flexible: true, MinWidth: 160, NoSort: true},
			{ID: "role", Title: t.T("field.role"), Width: 276, NoSort: true},
			{ID: "state", Title: t.T("field.status"), Width: 110, Style: widgets.StyleTag, NoSort: true},
			{ID: "password", Title: t.T("settings.password_at"), Width: 130, NoSort: true, Spare: 2},
			{ID: "waits", Title: t.T("settings.part.access"), Width: 140, Style: widgets.StyleTag, NoSort: true, Spare: 1},
		},
		Source: a.rows.source, Count: func(n int) string { return t.T("settings.accounts", "Count", n) },
		Actions: []fyne.CanvasObject{widgets.NewPrimaryButton(t.T("settings.account_new"), assets.IconPlus, a.New)},
		Card:    a.card, Shows: func(c store.Change) bool { return c.Touches(store.Accounts) },
	})
	return a
}

// New asks for a new account.
func (a *accounts) New() { addAccount(a.env, a.Show) }

func (a *accounts) load(ctx context.Context, chip string) ([]person, error) {
	all, err := loadPeople(ctx, a.env)
	return slices.DeleteFunc(all, func(p person) bool { return chip != chipAll && chip != string(p.State) }), err
}

func (a *accounts) cells(p person) []widgets.Cell {
	t := a.env.Text
	password := widgets.Cell{Text: t.Date(p.PasswordAt.Local().Date().Time())}
	if p.MustChange {
		password = widgets.Cell{Text: t.T("settings.one_time"), Tone: widgets.ToneWarn}
	}
	state, tone := stateTag(a.env, p.State)
	return []widgets.Cell{
		{Text: p.Name}, {Text: t.Status("role", string(p.Role))}, {Text: state, Tone: tone}, password, a.opening(p),
	}
}

// opening says in a word whether an account opens what it should.
func (a *accounts) opening(p person) widgets.Cell {
	switch {
	case len(p.late) > 0:
		return widgets.Cell{Text: a.env.T("settings.to_shut_out"), Tone: widgets.ToneBad}
	case len(p.waits) > 0:
		return widgets.Cell{Text: a.env.T("settings.to_let_in"), Tone: widgets.ToneWarn}
	}
	return widgets.Cell{}
}

func stateTag(env page.Env, s data.AccountState) (string, widgets.Tone) {
	tone := map[data.AccountState]widgets.Tone{
		data.AccountActive: widgets.ToneOk, data.AccountDisabled: widgets.ToneWarn, data.AccountRemoved: widgets.ToneDim,
	}[s]
	return env.T("settings.state." + string(s)), tone
}

// card reads one account.
func (a *accounts) card(ctx context.Context, id int64) (func() fyne.CanvasObject, error) {
	p, ok, err := a.rows.find(ctx, id)
	if !ok && err == nil {
		err = gone()
	}
	return func() fyne.CanvasObject { return a.cardView(p) }, err
}

func (a *accounts) cardView(p person) fyne.CanvasObject {
	t := a.env.Text
	tags := container.NewHBox(widgets.NewTag(stateTag(a.env, p.State)))
	if p.MustChange {
		tags.Add(widgets.NewTag(t.T("settings.one_time"), widgets.ToneWarn))
	}
	head := widgets.NewStack(7, widgets.NewHeading(p.Name), tags)
	if actions := a.actions(p); len(actions) > 0 {
		head.Add(container.New(widgets.NewFlow(8), actions...))
	}
	facts := page.Facts(
		page.Fact{Label: t.T("field.role"), Value: t.Status("role", string(p.Role))},
		page.Fact{Label: t.T("settings.created_at"), Value: t.Date(p.CreatedAt.Local().Date().Time())},
		page.Fact{Label: t.T("settings.password_at"), Value: t.Date(p.PasswordAt.Local().Date().Time())},
	)
	return page.Panel(head, widgets.NewStack(13, facts, widgets.NewCard(t.T("settings.open_files"), wallLines(a.env, p))))
}

// wallLines says of each file whether an account opens it, and whether it should.
func wallLines(env page.Env, p person) fyne.CanvasObject {
	var lines []fyne.CanvasObject
	for _, w := range data.Walls() {
		text, tone := env.T("settings.opens_not"), widgets.ToneDim
		switch {
		case slices.Contains(p.opens, w):
			text, tone = env.T("settings.opens"), widgets.ToneOk
		case slices.Contains(p.waits, w):
			text, tone = env.T("settings.to_let_in"), widgets.ToneWarn
		case slices.Contains(p.late, w):
			text, tone = env.T("settings.to_shut_out"), widgets.ToneBad
		}
		lines = append(lines, widgets.NewSpread(widgets.NewBody(wallName(env, w)), container.NewCenter(widgets.NewTag(text, tone))))
	}
	return widgets.NewLines(lines...)
}

// wallName is what people call a file of the centre.
func wallName(env page.Env, w data.Wall) string { return env.T("lock.wall." + string(w)) }

// actions are what can be done about an account. What belongs to the account that works here it does in its own part.
func (a *accounts) actions(p person) []fyne.CanvasObject {
	t := a.env.Text
	acts := act{a.env, p}
	switch {
	case data.SameAccountName(p.Name, a.env.Actor.Account):
		return nil
	case p.State == data.AccountRemoved:
		nothing := func(context.Context) error { return nil }
		return []fyne.CanvasObject{widgets.NewButton(t.T("settings.rest"), "", func() { acts.rest(nothing) })}
	}
	out := []fyne.CanvasObject{
		widgets.NewButton(t.T("settings.rename"), assets.IconEdit, acts.rename),
		widgets.NewButton(t.T("settings.set_role"), assets.IconPerson, acts.setRole),
	}
	if p.State == data.AccountDisabled {
		out = append(out, widgets.NewButton(t.T("settings.enable"), assets.IconCheck, acts.enable))
	} else {
		out = append(out,
			widgets.NewButton(t.T("settings.reset"), assets.IconRefresh, acts.reset),
			widgets.NewButton(t.T("settings.disable"), assets.IconBan, acts.disable))
	}
	return append(out, widgets.NewDangerButton(t.T("settings.remove"), assets.IconDelete, acts.remove))
}
