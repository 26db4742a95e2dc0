package events_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/store/storetest"
)

// What stands beside the section is what its first chip shows.
func TestUpcomingIsCountedAlike(t *testing.T) {
	p, w, s := open(t)
	for _, status := range []data.EventStatus{data.Idea, data.Planned, data.Confirmed, data.Cancelled, data.Moved} {
		storetest.Event(t, s, func(e *data.Event) {
			e.Status, e.Start, e.End = status, "2026-12-01T10:00", "2026-12-01T11:00"
			if status == data.Cancelled || status == data.Moved {
				e.CancelReason = "Нет света"
			}
		})
	}
	p.Narrow("upcoming")
	now, err := s.Standing(t.Context())
	require.NoError(t, err)
	require.Equal(t, 3, now.Events)
	require.Contains(t, w.Filters(), "Предстоящие 3*")
}
