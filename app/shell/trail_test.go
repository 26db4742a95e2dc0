package shell

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestTrail(t *testing.T) {
	var way trail
	_, ok := way.ahead(-1)
	require.False(t, ok)
	for _, section := range []string{"home", "volunteers", "events"} {
		way.goOn(spot{section: section})
	}
	way.note(7)
	back, ok := way.ahead(-1)
	require.True(t, ok)
	require.Equal(t, spot{"volunteers", 0}, back)
	way.at--
	forward, ok := way.ahead(1)
	require.True(t, ok)
	require.Equal(t, spot{"events", 7}, forward, "the record is remembered")
	way.goOn(spot{section: "reports"})
	_, ok = way.ahead(1)
	require.False(t, ok, "another step forgets what was gone back from")
	back, _ = way.ahead(-2)
	require.Equal(t, "home", back.section)
	for range 2 * longestTrail {
		way.goOn(spot{section: "events"})
	}
	require.Len(t, way.spots, longestTrail)
	require.Equal(t, longestTrail-1, way.at)
}
