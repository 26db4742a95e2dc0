package xlsx_test

import (
	"context"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/reports/xlsx"
	"saya/reports/xlsx/xlsxtest"
)

// samples writes the sample report in two languages at once and in one
// without rows.
func samples(t *testing.T) []string {
	folder := t.TempDir()
	full, empty := filepath.Join(folder, "full.xlsx"), filepath.Join(folder, "empty.xlsx")
	require.NoError(t, xlsx.WriteFile(context.Background(), full, sample(events(40)), languages["kk+ru"]))
	require.NoError(t, xlsx.WriteFile(context.Background(), empty, sample(nil), languages["en"]))
	return []string{full, empty}
}

func TestLibreOfficeReckonsTheSame(t *testing.T) {
	xlsxtest.Recalculate(t, samples(t)...)
}

func TestMicrosoftFindsNoErrors(t *testing.T) {
	xlsxtest.Validate(t, samples(t)...)
}
