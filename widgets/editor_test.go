package widgets_test

import (
	"errors"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"

	"saya/widgets"
)

// editorDesk is a window with an editor whose saves wait for the test.
type editorDesk struct {
	*desk
	*smallForm
	shell  *widgets.EditorShell
	modals *widgets.Modals
	saves  []func() // started and not yet done
	result error
	closed int
}

func newEditorDesk(t *testing.T) *editorDesk {
	t.Helper()
	e := &editorDesk{smallForm: newSmallForm()}
	body := container.NewStack()
	e.desk = newDesk(t, body)
	e.modals = widgets.NewModals(e.canvas)
	e.shell = widgets.NewEditorShell(widgets.EditorTexts{
		Save: "Сақтау", Saving: "Сақталуда", Cancel: "Болдырмау",
		LeaveTitle: "Сақтау керек пе?", LeaveSave: "Сақтау", LeaveDrop: "Сақтамау", Remain: "Қалу",
	}, e.modals, e.form, e.form)
	e.shell.OnSave = func() func() error { return func() error { return e.result } }
	e.shell.OnClose = func() { e.closed++ }
	e.shell.Run = func(work func()) { e.saves = append(e.saves, work) }
	body.Add(e.shell)
	e.root.OnKey = func(key *fyne.KeyEvent) {
		if !e.modals.HandleKey(key) && !e.shell.HandleKey(key) {
			e.keys = append(e.keys, key.Name)
		}
	}
	e.root.AddShortcut(ctrlS(), func(fyne.Shortcut) { e.shell.Save() })
	return e
}

func (e *editorDesk) fill() {
	e.name.SetText("Әсел Қасымова")
	e.phone.SetText("+7 700 000 00 00")
	e.form.FocusFirst()
}

func (e *editorDesk) finish() {
	work := e.saves[0]
	e.saves = e.saves[1:]
	work()
}

func TestEditorClosesOnceSavingSucceeded(t *testing.T) {
	e := newEditorDesk(t)
	e.fill()
	e.shortcut(fyne.KeyS)
	require.True(t, e.shell.Saving())
	require.Zero(t, e.closed)
	e.finish()
	require.Equal(t, 1, e.closed)
	require.False(t, e.shell.Dirty())
}

func TestEditorStaysOpenAfterAFailedSave(t *testing.T) {
	e := newEditorDesk(t)
	e.fill()
	e.result = errors.New("disk full")
	e.shell.Explain = func(err error) (string, map[string]string) {
		return "Сақталмады", map[string]string{"phone": "бұл нөмір бар"}
	}
	e.shortcut(fyne.KeyS)
	e.finish()
	require.Zero(t, e.closed)
	require.Equal(t, "Сақталмады", e.shell.Failure())
	require.Equal(t, "Әсел Қасымова", e.name.Text)
	require.Equal(t, map[string]string{"phone": "бұл нөмір бар"}, e.form.Errors())
	require.True(t, e.shell.Dirty())

	e.result = nil
	e.write("1")
	e.shortcut(fyne.KeyS)
	require.Empty(t, e.shell.Failure())
	e.finish()
	require.Equal(t, 1, e.closed)
}

func TestSaveTwiceIsOneSave(t *testing.T) {
	e := newEditorDesk(t)
	e.fill()
	e.shortcut(fyne.KeyS)
	e.shortcut(fyne.KeyS)
	e.shell.Save()
	require.Len(t, e.saves, 1)
}

func TestNothingChangesOrClosesWhileASaveRuns(t *testing.T) {
	e := newEditorDesk(t)
	e.fill()
	e.shortcut(fyne.KeyS)
	e.write("!")
	e.press(fyne.KeyEscape)
	require.Equal(t, "Әсел Қасымова", e.name.Text)
	require.False(t, e.modals.Open())
	e.result = errors.New("no")
	e.finish()
	e.write("!")
	require.Equal(t, "Әсел Қасымова!", e.name.Text)
}

func TestSaveSaysWhatIsWrong(t *testing.T) {
	e := newEditorDesk(t)
	e.shortcut(fyne.KeyS)
	require.Empty(t, e.saves)
	require.Equal(t, map[string]string{"name": required, "phone": required}, e.form.Errors())
	require.Equal(t, fyne.Focusable(e.name), e.canvas.Focused())
}

func TestEscapeClosesAnUntouchedEditor(t *testing.T) {
	e := newEditorDesk(t)
	e.form.FocusFirst()
	e.press(fyne.KeyEscape)
	require.Equal(t, 1, e.closed)
}

func TestEscapeAsksBeforeChangesAreLost(t *testing.T) {
	tests := map[string]struct {
		answer func(*editorDesk)
		closed int
		saved  bool
	}{
		"stay":        {func(e *editorDesk) { e.press(fyne.KeyEscape) }, 0, false},
		"save":        {func(e *editorDesk) { e.press(fyne.KeyReturn); e.finish() }, 1, true},
		"let it go":   {func(e *editorDesk) { e.tapText(t, "Сақтамау") }, 1, false},
		"failed save": {func(e *editorDesk) { e.result = errors.New("no"); e.press(fyne.KeyReturn); e.finish() }, 0, false},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			e := newEditorDesk(t)
			e.fill()
			e.press(fyne.KeyEscape)
			require.True(t, e.modals.Open())
			require.Zero(t, e.closed)
			tt.answer(e)
			require.False(t, e.modals.Open())
			require.Equal(t, tt.closed, e.closed)
			require.Equal(t, tt.saved, !e.shell.Dirty())
			require.Equal(t, "Әсел Қасымова", e.name.Text)
		})
	}
}

// tapText taps the button of the top dialog with a text.
func (e *editorDesk) tapText(t *testing.T, text string) {
	t.Helper()
	for _, o := range drawn(e.canvas.Overlays().Top()) {
		if b, ok := o.(*widgets.Button); ok && b.Text == text {
			test.Tap(b)
			return
		}
	}
	t.Fatalf("no button %q", text)
}

func TestLeaveGoesOnAfterSaving(t *testing.T) {
	e := newEditorDesk(t)
	e.fill()
	left := 0
	e.shell.Leave(func() { left++ })
	e.press(fyne.KeyReturn)
	require.Zero(t, left)
	e.finish()
	require.Equal(t, 1, left)
	require.Zero(t, e.closed, "the way out was Leave's")
}

func TestEnterGoesToTheNextField(t *testing.T) {
	e := newEditorDesk(t)
	e.form.FocusFirst()
	e.press(fyne.KeyReturn)
	require.Equal(t, fyne.Focusable(e.phone), e.canvas.Focused())
}
