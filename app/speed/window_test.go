package speed_test

import (
	"context"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"github.com/stretchr/testify/require"

	"saya/app"
	"saya/app/page"
	"saya/app/page/pagetest"
	"saya/app/shell"
	"saya/assets"
	"saya/assets/locale"
	"saya/data"
	"saya/data/sample"
	"saya/data/store"
	"saya/widgets"
)

const (
	crowd = 100_000 // volunteers
	until = data.Date("2026-11-22")
)

// scratch is a folder of this process, taken away at its end; [TestMain] makes it.
var scratch string

// crowded is the folder of a centre of 100,000 volunteers; it is made once.
var crowded = sync.OnceValues(func() (dir string, err error) {
	dir = filepath.Join(scratch, "centre")
	return dir, sample.Make(context.Background(), dir, sample.Options{Seed: 1, Until: until, Volunteers: crowd})
})

func TestMain(m *testing.M) {
	if dir := os.Getenv(soakCentre); dir != "" {
		os.Exit(soak(dir))
	}
	dir, err := os.MkdirTemp("", "saya-speed-*")
	if err != nil {
		panic(err)
	}
	scratch = dir
	code := m.Run()
	_ = os.RemoveAll(dir)
	os.Exit(code)
}

// prefs are forgotten with the window.
type prefs map[string]string

func (p prefs) String(key string) string    { return p[key] }
func (p prefs) SetString(key, value string) { p[key] = value }

// window is one of the test driver, on the crowded centre.
type window struct {
	*shell.Shell
	fyne.Window
	runner *runner
	shut   func() // has to be called
}

func newWindow(b *testing.B) *window {
	b.Helper()
	dir, err := crowded()
	require.NoError(b, err)
	now := func() time.Time { return until.Time().Add(7 * time.Hour) }
	st, err := store.Open(b.Context(), dir, store.OpenOptions{Window: true, Now: now})
	require.NoError(b, err)
	fa := test.NewTempApp(b)
	fa.Settings().SetTheme(assets.NewTheme(theme.VariantLight))
	w := &window{Window: fa.NewWindow(""), runner: newRunner(b.Context())}
	w.Resize(fyne.NewSize(1440, 900))
	w.Shell, err = app.NewShell(b.Context(), w.Window, st, page.Env{
		Text: locale.New(locale.Russian), Run: w.runner, Now: now, Prefs: prefs{},
	})
	require.NoError(b, err)
	w.runner.Wait()
	w.shut = func() {
		w.runner.Wait()
		w.Shell.Close()
		require.NoError(b, st.Close())
	}
	return w
}

// timed is how long something takes until the rows are there that it reads in so many pieces. What comes beside is waited
// for afterwards.
func (w *window) timed(pieces int, do func()) time.Duration {
	began := time.Now()
	w.runner.Follow(pieces, do)
	took := time.Since(began)
	w.runner.Wait()
	return took
}

// table is that of the list in front.
func (w *window) table(b *testing.B) *widgets.DataTable {
	b.Helper()
	var found *widgets.DataTable
	pagetest.Walk(w.Canvas().Content(), func(o fyne.CanvasObject) {
		if t, ok := o.(*widgets.DataTable); ok && found == nil {
			found = t
		}
	})
	require.NotNil(b, found, "no table")
	return found
}
