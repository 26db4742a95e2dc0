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

// Volunteer saves an active adult; change alters her first.
func Volunteer(t testing.TB, s *store.Store, change ...func(*data.Volunteer)) data.Volunteer {
	t.Helper()
	v := data.Volunteer{
		Person:   data.Person{Surname: "Қалиева", Given: "Әсем", Birth: "1990-05-01", Sex: data.Female},
		Accepted: "2026-01-10",
	}
	apply(&v, change)
	id, err := s.SaveVolunteer(t.Context(), Actor(), v)
	require.NoError(t, err)
	v, err = s.Volunteer(t.Context(), id)
	require.NoError(t, err)
	return v
}

// Application saves an application in screening; change alters it first.
func Application(t testing.TB, s *store.Store, change ...func(*data.Application)) data.Application {
	t.Helper()
	a := data.Application{
		Person: data.Person{Surname: "Омарова", Given: "Жанна", Birth: "1995-02-03"},
		Status: data.Screening, ReceivedOn: "2026-11-10",
	}
	apply(&a, change)
	id, err := s.SaveApplication(t.Context(), Actor(), a)
	require.NoError(t, err)
	a, err = s.Application(t.Context(), id)
	require.NoError(t, err)
	return a
}

// Venue saves a public hall; change alters it first.
func Venue(t testing.TB, s *store.Store, change ...func(*data.Venue)) data.Venue {
	t.Helper()
	v := data.Venue{Name: data.Names{RU: "Зал"}, Address: "Алматы"}
	apply(&v, change)
	id, err := s.SaveVenue(t.Context(), Actor(), v)
	require.NoError(t, err)
	v, err = s.Venue(t.Context(), id)
	require.NoError(t, err)
	return v
}

// Event saves a master class of two hours that was held the day before [Day]; change alters it first.
func Event(t testing.TB, s *store.Store, change ...func(*data.Event)) data.Event {
	t.Helper()
	e := data.Event{
		Title: data.Names{KK: "Шеберлік сабағы", RU: "Мастер-класс"}, Type: data.MasterClass, Status: data.Held,
		Start: "2026-11-21T10:00", End: "2026-11-21T12:00",
	}
	apply(&e, change)
	id, err := s.SaveEvent(t.Context(), Actor(), e)
	require.NoError(t, err)
	e, err = s.Event(t.Context(), id)
	require.NoError(t, err)
	return e
}

// Need saves a need of five helpers of an event and returns its id.
func Need(t testing.TB, s *store.Store, eventID int64, change ...func(*data.Need)) int64 {
	t.Helper()
	n := data.Need{EventID: eventID, Role: "Помощник", Wanted: 5}
	apply(&n, change)
	id, err := s.SaveNeed(t.Context(), Actor(), n)
	require.NoError(t, err)
	return id
}

// Hours saves two submitted hours of the day before [Day]; change alters them first.
func Hours(t testing.TB, s *store.Store, volunteerID int64, change ...func(*data.Hours)) data.Hours {
	t.Helper()
	h := data.Hours{VolunteerID: volunteerID, Day: "2026-11-21", Minutes: 120, Status: data.Submitted}
	apply(&h, change)
	id, err := s.SaveHours(t.Context(), Actor(), h)
	require.NoError(t, err)
	h, err = s.HoursEntry(t.Context(), id)
	require.NoError(t, err)
	return h
}

func apply[T any](row *T, change []func(*T)) {
	for _, c := range change {
		c(row)
	}
}
