package store

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
)

// TestOrdersAreReadFromAnIndex: a list of a hundred thousand is not sorted each time it is shown.
func TestOrdersAreReadFromAnIndex(t *testing.T) {
	s, err := Create(t.Context(), t.TempDir(), CreateOptions{Sample: true, Now: clock})
	require.NoError(t, err)
	defer func() { require.NoError(t, s.Close()) }()
	active := []data.VolunteerStatus{data.Active, data.OnLeave}
	for name, b := range map[string]*query{
		"volunteers":           s.volunteerQuery(data.VolunteerFilter{}),
		"active volunteers":    s.volunteerQuery(data.VolunteerFilter{Statuses: active, Listing: data.Listing{Lang: "kk", Desc: true}}),
		"volunteers found":     s.volunteerQuery(data.VolunteerFilter{Statuses: active, Listing: data.Listing{Search: "қали 77", Limit: 200}}),
		"volunteers by number": s.volunteerQuery(data.VolunteerFilter{Listing: data.Listing{Order: data.OrderByNumber}}),
		"volunteers accepted":  s.volunteerQuery(data.VolunteerFilter{Listing: data.Listing{Order: data.OrderByAccepted}}),
		"events":               eventQuery(data.EventFilter{Days: data.Period{From: "2026-01-01"}}),
		"events by name":       eventQuery(data.EventFilter{Listing: data.Listing{Order: data.OrderByName}}),
		"hours":                hoursQuery(data.HoursFilter{Listing: data.Listing{Desc: true}}),
	} {
		t.Run(name, func(t *testing.T) {
			text, args := b.text()
			steps := plan(t, s, text, args...)
			require.NotContains(t, steps, "TEMP B-TREE")
			require.Equal(t, strings.Count(steps, "\n"), strings.Count(steps, "COVERING INDEX"), steps)
		})
	}
}

func TestRareNamesAreLookedUp(t *testing.T) {
	s, err := Create(t.Context(), t.TempDir(), CreateOptions{Sample: true, Now: clock})
	require.NoError(t, err)
	defer func() { require.NoError(t, s.Close()) }()
	b := s.volunteerQuery(data.VolunteerFilter{Listing: data.Listing{Search: "қали"}})
	b.and("id IN (?, ?)", 1, 2)
	text, args := b.text()
	require.Contains(t, plan(t, s, text, args...), "INTEGER PRIMARY KEY")
}

func plan(t *testing.T, s *Store, text string, args ...any) string {
	t.Helper()
	var steps []struct {
		ID, Parent, NotUsed int
		Detail              string
	}
	require.NoError(t, s.people.read.Select(&steps, "EXPLAIN QUERY PLAN "+text, args...))
	var b strings.Builder
	for _, step := range steps {
		b.WriteString(step.Detail + "\n")
	}
	return b.String()
}
