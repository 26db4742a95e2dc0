package xlsxtest

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
)

func TestCompareFindsWrongValues(t *testing.T) {
	path := filepath.Join(t.TempDir(), "book.xlsx")
	f := excelize.NewFile()
	require.NoError(t, f.SetCellValue("Sheet1", "A1", 2.5))
	require.NoError(t, f.SaveAs(path))
	require.NoError(t, f.Close())

	for name, test := range map[string]struct {
		result Result
		wrong  bool
	}{
		"equal":      {Result{path, "Sheet1", "A1", 2.5, 0}, false},
		"other":      {Result{path, "Sheet1", "A1", 2.6, 0}, true},
		"an error":   {Result{path, "Sheet1", "A1", 2.5, 507}, true},
		"blank cell": {Result{path, "Sheet1", "B1", 0, 0}, true},
	} {
		t.Run(name, func(t *testing.T) {
			wrong, err := compare([]Result{test.result})
			require.NoError(t, err)
			require.Equal(t, test.wrong, len(wrong) > 0, wrong)
		})
	}
}

func TestRecalculateFindsWrongValue(t *testing.T) {
	path := filepath.Join(t.TempDir(), "book.xlsx")
	f := excelize.NewFile()
	require.NoError(t, f.SetCellValue("Sheet1", "A1", 2))
	require.NoError(t, f.SetCellFormula("Sheet1", "A2", "A1*3")) // excelize saves no value with it
	require.NoError(t, f.SaveAs(path))
	require.NoError(t, f.Close())

	results := recalculated(t, path)
	require.Equal(t, []Result{{path, "Sheet1", "A2", 6, 0}}, results)
	wrong, err := compare(results)
	require.NoError(t, err)
	require.Len(t, wrong, 1)
}
