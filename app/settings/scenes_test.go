package settings_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
)

// The same centre gives the same pictures: they add to it only what it has not.
func TestPictureOfTheBinTakesWhatIsThere(t *testing.T) {
	dir, _ := centre(t)
	_, s, p := open(t, dir, data.Manager)
	_, err := s.SaveContribution(t.Context(), s.Actor(), data.Contribution{
		Kind: data.Money, GiverKind: data.GivenByPerson, Giver: "Абаева Мария", Day: "2026-11-10", Value: 1_000_000,
	})
	require.NoError(t, err)
	for range 2 {
		turn(t, p, "bin")
		turn(t, p, "bin-item")
		items, err := s.Bin(t.Context())
		require.NoError(t, err)
		require.Len(t, items, 1)
	}
}

func TestPictureOfAFileOutsideTouchesNothing(t *testing.T) {
	dir, _ := centre(t)
	w, s, p := open(t, dir, data.Manager)
	turn(t, p, "outside")
	turn(t, p, "outside-file")
	require.True(t, w.Shows("2026-10_esep.xlsx"))
	files, err := s.Outside(t.Context())
	require.NoError(t, err)
	require.Empty(t, files)
	require.Empty(t, w.Failed)
}
