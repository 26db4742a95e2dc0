package imports_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data/imports"
	"saya/data/sheetin"
)

func TestOneTextForAllRows(t *testing.T) {
	cell := func(text string) sheetin.Cell { return sheetin.Cell{Text: text, Kind: sheetin.Text} }
	src := imports.Source{
		Kind: imports.Assignments, Mapping: imports.Mapping{"full_name", "role"},
		Table: sheetin.Table{Titles: []string{"ФИО", "Роль"}, Lines: []sheetin.Line{
			{Row: 5, Cells: []sheetin.Cell{cell("Ким Мария"), cell("фотограф")}}, {Row: 7, Cells: []sheetin.Cell{cell("Ахметова Айгуль")}},
		}},
	}
	all := src.WithAll("event_id", "Мероприятие", "Ярмарка").WithAll("role", "Роль", "водитель")
	require.Equal(t, imports.Mapping{"full_name", "", "event_id", "role"}, all.Mapping)
	require.Equal(t, []string{"ФИО", "Роль", "Мероприятие", "Роль"}, all.Table.Titles)
	require.Equal(t, []sheetin.Line{
		{Row: 5, Cells: []sheetin.Cell{cell("Ким Мария"), cell("фотограф"), cell("Ярмарка"), cell("водитель")}},
		{Row: 7, Cells: []sheetin.Cell{cell("Ахметова Айгуль"), {}, cell("Ярмарка"), cell("водитель")}},
	}, all.Table.Lines)
	require.Empty(t, imports.Missing(all.Kind, all.Mapping))

	require.Equal(t, imports.Mapping{"full_name", "role"}, src.Mapping, "the source itself stays as it is")
	require.Len(t, src.Table.Titles, 2)
	require.Len(t, src.Table.Lines[0].Cells, 2)
}
