package store

import (
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"saya/data"
)

func noon() time.Time { return time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC) }

func TestTheWaitGrows(t *testing.T) {
	tr := newTries(t.TempDir(), "айгүл")
	now := noon()
	for i, want := range []time.Duration{0, 0, 0, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300} {
		require.Equal(t, want*time.Second, tr.wait(now), "after %d failures", i)
		tr.failed(now)
	}
	require.Equal(t, 200*time.Second, tr.wait(now.Add(100*time.Second)))
	require.Zero(t, tr.wait(now.Add(5*time.Minute)))
	require.Equal(t, 13, newTries(filepath.Dir(tr.path), "айгүл").succeeded(), "another program counts on")
	require.Zero(t, tr.wait(now))
	require.Zero(t, tr.succeeded())
}

func TestWaitingIsARefusalInWholeSeconds(t *testing.T) {
	tr := newTries(t.TempDir(), "айгүл")
	require.NoError(t, tr.admit(noon()))
	for range 4 {
		tr.failed(noon())
	}
	refusals := data.Refusals(tr.admit(noon().Add(500 * time.Millisecond)))
	require.Len(t, refusals, 1)
	require.Equal(t, data.Locked, refusals[0].Code)
	require.Equal(t, "store.wait", refusals[0].Key)
	require.Equal(t, []any{"Seconds", 4}, refusals[0].Args)
	require.NoError(t, tr.admit(noon().Add(4*time.Second)))
}

func TestAClockSetBackNeitherFreesNorLocks(t *testing.T) {
	tr := newTries(t.TempDir(), "айгүл")
	for range 5 {
		tr.failed(noon())
	}
	yesterday := noon().AddDate(0, 0, -1)
	require.Equal(t, 8*time.Second, tr.wait(yesterday))
	require.Equal(t, 3*time.Second, tr.wait(yesterday.Add(5*time.Second)), "it runs on from there")
	require.Zero(t, tr.wait(yesterday.Add(8*time.Second)))
	require.Equal(t, 5, tr.succeeded(), "the count stays")
}

func TestABrokenFileCountsAsNone(t *testing.T) {
	for _, text := range []string{
		"", "\x00\xff", "3", `{"count":"x"}`, `{"` + newTries("", "айгүл").who + `":{"count":-7,"last":"2026-11-22T12:00:00Z"}}`, `{"count":9,"last":"soon"}`,
		`{"count":99999999999999999999}`,
	} {
		tr := newTries(t.TempDir(), "айгүл")
		require.NoError(t, os.WriteFile(tr.path, []byte(text), 0o600))
		require.Zero(t, tr.wait(noon()), "%q", text)
		tr.failed(noon())
		require.Equal(t, 1, tr.succeeded(), "%q", text)
	}
}

func TestAFileThatCannotBeWrittenStopsNobody(t *testing.T) {
	for _, dir := range []string{filepath.Join(t.TempDir(), "missing"), filepath.Join(t.TempDir(), "\x00")} {
		tr := newTries(dir, "айгүл")
		tr.failed(noon())
		require.Zero(t, tr.wait(noon()))
		require.Zero(t, tr.succeeded())
	}
	tr := newTries(t.TempDir(), "айгүл")
	require.NoError(t, os.Mkdir(tr.path, 0o700), "a folder in its place")
	tr.failed(noon())
	require.Zero(t, tr.wait(noon()))
}

func TestTheFileOfFailures(t *testing.T) {
	tr := newTries(t.TempDir(), "айгүл")
	tr.failed(noon())
	tr.failed(noon())
	text, err := os.ReadFile(tr.path)
	require.NoError(t, err)
	require.JSONEq(t, `{"`+tr.who+`": {"count":2,"last":"2026-11-22T12:00:00Z"}}`, string(text))
	require.NotContains(t, string(text), "айгүл")
	info, err := os.Stat(tr.path)
	require.NoError(t, err)
	require.Equal(t, os.FileMode(0o600), info.Mode().Perm())
	require.Equal(t, []string{triesName}, namesIn(t, filepath.Dir(tr.path)))
}

func TestManyCountAtOnce(t *testing.T) {
	dir := t.TempDir()
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range 20 {
				newTries(dir, "айгүл").failed(noon())
				newTries(dir, "айгүл").wait(noon())
			}
		})
	}
	all.Wait()
	require.Equal(t, []string{triesName}, namesIn(t, dir), "nothing is left beside the file")
	n := newTries(dir, "айгүл").succeeded()
	require.Positive(t, n, "the file was whole to the end")
	require.LessOrEqual(t, n, 160)
}

func namesIn(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	names := make([]string, 0, len(entries))
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}
