//go:build linux

package speed_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/theme"
	"github.com/stretchr/testify/require"

	"saya/app"
	"saya/app/page"
	"saya/app/shell"
	"saya/assets"
	"saya/assets/locale"
	"saya/data"
	"saya/data/sample"
	"saya/data/store"
)

const (
	soakCentre = "SAYA_SOAK_CENTRE" // the folder in which the child walks
	soakFor    = "SAYA_SOAK"        // how long, such as 1h; else a few rounds
	soakRounds = 4                  // of the short form
	soakPace   = 20 * time.Second   // of a round of the long form, in which Fyne lets go of what is shown no more
)

// reading is what the process holds after a round, when the garbage collector has run twice.
type reading struct {
	Minutes    float64
	MB         float64
	Goroutines int
}

// TestSoak walks through all sections of the real window again and again (`make soak`: for an hour; else a few rounds)
// and looks whether memory grows. Fyne lets go of what is not shown any more after a while only.
func TestSoak(t *testing.T) {
	s := newScreen(t)
	dir := filepath.Join(t.TempDir(), "centre")
	require.NoError(t, sample.Make(t.Context(), dir, sample.Options{Seed: 1, Until: until}))
	self, err := os.Executable()
	require.NoError(t, err)
	child := exec.CommandContext(t.Context(), self)
	child.Env = append(s.environment(t.TempDir()), soakCentre+"="+dir, "FYNE_CACHE=20s")
	child.Stderr = os.Stderr
	out, err := child.Output()
	require.NoError(t, err, "the walk broke: %s", out)
	var all []reading
	require.NoError(t, json.Unmarshal(out, &all), string(out))
	parts := sixths(all)
	for i, part := range parts {
		t.Logf("%d. sixth: %.1f MB on average, %d goroutines", i+1, part.MB, part.Goroutines)
	}
	first, last := parts[1], parts[5] // of an hour, after ten minutes
	t.Logf("%d rounds in %.1f minutes", len(all), all[len(all)-1].Minutes)
	require.LessOrEqual(t, last.Goroutines, first.Goroutines+3)
	if os.Getenv(soakFor) != "" {
		require.Less(t, last.MB, first.MB*1.1+2, "memory grows")
	} else {
		require.Less(t, last.MB, first.MB*2+10, "memory grows")
	}
}

// sixths are the averages of the readings, in six parts: from round to round memory goes up and down by ten megabytes, as
// what was on screen last is heavy or light.
func sixths(all []reading) (parts [6]reading) {
	for i := range parts {
		from := i * len(all) / len(parts)
		part := all[from:max(from+1, (i+1)*len(all)/len(parts))]
		for _, r := range part {
			parts[i].MB += r.MB / float64(len(part))
			parts[i].Goroutines = max(parts[i].Goroutines, r.Goroutines)
		}
	}
	return parts
}

// soak is the child: it opens the real window, walks, and prints what it held. It returns the exit code.
func soak(dir string) int {
	all, err := soakIn(context.Background(), dir)
	if err == nil {
		err = json.NewEncoder(os.Stdout).Encode(all)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}

func soakIn(ctx context.Context, dir string) (all []reading, err error) {
	st, err := store.Open(ctx, dir, store.OpenOptions{Window: true})
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, st.Close()) }()
	ctx, stop := context.WithCancel(ctx)
	run := page.NewBackground(ctx)
	defer run.Wait()
	defer stop()
	fa := fyneapp.NewWithID("kz.saya.soak")
	fa.Settings().SetTheme(assets.NewTheme(theme.VariantLight))
	w := fa.NewWindow("")
	w.Resize(fyne.NewSize(1024, 700))
	sh, err := app.NewShell(ctx, w, st, page.Env{Text: locale.New(locale.Russian), Run: run, Now: time.Now, Prefs: prefs{}})
	if err != nil {
		return nil, err
	}
	go func() {
		all, err = (&walker{shell: sh, store: st, began: time.Now()}).walk()
		fyne.Do(func() {
			sh.Close()
			w.Close()
		})
	}()
	w.ShowAndRun()
	return all, err
}

// walker drives the window from beside.
type walker struct {
	shell *shell.Shell
	store *store.Store
	began time.Time
}

// look is how long the window stays as it is, so that it is drawn and its work comes back.
const look = 60 * time.Millisecond

func (w *walker) walk() (all []reading, err error) {
	length, _ := time.ParseDuration(os.Getenv(soakFor))
	for len(all) < soakRounds || time.Since(w.began) < length {
		if err := w.round(len(all)); err != nil {
			return all, err
		}
		all = append(all, w.read())
		if length > 0 { // what Fyne holds is that of so many rounds as there are in this time
			time.Sleep(time.Until(w.began.Add(time.Duration(len(all)) * soakPace)))
		}
	}
	return all, nil
}

// do does something and lets it be seen.
func (w *walker) do(what func(p page.Page)) {
	fyne.DoAndWait(func() { what(w.shell.Page()) })
	time.Sleep(look)
}

// round goes through every section and shows one of its states, another one each time: a filter, a card, an editor, a
// dialog. Then it goes on to the next language, and something is changed and taken back.
func (w *walker) round(n int) error {
	for _, section := range app.Sections() {
		if section.Files { // is not come to without a file
			continue
		}
		w.do(func(page.Page) { w.shell.Open(section.ID, 0) })
		var scenes []page.Scene
		w.do(func(p page.Page) { scenes = p.Scenes() })
		if len(scenes) > 0 {
			w.do(func(page.Page) { scenes[n%len(scenes)].Show() })
		}
		w.do(func(page.Page) { w.shell.Modals().CloseAll() })
		w.do(func(p page.Page) { p.Leave(func() {}) })
	}
	languages := locale.Languages()
	w.do(func(page.Page) { w.shell.SetLanguage(languages[n%len(languages)]) })
	return w.change(n)
}

// change adds a volunteer and takes her back.
func (w *walker) change(n int) error {
	ctx, actor := context.Background(), w.store.Actor()
	v := data.Volunteer{
		Person: data.Person{Surname: fmt.Sprint("Сынақ", n), Given: "Айша"}, Status: data.Active, Accepted: until, Naming: data.ByNumber,
	}
	if _, err := w.store.SaveVolunteer(ctx, actor, v); err != nil {
		return err
	}
	time.Sleep(look)
	batches, err := w.store.Batches(ctx, actor)
	if err != nil {
		return err
	}
	return w.store.Undo(ctx, actor, batches[0].ID)
}

func (w *walker) read() reading {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return reading{time.Since(w.began).Minutes(), float64(m.HeapAlloc) / (1 << 20), runtime.NumGoroutine()}
}
