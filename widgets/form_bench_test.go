package widgets_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"saya/assets"
	"saya/widgets"
)

func benchWindow(b *testing.B) fyne.Window {
	b.Helper()
	test.NewTempApp(b).Settings().SetTheme(assets.NewTheme(theme.VariantLight))
	w := test.NewTempWindow(b, container.NewStack())
	w.Resize(fyne.NewSize(1240, 860))
	return w
}

// BenchmarkOpenEditor opens an editor with every kind of field.
func BenchmarkOpenEditor(b *testing.B) {
	w := benchWindow(b)
	for b.Loop() {
		v := newVolunteerForm()
		v.setAll()
		w.SetContent(editorOf(widgets.NewModals(w.Canvas()), v.form, v.form))
		v.form.FocusFirst()
	}
}

// BenchmarkTypeInForm types one letter into a text of an open editor.
func BenchmarkTypeInForm(b *testing.B) {
	w := benchWindow(b)
	v := newVolunteerForm()
	w.SetContent(editorOf(widgets.NewModals(w.Canvas()), v.form, v.form))
	v.form.FocusFirst()
	for b.Loop() {
		v.name.TypedRune('ә')
		v.name.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	}
}

// BenchmarkSearchSelect types a letter into the search of 1,000 options.
func BenchmarkSearchSelect(b *testing.B) {
	w := benchWindow(b)
	s := widgets.NewSearchSelect(foldKazakh, widgets.SelectTexts{})
	var options []widgets.Option
	for range 1000 / len(schools()) {
		options = append(options, schools()...)
	}
	s.SetOptions(options)
	w.SetContent(container.NewVBox(s))
	w.Canvas().Focus(s)
	s.TypedRune('у')
	for b.Loop() {
		w.Canvas().Focused().TypedRune('н')
		w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	}
}
