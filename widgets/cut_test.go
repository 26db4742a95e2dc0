package widgets

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"github.com/stretchr/testify/require"

	"saya/assets"
)

func ourTheme(t *testing.T) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(assets.NewTheme(theme.VariantLight))
}

func TestRulerIsNeverTooOptimistic(t *testing.T) {
	ourTheme(t)
	for _, style := range []fyne.TextStyle{{}, {Bold: true}} {
		r := newRuler(13, style)
		for _, s := range []string{
			"Әсел Қасымова", "Жұлдыз Әбдірахманова-Сейтмағамбетова", "12 500 ₸", "№ 1047", "AVATAR To Ye", "ГУТА ТАГА",
			"Ескертпе: «іс-шара» – 3½", "й и\u0306", "مرحبا بالعالم", "👩‍👧 ана мен қыз", "",
		} {
			shaped := fyne.MeasureText(s, 13, style).Width
			require.GreaterOrEqual(t, r.width(s)+0.5, shaped, s)
			require.LessOrEqual(t, r.width(s), shaped*1.08+1, s)
		}
	}
}

func TestCutFitsAndKeepsTheBeginning(t *testing.T) {
	ourTheme(t)
	r := newRuler(13, fyne.TextStyle{})
	texts := []string{
		"Жұлдыз Әбдірахманова-Сейтмағамбетова Нұрсұлтанқызы", strings.Repeat("ұзақ ", 100), strings.Repeat("👩‍👧 مرحبا ", 60),
		"\xff\xfe бұзылған", "жол\nжол",
	}
	for _, s := range texts {
		for _, width := range []float32{0, 5, 13, 40, 120, 300} {
			for name, cut := range map[string]string{"ruler": r.cut(s, width), "shaper": cutText(s, width, r.shaped)} {
				require.LessOrEqual(t, r.shaped(cut), width+0.5, "%s %q at %v", name, s, width)
				require.NotContains(t, cut, "\n")
				require.True(t, strings.HasPrefix(oneLine(s), strings.TrimSuffix(cut, ellipsis)), "%s %q", name, cut)
			}
		}
	}
	require.Equal(t, "Қысқа", r.cut("Қысқа", 100))
	require.Equal(t, "Қысқа", cutText("Қысқа", 100, r.shaped))
	require.Equal(t, ellipsis, r.cut("Қысқа", r.width(ellipsis)+1))
}

func TestColumnsShareWidth(t *testing.T) {
	columns := []Column{{Width: 100}, {Flexible: true, MinWidth: 200}, {}, {Width: 20, MinWidth: 60}}
	require.Equal(t, []span{{0, 100}, {100, 330}, {430, 110}, {540, 60}}, layoutColumns(columns, 600))
	require.Equal(t, []span{{0, 100}, {100, 200}, {300, 110}, {410, 60}}, layoutColumns(columns, 300), "wider than the place, not narrower than the least")
	require.Equal(t, []span{{0, 110}}, layoutColumns([]Column{{}}, 600), "without a flexible column the rest stays empty")
	require.Empty(t, layoutColumns(nil, 600))
}

// Columns that a list can do without go before anything is scrolled sideways, the first to go named by its number.
func TestSpareColumnsGiveWay(t *testing.T) {
	columns := []Column{{Flexible: true, MinWidth: 200}, {Width: 100, Spare: 1}, {Width: 80}, {Width: 120, Spare: 2}}
	tests := []struct {
		available float32
		want      []float32
	}{
		{available: 600, want: []float32{300, 100, 80, 120}},
		{available: 499, want: []float32{319, 100, 80, 0}},
		{available: 379, want: []float32{299, 0, 80, 0}},
		{available: 280, want: []float32{200, 0, 80, 0}},
		{available: 200, want: []float32{200, 0, 0, 0}},
		{available: 100, want: []float32{200, 0, 0, 0}},
	}
	for _, tt := range tests {
		widths := make([]float32, len(columns))
		for i, s := range layoutColumns(columns, tt.available) {
			widths[i] = s.width
		}
		require.Equal(t, tt.want, widths, "in %v", tt.available)
	}
}
