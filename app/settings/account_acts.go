package settings

import (
	"context"
	"slices"
	"strings"

	"saya/app/page"
	"saya/data"
	"saya/data/store"
	"saya/widgets"
)

// addAccount asks for name and role of a new account and tells its one-time password; shown hears of its id.
func addAccount(env page.Env, shown func(id int64)) {
	name, role := widgets.NewEntry(), roleField(env)
	form := env.Form()
	form.Note(env.T("settings.account_new_text"))
	addRequired(env, form, "account_name", name)
	addRequired(env, form, "role", role)
	next, id := store.NewAccount{OneTime: true}, int64(0)
	d := &page.FormDialog{Title: env.T("settings.account_new"), Yes: env.T("common.add"), Form: form}
	d.Read = func() {
		next.Name, next.Role, next.Password = name.Value(), data.Role(role.ID()), data.SuggestOneTime()
	}
	d.Save = func(ctx context.Context) (err error) {
		id, err = env.Store.AddAccount(ctx, env.Actor, next)
		return err
	}
	d.Saved = func() {
		shown(id)
		tellPassword(env, next.Name, next.Password, next.Role)
	}
	d.Show(env)
}

func roleField(env page.Env) *widgets.SearchSelect {
	return env.Select(page.Statuses(env, "role", data.Roles()...)...)
}

// addRequired adds a field that has to be filled, across the form.
func addRequired(env page.Env, form *widgets.Form, name string, field widgets.Field) {
	item := env.Item(name, field)
	item.Required, item.Wide = true, true
	form.Add(item)
}

// act is what an administrator does about one account.
type act struct {
	env page.Env
	person
}

func (a act) rename() {
	env, name := a.env, widgets.NewEntry()
	name.SetText(a.Name)
	form := env.Form()
	addRequired(env, form, "account_name", name)
	next := ""
	d := &page.FormDialog{Title: env.T("settings.rename"), Form: form, Read: func() { next = name.Value() }}
	d.Save = func(ctx context.Context) error { return env.Store.RenameAccount(ctx, env.Actor, a.ID, next) }
	d.Saved = func() { env.Window.Say(env.T("settings.renamed"), false) }
	d.Show(env)
}

func (a act) setRole() {
	env, role := a.env, roleField(a.env)
	role.SetID(string(a.Role))
	form := env.Form()
	form.Note(env.T("settings.set_role_text"))
	addRequired(env, form, "role", role)
	next := data.Role("")
	d := &page.FormDialog{Title: env.T("settings.set_role"), Form: form, Read: func() { next = data.Role(role.ID()) }}
	d.Save = func(ctx context.Context) error { return env.Store.SetRole(ctx, env.Actor, a.ID, next) }
	d.Saved = func() { env.Window.Say(env.T("settings.role_set"), false) }
	d.Show(env)
}

// reset gives the account a one-time password. It says before what that costs.
func (a act) reset() {
	env, password := a.env, data.SuggestOneTime()
	text := env.T("settings.reset_text", "Name", a.Name)
	if lost := without(a.opens, data.CentreWall); len(lost) > 0 {
		text += "\n\n" + env.T("settings.reset_files", "Files", wallNames(env, lost))
	}
	env.Window.Modals().Confirm(env.T("settings.reset_title"), text, widgets.Action{
		Text: env.T("settings.reset"), Kind: widgets.ButtonDanger, Do: func() {
			env.Run.Go(func(ctx context.Context) error {
				return env.Store.ResetPassword(ctx, env.Actor, a.ID, password)
			}, func(err error) {
				if err != nil {
					env.Window.Fail(err)
					return
				}
				tellPassword(env, a.Name, password, a.Role)
			})
		},
	}, env.T("common.cancel"))
}

func (a act) disable() {
	env := a.env
	text := env.T("settings.disable_text", "Name", a.Name)
	env.Window.Modals().Confirm(env.T("settings.disable_title"), text, widgets.Action{
		Text: env.T("settings.disable"), Kind: widgets.ButtonDanger, Do: func() {
			do(env, func(ctx context.Context) error {
				return env.Store.DisableAccount(ctx, env.Actor, a.ID)
			}, env.T("settings.disabled"))
		},
	}, env.T("common.cancel"))
}

func (a act) enable() {
	do(a.env, func(ctx context.Context) error {
		return a.env.Store.EnableAccount(ctx, a.env.Actor, a.ID)
	}, a.env.T("settings.enabled"))
}

// tellPassword shows a one-time password, once, and what has to be done before all of the account's files open.
func tellPassword(env page.Env, name, password string, role data.Role) {
	text := env.T("settings.one_time_text", "Name", name)
	if rest := without(wallsOf(role), data.CentreWall); len(rest) > 0 {
		text += "\n\n" + env.T("settings.one_time_files", "Files", wallNames(env, rest))
	}
	tellSecret(env, env.T("settings.one_time_title"), text, password)
}

func wallsOf(r data.Role) []data.Wall {
	return slices.DeleteFunc(data.Walls(), func(w data.Wall) bool { return !r.Opens(w) })
}

func without(walls []data.Wall, w data.Wall) []data.Wall {
	return slices.DeleteFunc(slices.Clone(walls), func(x data.Wall) bool { return x == w })
}

// wallNames lists files as a sentence does.
func wallNames(env page.Env, walls []data.Wall) string {
	out := make([]string, len(walls))
	for i, w := range walls {
		out[i] = env.T("settings.quoted", "Text", wallName(env, w))
	}
	return strings.Join(out, ", ")
}
