package export_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"saya/app/export"
	"saya/data"
	"saya/data/store/storetest"
	"saya/reports"
)

// Between the reading of the texts that are ticked and that of the report nobody can write something into them.
func TestTicksAndReportAreOfOneMoment(t *testing.T) {
	s, secret := storetest.New(t), "с приютом на улице"
	e := storetest.Event(t, s, func(e *data.Event) { e.Result = "все довольны" })
	job := export.Job{
		Kind: reports.OfficeFile, Params: reports.Params{Lang: "ru", Period: data.PeriodOf(data.MonthPeriod, storetest.Day)},
		Ticked: func(texts []reports.Text) map[reports.TextID]bool {
			e.Result = secret
			_, err := s.SaveEvent(t.Context(), storetest.Actor(), e)
			require.NoError(t, err)
			ticked := map[reports.TextID]bool{}
			for _, text := range texts {
				ticked[text.ID] = true
			}
			return ticked
		},
	}
	report, texts, err := job.Read(t.Context(), s)
	require.NoError(t, err)
	require.NotEmpty(t, texts)
	require.NotEmpty(t, job.Params.Texts.Ticked)
	p, all := reports.Printer("ru"), ""
	for _, sheet := range report.Sheets {
		for _, block := range sheet.Blocks {
			table := block.Table()
			for row := range table.Len {
				for col := range table.Columns {
					all += table.Cell(row, col).Text(p) + "\n"
				}
			}
		}
	}
	require.Contains(t, all, "все довольны")
	require.NotContains(t, all, secret)
}
