package store_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/store"
	"saya/data/store/storetest"
)

// typed is a draft of an editor of volunteers.
func typed(record int64, surname string) data.FormDraft {
	return data.FormDraft{
		DraftKey: data.DraftKey{Section: "volunteers", Record: record}, Version: 3, Title: "Изменить волонтера",
		Values: map[string]string{"surname": surname, "birth": "22.1"},
	}
}

func draftFiles(t *testing.T, s *store.Store) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(s.Dir(), "drafts", "*"))
	require.NoError(t, err)
	return files
}

func surnames(t *testing.T, s *store.Store) (names []string) {
	t.Helper()
	drafts, err := s.Drafts(t.Context(), storetest.Actor())
	require.NoError(t, err)
	for _, d := range drafts {
		names = append(names, d.Values["surname"])
	}
	return names
}

func TestDraftIsKeptReplacedAndDropped(t *testing.T) {
	s := storetest.New(t)
	by := storetest.Actor()
	require.Empty(t, surnames(t, s))
	require.NoError(t, s.SaveDraft(t.Context(), by, typed(7, "Сапар")))
	require.NoError(t, s.SaveDraft(t.Context(), by, typed(7, "Сапарова")))
	require.NoError(t, s.SaveDraft(t.Context(), by, typed(0, "Новая")))
	drafts, err := s.Drafts(t.Context(), by)
	require.NoError(t, err)
	require.Len(t, drafts, 2)
	want := typed(7, "Сапарова")
	want.Account, want.At = by.Account, data.StampOf(storetest.Now())
	require.Contains(t, drafts, want)
	require.NoError(t, s.DropDraft(t.Context(), by, want.DraftKey))
	require.NoError(t, s.DropDraft(t.Context(), by, want.DraftKey), "what is gone already is no error")
	require.Equal(t, []string{"Новая"}, surnames(t, s))
	require.Len(t, draftFiles(t, s), 1)
}

// A program that was killed closes nothing: its drafts are read by the next one.
func TestDraftsSurviveTheProgram(t *testing.T) {
	s := storetest.New(t)
	require.NoError(t, s.SaveDraft(t.Context(), storetest.Actor(), typed(7, "Сапарова")))
	killed := filepath.Join(t.TempDir(), "killed")
	require.NoError(t, os.CopyFS(killed, os.DirFS(s.Dir())))
	next, err := store.Open(t.Context(), killed, store.OpenOptions{Now: storetest.Now})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, next.Close()) })
	require.Equal(t, []string{"Сапарова"}, surnames(t, next))
}

func TestDraftFilesTellNothing(t *testing.T) {
	s := storetest.New(t)
	short, long := typed(7, "Сапарова"), typed(8, strings.Repeat("Сапарова", 200))
	require.NoError(t, s.SaveDraft(t.Context(), storetest.Actor(), short))
	require.NoError(t, s.SaveDraft(t.Context(), storetest.Actor(), long))
	sizes := map[int64]bool{}
	for _, path := range draftFiles(t, s) {
		info, err := os.Stat(path)
		require.NoError(t, err)
		sizes[info.Size()] = true
		require.Equal(t, os.FileMode(0o600), info.Mode().Perm())
		content, err := os.ReadFile(path)
		require.NoError(t, err)
		for _, word := range []string{"Сапар", "volunteers", "surname", "manager"} {
			require.NotContains(t, string(content), word)
			require.NotContains(t, path[len(s.Dir()):], word)
		}
	}
	require.Len(t, sizes, 1, "what is long and what is short is as long")
}

func TestDraftsBelongToAnAccount(t *testing.T) {
	s := storetest.New(t)
	require.NoError(t, s.SaveDraft(t.Context(), storetest.Actor(), typed(7, "Сапарова")))
	other := data.Actor{Account: "other", Role: data.Staff}
	drafts, err := s.Drafts(t.Context(), other)
	if err == nil { // a store that was opened by somebody refuses
		require.Empty(t, drafts)
	}
	_ = s.DropDraft(t.Context(), other, typed(7, "").DraftKey)
	require.Equal(t, []string{"Сапарова"}, surnames(t, s))
}

func TestBrokenDraftsAreLeftOut(t *testing.T) {
	for name, spoil := range map[string]func(*testing.T, string){
		"cut":     func(t *testing.T, path string) { require.NoError(t, os.Truncate(path, 100)) },
		"empty":   func(t *testing.T, path string) { require.NoError(t, os.Truncate(path, 0)) },
		"foreign": func(t *testing.T, path string) { require.NoError(t, os.WriteFile(path, []byte("{}"), 0o600)) },
		"changed": func(t *testing.T, path string) {
			content, err := os.ReadFile(path)
			require.NoError(t, err)
			content[len(content)/2] ^= 1
			require.NoError(t, os.WriteFile(path, content, 0o600))
		},
		"a folder": func(t *testing.T, path string) {
			require.NoError(t, os.Remove(path))
			require.NoError(t, os.Mkdir(path, 0o700))
		},
		"half written": func(t *testing.T, path string) { require.NoError(t, os.Rename(path, path+".part")) },
	} {
		t.Run(name, func(t *testing.T) {
			s := storetest.New(t)
			require.NoError(t, s.SaveDraft(t.Context(), storetest.Actor(), typed(7, "Испорчено")))
			spoil(t, draftFiles(t, s)[0])
			require.NoError(t, s.SaveDraft(t.Context(), storetest.Actor(), typed(8, "Сапарова")))
			require.Equal(t, []string{"Сапарова"}, surnames(t, s))
		})
	}
}

func TestOldDraftsGo(t *testing.T) {
	now := storetest.Now()
	s, err := store.Create(t.Context(), filepath.Join(t.TempDir(), "centre"), store.CreateOptions{
		Sample: true, Centre: storetest.Profile(), Now: func() time.Time { return now },
	})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, s.Close()) })
	require.NoError(t, s.SaveDraft(t.Context(), storetest.Actor(), typed(1, "Старое")))
	now = now.AddDate(0, 0, 30)
	require.NoError(t, s.SaveDraft(t.Context(), storetest.Actor(), typed(2, "Новое")))
	require.Equal(t, []string{"Новое", "Старое"}, surnames(t, s))
	now = now.Add(time.Minute)
	require.Equal(t, []string{"Новое"}, surnames(t, s))
	require.Len(t, draftFiles(t, s), 1)
}

func TestTheOldestOfTooManyDraftsGoes(t *testing.T) {
	now := storetest.Now()
	s, err := store.Create(t.Context(), filepath.Join(t.TempDir(), "centre"), store.CreateOptions{
		Sample: true, Centre: storetest.Profile(), Now: func() time.Time { now = now.Add(time.Second); return now },
	})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, s.Close()) })
	for i := range 52 {
		require.NoError(t, s.SaveDraft(t.Context(), storetest.Actor(), typed(int64(i), fmt.Sprint(i))))
	}
	names := surnames(t, s)
	require.Len(t, names, 50)
	require.Equal(t, []string{"51", "2"}, []string{names[0], names[49]})
}

func TestDraftThatCannotBeWrittenIsRefused(t *testing.T) {
	s := storetest.New(t)
	require.NoError(t, os.WriteFile(filepath.Join(s.Dir(), "drafts"), nil, 0o600))
	require.Error(t, s.SaveDraft(t.Context(), storetest.Actor(), typed(7, "Сапарова")))
}
