package store_test

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/store"
	"saya/data/store/storetest"
)

func bin(t *testing.T, s *store.Store) []data.BinItem {
	t.Helper()
	items, err := s.Bin(t.Context())
	require.NoError(t, err)
	return items
}

func TestBinGivesBack(t *testing.T) {
	type made struct {
		delete func(s *store.Store) error
		things []data.BinThing
	}
	by := storetest.Actor()
	title := data.Names{KK: "Шеберлік сабағы", RU: "Мастер-класс"}
	for name, c := range map[string]func(t *testing.T, s *store.Store) made{
		"a volunteer with her clearances": func(t *testing.T, s *store.Store) made {
			v := storetest.Volunteer(t, s)
			id, err := s.SaveClearance(t.Context(), by, data.Clearance{VolunteerID: v.ID, Requirement: "own", IssuedOn: "2026-02-01"})
			require.NoError(t, err)
			return made{func(s *store.Store) error { return s.DeleteVolunteer(t.Context(), by, v.ID) }, []data.BinThing{
				{Entity: "clearances", Row: id, Person: "Қалиева Әсем", Title: data.Names{RU: "own"}, Day: "2026-02-01"},
				{Entity: "volunteers", Row: v.ID, Person: "Қалиева Әсем"},
			}}
		},
		"an application": func(t *testing.T, s *store.Store) made {
			a := storetest.Application(t, s)
			return made{func(s *store.Store) error { return s.DeleteApplication(t.Context(), by, a.ID) }, []data.BinThing{
				{Entity: "applications", Row: a.ID, Person: "Омарова Жанна", Day: "2026-11-10"},
			}}
		},
		"an event with needs and places given back": func(t *testing.T, s *store.Store) made {
			e := storetest.Event(t, s, planned)
			need := storetest.Need(t, s, e.ID)
			v := storetest.Volunteer(t, s)
			a, err := s.AssignVolunteer(t.Context(), by, need, v.ID, "")
			require.NoError(t, err)
			v.Status, v.LeftOn, v.LeftReason = data.Left, storetest.Day, "studies"
			_, err = s.SaveVolunteer(t.Context(), by, v)
			require.NoError(t, err)
			return made{func(s *store.Store) error { return s.DeleteEvent(t.Context(), by, e.ID) }, []data.BinThing{
				{Entity: "assignments", Row: a, Person: "Қалиева Әсем", Title: title, Role: "Помощник", Day: e.Start.Date()},
				{Entity: "needs", Row: need, Title: title, Role: "Помощник", Day: e.Start.Date()},
				{Entity: "events", Row: e.ID, Title: title, Day: e.Start.Date()},
			}}
		},
		"a venue": func(t *testing.T, s *store.Store) made {
			v := storetest.Venue(t, s)
			return made{func(s *store.Store) error { return s.DeleteVenue(t.Context(), by, v.ID) }, []data.BinThing{
				{Entity: "venues", Row: v.ID, Title: data.Names{RU: "Зал"}},
			}}
		},
		"a contribution": func(t *testing.T, s *store.Store) made {
			id, err := s.SaveContribution(t.Context(), by, data.Contribution{Kind: data.Money, GiverKind: data.GivenByPerson, Giver: "Абаева Мария", Day: "2026-11-10", Value: 900})
			require.NoError(t, err)
			return made{func(s *store.Store) error { return s.DeleteContribution(t.Context(), by, id) }, []data.BinThing{
				{Entity: "contributions", Row: id, Person: "Абаева Мария", Day: "2026-11-10"},
			}}
		},
		"hours": func(t *testing.T, s *store.Store) made {
			h := storetest.Hours(t, s, storetest.Volunteer(t, s).ID)
			return made{func(s *store.Store) error { return s.DeleteHours(t.Context(), by, h.ID) }, []data.BinThing{
				{Entity: "hours", Row: h.ID, Person: "Қалиева Әсем", Day: "2026-11-21", Minutes: 120},
			}}
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := storetest.New(t)
			m := c(t, s)
			before := dump(t, s.Dir())
			require.NoError(t, m.delete(s))
			require.NotEqual(t, before, dump(t, s.Dir()))
			items := bin(t, s)
			require.Len(t, items, 1)
			require.Equal(t, m.things, items[0].Things)
			require.Equal(t, by.Account, items[0].Account)
			require.True(t, items[0].Mine)
			require.Zero(t, items[0].Changes)

			require.NoError(t, s.RestoreDeleted(t.Context(), by, items[0].ID))
			require.Equal(t, before, dump(t, s.Dir()))
			require.Empty(t, bin(t, s))
			refused(t, "audit.not_in_bin", s.RestoreDeleted(t.Context(), by, items[0].ID))
			require.NoError(t, m.delete(s), "and goes again")
			require.Len(t, bin(t, s), 1)
		})
	}
}

func TestWhatIsUsedIsNotDeleted(t *testing.T) {
	by := storetest.Actor()
	s := storetest.New(t)
	v := storetest.Volunteer(t, s, func(v *data.Volunteer) { v.Coordinator = true })
	storetest.Hours(t, s, v.ID)
	refused(t, "audit.volunteer_in_use", s.DeleteVolunteer(t.Context(), by, v.ID))

	leads := storetest.Volunteer(t, s, func(v *data.Volunteer) { v.Coordinator = true })
	storetest.Event(t, s, func(e *data.Event) { e.CoordinatorID = leads.ID })
	refused(t, "audit.volunteer_in_use", s.DeleteVolunteer(t.Context(), by, leads.ID))

	a := storetest.Application(t, s)
	made, err := s.AcceptApplication(t.Context(), by, a.ID)
	require.NoError(t, err)
	refused(t, "audit.application_in_use", s.DeleteApplication(t.Context(), by, a.ID))
	refused(t, "audit.volunteer_in_use", s.DeleteVolunteer(t.Context(), by, made))

	venue := storetest.Venue(t, s)
	e := storetest.Event(t, s, planned, func(e *data.Event) { e.VenueID = venue.ID })
	refused(t, "audit.venue_in_use", s.DeleteVenue(t.Context(), by, venue.ID))
	need := storetest.Need(t, s, e.ID)
	_, err = s.AssignVolunteer(t.Context(), by, need, leads.ID, "")
	require.NoError(t, err)
	refused(t, "audit.event_in_use", s.DeleteEvent(t.Context(), by, e.ID))
	require.Empty(t, bin(t, s))
	refused(t, "errors.not_found", s.DeleteEvent(t.Context(), by, 999))
}

func TestRestoreIsUnderTheRules(t *testing.T) {
	by := storetest.Actor()
	s := storetest.New(t)
	v := storetest.Volunteer(t, s)
	h := storetest.Hours(t, s, v.ID)
	require.NoError(t, s.DeleteHours(t.Context(), by, h.ID))
	hours := bin(t, s)[0].ID
	require.NoError(t, s.LockMonth(t.Context(), by, "2026-11"))
	refused(t, "errors.month_locked", s.RestoreDeleted(t.Context(), by, hours))
	require.NoError(t, s.UnlockMonth(t.Context(), by, "2026-11"))
	require.Len(t, bin(t, s), 1, "opening a month deletes nothing")

	require.NoError(t, s.DeleteVolunteer(t.Context(), by, v.ID))
	refused(t, "audit.cannot_restore", s.RestoreDeleted(t.Context(), by, hours)) // hours of nobody
	require.NoError(t, s.RestoreDeleted(t.Context(), by, bin(t, s)[0].ID))
	require.NoError(t, s.RestoreDeleted(t.Context(), by, hours))

	lost := storetest.Volunteer(t, s)
	require.NoError(t, s.DeleteVolunteer(t.Context(), by, lost.ID))
	storetest.Volunteer(t, s, func(v *data.Volunteer) { v.Number = lost.Number })
	refused(t, "audit.cannot_restore", s.RestoreDeleted(t.Context(), by, bin(t, s)[0].ID)) // her number was taken
	refused(t, "errors.nothing_to_undo", s.Undo(t.Context(), by, store.BatchID{Wall: store.PeopleWall}))
}

// A restore reaches further back than an undo, and what it did is not undone by accident.
func TestRestoreReachesFar(t *testing.T) {
	s := storetest.New(t)
	by := storetest.Actor()
	a := storetest.Application(t, s)
	require.NoError(t, s.DeleteApplication(t.Context(), by, a.ID))
	for range 21 {
		storetest.Volunteer(t, s)
	}
	require.NoError(t, s.RestoreDeleted(t.Context(), by, bin(t, s)[0].ID))
	batches, err := s.Batches(t.Context(), by)
	require.NoError(t, err)
	for _, b := range batches {
		require.Equal(t, "save_volunteer", b.Kind)
	}
}

func TestRestoreIsForWhoDeletedItAndForTheManager(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "centre")
	s := create(t, dir)
	v := storetest.Volunteer(t, s)
	byManager, byStaff := storetest.Hours(t, s, v.ID), storetest.Hours(t, s, v.ID)
	require.NoError(t, s.DeleteHours(t.Context(), storetest.Actor(), byManager.ID))
	require.NoError(t, s.Close())

	s, err := openAs(dir, "staff")
	require.NoError(t, err)
	require.NoError(t, s.DeleteHours(t.Context(), s.Actor(), byStaff.ID))
	items := bin(t, s)
	require.Len(t, items, 2)
	require.Equal(t, []bool{true, false}, []bool{items[0].Mine, items[1].Mine})
	require.NoError(t, s.RestoreDeleted(t.Context(), s.Actor(), items[0].ID))
	refused(t, "errors.not_allowed", s.RestoreDeleted(t.Context(), s.Actor(), items[1].ID))
	require.NoError(t, s.DeleteHours(t.Context(), s.Actor(), byStaff.ID))
	require.NoError(t, s.Close())

	s, err = open(dir)
	require.NoError(t, err)
	for _, item := range bin(t, s) {
		require.NoError(t, s.RestoreDeleted(t.Context(), s.Actor(), item.ID))
	}
	_, err = s.HoursEntry(t.Context(), byStaff.ID)
	require.NoError(t, err)
	require.NoError(t, s.Close())
}

// opened opens a centre when so many days have passed.
func opened(t *testing.T, dir string, days int) *store.Store {
	t.Helper()
	now := func() time.Time { return storetest.Now().AddDate(0, 0, days) }
	s, err := store.Open(context.Background(), dir, store.OpenOptions{Now: now})
	require.NoError(t, err)
	return s
}

func count(t *testing.T, dir, query string) (n int) {
	t.Helper()
	db := storetest.SQL(t, dir, data.PeopleWall)
	require.NoError(t, db.QueryRow(query).Scan(&n))
	require.NoError(t, db.Close())
	return n
}

const keptValues = "SELECT count(*) FROM records WHERE old <> ''"

func TestValuesGo(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "centre")
	s := create(t, dir)
	by := storetest.Actor()
	v := storetest.Volunteer(t, s)
	v.Workplace = "Университет"
	_, err := s.SaveVolunteer(t.Context(), by, v)
	require.NoError(t, err)
	a := storetest.Application(t, s)
	require.NoError(t, s.DeleteApplication(t.Context(), by, a.ID))
	require.NoError(t, s.Close())
	require.Equal(t, 2, count(t, dir, keptValues))

	s = opened(t, dir, 29)
	require.Len(t, bin(t, s), 1)
	require.NoError(t, s.Close())
	require.Equal(t, 2, count(t, dir, keptValues))

	s = opened(t, dir, 31)
	require.Empty(t, bin(t, s))
	batches, err := s.Batches(t.Context(), by)
	require.NoError(t, err)
	require.Len(t, batches, 3, "the delete can be undone no more")
	require.NoError(t, s.Close())
	require.Equal(t, 1, count(t, dir, keptValues), "the change stays longer")

	s = opened(t, dir, 401)
	batches, err = s.Batches(t.Context(), by)
	require.NoError(t, err)
	require.Empty(t, batches)
	history, err := s.History(t.Context(), store.Volunteers, v.ID)
	require.NoError(t, err)
	require.Len(t, history, 2, "that it changed is still known")
	require.Empty(t, history[0].Fields)
	require.Equal(t, []string{"manager save_volunteer volunteers change 1 [workplace]"},
		audit(t, s, data.AuditFilter{Entity: "volunteers", Row: v.ID, To: storetest.Day})[1:], "and in which field")
	require.Empty(t, states(t, s))
	require.NoError(t, s.Close())
	require.Zero(t, count(t, dir, keptValues))
}

// A clock that was set back for a day makes nothing old.
func TestValuesStayThoughTheClockWasWrong(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "centre")
	s := create(t, dir)
	a := storetest.Application(t, s)
	require.NoError(t, s.DeleteApplication(t.Context(), storetest.Actor(), a.ID))
	require.NoError(t, s.Close())
	s = opened(t, dir, -4000)
	storetest.Volunteer(t, s, func(v *data.Volunteer) { v.Accepted = "2015-01-01" })
	require.NoError(t, s.Close())
	s = opened(t, dir, 1)
	require.Len(t, bin(t, s), 1)
	require.NoError(t, s.Close())
	require.Equal(t, 1, count(t, dir, keptValues))
}

// Acts of one kind are told apart by the first record of each, as it is called now.
func TestBatchesNameWhatTheyTouched(t *testing.T) {
	s := storetest.New(t)
	by := storetest.Actor()
	v := storetest.Volunteer(t, s)
	h := storetest.Hours(t, s, v.ID)
	e := storetest.Event(t, s, planned)
	require.NoError(t, s.LockMonth(t.Context(), by, "2026-10"))
	require.NoError(t, s.DeleteEvent(t.Context(), by, e.ID))
	batches, err := s.Batches(t.Context(), by)
	require.NoError(t, err)
	var named []data.BinThing
	for _, b := range batches {
		named = append(named, b.First)
	}
	require.Equal(t, []data.BinThing{
		{Entity: "events", Row: e.ID, Title: e.Title, Day: e.Start.Date()},
		{Entity: "locked_months", Row: named[1].Row, Day: "2026-10-01"},
		{Entity: "events", Row: e.ID, Title: e.Title, Day: e.Start.Date()}, // though the event is no more
		{Entity: "hours", Row: h.ID, Person: v.FullName(), Day: h.Day, Minutes: h.Minutes},
		{Entity: "volunteers", Row: v.ID, Person: v.FullName()},
	}, named)
}
