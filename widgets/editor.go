package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// EditorTexts are the words of an EditorShell.
type EditorTexts struct {
	Save, Saving, Cancel string

	// The question asked before changes are lost, and its answers: save and go
	// on, go on without, stay.
	LeaveTitle, LeaveText        string
	LeaveSave, LeaveDrop, Remain string
}

// EditorShell is the panel in which a record is edited: title, forms, Save and
// Cancel. It stays open until saving has succeeded; until then it keeps all
// that was typed. Save is always enabled: it says what is wrong.
type EditorShell struct {
	widget.BaseWidget
	Title, Subtitle string
	Texts           EditorTexts
	Body            fyne.CanvasObject // a form, or tabs of forms
	Forms           []*Form           // those in Body: checked, locked and asked whether they are dirty
	Tools           []*Button         // beside the title: next record, history
	Extra           []*Button         // at the left of the footer: delete, archive

	// OnSave reads the forms, on the UI goroutine, and returns the work of
	// saving, which runs off it. A nil job means there is nothing to save; it
	// succeeds at once. An error leaves the editor open.
	OnSave func() (job func() error)
	// OnSaved hears that saving succeeded, before OnClose.
	OnSaved func()
	// OnClose takes the panel away.
	OnClose func()
	// Explain turns a failed save into a sentence for the panel and sentences
	// for fields, by name.
	Explain func(error) (sentence string, fields map[string]string)
	Run     Runner

	modals *Modals
	saving bool
	failed string
	after  func() // instead of OnClose once saved
}

// NewEditorShell returns the panel around one body; Save and Cancel work once
// OnSave and OnClose are set.
func NewEditorShell(texts EditorTexts, modals *Modals, body fyne.CanvasObject, forms ...*Form) *EditorShell {
	e := &EditorShell{Texts: texts, Body: body, Forms: forms, modals: modals}
	for _, form := range forms {
		form.Padding = editorPadding
	}
	if tabs, ok := body.(*Tabs); ok {
		tabs.Padding = editorPadding
	}
	e.ExtendBaseWidget(e)
	return e
}

// Dirty tells whether there is something to lose.
func (e *EditorShell) Dirty() bool {
	for _, form := range e.Forms {
		if form.Dirty() {
			return true
		}
	}
	return false
}

// Saving tells whether a save runs.
func (e *EditorShell) Saving() bool { return e.saving }

// Failure is the sentence about the last save, "" when it did not fail.
func (e *EditorShell) Failure() string { return e.failed }

// Save checks the forms and saves; pressed again meanwhile it does nothing.
func (e *EditorShell) Save() { e.saveThen(nil) }

func (e *EditorShell) saveThen(after func()) {
	if e.saving || !e.validate() {
		return
	}
	var job func() error
	if e.OnSave != nil {
		job = e.OnSave()
	}
	e.after = after
	if job == nil {
		e.saved(nil)
		return
	}
	e.setSaving(true)
	e.Run.start(func() {
		err := job()
		fyne.Do(func() { e.saved(err) })
	})
}

// validate checks every form, and takes the keyboard to the first wrong field
// of the first wrong one.
func (e *EditorShell) validate() bool {
	var wrong *Form
	for _, form := range e.Forms {
		if !form.Validate() && wrong == nil {
			wrong = form
		}
	}
	if wrong != nil {
		wrong.FocusWrong()
	}
	return wrong == nil
}

func (e *EditorShell) setSaving(saving bool) {
	e.saving = saving
	if saving {
		e.failed = ""
	}
	for _, form := range e.Forms {
		form.SetLocked(saving)
	}
	e.Refresh()
}

func (e *EditorShell) saved(err error) {
	e.setSaving(false)
	if err != nil {
		e.fail(err)
		return
	}
	for _, form := range e.Forms {
		form.MarkClean()
	}
	call(e.OnSaved)
	if e.after != nil {
		e.after()
		return
	}
	call(e.OnClose)
}

func (e *EditorShell) fail(err error) {
	sentence, fields := err.Error(), map[string]string(nil)
	if e.Explain != nil {
		sentence, fields = e.Explain(err)
	}
	for _, form := range e.Forms {
		fields = form.SetErrors(fields)
	}
	e.failed = sentence
	for _, rest := range fields {
		if e.failed == "" {
			e.failed = rest
		}
	}
	e.Refresh()
}

// Close closes the panel, and asks first when changes would be lost.
func (e *EditorShell) Close() { e.Leave(func() { call(e.OnClose) }) }

// Leave goes on with something that takes the editor away, such as another
// section, after asking what to do with changes. It waits for nothing: while a
// save runs it does nothing.
func (e *EditorShell) Leave(then func()) {
	if e.saving {
		return
	}
	if !e.Dirty() {
		then()
		return
	}
	t := e.Texts
	e.modals.Show(Dialog{Title: t.LeaveTitle, Text: t.LeaveText, Actions: []Action{
		{Text: t.LeaveDrop, Kind: ButtonDanger, Do: then},
		{Text: t.Remain, Cancel: true},
		{Text: t.LeaveSave, Kind: ButtonPrimary, Default: true, Do: func() { e.saveThen(then) }},
	}})
}

// HandleKey does what keys mean that no field has a use for: Esc closes, Enter
// goes to the next field.
func (e *EditorShell) HandleKey(key *fyne.KeyEvent) bool {
	switch key.Name {
	case fyne.KeyEscape:
		e.Close()
	case fyne.KeyReturn, fyne.KeyEnter:
		c := canvasOf(e)
		if c == nil || c.Focused() == nil {
			return false
		}
		c.FocusNext()
	default:
		return false
	}
	return true
}
