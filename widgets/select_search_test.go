package widgets_test

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"

	"saya/widgets"
)

// foldKazakh is as much of folding as the tests need: the real one is handed in
// by the program.
func foldKazakh(s string) string {
	return strings.NewReplacer("қ", "к", "ә", "а", "ұ", "у", "ү", "у", "і", "и", "ң", "н").Replace(strings.ToLower(s))
}

func volunteers() []widgets.Option {
	return []widgets.Option{
		{ID: "1", Text: "Айгерім Қасымова", Detail: "№ 1040"},
		{ID: "2", Text: "Қасым Әлиев", Detail: "№ 1047"},
		{ID: "3", Text: "Үміт Өтепова", Detail: "№ 1054"},
		{ID: "4", Text: "Сақасым Тест", Detail: "№ 1061"},
	}
}

func selectDesk(t *testing.T) (*desk, *widgets.SearchSelect, *widgets.Entry) {
	t.Helper()
	s, next := widgets.NewSearchSelect(foldKazakh, widgets.SelectTexts{NothingFound: "Жоқ", Searching: "Іздеуде"}), widgets.NewEntry()
	s.SetOptions(volunteers())
	d := newDesk(t, container.NewVBox(s, next))
	d.canvas.Focus(s)
	return d, s, next
}

func TestSearchSelectFindsFolded(t *testing.T) {
	tests := map[string]struct {
		typed string
		keys  []fyne.KeyName
		want  string
	}{
		"first by prefix":    {"касым", []fyne.KeyName{fyne.KeyReturn}, "2"},
		"then a later word":  {"касым", []fyne.KeyName{fyne.KeyDown, fyne.KeyReturn}, "1"},
		"then anywhere":      {"касым", []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn}, "4"},
		"words in any order": {"касымова айг", []fyne.KeyName{fyne.KeyReturn}, "1"},
		"by detail":          {"1054", []fyne.KeyName{fyne.KeyReturn}, "3"},
		"to the end":         {"а", []fyne.KeyName{fyne.KeyPageDown, fyne.KeyUp, fyne.KeyEnter}, "3"},
		"Tab chooses":        {"умит", []fyne.KeyName{fyne.KeyTab}, "3"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			d, s, _ := selectDesk(t)
			d.write(tt.typed)
			d.press(tt.keys...)
			require.Equal(t, tt.want, s.ID())
			require.False(t, popupOpen(d))
			require.NoError(t, s.Check())
		})
	}
}

func TestSearchSelectMovesOnWithTab(t *testing.T) {
	d, s, next := selectDesk(t)
	d.press(fyne.KeyDown, fyne.KeyTab)
	require.Empty(t, s.ID(), "nothing was typed, nothing is chosen")
	require.Equal(t, fyne.Focusable(next), d.canvas.Focused())
}

func TestSearchSelectKeepsTextThatStandsForNothing(t *testing.T) {
	for name, leave := range map[string]func(*desk){
		"Tab":   func(d *desk) { d.press(fyne.KeyTab) },
		"a tap": func(d *desk) { test.TapCanvas(d.canvas, fyne.NewPos(800, 600)) },
	} {
		t.Run(name, func(t *testing.T) {
			d, s, _ := selectDesk(t)
			s.SetID("1")
			d.write("Жоқ адам")
			leave(d)
			_, chosen := s.Selected()
			require.False(t, chosen, "it must not stand for the person chosen before")
			require.False(t, s.Empty())
			require.Equal(t, problemOf(widgets.ProblemNotOption, ""), s.Check())
			d.canvas.Focus(s)
			d.press(fyne.KeyDown)
			require.Equal(t, "Жоқ адам", d.canvas.Focused().(*widgets.Entry).Text)
		})
	}
}

func TestSearchSelectIsLeftByEscapeUnchanged(t *testing.T) {
	d, s, _ := selectDesk(t)
	s.SetID("1")
	d.write("үміт")
	d.press(fyne.KeyEscape)
	require.Equal(t, "1", s.ID())
	require.False(t, popupOpen(d))
	require.Empty(t, d.keys)
	require.Equal(t, fyne.Focusable(s), d.canvas.Focused())
}

func TestSearchSelectIsEmptiedOnlyWhenOptional(t *testing.T) {
	d, s, _ := selectDesk(t)
	s.SetID("1")
	d.press(fyne.KeyDelete)
	require.Equal(t, "1", s.ID())
	s.Optional = true
	d.press(fyne.KeyBackspace)
	require.True(t, s.Empty())
}

func TestSearchSelectOffersWhatIsNew(t *testing.T) {
	d, s, _ := selectDesk(t)
	s.AllowNew = true
	d.write("Жаңа адам")
	d.press(fyne.KeyReturn)
	chosen, ok := s.Selected()
	require.True(t, ok)
	require.Equal(t, widgets.Option{ID: "Жаңа адам", Text: "Жаңа адам"}, chosen)
}

func TestSearchSelectIsChosenByMouse(t *testing.T) {
	d, s, _ := selectDesk(t)
	test.TapCanvas(d.canvas, fyne.NewPos(20, 10))
	require.True(t, popupOpen(d))
	test.TapCanvas(d.canvas, fyne.NewPos(30, s.Size().Height+4+30+15)) // the second row
	require.Equal(t, "2", s.ID())
	require.False(t, popupOpen(d))
}

func TestSearchSelectSnapshotNeedsNoList(t *testing.T) {
	_, s, _ := selectDesk(t)
	s.SetSelected(widgets.Option{ID: "77", Text: "Тізімде жоқ"})
	snapshot := s.Snapshot()
	s.SetSelected(widgets.Option{})
	require.Empty(t, s.Snapshot())
	s.Restore(snapshot)
	chosen, _ := s.Selected()
	require.Equal(t, widgets.Option{ID: "77", Text: "Тізімде жоқ"}, chosen)
}

// source is a slow list: its questions wait until the test lets them answer.
type source struct {
	waiting []func()
	asked   []string
	ended   []error // of the context, when the answer came
}

func (s *source) run(work func()) { s.waiting = append(s.waiting, work) }

func (s *source) search(ctx context.Context, query string) []widgets.Option {
	s.asked = append(s.asked, query)
	s.ended = append(s.ended, ctx.Err())
	return []widgets.Option{{ID: "found " + query, Text: query}}
}

func (s *source) answer() {
	next := s.waiting[0]
	s.waiting = s.waiting[1:]
	next()
}

func TestSearchSelectNeverShowsAnOldAnswer(t *testing.T) {
	d, s, _ := selectDesk(t)
	slow := &source{}
	s.Search, s.Run = slow.search, slow.run
	d.write("аб")
	require.Len(t, slow.waiting, 1, "one question at a time")
	d.press(fyne.KeyReturn)
	require.True(t, s.Empty(), "nothing has been found yet")
	slow.answer()
	require.Len(t, slow.waiting, 1, "what was typed meanwhile is asked")
	require.ErrorIs(t, slow.ended[0], context.Canceled)
	slow.answer()
	require.Equal(t, []string{"а", "аб"}, slow.asked)
	d.press(fyne.KeyReturn)
	require.Equal(t, "found аб", s.ID())
}

func TestSearchSelectForgetsAnswersAfterItIsClosed(t *testing.T) {
	d, s, _ := selectDesk(t)
	slow := &source{}
	s.Search, s.Run = slow.search, slow.run
	d.write("а")
	d.press(fyne.KeyEscape)
	slow.answer()
	require.True(t, s.Empty())
	require.Empty(t, slow.waiting)
}

// As in a window, Space is a key first and then a letter.
func TestSpaceOpensTheListWithoutTypingIntoIt(t *testing.T) {
	d, _, _ := selectDesk(t)
	d.press(fyne.KeySpace)
	d.write(" ")
	require.Empty(t, d.canvas.Focused().(*widgets.Entry).Text)
}

// Enter opens an empty field and goes on from a chosen one: in a dialog it presses the button by then.
func TestEnterOnAChosenOptionGoesOn(t *testing.T) {
	app := test.NewTempApp(t)
	w := app.NewWindow("")
	s := widgets.NewSearchSelect(func(s string) string { return s }, widgets.SelectTexts{})
	s.SetOptions([]widgets.Option{{ID: "1", Text: "one"}})
	went := 0
	widgets.NewRoot(w, s).OnKey = func(*fyne.KeyEvent) { went++ }
	s.SetID("1")
	w.Canvas().Focus(s)
	s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	require.Equal(t, 1, went)
	require.Nil(t, w.Canvas().Overlays().Top())
}
