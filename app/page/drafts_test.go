package page_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/app/page"
	"saya/app/page/pagetest"
	"saya/data"
	"saya/data/store"
	"saya/data/store/storetest"
	"saya/widgets"
)

// held is a runner whose work waits until the test does it.
type held struct {
	pagetest.Clock
	work []func()
}

func (h *held) Go(work func(context.Context) error, done func(error)) {
	h.work = append(h.work, func() { done(work(context.Background())) })
}

// watched is a form of one field that is kept.
func watched(t *testing.T, run page.Runner) (*store.Store, *page.OpenForm, *widgets.Entry, *pagetest.Window) {
	t.Helper()
	s := storetest.New(t)
	env, w := pagetest.NewEnv(t, s)
	env.Run = run
	form, field := env.Form(), widgets.NewEntry()
	form.Add(widgets.Item{Name: "name", Field: field})
	f := &page.OpenForm{
		Subject: page.Subject{DraftKey: data.DraftKey{Section: "volunteers", Record: 1}, Version: 1},
		Forms:   []*widgets.Form{form},
	}
	env.Watch(f)
	return s, f, field, w
}

// Work of the background ends in any order; the newest write holds.
func TestLateWritesOfADraftChangeNothing(t *testing.T) {
	run := &held{}
	s, f, field, w := watched(t, run)
	field.SetText("Ә")
	run.Pass()
	field.SetText("Әсем")
	run.Pass()
	f.Forget()
	require.Len(t, run.work, 3)
	for i, want := range []int{1, 0} { // the second save, then the end, then the first save
		run.work[i+1]()
		drafts, err := s.Drafts(t.Context(), storetest.Actor())
		require.NoError(t, err)
		require.Len(t, drafts, want)
		if want == 1 {
			require.Equal(t, "Әсем", drafts[0].Values["name"])
		}
	}
	run.work[0]()
	drafts, err := s.Drafts(t.Context(), storetest.Actor())
	require.NoError(t, err)
	require.Empty(t, drafts)
	require.Empty(t, w.Failed)
}

func TestWhoeverTypesWithoutARestIsKept(t *testing.T) {
	clock := &pagetest.Clock{}
	s, _, field, _ := watched(t, clock)
	for _, text := range []string{"Ә", "Әс", "Әсе"} {
		field.SetText(text) // one clock runs, none begins anew
	}
	clock.Pass()
	drafts, err := s.Drafts(t.Context(), storetest.Actor())
	require.NoError(t, err)
	require.Equal(t, []string{"Әсе"}, values(drafts))
}

func values(drafts []data.FormDraft) (names []string) {
	for _, d := range drafts {
		names = append(names, d.Values["name"])
	}
	return names
}

func TestAFailureToKeepIsSaidOnce(t *testing.T) {
	clock := &pagetest.Clock{}
	s, _, field, w := watched(t, clock)
	require.NoError(t, os.WriteFile(filepath.Join(s.Dir(), "drafts"), nil, 0o600)) // no folder can be made
	for _, text := range []string{"Ә", "Әс", "Әсе"} {
		field.SetText(text)
		clock.Pass()
	}
	require.Len(t, w.Failed, 1)
	require.NoError(t, os.Remove(filepath.Join(s.Dir(), "drafts")))
	field.SetText("Әсем")
	clock.Pass()
	drafts, err := s.Drafts(t.Context(), storetest.Actor())
	require.NoError(t, err)
	require.Equal(t, []string{"Әсем"}, values(drafts))
}
