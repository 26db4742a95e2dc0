package page

import (
	"context"
	"time"

	"saya/widgets"
)

// Editor returns the panel that edits one record in a form. save runs off the UI goroutine, after read has taken the
// values out of the fields; what it refuses is said at the fields it names, and everything typed stays.
func (e Env) Editor(title string, form *widgets.Form, read func(), save func(context.Context) error) *widgets.EditorShell {
	shell := widgets.NewEditorShell(e.editorTexts(), e.Window.Modals(), form, form)
	shell.Title = title
	shell.OnSave = func() func() error {
		read()
		return func() error { return save(context.Background()) }
	}
	shell.Explain = func(err error) (string, map[string]string) {
		fields, rest := e.FieldErrors(err)
		if rest == nil {
			return "", fields
		}
		return e.Sentence(rest), fields
	}
	shell.Run = func(work func()) {
		e.Run.Go(func(context.Context) error {
			work()
			return nil
		}, func(error) {})
	}
	return shell
}

// pressTime is longer than a press of the mouse lasts.
const pressTime = 300 * time.Millisecond

// Form returns an empty form that says what is wrong in the language of the window.
func (e Env) Form() *widgets.Form {
	f := widgets.NewForm(e.Say)
	f.Later = func(do func()) { e.Run.After(pressTime, do) }
	return f
}

func (e Env) editorTexts() widgets.EditorTexts {
	return widgets.EditorTexts{
		Save: e.T("common.save"), Saving: e.T("common.saving"), Cancel: e.T("common.cancel"),
		LeaveTitle: e.T("page.leave_title"), LeaveText: e.T("page.leave_text"),
		LeaveSave: e.T("common.save"), LeaveDrop: e.T("page.leave_yes"), Remain: e.T("page.leave_no"),
	}
}

// Item is a field of a form under the label of its name.
func (e Env) Item(name string, field widgets.Field) widgets.Item {
	return widgets.Item{Name: name, Label: e.T("field." + name), Field: field}
}
