// Package storetest makes centres and their records for tests; a factory fills what a test does not care about.
// All people are invented.
package storetest

import (
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/store"
)

// Day is the day on which the centres of tests live: 22 November 2026, a Sunday.
const Day data.Date = "2026-11-22"

// Now is the clock of tests: ten in the morning of [Day] in Almaty.
func Now() time.Time { return Day.Time().Add(5 * time.Hour) }

// Actor is who makes the changes of tests.
func Actor() data.Actor { return data.Actor{Account: "manager", Role: data.Manager} }

// New makes an empty sample centre that is closed at the end of the test.
func New(t testing.TB) *store.Store {
	t.Helper()
	s, err := store.Create(t.Context(), filepath.Join(t.TempDir(), "centre"), store.CreateOptions{Sample: true, Centre: Profile(), Now: Now})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, s.Close()) })
	return s
}

// Profile is the profile of an invented centre.
func Profile() data.Centre {
	return data.Centre{
		Name:      data.Names{KK: "Үлгі орталығы", RU: "Образцовый центр", EN: "Sample Centre"},
		ShortName: "Sample", Region: "750000000", Address: "Алматы", Phone: "+77270000000", Email: "office@sample.invalid", WaitDays: 7,
	}
}
