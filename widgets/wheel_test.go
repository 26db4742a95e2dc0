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

// wheel turns the mouse wheel over the middle of an object, down by a negative amount.
func (d *desk) wheel(over fyne.CanvasObject, amount float32) {
	at := place(over).AddXY(over.Size().Width/2, over.Size().Height/2)
	test.Scroll(d.canvas, at, 0, amount)
}

func place(o fyne.CanvasObject) fyne.Position {
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
}

// longForm is a form around a field, higher than its window.
func longForm(t *testing.T, field widgets.Field) *desk {
	t.Helper()
	form := widgets.NewForm(say)
	form.Add(widgets.Item{Name: "field", Label: "Өріс", Field: field})
	for i := range 40 {
		form.Add(widgets.Item{Name: strings.Repeat("x", i+1), Label: "Өріс", Field: widgets.NewEntry(), Wide: true})
	}
	return newDesk(t, container.NewStack(form))
}

func TestTheWheelOverAFieldScrollsTheForm(t *testing.T) {
	p := locale.New(locale.Kazakh)
	fields := map[string]widgets.Field{
		"line":     widgets.NewEntry(),
		"password": widgets.NewPassword(),
		"note":     widgets.NewNote(3),
		"day":      widgets.NewDateField(p, today),
		"hours":    widgets.NewHoursField(p),
	}
	for name, field := range fields {
		t.Run(name, func(t *testing.T) {
			d := longForm(t, field)
			before := place(field).Y
			d.wheel(field, -20)
			require.Equal(t, before-20, place(field).Y)
			field.Restore(strings.Repeat("1234 ", 20)) // longer than a line
			d.wheel(field, 20)
			require.Equal(t, before, place(field).Y)
		})
	}
}

func TestALongNoteHasTheWheelUntilItsEnd(t *testing.T) {
	note := widgets.NewNote(3)
	d := longForm(t, note)
	note.SetText(strings.Repeat("жол\n", 12))
	before := place(note).Y
	d.wheel(note, -20)
	require.Equal(t, before, place(note).Y, "the text moves")
	d.wheel(note, -1000)
	d.wheel(note, -20)
	require.Equal(t, before-20, place(note).Y, "at its end the form")
	d.wheel(note, 20)
	require.Equal(t, before-20, place(note).Y, "back the text again")
	d.wheel(note, 1000)
	d.wheel(note, 20)
	require.Equal(t, before, place(note).Y)
}

func TestTheWheelOverAFormThatFitsScrollsItsDialog(t *testing.T) {
	f := newSmallForm()
	d := newDesk(t, container.NewStack())
	widgets.NewModals(d.canvas).Show(widgets.Dialog{Text: strings.Repeat("Ұзақ мәтін ", 100), Content: f.form})
	d.window.Resize(fyne.NewSize(420, 400))
	test.Scroll(d.canvas, fyne.NewPos(210, 200), 0, -3000)
	before := place(f.name).Y
	d.wheel(f.name, 20)
	require.Equal(t, before+20, place(f.name).Y)
}
