package events

import (
	"saya/app/page"
	"saya/widgets"
)

// askConflicts asks what to do about conflicts that nobody has accepted; it is false for any other error. accept is
// called with the reason, when one is needed and was given.
func askConflicts(env page.Env, err error, reason string, accept func(u *unsettled, reason string)) bool {
	u, ok := asUnsettled(err)
	if !ok {
		return false
	}
	form := env.Form()
	for _, line := range u.lines {
		form.Note(line)
	}
	back := widgets.Action{Text: env.T("events.back_to_edit"), Cancel: true}
	if u.forbidden() {
		back.Kind, back.Default = widgets.ButtonPrimary, true
		env.Window.Modals().Show(widgets.Dialog{
			Title: env.T("events.forbidden_title"), Content: form, Width: conflictWidth, Actions: []widgets.Action{back},
		})
		return true
	}
	why := widgets.NewNote(2)
	why.SetText(reason)
	save := widgets.Action{Text: env.T("events.save_anyway"), Kind: widgets.ButtonPrimary, Default: true, Stay: true}
	if u.needsReason() {
		form.Add(widgets.Item{Name: "override_reason", Label: env.T("field.override_reason"), Required: true, Wide: true, Field: why})
		save.Text = env.T("events.save_with_reason")
	}
	askReason(env, form, back, save, func() { accept(u, why.Value()) })
	return true
}

const conflictWidth float32 = 480

// askReason shows conflicts and goes on once the reason, if one is asked for, was typed.
func askReason(env page.Env, form *widgets.Form, back, save widgets.Action, proceed func()) {
	var modal *widgets.Modal
	save.Do = func() {
		if !form.Validate() {
			modal.Refresh()
			return
		}
		modal.Close()
		proceed()
	}
	modal = env.Window.Modals().Show(widgets.Dialog{
		Title: env.T("events.conflict_title"), Content: form, Width: conflictWidth, Actions: []widgets.Action{back, save},
	})
	form.FocusFirst()
}
