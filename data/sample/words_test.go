package sample

import (
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/reference"
)

func TestWordsAreComplete(t *testing.T) {
	w, err := readWords()
	require.NoError(t, err)
	require.NoError(t, w.centre.centre().Validate())
	codes := func(choices []data.Choice) []string {
		var out []string
		for _, c := range choices {
			out = append(out, c.Code)
		}
		return out
	}
	directions, kinds := codes(reference.Directions()), codes(reference.ActivityKinds())
	venueKinds := map[string]bool{}
	for _, v := range w.places.Venues {
		requireInThree(t, v.Names)
		venueKinds[v.Kind] = true
	}
	for _, k := range slices.Concat(w.events.Public, w.events.Resident) {
		require.Contains(t, data.EventTypes(), k.Type)
		always := false
		for _, title := range k.Titles {
			requireInThree(t, title.Names)
			require.Contains(t, directions, title.Direction)
			require.Contains(t, kinds, title.Kind)
			always = always || len(title.Months) == 0 && len(title.Venues) == 0
			for _, m := range title.Months {
				require.True(t, time.January <= m && m <= time.December)
			}
			for _, v := range title.Venues {
				require.True(t, venueKinds[v], v)
			}
		}
		require.True(t, always, "%s has no title for every day", k.Type)
		for _, v := range k.Venues {
			require.True(t, venueKinds[v], v)
		}
	}
	for _, p := range w.projects {
		requireInThree(t, p.Names)
		require.Contains(t, directions, p.Direction)
		require.Contains(t, kinds, p.Kind)
	}
	require.Len(t, w.people.Requirements, 3)
}

func requireInThree(t *testing.T, n data.Names) {
	t.Helper()
	require.True(t, n.KK != "" && n.RU != "" && n.EN != "", "%+v", n)
}
