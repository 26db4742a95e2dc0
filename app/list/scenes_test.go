package list_test

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestScenesOfAList(t *testing.T) {
	p, _, w := open(t, acting(&[]int64{}), filtered)
	shown := map[string]bool{}
	for _, scene := range p.Scenes() {
		scene.Show()
		shown[scene.Name] = true
		if scene.Name == "nothing" {
			require.True(t, w.Shows("Ничего такого"))
		}
	}
	require.Len(t, shown, 9)
	require.Empty(t, w.Failed)
	require.Empty(t, w.MenuTexts(), "nothing is left open")
	require.Equal(t, "2", p.Status())
}
