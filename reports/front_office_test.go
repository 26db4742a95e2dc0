package reports_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/store/storetest"
	"saya/reports"
	"saya/reports/xlsx"
)

func TestSmoke(t *testing.T) {
	s := storetest.New(t)
	for _, lang := range reports.Langs() {
		p := reports.Params{Period: data.PeriodOf(data.YearPeriod, "2026-05-05"), Lang: lang}
		r, err := reports.FrontOffice(t.Context(), s, p)
		require.NoError(t, err)
		require.Len(t, r.Sheets, 8)
		var b bytes.Buffer
		require.NoError(t, xlsx.Write(t.Context(), &b, r, reports.Printer(lang)))
	}
}
