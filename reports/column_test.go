package reports_test

import (
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"saya/reports"
)

func TestColumnLetters(t *testing.T) {
	for column := range excelize.MaxColumns {
		want, err := excelize.ColumnNumberToName(column + 1)
		require.NoError(t, err)
		require.Equal(t, want, reports.ColumnLetters(column))
	}
}
