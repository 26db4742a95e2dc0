package settings

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"saya/app/page"
	"saya/assets"
	"saya/data"
	"saya/data/store"
	"saya/widgets"
)

// newMine shows an account to its owner: what it is, what it opens, and what to do when the password is forgotten.
func newMine(env page.Env) *cards {
	return newCards(env, func(ctx context.Context) (func() []fyne.CanvasObject, error) {
		centre, err := env.Store.Centre(ctx)
		if err != nil {
			return nil, err
		}
		all, err := loadPeople(ctx, env)
		i := slices.IndexFunc(all, func(p person) bool { return data.SameAccountName(p.Name, env.Actor.Account) })
		if err != nil || i < 0 {
			return nil, err
		}
		return func() []fyne.CanvasObject { return mine(env, all[i], centre) }, nil
	}, store.Accounts)
}

func mine(env page.Env, p person, centre data.Centre) []fyne.CanvasObject {
	t := env.Text
	changed := p.PasswordAt.Local().Date()
	set := t.Date(changed.Time())
	if days := env.Today().DaysSince(changed); days > 0 {
		set = t.T("settings.password_age", "Day", changed, "Count", days)
	}
	facts := page.Facts(
		page.Fact{Label: t.T("field.account_name"), Value: p.Name},
		page.Fact{Label: t.T("field.role"), Value: t.Status("role", string(p.Role))},
		page.Fact{Label: t.T("settings.password_at"), Value: set},
	)
	change := widgets.NewButton(t.T("lock.change_password"), assets.IconEdit, func() { env.ChangePassword(centre.ShortName) })
	account := widgets.NewCard("", widgets.NewStack(12,
		facts, widgets.NewBody(t.T("lock.role."+string(p.Role))), container.NewHBox(change)))
	return []fyne.CanvasObject{
		account,
		widgets.NewCard(t.T("settings.open_files"), wallLines(env, p)),
		widgets.NewCard(t.T("settings.forgotten"), widgets.NewStack(8,
			widgets.NewBody(t.T("settings.forgotten_own")), widgets.NewBody(t.T("settings.forgotten_all")))),
	}
}
