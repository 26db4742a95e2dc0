package data_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
)

func TestVolunteerChange(t *testing.T) {
	type change = data.VolunteerChange
	for name, c := range map[string]struct {
		before, after data.Volunteer
		change        change
		refused       bool
	}{
		"nothing":            {before: data.Volunteer{Status: data.Active, GroupID: 3}, after: data.Volunteer{Status: data.Active, GroupID: 3}},
		"leaves":             {before: data.Volunteer{Status: data.Active}, change: change{Status: data.Left, Day: today, Reason: "work"}, after: data.Volunteer{Status: data.Left, LeaveSince: today, LeftOn: today, LeftReason: "work"}},
		"has left long ago":  {before: data.Volunteer{Status: data.Left, LeftOn: "2020-01-01"}, change: change{Status: data.Left, Day: today}, after: data.Volunteer{Status: data.Left, LeftOn: "2020-01-01"}},
		"on leave from left": {before: data.Volunteer{Status: data.Left}, change: change{Status: data.OnLeave}, after: data.Volunteer{Status: data.Left}, refused: true},
		"direction":          {before: data.Volunteer{Person: data.Person{Directions: data.List{"a"}}}, change: change{Direction: "b"}, after: data.Volunteer{Person: data.Person{Directions: data.List{"a", "b"}}}},
		"direction she has":  {before: data.Volunteer{Person: data.Person{Directions: data.List{"b", "a"}}}, change: change{Direction: "a"}, after: data.Volunteer{Person: data.Person{Directions: data.List{"b", "a"}}}},
		"another group":      {before: data.Volunteer{GroupID: 3}, change: change{Group: 4}, after: data.Volunteer{GroupID: 4}},
		"no group":           {before: data.Volunteer{GroupID: 3}, change: change{LeaveGroup: true}, after: data.Volunteer{}},
		"naming":             {before: data.Volunteer{Naming: data.ByName}, change: change{Naming: data.NotNamed}, after: data.Volunteer{Naming: data.NotNamed}},
	} {
		t.Run(name, func(t *testing.T) {
			v := c.before
			require.Equal(t, c.refused, c.change.Apply(&v) != nil)
			require.Equal(t, c.after, v)
		})
	}
}

func TestMissingNamesWhatSomebodyWillNeed(t *testing.T) {
	require.Equal(t, []string{"birth", "phones", "directions", "consent_on", "confidential_on", "ethics_on"}, data.Volunteer{}.Missing())
	require.Empty(t, data.Volunteer{
		Person:    data.Person{Birth: today, Phones: data.List{"+77010000001"}, Directions: data.List{"a"}},
		ConsentOn: today, Confidential: today, EthicsOn: today,
	}.Missing())
}
