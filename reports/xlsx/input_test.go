package xlsx_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"saya/reports/spec"
)

// blankForm is a form with two drop-downs of the same choices, one of them open, and a column with a note only.
func blankForm(choices ...string) spec.Report {
	empty := func(struct{}) spec.Value { return spec.Value{} }
	return spec.Report{Title: "Form", Sheets: []spec.Sheet{{Name: "It's a form", Blocks: []spec.Block{spec.Register[struct{}]{
		Columns: []spec.Column[struct{}]{
			{Title: "Strict", Value: empty, Input: &spec.Input{Choices: choices, Hint: "common.yes"}},
			{Title: "Open", Value: empty, Input: &spec.Input{Choices: choices, Open: true}},
			{Title: strings.Repeat("long ", 20), Value: empty, Input: &spec.Input{Hint: strings.Repeat("я", 300)}},
			{Title: "Free", Value: empty},
		},
		Rows: make([]struct{}, 30),
	}}}}}
}

func TestInputs(t *testing.T) {
	long := []string{"common.yes", "one, two", strings.Repeat("ұзын ", 60)}
	f := reopened(t, written(t, blankForm(long...), languages["kk"]))
	require.Equal(t, []string{"It's a form", "Тізімдер"}, f.GetSheetList())
	visible, err := f.GetSheetVisible("Тізімдер")
	require.NoError(t, err)
	require.False(t, visible)

	inputs, err := f.GetDataValidations("It's a form")
	require.NoError(t, err)
	require.Len(t, inputs, 3)
	strict, open, free := inputs[0], inputs[1], inputs[2]
	require.Equal(t, "A4:A33", strict.Sqref)
	require.Equal(t, "list", strict.Type)
	require.True(t, strict.ShowErrorMessage)
	require.Equal(t, "Иә", *strict.Prompt)
	require.Equal(t, strict.Formula1, open.Formula1, "the same choices stand once")
	require.False(t, open.ShowErrorMessage)
	require.Empty(t, free.Type)
	require.Len(t, []rune(*free.Prompt), 255)
	require.LessOrEqual(t, len([]rune(*free.PromptTitle)), 32)

	lists := rows(t, f, 1)
	require.Equal(t, "Иә", cell(lists, 3, 0))
	require.Equal(t, "one, two", cell(lists, 4, 0))
	require.Equal(t, "'Тізімдер'!$A$4:$A$6", strict.Formula1)

	view, err := f.GetSheetView("It's a form", 0)
	require.NoError(t, err)
	require.True(t, *view.ShowGridLines)
}

func TestPlainNumbersKeepTheirDigits(t *testing.T) {
	numbers := []float64{87010000002, 40514600010, 0.08333333333333333, -2.5, 7}
	list := spec.Register[float64]{Columns: []spec.Column[float64]{{Title: "N", Kind: spec.Plain, Value: spec.Number}}, Rows: numbers}
	f := reopened(t, written(t, spec.Report{Title: "R", Sheets: []spec.Sheet{{Name: "S", Blocks: []spec.Block{list}}}}, languages["en"]))
	var got []string
	for _, row := range rows(t, f, 0)[3:] {
		got = append(got, row[0])
	}
	require.Equal(t, []string{"87010000002", "40514600010", "0.08333333333333333", "-2.5", "7"}, got)
	kind, err := f.GetCellType("S", "A4")
	require.NoError(t, err)
	require.Equal(t, excelize.CellTypeUnset, kind, "a number")
}
