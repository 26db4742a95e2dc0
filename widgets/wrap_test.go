package widgets_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"github.com/stretchr/testify/require"

	"saya/widgets"
)

// A sum stays with its unit, however narrow the place: a line ends at plain spaces only.
func TestSumsAreNotBroken(t *testing.T) {
	body := widgets.NewBody("Собрано 10\u00a0000\u00a0₸ из 250\u00a0000\u00a0₸ на зимнюю одежду")
	d := newDesk(t, container.NewStack(body))
	for width := float32(90); width < 400; width += 7 {
		d.window.Resize(fyne.NewSize(width, 300))
		lines := strings.Join(texts(body), "|")
		require.Contains(t, lines, "10\u00a0000\u00a0₸", "%v", width)
		require.Contains(t, lines, "250\u00a0000\u00a0₸", "%v", width)
	}
	require.Greater(t, len(texts(body)), 0)
}
