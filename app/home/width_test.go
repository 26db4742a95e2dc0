package home_test

import (
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"github.com/stretchr/testify/require"

	"saya/app/home"
	"saya/app/page/pagetest"
	"saya/assets/locale"
	"saya/data"
	"saya/data/sample"
	"saya/data/store"
)

// In every language and size of the window nothing is cut but the names of things, and the columns reach to the bottom.
func TestNothingIsCut(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "centre")
	require.NoError(t, sample.Make(t.Context(), dir, sample.Options{Seed: 7, Until: "2026-11-22", Volunteers: 60, Events: 60}))
	s, err := store.Open(t.Context(), dir, store.OpenOptions{})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, s.Close()) })
	last, err := s.LastChange(t.Context())
	require.NoError(t, err)
	env, w := pagetest.NewEnv(t, s)
	env.Now, env.Actor = last.Time, s.Actor()
	for _, lang := range locale.Languages() {
		env.Text = locale.New(lang)
		p := home.New(env)
		w.Show(p)
		for _, size := range []fyne.Size{{Width: 1024 - 200, Height: 700}, {Width: 1440 - 200, Height: 900}, {Width: 1920 - 200, Height: 1080}, {Width: 3640, Height: 2100}} {
			p.Content().Resize(size)
			p.Content().Resize(size)
			names := titles(t, s, lang)
			pagetest.Walk(p.Content(), func(o fyne.CanvasObject) {
				text, ok := o.(*canvas.Text)
				if !ok || !strings.HasSuffix(text.Text, "…") {
					return
				}
				begin := strings.TrimSuffix(text.Text, "…")
				require.True(t, strings.Contains(names, begin), "%q is cut at %v in %s", text.Text, size, lang)
			})
			require.LessOrEqual(t, p.Content().MinSize().Width, size.Width)
		}
	}
}

// titles are the names of things, which may be cut.
func titles(t *testing.T, s *store.Store, lang locale.Lang) string {
	t.Helper()
	var b strings.Builder
	ids, err := s.Events(t.Context(), data.EventFilter{})
	require.NoError(t, err)
	rows, err := s.EventRows(t.Context(), ids)
	require.NoError(t, err)
	for _, r := range rows {
		b.WriteString(r.Title.In(string(lang)) + "\n" + r.VenueName.In(string(lang)) + "\n")
	}
	return b.String()
}
