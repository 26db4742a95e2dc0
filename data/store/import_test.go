package store_test

import (
	"context"
	"database/sql"
	"errors"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/store"
	"saya/data/store/storetest"
)

// imported is one of each kind, as an import of a whole centre would bring them.
type imported struct{ volunteer, application, venue, event, need, assignment, hours, contribution int64 }

// importAll imports one record of each kind, each pointing at those before it.
func importAll(i *store.Importer) (out imported, err error) {
	step := func(id *int64, save func() (int64, error)) {
		if err == nil {
			*id, err = save()
		}
	}
	step(&out.volunteer, func() (int64, error) { return i.SaveVolunteer(newcomer()) })
	step(&out.application, func() (int64, error) {
		return i.SaveApplication(data.Application{Person: newcomer().Person, ReceivedOn: storetest.Day})
	})
	step(&out.venue, func() (int64, error) { return i.SaveVenue(data.Venue{Name: data.Names{RU: "Библиотека"}}) })
	step(&out.event, func() (int64, error) { return i.SaveEvent(pastEvent(out.venue)) })
	step(&out.need, func() (int64, error) {
		return i.SaveNeed(data.Need{EventID: out.event, Role: "Помощник", Wanted: 1})
	})
	step(&out.assignment, func() (int64, error) {
		return i.SaveAssignment(data.Assignment{NeedID: out.need, VolunteerID: out.volunteer, Attendance: data.Attended})
	})
	step(&out.hours, func() (int64, error) { return i.SaveHours(approvedHours(out.volunteer)) })
	step(&out.contribution, func() (int64, error) {
		return i.SaveContribution(data.Contribution{Kind: data.Goods, GiverKind: data.GivenAnonymously, Day: storetest.Day, What: "Книги"})
	})
	return out, err
}

func newcomer() data.Volunteer {
	return data.Volunteer{
		Person:   data.Person{Surname: "Нұрпейісова", Given: "Жұлдыз", Birth: "1990-05-01", Phones: data.List{"8 701 000 00 17"}},
		Accepted: "2026-01-10",
	}
}

func pastEvent(venueID int64) data.Event {
	return data.Event{
		Title: data.Names{RU: "Мастер-класс"}, Type: data.MasterClass, Status: data.Held, VenueID: venueID,
		Start: "2026-11-20T10:00", End: "2026-11-20T12:00",
	}
}

func approvedHours(volunteerID int64) data.Hours {
	return data.Hours{VolunteerID: volunteerID, Start: "2026-11-20T10:00", End: "2026-11-20T12:00", Status: data.Approved}
}

func TestImportIsOneBatchAndOneUndo(t *testing.T) {
	s := storetest.New(t)
	by := storetest.Actor()
	known := storetest.Volunteer(t, s)
	before := dump(t, s.Dir())
	var changes []store.Change
	defer s.OnChange(func(c store.Change) { changes = append(changes, c) })()
	var got imported
	id, err := s.Import(t.Context(), by, func(i *store.Importer) (err error) {
		known.Surname = "Бекова"
		if _, err := i.SaveVolunteer(known); err != nil {
			return err
		}
		got, err = importAll(i)
		return err
	})
	require.NoError(t, err)
	require.Equal(t, []store.Change{{Batch: id, Kind: "import", Tables: []store.Table{
		store.Applications, store.Assignments, store.Contributions, store.Events, store.HoursEntries, store.Needs,
		store.Venues, store.Volunteers,
	}}}, changes)

	v, err := s.Volunteer(t.Context(), got.volunteer)
	require.NoError(t, err)
	require.Equal(t, known.Number+1, v.Number)
	h := entry(t, s, got.hours)
	require.Equal(t, 120, h.Minutes)
	require.Equal(t, by.Account, h.ApprovedBy, "imported hours are approved by who imports")
	require.Equal(t, data.StampOf(storetest.Now()), h.ApprovedAt)
	places := assignments(t, s, got.event)
	require.Equal(t, data.ConfirmedPlace, places[0].Status, "whoever came had a place")
	history, err := s.History(t.Context(), store.Volunteers, known.ID)
	require.NoError(t, err)
	require.Equal(t, "import", history[0].Kind)

	require.NoError(t, s.Undo(t.Context(), by, id))
	require.Equal(t, before, dump(t, s.Dir()))
	refused(t, "errors.nothing_to_undo", s.Undo(t.Context(), by, id))
	require.Equal(t, v.Number+1, storetest.Volunteer(t, s).Number, "no number is given twice")
}

func TestImportedPeopleAreFoundAndOrdered(t *testing.T) {
	s := storetest.New(t)
	known := storetest.Volunteer(t, s, func(v *data.Volunteer) { v.Surname = "Бекова" })
	find := func(typed string) []int64 {
		ids, err := s.Volunteers(t.Context(), search(typed))
		require.NoError(t, err)
		return ids
	}
	var id int64
	batch, err := s.Import(t.Context(), storetest.Actor(), func(i *store.Importer) (err error) {
		known.Surname = "Юсупова"
		if _, err := i.SaveVolunteer(known); err != nil {
			return err
		}
		id, err = i.SaveVolunteer(newcomer())
		return err
	})
	require.NoError(t, err)
	require.Equal(t, []int64{id}, find("nurpeisova"))
	require.Equal(t, []int64{id}, find("87010000017"))
	require.Equal(t, []int64{known.ID}, find("юсупова"))
	require.Empty(t, find("бекова"))
	require.Equal(t, []int64{id, known.ID}, find(""), "in the order of the alphabet")
	requireBlocks(t, s)
	storetest.Volunteer(t, s, func(v *data.Volunteer) { v.Surname = "Яковлева" })
	requireBlocks(t, s)

	require.NoError(t, s.Undo(t.Context(), storetest.Actor(), batch))
	require.Empty(t, find("nurpeisova"))
	require.Equal(t, []int64{known.ID}, find("бекова"))
	requireBlocks(t, s)
}

// requireBlocks holds the blocks that a search reads against the rows.
func requireBlocks(t *testing.T, s *store.Store) {
	t.Helper()
	db := storetest.SQL(t, s.Dir(), data.PeopleWall)
	defer func() { require.NoError(t, db.Close()) }()
	list := func(query string) (out string) {
		var text sql.NullString
		require.NoError(t, db.QueryRow(query).Scan(&text))
		return text.String
	}
	for _, column := range []string{"search", "digits"} {
		require.Equal(t,
			list("SELECT group_concat("+column+" || '|' || id || char(10), '' ORDER BY id) FROM volunteers"),
			list("SELECT group_concat("+column+", '' ORDER BY id) FROM search_blocks"))
	}
}

func TestLargeImportAndItsUndo(t *testing.T) {
	s := storetest.New(t)
	rnd := rand.New(rand.NewPCG(1, 2))
	save := func(n int) store.BatchID {
		id, err := s.Import(t.Context(), storetest.Actor(), func(i *store.Importer) error { return importPeople(i, rnd, n) })
		require.NoError(t, err)
		return id
	}
	save(150)
	before := dump(t, s.Dir())
	id := save(1234) // more than one statement of the journal, blocks begun and blocks full
	requireBlocks(t, s)
	ids, err := s.Volunteers(t.Context(), data.VolunteerFilter{Listing: data.Listing{Order: data.OrderByNumber, Desc: true, Limit: 1}})
	require.NoError(t, err)
	last, err := s.Volunteer(t.Context(), ids[0])
	require.NoError(t, err)
	require.EqualValues(t, 150+1234, last.Number)
	require.NoError(t, s.Undo(t.Context(), storetest.Actor(), id))
	require.Equal(t, before, dump(t, s.Dir()))
	requireBlocks(t, s)
}

// importPeople imports n people with an hours entry each.
func importPeople(i *store.Importer, rnd *rand.Rand, n int) error {
	for k := range n {
		v := someone(rnd, k)
		v.Status = data.Active
		id, err := i.SaveVolunteer(v)
		if err != nil {
			return err
		}
		if _, err := i.SaveHours(data.Hours{VolunteerID: id, Day: "2026-11-20", Minutes: 60, Status: data.Approved}); err != nil {
			return err
		}
	}
	return nil
}

func TestImportHoldsTheRules(t *testing.T) {
	s := storetest.New(t)
	by := storetest.Actor()
	adult := storetest.Volunteer(t, s)
	minor := storetest.Volunteer(t, s, func(v *data.Volunteer) { v.Birth = "2010-01-01" })
	residents := storetest.Event(t, s, func(e *data.Event) { e.Residents = true })
	coming := storetest.Event(t, s, planned)
	place, full := storetest.Need(t, s, residents.ID), storetest.Need(t, s, coming.ID, func(n *data.Need) { n.Wanted = 1 })
	_, err := s.AssignVolunteer(t.Context(), by, full, minor.ID, "")
	require.NoError(t, err)
	storetest.Hours(t, s, adult.ID, func(h *data.Hours) { *h = approvedHours(adult.ID) })
	require.NoError(t, s.LockMonth(t.Context(), by, "2026-10"))
	closed := data.Hours{VolunteerID: adult.ID, Day: "2026-10-05", Minutes: 60, Status: data.Approved}
	volunteer := func(change func(*data.Volunteer)) func(i *store.Importer) (int64, error) {
		v := newcomer()
		change(&v)
		return func(i *store.Importer) (int64, error) { return i.SaveVolunteer(v) }
	}
	assignment := func(a data.Assignment) func(i *store.Importer) (int64, error) {
		return func(i *store.Importer) (int64, error) { return i.SaveAssignment(a) }
	}
	hours := func(h data.Hours) func(i *store.Importer) (int64, error) {
		return func(i *store.Importer) (int64, error) { return i.SaveHours(h) }
	}
	for key, save := range map[string]func(i *store.Importer) (int64, error){
		"errors.minor_with_residents": assignment(data.Assignment{NeedID: place, VolunteerID: minor.ID, Attendance: data.Attended}),
		"errors.needs_full":           assignment(data.Assignment{NeedID: full, VolunteerID: adult.ID, Status: data.ConfirmedPlace}),
		"errors.event_not_held":       assignment(data.Assignment{NeedID: full, VolunteerID: adult.ID, Attendance: data.Attended}),
		"errors.overlap_hours": hours(data.Hours{
			VolunteerID: adult.ID, Start: "2026-11-20T11:00", End: "2026-11-20T13:00", Status: data.Approved,
		}),
		"errors.hours_per_day":     hours(data.Hours{VolunteerID: adult.ID, Day: "2026-11-20", Minutes: 15 * 60, Status: data.Approved}),
		"errors.month_locked":      hours(closed),
		"errors.duplicate":         volunteer(func(v *data.Volunteer) { v.Number = adult.Number }),
		"errors.iin_checksum":      volunteer(func(v *data.Volunteer) { v.IIN = "900501400123" }),
		"errors.changed_meanwhile": volunteer(func(v *data.Volunteer) { v.ID, v.Version = adult.ID, adult.Version-1 }),
	} {
		t.Run(key, func(t *testing.T) {
			before := dump(t, s.Dir())
			_, err := s.Import(t.Context(), by, func(i *store.Importer) error {
				if _, err := importAll(i); err != nil {
					return err
				}
				_, err := save(i)
				return err
			})
			refused(t, key, err)
			require.Equal(t, before, dump(t, s.Dir()), "whole or nothing")
		})
	}
	closed.Correction = "Журнал нашелся"
	_, err = s.Import(t.Context(), by, func(i *store.Importer) error { _, err := i.SaveHours(closed); return err })
	require.NoError(t, err, "a reason opens the closed month")
}

func TestImportMeetsItsOwnRows(t *testing.T) {
	s := storetest.New(t)
	by := storetest.Actor()
	_, err := s.Import(t.Context(), by, func(i *store.Importer) error {
		got, err := importAll(i)
		if err != nil {
			return err
		}
		_, err = i.SaveHours(approvedHours(got.volunteer))
		return err
	})
	refused(t, "errors.overlap_hours", err)
	_, err = s.Import(t.Context(), by, func(i *store.Importer) error {
		v := newcomer()
		v.Number = 7
		if _, err := i.SaveVolunteer(v); err != nil {
			return err
		}
		_, err := i.SaveVolunteer(v)
		return err
	})
	refused(t, "errors.duplicate", err)
}

func TestImportIsWholeOrNothing(t *testing.T) {
	s := storetest.New(t)
	by := storetest.Actor()
	before := dump(t, s.Dir())
	told := 0
	defer s.OnChange(func(store.Change) { told++ })()
	failure := errors.New("the file ends here")
	_, err := s.Import(t.Context(), by, func(i *store.Importer) error {
		_, err := importAll(i)
		return errors.Join(err, failure)
	})
	require.ErrorIs(t, err, failure)

	_, err = s.Import(t.Context(), by, func(i *store.Importer) error {
		_, _ = i.SaveVolunteer(data.Volunteer{}) // a refusal that nobody looks at
		_, err := importAll(i)
		return err
	})
	refused(t, "errors.required", err)

	ctx, cancel := context.WithCancel(t.Context())
	saved := 0
	_, err = s.Import(ctx, by, func(i *store.Importer) error {
		for range 100 {
			if _, err := i.SaveVolunteer(newcomer()); err != nil {
				return err
			}
			if saved++; saved == 50 {
				cancel()
			}
		}
		return nil
	})
	require.ErrorIs(t, err, context.Canceled)
	require.Equal(t, 50, saved, "the next row is refused")
	require.Equal(t, before, dump(t, s.Dir()))
	require.Zero(t, told)

	id, err := s.Import(t.Context(), by, func(*store.Importer) error { return nil })
	require.NoError(t, err)
	require.Equal(t, store.BatchID{}, id, "nothing was there to import")
	batches, err := s.Batches(t.Context(), by)
	require.NoError(t, err)
	require.Empty(t, batches)
	require.EqualValues(t, 1, storetest.Volunteer(t, s).Number, "nor was a number given")
}

func TestImportedMarksChangeTheirHours(t *testing.T) {
	s := storetest.New(t)
	by := storetest.Actor()
	var got imported
	_, err := s.Import(t.Context(), by, func(i *store.Importer) (err error) {
		got, err = importAll(i)
		return err
	})
	require.NoError(t, err)
	require.NoError(t, s.ReturnHours(t.Context(), by, []int64{got.hours}, "Без мероприятия", ""))
	proposed, err := s.ProposeHours(t.Context(), by, got.event)
	require.NoError(t, err)
	mark := func(attendance data.Attendance) error {
		place := assignments(t, s, got.event)[0]
		_, err := s.Import(t.Context(), by, func(i *store.Importer) error {
			_, err := i.SaveAssignment(data.Assignment{
				ID: place.ID, Version: place.Version, NeedID: got.need, VolunteerID: got.volunteer, Status: place.Status, Attendance: attendance,
			})
			return err
		})
		return err
	}
	require.NoError(t, s.ApproveHours(t.Context(), by, proposed))
	require.NoError(t, mark(data.Attended), "the same mark")
	refused(t, "store.hours_approved", mark(data.Absent))
	require.NoError(t, s.ReturnHours(t.Context(), by, proposed, "Не пришла", ""))
	require.NoError(t, mark(data.Absent))
	_, err = s.HoursEntry(t.Context(), proposed[0])
	require.True(t, data.IsCode(err, data.NotFound))
}

// Rows are added behind the back of whoever saves them: what the file refuses comes out all the same, even when it is
// the last row or when nobody asks again.
func TestImportRefusedByTheFile(t *testing.T) {
	for name, after := range map[string]int{"last": 0, "followed by few": 3, "followed by more than can wait": 600} {
		t.Run(name, func(t *testing.T) {
			s := storetest.New(t)
			saved := func(err error) { require.NoError(t, err) }
			_, err := s.Import(t.Context(), storetest.Actor(), func(i *store.Importer) error {
				gift := data.Contribution{Kind: data.Goods, GiverKind: data.GivenAnonymously, Day: storetest.Day, What: "Книги"}
				_, err := i.SaveContribution(gift)
				saved(err)
				gift.EventID = 999
				_, err = i.SaveContribution(gift)
				saved(err)
				gift.EventID = 0
				for range after {
					_, _ = i.SaveContribution(gift)
				}
				return nil
			})
			require.ErrorContains(t, err, "adding to contributions")
			ids, err := s.Contributions(t.Context(), data.ContributionFilter{})
			require.NoError(t, err)
			require.Empty(t, ids)
		})
	}
}
