package page_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"saya/app/page"
	"saya/widgets"
)

func TestPlaces(t *testing.T) {
	text, _ := page.Places(0, 0)
	require.Empty(t, text, "where nobody is wanted nothing is missing")
	for taken, want := range map[int]widgets.Tone{0: widgets.ToneBad, 2: widgets.ToneBad, 3: widgets.ToneWarn, 5: widgets.ToneOk, 6: widgets.ToneOk} {
		_, tone := page.Places(taken, 5)
		require.Equal(t, want, tone, taken)
	}
	text, _ = page.Places(3, 5)
	require.Equal(t, "3 / 5", text)
}
