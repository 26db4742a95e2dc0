package imports

import (
	"testing"

	"github.com/stretchr/testify/require"

	"saya/app/page"
	"saya/assets/locale"
	"saya/data"
	"saya/data/imports"
	"saya/data/sheetin"
	"saya/data/store/storetest"
)

// The plan knows which fields are days and times: whatever number it writes as one, the preview has to show as one.
func TestPreviewKnowsTheDaysOfThePlan(t *testing.T) {
	s := storetest.New(t)
	for _, kind := range imports.Kinds() {
		src := imports.Source{Kind: kind, Today: data.Date("2026-11-22"), Table: sheetin.Table{Header: 1, Height: 1}}
		var cells []sheetin.Cell
		for _, info := range imports.Fields(kind) {
			src.Mapping = append(src.Mapping, info.Field)
			src.Table.Titles = append(src.Table.Titles, string(info.Field))
			cells = append(cells, sheetin.Cell{Text: "46348.5", Kind: sheetin.Number})
		}
		src.Table.Lines = []sheetin.Line{{Row: 2, Cells: cells}}
		plan, err := imports.NewPlan(t.Context(), s, storetest.Actor(), src)
		require.NoError(t, err)
		r := &reading{env: page.Env{Text: locale.New(locale.Russian)}, kind: kind, table: src.Table, mapping: src.Mapping}
		for i, text := range plan.Rows()[0].Texts() {
			if text != cells[i].Text {
				require.NotEqual(t, cells[i].Text, r.cell(i, cells[i]), "%s of %s", src.Mapping[i], kind)
			}
		}
	}
}

func TestDaysAndTimesOfNumbers(t *testing.T) {
	r := &reading{env: page.Env{Text: locale.New(locale.Kazakh)}, mapping: imports.Mapping{"birth", "start_at", "day", "hours", ""}}
	for _, c := range []struct {
		column     int
		cell, want string
	}{
		{0, "35927", "12.05.1998"},
		{0, "7", "7"},
		{1, "0.3958333333", "09:30"},
		{1, "46348.5", "22.11.2026 12:00"},
		{2, "46348", "22.11.2026"},
		{3, "2.5", "2.5"},
		{4, "46348", "46348"},
	} {
		require.Equal(t, c.want, r.cell(c.column, sheetin.Cell{Text: c.cell, Kind: sheetin.Number}), c.cell)
	}
	require.Equal(t, "Ахметова Айгуль, 22.11.2026 10:00", dotted(r.env.Text, "Ахметова Айгуль, 2026-11-22T10:00"))
	require.Equal(t, "2026-13-45", dotted(r.env.Text, "2026-13-45"))
}

func TestOtherSheetsAreSaid(t *testing.T) {
	sheet := func(name string, texts ...string) sheetin.Sheet {
		s := sheetin.Sheet{Name: name}
		for _, text := range texts {
			s.Rows = append(s.Rows, []sheetin.Cell{{Text: text, Kind: sheetin.Text}, {Text: "Телефон", Kind: sheetin.Text}})
		}
		return s
	}
	file := sheetin.File{Sheets: []sheetin.Sheet{
		sheet("Январь", "ФИО", "Ахметова Айгуль"), sheet("Заметки", "купить хлеб"), sheet("Февраль", "ФИО", "Ким Мария"), sheet("Март", "ФИО"),
	}}
	r := &reading{env: page.Env{Text: locale.New(locale.Russian)}, file: file, tables: tables(file)}
	require.Equal(t, "Таблицы есть еще на 1 листе: Февраль. Каждый лист загружается отдельно.", r.others())
	r.sheet = 2
	require.Contains(t, r.others(), "Январь")
	r.tables = []int{2}
	require.Empty(t, r.others())
}
