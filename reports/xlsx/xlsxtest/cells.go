package xlsxtest

import (
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
)

// Cells reads the values of a workbook as they are stored, not as they are shown: by sheet, row and column.
// A row ends with its last cell that holds something.
func Cells(t testing.TB, path string) map[string][][]string {
	t.Helper()
	f, err := excelize.OpenFile(path, excelize.Options{RawCellValue: true})
	require.NoError(t, err)
	defer f.Close()
	all := map[string][][]string{}
	for _, sheet := range f.GetSheetList() {
		all[sheet], err = f.GetRows(sheet)
		require.NoError(t, err)
	}
	return all
}
