package page

import (
	"saya/data"
	"saya/widgets"
)

// PasswordForm asks for a new password, twice, and says in words whether others would guess it.
type PasswordForm struct {
	Form *widgets.Form
	// Current and Next are what was typed, once Read has taken it out of the fields.
	Current, Next string

	current, next, again *widgets.PasswordField
}

// NewPasswordForm returns an empty form; with ask it asks for the present password first. about are names that everybody
// knows, of the account and of the centre.
func NewPasswordForm(e Env, ask bool, about ...string) *PasswordForm {
	f := &PasswordForm{Form: e.Form()}
	if ask {
		f.current = widgets.NewPassword()
		item := e.Item("current_password", f.current)
		item.Required, item.Wide = true, true
		f.Form.Add(item)
		SayCaps(e, f.Form, "current_password", f.current)
	}
	f.next, f.again = AddPassword(e, f.Form, func() []string { return about })
	return f
}

// Read takes what was typed out of the fields.
func (f *PasswordForm) Read() {
	if f.current != nil {
		f.Current = f.current.Value()
	}
	f.Next = f.next.Value()
}

// AddPassword adds the fields of a new password to a form: "password" and "password_again". about are names that
// everybody knows, asked for whenever the password is checked.
func AddPassword(e Env, form *widgets.Form, about func() []string) (next, again *widgets.PasswordField) {
	next, again = widgets.NewPassword(), widgets.NewPassword()
	next.Rule = func(string) error { return data.CheckPassword("password", next.Value(), about()...) }
	again.Rule = func(string) error {
		if again.Value() != next.Value() {
			return &data.Error{Code: data.Invalid, Field: "password_again", Key: "lock.not_the_same"}
		}
		return nil
	}
	first, second := e.Item("password", next), e.Item("password_again", again)
	first.Hint = e.T("lock.password_hint")
	first.Required, first.Wide, second.Required, second.Wide = true, true, true, true
	form.Add(first, second)
	next.OnChanged = func(string) { form.SetHint("password", strength(e, next, about())) }
	next.OnCaps = func(on bool) {
		if on {
			form.SetHint("password", e.T("lock.caps"))
		}
	}
	return next, again
}

// strength says what is to be said of a password while it is typed.
func strength(e Env, f *widgets.PasswordField, about []string) string {
	switch {
	case f.Empty():
		return e.T("lock.password_hint")
	case data.CheckPassword("password", f.Value(), about...) != nil:
		return e.T("lock.password_weak")
	}
	return e.T("lock.password_strong")
}

// SayCaps says below a password of a form when Caps Lock seems to be on.
func SayCaps(e Env, form *widgets.Form, name string, f *widgets.PasswordField) {
	f.OnCaps = func(on bool) {
		hint := ""
		if on {
			hint = e.T("lock.caps")
		}
		form.SetHint(name, hint)
	}
}
