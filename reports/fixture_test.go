package reports_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/store"
	"saya/data/store/storetest"
	"saya/reports"
	"saya/reports/spec"
	"saya/reports/xlsx"
	"saya/reports/xlsx/xlsxtest"
)

// load fills a centre with what add adds.
func load(t testing.TB, add func(*loader)) *store.Store {
	t.Helper()
	s := storetest.New(t)
	require.NoError(t, s.Load(t.Context(), storetest.Actor(), func(l *store.Loader) error {
		add(&loader{t, l})
		return nil
	}))
	return s
}

// loader adds records and fills what a test does not care about.
type loader struct {
	t testing.TB
	*store.Loader
}

func (l *loader) id(id int64, err error) int64 {
	l.t.Helper()
	require.NoError(l.t, err)
	return id
}

func (l *loader) volunteer(v data.Volunteer) int64 {
	if v.Status == "" {
		v.Status = data.Active
	}
	if v.Naming == "" {
		v.Naming = data.ByNumber
	}
	return l.id(l.AddVolunteer(v))
}

func (l *loader) event(e data.Event) int64 {
	if e.Title.Empty() {
		e.Title = data.Names{KK: "Іс-шара", RU: "Мероприятие"}
	}
	if e.Type == "" {
		e.Type = data.MasterClass
	}
	if e.Status == "" {
		e.Status = data.Held
	}
	if e.End == "" {
		e.End = e.Start.Add(120)
	}
	return l.id(l.AddEvent(e))
}

// hours adds an approved entry.
func (l *loader) hours(volunteer, event int64, day data.Date, minutes int) {
	l.id(l.AddHours(data.Hours{
		VolunteerID: volunteer, EventID: event, Day: day, Minutes: minutes,
		Status: data.Approved, ApprovedBy: "manager", ApprovedAt: "2026-11-22T05:00:00.000Z",
	}))
}

func day(from, to data.Date) data.Period { return data.Period{From: from, To: to} }

func month(m data.Month) data.Period { return day(m.First(), m.Last()) }

// kinds are the reports that leave, each with the name of its file.
func kinds() map[reports.Kind]func(testing.TB, *store.Store, reports.Params) spec.Report {
	return map[reports.Kind]func(testing.TB, *store.Store, reports.Params) spec.Report{
		reports.OfficeFile: func(t testing.TB, s *store.Store, p reports.Params) spec.Report {
			r, err := reports.FrontOffice(t.Context(), s, p)
			require.NoError(t, err)
			return r
		},
		reports.RegisterFile: func(t testing.TB, s *store.Store, p reports.Params) spec.Report {
			r, err := reports.Register(t.Context(), s, p)
			require.NoError(t, err)
			return r
		},
		reports.HoursFile: func(t testing.TB, s *store.Store, p reports.Params) spec.Report {
			r, err := reports.Hours(t.Context(), s, p)
			require.NoError(t, err)
			return r
		},
		reports.PeopleFile: func(t testing.TB, s *store.Store, p reports.Params) spec.Report {
			p.Today = storetest.Day
			r, err := reports.NamedList(t.Context(), s, p)
			require.NoError(t, err)
			return r
		},
	}
}

// workbook is the report as a file in memory.
func workbook(t testing.TB, r spec.Report, lang string) []byte {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, xlsx.Write(t.Context(), &b, r, reports.Printer(lang)))
	return b.Bytes()
}

// reopen writes the report to a file, has it checked and reads its cells.
func reopen(t testing.TB, r spec.Report, lang string) map[string][][]string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "report.xlsx")
	require.NoError(t, os.WriteFile(path, workbook(t, r, lang), 0o600))
	xlsxtest.Check(t, path)
	return xlsxtest.Cells(t, path)
}

// row finds the row whose cell in a column is the text.
func row(t testing.TB, rows [][]string, column int, text string) []string {
	t.Helper()
	for _, r := range rows {
		if len(r) > column && r[column] == text {
			return r
		}
	}
	require.Failf(t, "no such row", "%q in %v", text, rows)
	return nil
}
