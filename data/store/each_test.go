package store_test

import (
	"context"
	"errors"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/store"
	"saya/data/store/storetest"
)

func TestEachReadsOneSnapshotInOrder(t *testing.T) {
	s := storetest.New(t)
	for k := range 5 {
		_, err := s.Import(t.Context(), storetest.Actor(), func(i *store.Importer) error {
			got, err := importAll(i)
			if err != nil {
				return err
			}
			_, err = i.SaveHours(data.Hours{VolunteerID: got.volunteer, Day: storetest.Day.AddDays(-10 * k), Minutes: 30})
			return err
		})
		require.NoError(t, err, k)
	}
	var people []data.Volunteer
	require.NoError(t, s.EachVolunteer(t.Context(), nil, func(v data.Volunteer) error {
		people = append(people, v)
		if len(people) == 1 {
			storetest.Volunteer(t, s) // saved meanwhile: not of this snapshot
		}
		return nil
	}))
	require.Len(t, people, 5)
	for k, v := range people {
		require.EqualValues(t, k+1, v.ID)
		same, err := s.Volunteer(t.Context(), v.ID)
		require.NoError(t, err)
		require.Equal(t, same, v)
	}
	counts := map[string]int{}
	count := func(kind string) { counts[kind]++ }
	require.NoError(t, errors.Join(
		s.EachApplication(t.Context(), nil, func(data.Application) error { count("applications"); return nil }),
		s.EachEvent(t.Context(), func(data.Event) error { count("events"); return nil }),
		s.EachAssignment(t.Context(), func(data.Assignment) error { count("assignments"); return nil }),
		s.EachContribution(t.Context(), func(data.Contribution) error { count("contributions"); return nil }),
		s.EachHours(t.Context(), data.Period{}, func(data.Hours) error { count("hours"); return nil }),
		s.EachHours(t.Context(), data.Period{From: "2026-11-01", To: "2026-11-12"}, func(data.Hours) error { count("days"); return nil }),
	))
	require.Equal(t, map[string]int{
		"applications": 5, "events": 5, "assignments": 5, "contributions": 5, "hours": 10, "days": 2,
	}, counts)
}

func TestEachStops(t *testing.T) {
	s := storetest.New(t)
	for range 3 {
		storetest.Volunteer(t, s)
	}
	enough := errors.New("enough")
	read := 0
	require.ErrorIs(t, s.EachVolunteer(t.Context(), nil, func(data.Volunteer) error { read++; return enough }), enough)
	require.Equal(t, 1, read)
	ctx, cancel := context.WithCancel(t.Context())
	require.ErrorIs(t, s.EachVolunteer(ctx, nil, func(data.Volunteer) error { read++; cancel(); return nil }), context.Canceled)
	require.Equal(t, 2, read)
}
