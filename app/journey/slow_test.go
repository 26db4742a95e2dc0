package journey_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"

	"saya/app/page"
	"saya/app/page/pagetest"
	"saya/assets/locale"
	"saya/reports/xlsx/xlsxtest"
	"saya/widgets"
)

// slow works at once until it is told to wait, as for a slow disk; then it goes on when it is told to.
type slow struct {
	page.Inline
	waits bool
	asked []func()
}

func (s *slow) Go(work func(context.Context) error, done func(error)) {
	do := func() { s.Inline.Go(work, done) }
	if s.waits {
		s.asked = append(s.asked, do)
		return
	}
	do()
}

// goOn does all that was asked for, one after the other.
func (s *slow) goOn() {
	for len(s.asked) > 0 {
		first := s.asked[0]
		s.asked = s.asked[1:]
		first()
	}
	s.waits = false
}

// closing is a hand at a slow computer whose window tells whether it was closed.
func closing(t *testing.T) (h *hand, disk *slow, closed *bool) {
	t.Helper()
	disk, closed = &slow{}, new(bool)
	h = newHandOn(t, locale.Russian, disk)
	h.window.SetOnClosed(func() { *closed = true })
	return h, disk, closed
}

// typeVolunteer begins a volunteer.
func (h *hand) typeVolunteer() {
	h.t.Helper()
	h.shell.Open("volunteers", 0)
	h.shell.Page().New()
	h.fill("surname", "Сапарова")
	h.fill("given", "Дана")
	h.fill("phones", "8 799 000 00 51")
}

// middle is where a button stands in the window.
func (h *hand) middle(key string) fyne.Position {
	h.t.Helper()
	at := fyne.NewPos(-1, -1)
	pagetest.Walk(h.front(), func(o fyne.CanvasObject) {
		if b, ok := o.(*widgets.Button); ok && b.Text == h.text.T(key) {
			at = fyne.CurrentApp().Driver().AbsolutePositionForObject(b).AddXY(b.Size().Width/2, b.Size().Height/2)
		}
	})
	require.Positive(h.t, at.X, "no button %s", key)
	return at
}

// Whoever asks for a save twice, on a slow disk or a fast one, has saved once; the second time means nothing else, and
// what was saved is no draft.
func TestSaveAskedForTwice(t *testing.T) {
	click := func(h *hand) func() {
		at := h.middle("common.save")
		return func() { test.TapCanvas(h.window.Canvas(), at) }
	}
	key := func(h *hand) func() {
		return func() { h.shortcut(fyne.KeyS, fyne.KeyModifierShortcutDefault) }
	}
	tests := map[string]struct {
		save func(*hand) func()
		slow bool
	}{"clicked": {click, false}, "clicked slowly": {click, true}, "typed": {key, false}, "typed slowly": {key, true}}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			h, disk, _ := closing(t)
			before := h.all()
			h.typeVolunteer()
			save := tt.save(h)
			disk.waits = tt.slow
			save()
			save()
			disk.goOn()
			require.Equal(t, before+1, h.all())
			require.Len(t, h.batches(), 1)
			require.False(t, h.shell.Page().Editing())
			require.Nil(t, h.window.Canvas().Overlays().Top())
			h.lock()
			require.Nil(t, h.window.Canvas().Overlays().Top(), "a draft is offered")
		})
	}
}

// A window that is closed during a save waits for it, and stays when the save is refused.
func TestClosingDuringASave(t *testing.T) {
	h, disk, closed := closing(t)
	h.typeVolunteer()
	disk.waits = true
	h.press("common.save")
	h.shell.CloseWindow()
	require.False(t, *closed)
	require.Empty(t, h.volunteers("Сапарова"))
	disk.goOn()
	require.True(t, *closed)
	require.Equal(t, "Дана", h.known("Сапарова").Given)
}

// A window that is closed during an export either waits for the whole file or leaves neither file nor trace.
func TestClosingDuringAnExport(t *testing.T) {
	tests := map[string]struct {
		answer string
		files  int
	}{"waits": {"shell.busy_wait", 1}, "stops": {"shell.busy_stop", 0}}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			h, disk, closed := closing(t)
			dir := t.TempDir()
			h.shell.Open("reports", 0)
			h.press("reports.export")
			h.fill("folder", dir)
			disk.waits = true
			h.press("reports.export")
			h.shell.CloseWindow()
			require.False(t, *closed)
			h.press(tt.answer)
			disk.goOn()
			require.True(t, *closed)
			files, err := os.ReadDir(dir)
			require.NoError(t, err)
			require.Len(t, files, tt.files, "no half file")
			for _, f := range files {
				xlsxtest.Check(t, filepath.Join(dir, f.Name()))
			}
			exports, err := h.store.Exports(context.Background(), 0)
			require.NoError(t, err)
			require.Len(t, exports, tt.files)
		})
	}
}

// An export that is stopped in its dialog says so there, and leaves nothing.
func TestStoppedExport(t *testing.T) {
	h, disk, _ := closing(t)
	dir := t.TempDir()
	h.shell.Open("reports", 0)
	h.press("reports.export")
	h.fill("folder", dir)
	disk.waits = true
	h.press("reports.export")
	h.press("common.cancel")
	disk.goOn()
	require.Equal(t, h.text.T("errors.cancelled"), h.form().Errors()["folder"])
	files, err := os.ReadDir(dir)
	require.NoError(t, err)
	require.Empty(t, files)
	h.press("reports.export")
	h.press("common.close")
}
