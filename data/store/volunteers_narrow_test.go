package store_test

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/store"
	"saya/data/store/storetest"
)

// narrowed holds the list and the number of a filter to be those.
func narrowed(t *testing.T, s *store.Store, f data.VolunteerFilter, want []int64) {
	t.Helper()
	ids, err := s.Volunteers(t.Context(), f)
	require.NoError(t, err)
	require.ElementsMatch(t, want, ids)
	n, err := s.CountVolunteers(t.Context(), f)
	require.NoError(t, err)
	require.Equal(t, len(want), n)
}

func TestVolunteersAreNarrowed(t *testing.T) {
	s := storetest.New(t)
	speaks := storetest.Volunteer(t, s, func(v *data.Volunteer) {
		v.Languages, v.Region, v.District = data.Languages{{Code: "ug", Level: "B1"}}, "750000000", "Медеу"
	}).ID
	storetest.Volunteer(t, s, func(v *data.Volunteer) { v.Languages = data.Languages{{Code: "ru"}} })
	narrowed(t, s, data.VolunteerFilter{Language: "ug"}, []int64{speaks})
	narrowed(t, s, data.VolunteerFilter{Region: "750000000"}, []int64{speaks})
	narrowed(t, s, data.VolunteerFilter{District: "Медеу"}, []int64{speaks})
	districts, err := s.Districts(t.Context())
	require.NoError(t, err)
	require.Equal(t, []string{"Медеу"}, districts)
}

func TestWhoIsNotAsked(t *testing.T) {
	s := storetest.New(t)
	since := storetest.Day.AddDays(-data.IdleDays)
	place := func(start data.Local) int64 {
		v := storetest.Volunteer(t, s)
		e := storetest.Event(t, s, func(e *data.Event) { e.Start, e.End, e.Status = start, start[:11]+"23:00", data.Planned })
		_, err := s.SaveAssignment(t.Context(), storetest.Actor(), data.Assignment{
			NeedID: storetest.Need(t, s, e.ID), VolunteerID: v.ID, Status: data.DeclinedPlace,
		})
		require.NoError(t, err)
		return v.ID
	}
	never := storetest.Volunteer(t, s).ID
	long := place(data.Local(since.AddDays(-1)) + "T10:00")
	place(data.Local(since) + "T10:00")
	place("2026-12-01T10:00")
	storetest.Volunteer(t, s, func(v *data.Volunteer) { v.Accepted = since })
	storetest.Hours(t, s, storetest.Volunteer(t, s).ID)
	coordinator := storetest.Volunteer(t, s, func(v *data.Volunteer) { v.Coordinator = true }).ID
	storetest.Event(t, s, func(e *data.Event) { e.CoordinatorID = coordinator })
	narrowed(t, s, data.VolunteerFilter{IdleSince: since}, []int64{never, long})
}

// Property: the two filters that repeat a rule of the domain in SQL agree with it.
func TestFiltersAgreeWithTheirRules(t *testing.T) {
	s := storetest.New(t)
	requirements := []data.Requirement{
		{Code: "basic", Names: data.Names{RU: "Основы"}, Blocks: true},
		{Code: "full", Names: data.Names{RU: "Полный"}, Includes: data.List{"basic"}},
		{Code: "old", Names: data.Names{RU: "Прежний"}, Blocks: true, Retired: true},
	}
	for _, r := range requirements {
		require.NoError(t, s.SaveRequirement(t.Context(), storetest.Actor(), r))
	}
	dice := rand.New(rand.NewPCG(7, 7))
	var due, incomplete []int64
	for range 60 {
		v := storetest.Volunteer(t, s, func(v *data.Volunteer) {
			v.Phones, v.Directions = data.List{"+77010000001"}, data.List{"qamqor"}
			v.ConsentOn, v.Confidential, v.EthicsOn = "2026-02-01", "2026-02-01", "2026-02-01"
			empty := []func(){
				func() { v.Birth = "" }, func() { v.Phones = nil }, func() { v.Directions = nil }, func() { v.ConsentOn = "" },
				func() { v.Confidential = "" }, func() { v.EthicsOn = "" }, func() {}, func() {}, func() {},
			}
			empty[dice.IntN(len(empty))]()
		})
		var proofs []data.Clearance
		for range dice.IntN(3) {
			k := data.Clearance{VolunteerID: v.ID, Requirement: requirements[dice.IntN(2)].Code, IssuedOn: "2025-01-01"}
			if dice.IntN(4) > 0 {
				k.Until = storetest.Day.AddDays([]int{-1, 0, data.EndingDays, data.EndingDays + 1}[dice.IntN(4)])
			}
			_, err := s.SaveClearance(t.Context(), storetest.Actor(), k)
			require.NoError(t, err)
			proofs = append(proofs, k)
		}
		for _, p := range data.Papers(storetest.Day, proofs, requirements) {
			if p.Due() {
				due = append(due, v.ID)
				break
			}
		}
		if len(v.Missing()) > 0 {
			incomplete = append(incomplete, v.ID)
		}
	}
	narrowed(t, s, data.VolunteerFilter{PapersDue: true}, due)
	narrowed(t, s, data.VolunteerFilter{Incomplete: true}, incomplete)
	narrowed(t, s, data.VolunteerFilter{PapersDue: true, Listing: data.Listing{Search: "калиева"}}, due)
}

func TestVolunteersByEvents(t *testing.T) {
	s := storetest.New(t)
	none, helped := storetest.Volunteer(t, s), storetest.Volunteer(t, s)
	storetest.Hours(t, s, helped.ID, func(h *data.Hours) { h.EventID, h.Status = storetest.Event(t, s).ID, data.Approved })
	ids, err := s.Volunteers(t.Context(), data.VolunteerFilter{Listing: data.Listing{Order: data.OrderByEvents, Desc: true}})
	require.NoError(t, err)
	require.Equal(t, []int64{helped.ID, none.ID}, ids)
}
