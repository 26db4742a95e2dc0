package store_test

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/store"
	"saya/data/store/storetest"
)

// register is all that a bulk change may touch.
type register struct {
	Volunteers  []data.Volunteer
	Assignments []data.Assignment
	Clearances  []data.Clearance
}

func registerOf(t *testing.T, s *store.Store) (r register) {
	t.Helper()
	require.NoError(t, s.EachVolunteer(t.Context(), nil, func(v data.Volunteer) error {
		proofs, err := s.Clearances(t.Context(), v.ID)
		r.Volunteers, r.Clearances = append(r.Volunteers, v), append(r.Clearances, proofs...)
		return err
	}))
	require.NoError(t, s.EachAssignment(t.Context(), func(a data.Assignment) error {
		r.Assignments = append(r.Assignments, a)
		return nil
	}))
	return r
}

func undoBulk(t *testing.T, s *store.Store) {
	t.Helper()
	batches, err := s.Batches(t.Context(), storetest.Actor())
	require.NoError(t, err)
	require.Equal(t, "change_volunteers", batches[0].Kind)
	require.NoError(t, s.Undo(t.Context(), storetest.Actor(), batches[0].ID))
}

// company saves volunteers of all statuses and ages with places at an event to come, and returns their ids.
func company(t *testing.T, s *store.Store, n int, dice *rand.Rand) []int64 {
	t.Helper()
	e := storetest.Event(t, s, func(e *data.Event) { e.Status, e.Start, e.End = data.Planned, "2026-12-01T10:00", "2026-12-01T12:00" })
	need := storetest.Need(t, s, e.ID, func(n *data.Need) { n.Wanted = 500 })
	ids := make([]int64, n)
	for i := range ids {
		v := storetest.Volunteer(t, s, func(v *data.Volunteer) {
			v.Status = []data.VolunteerStatus{data.Active, data.Active, data.OnLeave, data.Left}[dice.IntN(4)]
			if v.Status == data.Left {
				v.LeftOn, v.LeftReason = "2026-03-01", "work"
			}
			v.Birth = []data.Date{"1990-05-01", "2011-05-01"}[dice.IntN(2)]
		})
		ids[i] = v.ID
		if v.Status == data.Active {
			_, err := s.SaveAssignment(t.Context(), storetest.Actor(), data.Assignment{NeedID: need, VolunteerID: v.ID, Status: data.ConfirmedPlace})
			require.NoError(t, err)
		}
	}
	return ids
}

// Property: one undo of any change of any of them brings back exactly what was there.
func TestUndoOfABulkChangeRestoresExactly(t *testing.T) {
	s := storetest.New(t)
	dice := rand.New(rand.NewPCG(5, 22))
	ids := company(t, s, 24, dice)
	group, err := s.SaveGroup(t.Context(), storetest.Actor(), data.Group{Name: "Хор"})
	require.NoError(t, err)
	changes := []data.VolunteerChange{
		{Status: data.Active},
		{Status: data.OnLeave, Day: storetest.Day},
		{Status: data.Left, Day: storetest.Day, Reason: "studies"},
		{Direction: "qamqor"},
		{Group: group},
		{LeaveGroup: true},
		{Naming: data.NotNamed},
		{Naming: data.ByName},
		{Proof: data.Clearance{Requirement: "induction", IssuedOn: "2026-11-20", Until: "2027-11-20"}},
	}
	for _, c := range changes {
		dice.Shuffle(len(ids), func(i, j int) { ids[i], ids[j] = ids[j], ids[i] })
		before := registerOf(t, s)
		out, err := s.ChangeVolunteers(t.Context(), storetest.Actor(), data.Bulk{IDs: ids[:12], Change: c, Others: true}, nil)
		require.NoError(t, err)
		if out.Changed == 0 {
			require.Equal(t, before, registerOf(t, s))
			continue
		}
		require.NotEqual(t, before, registerOf(t, s))
		undoBulk(t, s)
		require.Equal(t, before, registerOf(t, s), c)
	}
}

func TestBulkLeavingClosesOpenPlaces(t *testing.T) {
	s := storetest.New(t)
	ids := company(t, s, 8, rand.New(rand.NewPCG(1, 1)))
	leave := data.Bulk{IDs: ids, Change: data.VolunteerChange{Status: data.Left, Day: storetest.Day, Reason: "other"}}
	_, err := s.ChangeVolunteers(t.Context(), storetest.Actor(), leave, nil)
	require.NoError(t, err)
	now := registerOf(t, s)
	require.NotEmpty(t, now.Assignments)
	for _, a := range now.Assignments {
		require.Equal(t, data.WithdrawnPlace, a.Status)
	}
	for _, v := range now.Volunteers {
		require.Equal(t, data.Left, v.Status)
	}
}

func TestWhoCannotBeChangedIsNamed(t *testing.T) {
	s := storetest.New(t)
	adult := storetest.Volunteer(t, s, func(v *data.Volunteer) { v.ConsentOn, v.ConsentThird = "2026-02-01", true })
	minor := storetest.Volunteer(t, s, func(v *data.Volunteer) { v.Birth = "2010-02-01" })
	bulk := data.Bulk{IDs: []int64{adult.ID, minor.ID}, Change: data.VolunteerChange{Naming: data.ByName}}
	before := registerOf(t, s)
	out, err := s.ChangeVolunteers(t.Context(), storetest.Actor(), bulk, nil)
	require.NoError(t, err)
	require.Zero(t, out.Changed)
	require.Len(t, out.Refused, 1)
	require.Equal(t, minor.Number, out.Refused[0].Number)
	require.Contains(t, out.Refused[0].Err.Error(), "errors.minor_named")
	require.Equal(t, before, registerOf(t, s), "all of them or none")

	bulk.Others = true
	out, err = s.ChangeVolunteers(t.Context(), storetest.Actor(), bulk, nil)
	require.NoError(t, err)
	require.Equal(t, 1, out.Changed)
	named, err := s.Volunteer(t.Context(), adult.ID)
	require.NoError(t, err)
	require.Equal(t, data.ByName, named.Naming)
}

// More than are written row by row: what is searched is made anew, and an undo finds everybody again.
func TestManyAreChangedAtOnce(t *testing.T) {
	s := storetest.New(t)
	var ids []int64
	_, err := s.Import(t.Context(), storetest.Actor(), func(i *store.Importer) error {
		for range 1203 {
			id, err := i.SaveVolunteer(data.Volunteer{Person: data.Person{Surname: "Қалиева", Given: "Әсем"}, Accepted: "2026-01-10"})
			if err != nil {
				return err
			}
			ids = append(ids, id)
		}
		return nil
	})
	require.NoError(t, err)
	var heard []int64
	bulk := data.Bulk{IDs: ids, Change: data.VolunteerChange{
		Direction: "qamqor", Proof: data.Clearance{Requirement: "induction", IssuedOn: storetest.Day},
	}}
	out, err := s.ChangeVolunteers(t.Context(), storetest.Actor(), bulk, func(done, _ int64) { heard = append(heard, done) })
	require.NoError(t, err)
	require.Equal(t, 1203, out.Changed)
	require.Equal(t, []int64{500, 1000, 1203}, heard)
	out, err = s.ChangeVolunteers(t.Context(), storetest.Actor(), bulk, nil)
	require.NoError(t, err)
	require.Zero(t, out.Changed, "nobody gets the same proof twice")
	problems, err := s.Check(t.Context())
	require.NoError(t, err)
	require.Empty(t, problems)
	undoBulk(t, s)
	found, err := s.Volunteers(t.Context(), data.VolunteerFilter{Listing: data.Listing{Search: "калиева"}})
	require.NoError(t, err)
	require.Equal(t, ids, found)
}
