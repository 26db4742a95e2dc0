package imports_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data/imports"
	"saya/data/sheetin"
)

func TestBestOfEqualSheetsHasMostRows(t *testing.T) {
	sheet := func(names ...string) sheetin.Sheet {
		s := sheetin.Sheet{Rows: [][]sheetin.Cell{{cell("ФИО"), cell("Телефон")}}}
		for _, name := range names {
			s.Rows = append(s.Rows, []sheetin.Cell{cell(name), cell("8 705 111 22 33")})
		}
		return s
	}
	one, two := sheet("Омарова Жанна"), sheet("Омарова Жанна", "Пробная Ольга")
	for _, c := range []struct {
		sheets []sheetin.Sheet
		want   int
	}{{[]sheetin.Sheet{one, two}, 1}, {[]sheetin.Sheet{two, one}, 0}, {[]sheetin.Sheet{one, two, two}, 1}, {[]sheetin.Sheet{two, {Rows: two.Rows, Hidden: true}}, 0}} {
		got, src, ok := imports.Best(sheetin.File{Sheets: c.sheets}, "")
		require.True(t, ok)
		require.Equal(t, c.want, got)
		require.Equal(t, imports.Volunteers, src.Kind)
	}
}
