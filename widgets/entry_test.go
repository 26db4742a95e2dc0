package widgets_test

import (
	"errors"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"github.com/stretchr/testify/require"

	"saya/assets"
	"saya/widgets"
)

func TestEntryHandsBackWhatItHasNoUseFor(t *testing.T) {
	e := widgets.NewEntry()
	d := newDesk(t, container.NewStack(e))
	saved := 0
	d.root.AddShortcut(ctrlS(), func(fyne.Shortcut) { saved++ })
	d.canvas.Focus(e)
	d.write("Ән")
	d.press(fyne.KeyA, "", fyne.KeySpace, fyne.KeyF1, fyne.KeyLeft, fyne.KeyF9, fyne.KeyEscape, fyne.KeyReturn)
	d.shortcut(fyne.KeyS)
	require.Equal(t, []fyne.KeyName{fyne.KeyF1, fyne.KeyF9, fyne.KeyEscape, fyne.KeyReturn}, d.keys)
	require.Equal(t, 1, saved)
	require.Equal(t, "Ән", e.Text)
}

func TestEntryCallsItsOwnHandlersFirst(t *testing.T) {
	e := widgets.NewEntry()
	d := newDesk(t, container.NewStack(e))
	var heard []string
	e.OnEnter = func() { heard = append(heard, "enter") }
	e.OnEscape = func() { heard = append(heard, "escape") }
	d.canvas.Focus(e)
	d.press(fyne.KeyEnter, fyne.KeyEscape)
	require.Equal(t, []string{"enter", "escape"}, heard)
	require.Empty(t, d.keys)
}

func TestEntryCleansWhatIsPasted(t *testing.T) {
	tests := map[string]struct{ pasted, line, note string }{
		"line breaks":    {"Әсел\r\nҚасымова\n", "Әсел Қасымова", "Әсел\nҚасымова\n"},
		"tabs":           {"а\tб", "а б", "а б"},
		"control":        {"а\x00\x07б", "аб", "аб"},
		"turned text":    {"\u202eабв\u202c\ufeff", "абв", "абв"},
		"family emoji":   {"👩‍👧 сәлем", "👩‍👧 сәлем", "👩‍👧 сәлем"},
		"broken letters": {"а\xffб", "аб", "аб"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			line, note := widgets.NewEntry(), widgets.NewNote(3)
			d := newDesk(t, container.NewVBox(line, note))
			d.canvas.Focus(line)
			d.paste(tt.pasted)
			d.canvas.Focus(note)
			d.paste(tt.pasted)
			require.Equal(t, tt.line, line.Text)
			require.Equal(t, tt.note, note.Text)
		})
	}
}

func TestEntryKeepsTextThatIsTooLongAndSaysSo(t *testing.T) {
	e := widgets.NewEntry()
	e.MaxRunes = 5
	d := newDesk(t, container.NewStack(e))
	d.canvas.Focus(e)
	d.write("әңқғү")
	require.NoError(t, e.Check())
	d.write("ұ")
	require.Equal(t, "әңқғүұ", e.Text)
	require.Equal(t, problemOf(widgets.ProblemTooLong, "5"), e.Check())
}

func TestEntryFormatsWhatWasChangedWhenItIsLeft(t *testing.T) {
	e := widgets.NewEntry()
	e.Format = strings.ToUpper
	d := newDesk(t, container.NewVBox(e, widgets.NewEntry()))
	e.SetText("loaded as it is")
	d.canvas.Focus(e)
	d.press(fyne.KeyTab)
	require.Equal(t, "loaded as it is", e.Text)
	d.canvas.Focus(e)
	d.write("!")
	d.press(fyne.KeyTab)
	require.Equal(t, "LOADED AS IT IS!", e.Text)
}

func TestEntryChecksItsRuleOnlyWhenThereIsText(t *testing.T) {
	wrong := errors.New("wrong")
	e := widgets.NewEntry()
	newDesk(t, container.NewStack(e))
	e.Rule = func(string) error { return wrong }
	e.SetText("  ")
	require.True(t, e.Empty())
	require.NoError(t, e.Check())
	e.SetText(" а ")
	require.Equal(t, "а", e.Value())
	require.Equal(t, wrong, e.Check())
}

func TestEntryRefusesChangesWhileReadOnlyOrLocked(t *testing.T) {
	for name, refuse := range map[string]func(*widgets.Entry){
		"read-only": func(e *widgets.Entry) { e.SetReadOnly(true) },
		"locked":    func(e *widgets.Entry) { e.SetLocked(true) },
	} {
		t.Run(name, func(t *testing.T) {
			e := widgets.NewEntry()
			d := newDesk(t, container.NewStack(e))
			e.SetText("Назым")
			refuse(e)
			d.canvas.Focus(e)
			d.write("!")
			d.press(fyne.KeyBackspace)
			d.paste("?")
			d.shortcut(fyne.KeyBackspace)
			require.Equal(t, "Назым", e.Text)
			e.TypedShortcut(&fyne.ShortcutSelectAll{})
			require.Equal(t, "Назым", e.SelectedText())
		})
	}
}

func TestTabLeavesANoteAndEnterStaysInIt(t *testing.T) {
	note, next := widgets.NewNote(3), widgets.NewEntry()
	d := newDesk(t, container.NewVBox(note, next))
	d.canvas.Focus(note)
	d.write("бір")
	d.press(fyne.KeyReturn)
	d.write("екі")
	d.press(fyne.KeyTab)
	require.Equal(t, "бір\nекі", note.Text)
	require.Equal(t, fyne.Focusable(next), d.canvas.Focused())
}

func TestEntryTellsItsForm(t *testing.T) {
	e := widgets.NewEntry()
	d := newDesk(t, container.NewStack(e))
	events := watched(e)
	d.canvas.Focus(e)
	d.write("а")
	d.canvas.Unfocus()
	require.Equal(t, []widgets.FieldEvent{widgets.FieldEntered, widgets.FieldChanged, widgets.FieldLeft}, *events)
}

// The frame is Fyne's, found by its place among the objects of the renderer: a
// new version of Fyne may move it.
func TestEntryDrawsItsFrame(t *testing.T) {
	e := widgets.NewEntry()
	d := newDesk(t, container.NewStack(e))
	frame, ok := test.WidgetRenderer(e).Objects()[0].(*canvas.Rectangle)
	require.True(t, ok)
	border, ok := test.WidgetRenderer(e).Objects()[1].(*canvas.Rectangle)
	require.True(t, ok)
	require.False(t, border.Visible(), "it is drawn by the frame")
	color := func(name fyne.ThemeColorName) any { return theme.ColorForWidget(name, e) }
	require.Equal(t, color(assets.ColorEdge), frame.StrokeColor)
	d.canvas.Focus(e)
	require.Equal(t, color(theme.ColorNamePrimary), frame.StrokeColor)
	require.EqualValues(t, 2, frame.StrokeWidth)
	e.SetInvalid(true)
	require.Equal(t, color(assets.ColorBad), frame.StrokeColor)
}

func ctrlS() fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: fyne.KeyS, Modifier: fyne.KeyModifierShortcutDefault}
}

// A text that is too long is read from its beginning; who goes on typing does so at its end.
func TestEntryShowsTheBeginning(t *testing.T) {
	e := widgets.NewEntry()
	w := test.NewWindow(e)
	t.Cleanup(w.Close)
	e.SetText("Университет студенттерімен таныстыру кездесуі")
	require.Zero(t, e.CursorColumn)
	w.Canvas().Focus(e)
	require.Equal(t, 45, e.CursorColumn)
	e.TypedRune('!')
	require.Equal(t, "Университет студенттерімен таныстыру кездесуі!", e.Text)
	w.Canvas().Unfocus()
	require.Zero(t, e.CursorColumn)
}

func TestUndoInAnEntryTakesBackTyping(t *testing.T) {
	e := widgets.NewEntry()
	d := newDesk(t, container.NewStack(e))
	e.SetText("Айгүл")
	d.canvas.Focus(e)
	d.write(" Сәуле")
	e.TypedShortcut(&fyne.ShortcutUndo{})
	require.NotEqual(t, "Айгүл Сәуле", e.Text)
	for range 10 {
		e.TypedShortcut(&fyne.ShortcutUndo{})
	}
	require.Equal(t, "Айгүл", e.Text, "and never what was there before")
	for range 10 {
		e.TypedShortcut(&fyne.ShortcutRedo{})
	}
	require.Equal(t, "Айгүл Сәуле", e.Text)
}

func TestADoubleClickSelectsAWord(t *testing.T) {
	e := widgets.NewEntry()
	d := newDesk(t, container.NewStack(e))
	e.SetText("Айгүл Сәуле")
	d.canvas.Focus(e)
	e.CursorColumn = 8
	test.DoubleTap(e)
	require.Equal(t, "Сәуле", e.SelectedText())
}

func TestFiveHundredLettersAndAnEmojiArePastedWhole(t *testing.T) {
	long := strings.Repeat("ә", 500) + "👩‍👧"
	e := widgets.NewEntry()
	d := newDesk(t, container.NewStack(e))
	d.canvas.Focus(e)
	d.paste(long)
	require.Equal(t, long, e.Text)
}
