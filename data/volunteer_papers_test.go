package data_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
)

func TestPapersTellHowARequirementIsMet(t *testing.T) {
	until := func(days int) []data.Clearance {
		return []data.Clearance{{Requirement: "basic", IssuedOn: "2025-01-01", Until: today.AddDays(days)}}
	}
	for _, c := range []struct {
		name   string
		proofs []data.Clearance
		blocks bool
		want   data.PaperState
		days   int
		due    bool
	}{
		{"never had", nil, false, data.PaperMissing, 0, false},
		{"never had what is asked for", nil, true, data.PaperMissing, 0, true},
		{"without end", []data.Clearance{{Requirement: "basic", IssuedOn: "2025-01-01"}}, true, data.PaperValid, 0, false},
		{"ends today", until(0), false, data.PaperEnding, 0, true},
		{"ended yesterday", until(-1), false, data.PaperEnded, -1, true},
		{"ends in 30 days", until(30), false, data.PaperEnding, 30, true},
		{"ends in 31 days", until(31), true, data.PaperValid, 31, false},
		{"renewed", append(until(400), until(-9)...), true, data.PaperValid, 400, false},
		{"another one includes it", []data.Clearance{{Requirement: "full", IssuedOn: "2025-01-01"}}, true, data.PaperValid, 0, false},
		{"through two others", []data.Clearance{{Requirement: "leader", IssuedOn: "2025-01-01"}}, true, data.PaperValid, 0, false},
		{"of something else", []data.Clearance{{Requirement: "other", IssuedOn: "2025-01-01"}}, true, data.PaperMissing, 0, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := data.Papers(today, c.proofs, []data.Requirement{
				{Code: "basic", Blocks: c.blocks},
				{Code: "full", Includes: data.List{"basic"}},
				{Code: "leader", Includes: data.List{"full"}},
			})[0]
			require.Equal(t, []any{c.want, c.days, c.due}, []any{p.State, p.Days, p.Due()})
		})
	}
}

// Requirements that include each other are a mistake of whoever wrote them, not a reason to hang.
func TestRequirementsInACircleEnd(t *testing.T) {
	circle := []data.Requirement{{Code: "a", Includes: data.List{"b"}}, {Code: "b", Includes: data.List{"a"}}}
	require.Equal(t, map[string]bool{"a": true, "b": true}, data.Covering("a", circle))
}

func TestRetiredRequirementsAreNotAskedFor(t *testing.T) {
	require.Empty(t, data.Papers(today, nil, []data.Requirement{{Code: "old", Blocks: true, Retired: true}}))
}

func TestProofsHoldForTheMonthsOfTheirRequirement(t *testing.T) {
	for _, c := range []struct {
		months       int
		issued, want data.Date
	}{{0, "2026-11-22", ""}, {12, "2026-11-22", "2027-11-22"}, {1, "2027-01-31", "2027-02-28"}, {6, "2026-08-31", "2027-02-28"}, {3, "", ""}} {
		require.Equal(t, c.want, data.Requirement{Months: c.months}.Until(c.issued), c)
	}
}
