package data_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
)

// requireMoves holds a whole table: every pair that is not named must be refused.
func requireMoves[S interface {
	~string
	CanBecome(S) bool
}](t *testing.T, all []S, want map[S][]S) {
	t.Helper()
	for _, from := range all {
		for _, to := range all {
			require.Equal(t, slices.Contains(want[from], to), from.CanBecome(to), "%s to %s", from, to)
		}
	}
}

func TestStatusTables(t *testing.T) {
	requireMoves(t, []data.ApplicationStatus{data.NewApplication, data.Screening, data.Accepted, data.Declined, data.Withdrawn, "x"},
		map[data.ApplicationStatus][]data.ApplicationStatus{
			data.NewApplication: {data.Screening, data.Declined, data.Withdrawn},
			data.Screening:      {data.Accepted, data.Declined, data.Withdrawn},
		})
	requireMoves(t, []data.VolunteerStatus{data.Active, data.OnLeave, data.Left, "x"},
		map[data.VolunteerStatus][]data.VolunteerStatus{
			data.Active: {data.OnLeave, data.Left}, data.OnLeave: {data.Active, data.Left}, data.Left: {data.Active},
		})
	requireMoves(t, []data.EventStatus{data.Idea, data.Planned, data.Confirmed, data.Held, data.Cancelled, data.Moved, "x"},
		map[data.EventStatus][]data.EventStatus{
			data.Idea:      {data.Planned, data.Confirmed, data.Cancelled},
			data.Planned:   {data.Idea, data.Confirmed, data.Held, data.Cancelled, data.Moved},
			data.Confirmed: {data.Planned, data.Held, data.Cancelled, data.Moved},
			data.Held:      {data.Confirmed}, data.Cancelled: {data.Planned}, data.Moved: {data.Planned},
		})
	requireMoves(t, []data.AssignmentStatus{data.Requested, data.ConfirmedPlace, data.Waitlisted, data.DeclinedPlace, data.WithdrawnPlace},
		map[data.AssignmentStatus][]data.AssignmentStatus{
			data.Requested:      {data.ConfirmedPlace, data.Waitlisted, data.DeclinedPlace, data.WithdrawnPlace},
			data.ConfirmedPlace: {data.Requested, data.Waitlisted, data.DeclinedPlace, data.WithdrawnPlace},
			data.Waitlisted:     {data.Requested, data.ConfirmedPlace, data.DeclinedPlace, data.WithdrawnPlace},
			data.DeclinedPlace:  {data.Requested}, data.WithdrawnPlace: {data.Requested},
		})
	requireMoves(t, []data.HoursStatus{data.Draft, data.Submitted, data.Approved, data.Returned, "x"},
		map[data.HoursStatus][]data.HoursStatus{
			data.Draft: {data.Submitted}, data.Submitted: {data.Draft, data.Approved, data.Returned},
			data.Approved: {data.Returned}, data.Returned: {data.Draft, data.Submitted},
		})
}

func TestCheckStatus(t *testing.T) {
	require.NoError(t, data.CheckStatus(data.Active, data.OnLeave))
	require.NoError(t, data.CheckStatus(data.Left, data.Left), "no change")
	require.NoError(t, data.CheckStatus("", data.Held), "a new record")

	err := data.CheckStatus(data.NewApplication, data.Accepted)
	require.True(t, data.IsCode(err, data.Conflict))
	require.Equal(t, []string{"status errors.status_change"}, refusals(err))
	require.Equal(t, []any{"From", "status.application.new", "To", "status.application.accepted"}, data.Refusals(err)[0].Args)
	require.Equal(t, "conflict: status: errors.status_change", fmt.Sprint(err))
}
