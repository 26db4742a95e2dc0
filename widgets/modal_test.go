package widgets_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"

	"saya/assets/locale"
	"saya/widgets"
)

func modalDesk(t *testing.T) (*desk, *widgets.Modals, *widgets.Entry) {
	t.Helper()
	e := widgets.NewEntry()
	d := newDesk(t, container.NewVBox(e))
	m := widgets.NewModals(d.canvas)
	d.root.OnKey = func(key *fyne.KeyEvent) {
		if !m.HandleKey(key) {
			d.keys = append(d.keys, key.Name)
		}
	}
	d.canvas.Focus(e)
	return d, m, e
}

func TestDialogKeys(t *testing.T) {
	tests := map[string]struct {
		kind widgets.ButtonKind
		keys []fyne.KeyName
		done int
	}{
		"Enter does it":            {widgets.ButtonPrimary, []fyne.KeyName{fyne.KeyReturn}, 1},
		"Esc does not":             {widgets.ButtonPrimary, []fyne.KeyName{fyne.KeyEscape}, 0},
		"Enter is careful":         {widgets.ButtonDanger, []fyne.KeyName{fyne.KeyReturn}, 0},
		"Tab reaches the other":    {widgets.ButtonPrimary, []fyne.KeyName{fyne.KeyTab, fyne.KeyReturn}, 0},
		"and the one for deleting": {widgets.ButtonDanger, []fyne.KeyName{fyne.KeyTab, fyne.KeyReturn}, 1},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			d, m, e := modalDesk(t)
			done := 0
			m.Confirm("Жою керек пе?", "", widgets.Action{Text: "Иә", Kind: tt.kind, Do: func() { done++ }}, "Жоқ")
			require.NotEqual(t, fyne.Focusable(e), d.canvas.Focused())
			d.press(tt.keys...)
			require.Equal(t, tt.done, done)
			require.False(t, m.Open())
			require.Equal(t, fyne.Focusable(e), d.canvas.Focused(), "the keyboard is where it was")
		})
	}
}

func TestOtherKeysStayTheWindows(t *testing.T) {
	d, m, _ := modalDesk(t)
	m.Confirm("?", "", widgets.Action{Text: "Иә"}, "Жоқ")
	d.press(fyne.KeyF9)
	require.Equal(t, []fyne.KeyName{fyne.KeyF9}, d.keys)
	require.True(t, m.Open())
}

func TestDialogsCloseFromTheTop(t *testing.T) {
	d, m, e := modalDesk(t)
	var closed []string
	open := func(name string) *widgets.Modal {
		return m.Show(widgets.Dialog{
			Title: name, Actions: []widgets.Action{{Text: name, Cancel: true}},
			OnClosed: func() { closed = append(closed, name) },
		})
	}
	first := open("first")
	open("second")
	open("third")
	d.press(fyne.KeyEscape)
	require.Equal(t, []string{"third"}, closed)
	first.Close()
	first.Close()
	require.Equal(t, []string{"third", "second", "first"}, closed)
	require.Nil(t, d.canvas.Overlays().Top())
	require.Equal(t, fyne.Focusable(e), d.canvas.Focused())
}

func TestDialogStaysOpenForItsAction(t *testing.T) {
	d, m, _ := modalDesk(t)
	tries := 0
	var modal *widgets.Modal
	modal = m.Show(widgets.Dialog{Actions: []widgets.Action{{Text: "Кіру", Default: true, Stay: true, Do: func() {
		if tries++; tries == 2 {
			modal.Close()
		}
	}}}})
	d.press(fyne.KeyReturn)
	require.True(t, m.Open())
	modal.Button(0).SetBusy(true)
	d.press(fyne.KeyReturn)
	require.Equal(t, 1, tries)
	modal.Button(0).SetBusy(false)
	d.press(fyne.KeyReturn)
	require.False(t, m.Open())
}

func TestDialogNeverOutgrowsTheWindow(t *testing.T) {
	d, m, _ := modalDesk(t)
	f := newSmallForm()
	for i := range 40 {
		f.form.Add(widgets.Item{Name: strings.Repeat("x", i), Label: "Өріс", Field: widgets.NewEntry()})
	}
	modal := m.Show(widgets.Dialog{
		Title: strings.Repeat("Ұзақ тақырып ", 10), Text: strings.Repeat("Ұзақ мәтін ", 60), Content: f.form, Width: 2000,
		Actions: []widgets.Action{{Text: "Болдырмау", Cancel: true}, {Text: "Сақтау", Default: true}},
	})
	for _, size := range []fyne.Size{fyne.NewSize(900, 700), fyne.NewSize(800, 600), fyne.NewSize(320, 300)} {
		d.window.Resize(size)
		for i := range 2 {
			b := modal.Button(i)
			at := fyne.CurrentApp().Driver().AbsolutePositionForObject(b)
			require.GreaterOrEqual(t, at.X, float32(0))
			require.LessOrEqual(t, at.X+b.Size().Width, size.Width)
			require.LessOrEqual(t, at.Y+b.Size().Height, size.Height)
		}
	}
}

func TestTabGoesThroughTheButtonsAsTheyStand(t *testing.T) {
	for _, width := range []float32{900, 100} { // in a row, and below each other
		d, m, _ := modalDesk(t)
		modal := m.Show(widgets.Dialog{Title: "?", Width: width, Actions: []widgets.Action{
			{Text: "Сақтамай шығу"}, {Text: "Жалғастыру", Cancel: true}, {Text: "Сақтау", Default: true},
		}})
		place := func(o fyne.CanvasObject) float32 {
			at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
			return at.X + 1000*at.Y
		}
		first := modal.Button(0)
		if place(modal.Button(2)) < place(first) {
			first = modal.Button(2)
		}
		d.canvas.Focus(first)
		d.press(fyne.KeyTab)
		require.Equal(t, fyne.Focusable(modal.Button(1)), d.canvas.Focused(), "width %v", width)
	}
}

func TestCalendarInADialog(t *testing.T) {
	d, m, _ := modalDesk(t)
	f := widgets.NewDateField(locale.New(locale.Kazakh), today)
	m.Show(widgets.Dialog{Content: f, Focus: f, Actions: []widgets.Action{{Text: "Жабу", Cancel: true}}})
	d.press(fyne.KeyDown, fyne.KeyEscape)
	require.True(t, m.Open(), "Esc closed the calendar only")
	d.press(fyne.KeyDown, fyne.KeyReturn)
	require.Equal(t, "22.11.2026", f.Text)
	require.True(t, m.Open())
	d.press(fyne.KeyEscape)
	require.False(t, m.Open())
}

func TestWhatIsUnderADialogIsOutOfReach(t *testing.T) {
	pressed := 0
	b := widgets.NewButton("Басу", "", func() { pressed++ })
	d := newDesk(t, container.NewVBox(b))
	widgets.NewModals(d.canvas).Confirm("?", "", widgets.Action{Text: "Иә"}, "Жоқ")
	test.TapCanvas(d.canvas, fyne.NewPos(10, 10))
	require.Zero(t, pressed)
	require.True(t, popupOpen(d), "a tap beside a dialog does not close it")
}

// strictCanvas fails on giving the keyboard to what is gone, which a window complains about.
type strictCanvas struct {
	fyne.Canvas
	t    *testing.T
	gone fyne.Focusable
}

func (c strictCanvas) Focus(w fyne.Focusable) {
	require.False(c.t, w == c.gone, "it is gone")
	c.Canvas.Focus(w)
}

func TestTheKeyboardGoesBackOnlyToWhatIsStillThere(t *testing.T) {
	e := widgets.NewEntry()
	d := newDesk(t, container.NewPadded(e))
	d.canvas.Focus(e)
	modal := widgets.NewModals(strictCanvas{d.canvas, t, e}).Show(widgets.Dialog{})
	d.window.SetContent(container.NewPadded(widgets.NewEntry()))
	modal.Close()
	require.Nil(t, d.canvas.Focused())
}

func TestEscIsNotForADialogUnderSomethingElse(t *testing.T) {
	d, m, _ := modalDesk(t)
	m.Show(widgets.Dialog{Actions: []widgets.Action{{Text: "Жоқ", Cancel: true}}})
	above := container.NewStack()
	d.canvas.Overlays().Add(above)
	d.root.OnKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	require.True(t, m.Open())
	d.canvas.Overlays().Remove(above)
	d.press(fyne.KeyEscape)
	require.False(t, m.Open())
}
