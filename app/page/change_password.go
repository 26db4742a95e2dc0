package page

import "context"

// ChangePassword asks for the present password and another one. about are names that everybody knows, as that of the
// centre.
func (e Env) ChangePassword(about ...string) {
	f := NewPasswordForm(e, true, append(about, e.Actor.Account)...)
	d := &FormDialog{Title: e.T("lock.change_password"), Form: f.Form, Read: f.Read}
	d.Save = func(ctx context.Context) error { return e.Store.ChangePassword(ctx, e.Actor, f.Current, f.Next) }
	d.Saved = func() { e.Window.Say(e.T("lock.password_changed"), false) }
	d.Show(e)
}
