package xlsx_test

import (
	"bytes"
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/reports/spec"
	"saya/reports/xlsx"
	"saya/reports/xlsx/check"
)

// written returns the workbook of a report after the checker has seen it.
func written(t *testing.T, r spec.Report, p spec.Printer) []byte {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, xlsx.Write(context.Background(), &b, r, p))
	require.Empty(t, check.Workbook(bytes.NewReader(b.Bytes()), int64(b.Len())))
	return b.Bytes()
}

func TestSoundInEveryLanguage(t *testing.T) {
	for lang, p := range languages {
		t.Run(lang, func(t *testing.T) { written(t, sample(events(60)), p) })
	}
}
