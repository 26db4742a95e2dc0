package store_test

import (
	"database/sql"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/store"
	"saya/data/store/storetest"
)

func TestUndoBringsBackRowsAndVersions(t *testing.T) {
	s := storetest.New(t)
	v := storetest.Volunteer(t, s)
	changed := v
	changed.Workplace = "Университет"
	_, err := s.SaveVolunteer(t.Context(), storetest.Actor(), changed)
	require.NoError(t, err)
	undoLast(t, s)
	back, err := s.Volunteer(t.Context(), v.ID)
	require.NoError(t, err)
	require.Equal(t, v, back)

	undoLast(t, s) // the first save
	_, err = s.Volunteer(t.Context(), v.ID)
	require.True(t, data.IsCode(err, data.NotFound))
	refused(t, "errors.nothing_to_undo", undo(t, s, 0))
	require.Equal(t, v.Number+1, storetest.Volunteer(t, s).Number, "no number is given twice")
}

// undo takes back the newest batch but skip that is not undone yet.
func undo(t *testing.T, s *store.Store, skip int) error {
	t.Helper()
	batches, err := s.Batches(t.Context(), storetest.Actor())
	require.NoError(t, err)
	batches = slices.DeleteFunc(batches, func(b store.Batch) bool { return b.Undone })
	if len(batches) == 0 {
		return s.Undo(t.Context(), storetest.Actor(), store.BatchID{Wall: store.PeopleWall})
	}
	return s.Undo(t.Context(), storetest.Actor(), batches[skip].ID)
}

func undoLast(t *testing.T, s *store.Store) {
	t.Helper()
	require.NoError(t, undo(t, s, 0))
}

func TestUndoRefusesWhatChangedSince(t *testing.T) {
	s := storetest.New(t)
	v := storetest.Volunteer(t, s)
	v.Workplace = "Университет"
	_, err := s.SaveVolunteer(t.Context(), storetest.Actor(), v)
	require.NoError(t, err)
	refused(t, "errors.undo_changed", undo(t, s, 1))

	v, err = s.Volunteer(t.Context(), v.ID)
	require.NoError(t, err)
	require.Equal(t, "Университет", v.Workplace, "nothing was undone")
}

func TestUndoRefusesToTakeAwayWhatOthersNeed(t *testing.T) {
	s := storetest.New(t)
	v := storetest.Volunteer(t, s)
	storetest.Hours(t, s, v.ID)
	refused(t, "errors.undo_changed", undo(t, s, 1))
	undoLast(t, s)
	undoLast(t, s)
}

func TestUndoIsForOnesOwnBatches(t *testing.T) {
	s := storetest.New(t)
	storetest.Volunteer(t, s)
	batches, err := s.Batches(t.Context(), storetest.Actor())
	require.NoError(t, err)
	other := data.Actor{Account: "staff", Role: data.Staff}
	refused(t, "errors.nothing_to_undo", s.Undo(t.Context(), other, batches[0].ID))
}

func TestUndoReachesTwentyBatches(t *testing.T) {
	s := storetest.New(t)
	for range 21 {
		storetest.Volunteer(t, s)
	}
	for range 20 {
		undoLast(t, s)
	}
	refused(t, "errors.nothing_to_undo", undo(t, s, 0))
	ids, err := s.Volunteers(t.Context(), data.VolunteerFilter{})
	require.NoError(t, err)
	require.Len(t, ids, 1)
}

func TestUndoHoldsTheRules(t *testing.T) {
	minor := func(v *data.Volunteer) { v.Birth = "2010-01-01" }
	for name, c := range map[string]struct {
		key  string
		make func(t *testing.T, s *store.Store) (skip int)
	}{
		"a minor would be among residents": {"errors.minor_with_residents", func(t *testing.T, s *store.Store) int {
			v := storetest.Volunteer(t, s, minor)
			e := storetest.Event(t, s, func(e *data.Event) { e.Residents = true })
			need := storetest.Need(t, s, e.ID)
			e.Residents = false
			_, err := s.SaveEvent(t.Context(), storetest.Actor(), e)
			require.NoError(t, err)
			_, err = s.AssignVolunteer(t.Context(), storetest.Actor(), need, v.ID, "")
			require.NoError(t, err)
			return 1
		}},
		"hours of a month locked since": {"errors.month_locked", func(t *testing.T, s *store.Store) int {
			storetest.Hours(t, s, storetest.Volunteer(t, s).ID)
			require.NoError(t, s.LockMonth(t.Context(), storetest.Actor(), "2026-11"))
			return 1
		}},
		"approved hours would overlap": {"errors.overlap_hours", func(t *testing.T, s *store.Store) int {
			v := storetest.Volunteer(t, s)
			at := func(h *data.Hours) { h.Start, h.End, h.Status = "2026-11-21T10:00", "2026-11-21T12:00", data.Approved }
			h := storetest.Hours(t, s, v.ID, at)
			require.NoError(t, s.ReturnHours(t.Context(), storetest.Actor(), []int64{h.ID}, "Дважды", ""))
			storetest.Hours(t, s, v.ID, at)
			return 1
		}},
	} {
		t.Run(name, func(t *testing.T) {
			s := storetest.New(t)
			skip := c.make(t, s)
			before := dump(t, s.Dir())
			refused(t, c.key, undo(t, s, skip))
			require.Equal(t, before, dump(t, s.Dir()))
		})
	}
}

// TestUndoOfEverything makes random changes and takes them back one by one: after each undo the file is as it was
// before the change, versions and computed keys included.
func TestUndoOfEverything(t *testing.T) {
	for seed := range uint64(8) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			s := storetest.New(t)
			w := world{t: t, s: s, rnd: rand.New(rand.NewPCG(seed, 7))}
			w.found()
			states := []string{dump(t, s.Dir())}
			for len(states) <= 20 {
				w.change()
				if now := dump(t, s.Dir()); now != states[len(states)-1] {
					states = append(states, now)
				}
			}
			for i := len(states) - 2; i >= 0; i-- {
				undoLast(t, s)
				require.Equal(t, states[i], dump(t, s.Dir()), "undo %d", i)
			}
		})
	}
}

// world makes random changes to a small centre. A change that is refused is as good as none.
type world struct {
	t   *testing.T
	s   *store.Store
	rnd *rand.Rand
}

// found makes what the changes need, in one batch that the undo leaves alone.
func (w world) found() {
	require.NoError(w.t, w.s.Load(w.t.Context(), data.Actor{Account: "founder"}, func(l *store.Loader) error {
		_, err := l.AddVenue(data.Venue{Name: data.Names{RU: "Зал"}})
		return err
	}))
}

func (w world) change() {
	ctx, by := w.t.Context(), storetest.Actor()
	switch w.rnd.IntN(10) {
	case 0, 1:
		storetest.Volunteer(w.t, w.s, func(v *data.Volunteer) { v.Given = w.word() })
	case 2:
		storetest.Event(w.t, w.s, func(e *data.Event) { e.Title.RU, e.VenueID, e.OverrideReason = w.word(), 1, "Так надо" })
	case 3:
		if id := w.any("events"); id != 0 {
			storetest.Need(w.t, w.s, id)
		}
	case 4:
		w.may(w.s.AssignVolunteer(ctx, by, w.any("needs"), w.any("volunteers"), "Так надо"))
	case 5:
		if id := w.any("volunteers"); id != 0 {
			storetest.Hours(w.t, w.s, id)
		}
	case 6:
		v, err := w.s.Volunteer(ctx, w.any("volunteers"))
		if err == nil {
			v.Surname, v.Phones = w.word(), data.List{"+77010000001"}
			w.may(w.s.SaveVolunteer(ctx, by, v))
		}
	case 7:
		v, err := w.s.Volunteer(ctx, w.any("volunteers"))
		if err == nil && v.Status == data.Active {
			v.Status, v.LeftOn, v.LeftReason = data.Left, storetest.Day, "studies"
			w.may(w.s.SaveVolunteer(ctx, by, v))
		}
	case 8:
		w.may(0, w.s.ApproveHours(ctx, by, []int64{w.any("hours")}))
	case 9:
		w.may(0, w.s.RemoveAssignment(ctx, by, w.any("assignments")))
	}
}

func (w world) may(_ int64, err error) {
	if len(data.Refusals(err)) == 0 {
		require.NoError(w.t, err)
	}
}

func (w world) word() string {
	words := []string{"Әсем", "Қайрат", "Ёлкина", "Жұлдыз", "Мария", "Сәуле", "Өмір"}
	return words[w.rnd.IntN(len(words))]
}

// any is the id of some row, 0 when there is none.
func (w world) any(table string) (id int64) {
	db := storetest.SQL(w.t, w.s.Dir(), data.PeopleWall)
	defer func() { require.NoError(w.t, db.Close()) }()
	var n int
	require.NoError(w.t, db.QueryRow("SELECT count(*) FROM "+table).Scan(&n))
	if n == 0 {
		return 0
	}
	require.NoError(w.t, db.QueryRow("SELECT id FROM "+table+" LIMIT 1 OFFSET ?", w.rnd.IntN(n)).Scan(&id))
	return id
}

// dump writes out all rows of people.saya but the journal and the counters.
func dump(t *testing.T, dir string) string {
	t.Helper()
	db := storetest.SQL(t, dir, data.PeopleWall)
	defer func() { require.NoError(t, db.Close()) }()
	var b strings.Builder
	for _, table := range names(t, db) {
		rows, err := db.Query("SELECT * FROM " + table + " ORDER BY 1")
		require.NoError(t, err)
		columns, err := rows.Columns()
		require.NoError(t, err)
		for rows.Next() {
			values := make([]any, len(columns))
			for i := range values {
				values[i] = new(any)
			}
			require.NoError(t, rows.Scan(values...))
			fmt.Fprint(&b, table)
			for i, v := range values {
				fmt.Fprintf(&b, " %s=%v", columns[i], *v.(*any))
			}
			fmt.Fprintln(&b)
		}
		require.NoError(t, rows.Close())
	}
	return b.String()
}

func names(t *testing.T, db *sql.DB) (out []string) {
	t.Helper()
	rows, err := db.Query(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'
		AND name NOT IN ('batches', 'records', 'audit', 'settings', 'goose_db_version', 'search_blocks') ORDER BY name`)
	require.NoError(t, err)
	for rows.Next() {
		var name string
		require.NoError(t, rows.Scan(&name))
		out = append(out, name)
	}
	require.NoError(t, rows.Close())
	return out
}

func TestUndoGivesNoPlaceTwice(t *testing.T) {
	s := storetest.New(t)
	by := storetest.Actor()
	e := storetest.Event(t, s, planned)
	need := storetest.Need(t, s, e.ID, func(n *data.Need) { n.Wanted = 1 })
	first, err := s.AssignVolunteer(t.Context(), by, need, storetest.Volunteer(t, s).ID, "")
	require.NoError(t, err)
	require.NoError(t, s.RemoveAssignment(t.Context(), by, first))
	_, err = s.AssignVolunteer(t.Context(), by, need, storetest.Volunteer(t, s).ID, "")
	require.NoError(t, err)
	refused(t, "errors.needs_full", undo(t, s, 2))
	require.Len(t, assignments(t, s, e.ID), 1)
}

// Who corrected a month that was closed gave a reason; taking it back leaves the month as it was closed.
func TestUndoOfACorrectionInAClosedMonth(t *testing.T) {
	s := storetest.New(t)
	v := storetest.Volunteer(t, s)
	require.NoError(t, s.LockMonth(t.Context(), storetest.Actor(), "2026-10"))
	_, err := s.Import(t.Context(), storetest.Actor(), func(i *store.Importer) error {
		_, err := i.SaveHours(data.Hours{
			VolunteerID: v.ID, Day: "2026-10-10", Minutes: 60, Status: data.Approved, Correction: "Забытый лист",
		})
		return err
	})
	require.NoError(t, err)
	require.NoError(t, undo(t, s, 0))
	ids, err := s.HoursList(t.Context(), data.HoursFilter{})
	require.NoError(t, err)
	require.Empty(t, ids)
}
