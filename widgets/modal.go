package widgets

import (
	"slices"

	"fyne.io/fyne/v2"

	"saya/assets"
)

// Modals shows dialogs on one canvas, the last opened above the others. Esc
// presses the top one's Cancel action, Enter its Default one; who listens to
// the window hands them to HandleKey.
type Modals struct {
	canvas fyne.Canvas
	stack  []*Modal
	ended  bool
}

// NewModals returns the dialogs of a canvas.
func NewModals(c fyne.Canvas) *Modals { return &Modals{canvas: c} }

// Dialog is what a modal shows.
type Dialog struct {
	Title   string
	Text    string            // below the title; wraps
	Content fyne.CanvasObject // below the text
	Actions []Action          // buttons, from left
	// Focus gets the keyboard first; without it the Default action does.
	Focus fyne.Focusable
	// Width of the dialog, 0 for that of a question. It is never wider or
	// higher than the window.
	Width float32
	// OnShortcut is first to hear the shortcuts that what has the keyboard in the dialog does not use; true when used.
	OnShortcut func(fyne.Shortcut) bool
	// OnClosed hears every way of closing.
	OnClosed func()
}

// Action is a button of a dialog. Pressing it closes the dialog and calls Do.
type Action struct {
	Text    string
	Icon    assets.IconName
	Kind    ButtonKind
	Default bool // by Enter
	Cancel  bool // by Esc
	Stay    bool // leaves the dialog open: Do closes it when it is done
	Do      func()
}

// Modal is a dialog that was shown.
type Modal struct {
	owner   *Modals
	dialog  Dialog
	box     *dialogBox
	layer   *layer
	before  fyne.Focusable // had the keyboard
	closing bool
}

// Show opens a dialog above all others. After End nothing is seen of it.
func (m *Modals) Show(d Dialog) *Modal {
	modal := &Modal{owner: m, dialog: d, before: m.canvas.Focused()}
	modal.box = newDialogBox(modal)
	modal.layer = newLayer(m.canvas, modal.box, modal.box.place)
	modal.layer.dimmed, modal.layer.onShortcut = true, d.OnShortcut
	if m.ended {
		return modal
	}
	m.canvas.Unfocus()
	m.stack = append(m.stack, modal)
	modal.layer.show()
	if first := modal.firstFocus(); first != nil {
		m.canvas.Focus(first)
	}
	return modal
}

// Confirm asks whether to do something; do is called when it is.
func (m *Modals) Confirm(title, text string, yes Action, no string) *Modal {
	yes.Default = yes.Kind != ButtonDanger
	return m.Show(Dialog{Title: title, Text: text, Actions: []Action{
		{Text: no, Cancel: true, Default: !yes.Default}, yes,
	}})
}

// Open tells whether a dialog is shown.
func (m *Modals) Open() bool { return len(m.stack) > 0 }

// Top is the dialog that has the keyboard, nil for none.
func (m *Modals) Top() *Modal {
	if len(m.stack) == 0 {
		return nil
	}
	return m.stack[len(m.stack)-1]
}

// CloseAll closes every dialog as if it was cancelled, without calling actions.
func (m *Modals) CloseAll() {
	for m.Open() {
		m.Top().Close()
	}
}

// End closes every dialog and shows no other: what was under way does not open
// one in a window that is not its own any more.
func (m *Modals) End() {
	m.ended = true
	m.CloseAll()
}

// HandleKey does what Esc and Enter mean in the top dialog: nothing while
// something else is above it, as a menu. False when no dialog is
// shown, or for other keys, which stay the window's: F9 hides the window
// whatever is on it.
func (m *Modals) HandleKey(e *fyne.KeyEvent) bool {
	top := m.Top()
	if top == nil {
		return false
	}
	switch e.Name {
	case fyne.KeyEscape:
		top.pressWhere(func(a Action) bool { return a.Cancel })
	case fyne.KeyReturn, fyne.KeyEnter:
		top.pressWhere(func(a Action) bool { return a.Default })
	default:
		return false
	}
	return true
}

func (d *Modal) pressWhere(wanted func(Action) bool) {
	if d.owner.canvas.Overlays().Top() != fyne.CanvasObject(d.layer) {
		return
	}
	if i := slices.IndexFunc(d.dialog.Actions, wanted); i >= 0 {
		d.press(i)
	}
}

func (d *Modal) press(i int) {
	action := d.dialog.Actions[i]
	if d.box.buttons[i].Busy() || d.box.buttons[i].Disabled() {
		return
	}
	if !action.Stay {
		d.Close()
	}
	call(action.Do)
}

// Button is that of an action, to disable it or show it busy.
func (d *Modal) Button(action int) *Button { return d.box.buttons[action] }

// Refresh places the dialog anew after its content changed its size.
func (d *Modal) Refresh() { d.layer.Refresh() }

// Close takes the dialog and all above it away; what had the keyboard before
// has it again if it is still in view.
func (d *Modal) Close() {
	if d.closing || !slices.Contains(d.owner.stack, d) {
		return
	}
	d.closing = true
	for d.owner.Top() != d {
		d.owner.Top().Close()
	}
	d.owner.stack = d.owner.stack[:len(d.owner.stack)-1]
	d.layer.hide()
	if before, ok := d.before.(fyne.CanvasObject); ok && inView(before) {
		d.owner.canvas.Focus(d.before)
	}
	call(d.dialog.OnClosed)
}

func (d *Modal) firstFocus() fyne.Focusable {
	if d.dialog.Focus != nil {
		return d.dialog.Focus
	}
	for i, action := range d.dialog.Actions {
		if action.Default {
			return d.box.buttons[i]
		}
	}
	if len(d.box.buttons) > 0 {
		return d.box.buttons[0]
	}
	return nil
}
