package xlsx

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/assets/locale"
	"saya/reports/spec"
)

func TestWrappedLines(t *testing.T) {
	for name, test := range map[string]struct {
		text  string
		chars float64
		lines int
	}{
		"empty":               {"", 10, 1},
		"fits":                {"қысқа", 5, 1},
		"two words, two rows": {"Жаңа волонтерлер", 11, 2},
		"whole words":         {"Жаңа волонтерлер / Новые волонтеры", 14, 4},
		"a long word":         {strings.Repeat("я", 25), 10, 3},
		"line feeds":          {"a\nb\nc", 10, 3},
		"no room":             {"ab", 0, 2},
	} {
		t.Run(name, func(t *testing.T) { require.Equal(t, test.lines, wrappedLines(test.text, test.chars)) })
	}
}

func grid(title string, rows int, chart *spec.Chart) spec.Matrix {
	m := spec.Matrix{Title: title, Corner: "Corner", Columns: spec.Heads(spec.Count, spec.Sum, "A", "B"), Chart: chart}
	for range rows {
		m.Rows = append(m.Rows, spec.Row{Label: "Label", Values: []spec.Value{spec.Int(1), spec.Int(2)}})
	}
	return m
}

func TestBlocksAndChartsDoNotMeet(t *testing.T) {
	wide := grid("wide", 5, &spec.Chart{Form: spec.Lines}) // its chart stands under it
	for len(wide.Columns) < 20 {
		wide.Columns = append(wide.Columns, wide.Columns[0])
	}
	r := spec.Report{Sheets: []spec.Sheet{{Name: "S", Blocks: []spec.Block{
		grid("short", 2, &spec.Chart{}), grid("long", 30, &spec.Chart{}), wide, grid("last", 3, nil),
	}}}}
	pages, err := layout(r, locale.New("en"))
	require.NoError(t, err)
	g := &pages[0]
	for i := range g.blocks {
		b := &g.blocks[i]
		require.Greater(t, b.after, max(b.last(), b.totalRow))
		if b.spot.col > 0 {
			bottom := g.rowAfter(b.spot.row, float64(b.spot.height)*72/96)
			require.LessOrEqual(t, bottom, b.after)
			require.True(t, b.spot.col > b.right() || b.spot.row > b.totalRow, "the chart covers its block")
		}
		if i > 0 {
			require.Greater(t, b.top(), g.blocks[i-1].after)
		}
	}
}

func TestBreaksKeepGridsWhole(t *testing.T) {
	blocks := []spec.Block{grid("a", 15, nil), grid("b", 15, nil), grid("c", 15, nil), grid("longer than a page", 60, nil), grid("d", 3, nil)}
	pages, err := layout(spec.Report{Sheets: []spec.Sheet{{Name: "S", Blocks: blocks}}}, locale.New("en"))
	require.NoError(t, err)
	g := &pages[0]
	require.Equal(t, []int{g.blocks[1].titleRow, g.blocks[2].titleRow}, g.breaks)
}
