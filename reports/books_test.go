package reports_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/store"
	"saya/data/store/storetest"
	"saya/reports"
	"saya/reports/xlsx/xlsxtest"
)

// today is the day on which named lists leave in tests.
const today = storetest.Day

func TestWhoStandsInTheNamedList(t *testing.T) {
	period := month("2026-10")
	for _, c := range []struct {
		name   string
		change func(*data.Volunteer)
		want   bool
	}{
		{"an adult who chose it", func(*data.Volunteer) {}, true},
		{"by number", func(v *data.Volunteer) { v.Naming = data.ByNumber }, false},
		{"not at all", func(v *data.Volunteer) { v.Naming = data.NotNamed }, false},
		{"consent without third parties", func(v *data.Volunteer) { v.ConsentThird = false }, false},
		{"consent ended the day before", func(v *data.Volunteer) { v.ConsentUntil = today.AddDays(-1) }, false},
		{"consent to the end of the day", func(v *data.Volunteer) { v.ConsentUntil = today }, true},
		{"no consent", func(v *data.Volunteer) { v.ConsentOn = "" }, false},
		{"birth unknown", func(v *data.Volunteer) { v.Birth = "" }, false},
		{"18 on the last day", func(v *data.Volunteer) { v.Birth = "2008-10-31" }, true},
		{"18 since, a minor in the period", func(v *data.Volunteer) { v.Birth = "2008-11-01" }, false},
		{"left before, without hours", func(v *data.Volunteer) { v.Status, v.LeftOn = data.Left, "2026-09-30" }, false},
		{"accepted later", func(v *data.Volunteer) { v.Accepted = "2026-11-01" }, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := load(t, func(l *loader) { l.volunteer(aNamed(c.change)) })
			r, err := reports.NamedList(t.Context(), s, reports.Params{Period: period, Lang: "ru", Today: today})
			require.NoError(t, err)
			require.Equal(t, c.want, r.Sheets[0].Blocks[0].Table().Len == 1)
		})
	}
}

// aNamed is a volunteer who may be named.
func aNamed(change ...func(*data.Volunteer)) data.Volunteer {
	v := data.Volunteer{
		Person: data.Person{
			Surname: "Сайын", Given: "Әсем", Patronymic: "Үлгіқызы", Birth: "1990-01-02", IIN: "900101351235",
			Phones: data.List{"+77051234547", "+77051234548"}, Directions: data.List{"event"},
		},
		Number: 7, Accepted: "2025-02-03", Naming: data.ByName, ConsentOn: "2025-02-03", ConsentThird: true, Awards: "Алғыс хат",
	}
	for _, c := range change {
		c(&v)
	}
	return v
}

func TestNamedListShowsNoMoreThanItMust(t *testing.T) {
	s := load(t, func(l *loader) {
		id := l.volunteer(aNamed())
		l.hours(id, l.event(data.Event{Start: "2026-10-03T10:00"}), "2026-10-03", 90)
	})
	for _, c := range []struct {
		name   string
		params reports.Params
		want   []string
	}{
		{"plain", reports.Params{}, []string{"1", "Сайын Әсем Үлгіқызы", "1990", "+7 705 123 45 47", "Event", "1", "1.5"}},
		{"with IIN", reports.Params{IIN: true}, []string{"1", "Сайын Әсем Үлгіқызы", "1990", "+7 705 123 45 47", "900101351235", "Event", "1", "1.5"}},
		{"with texts", reports.Params{Texts: allTexts()}, []string{"1", "Сайын Әсем Үлгіқызы", "1990", "+7 705 123 45 47", "Event", "1", "1.5", "Алғыс хат"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.params.Period, c.params.Lang, c.params.Today = month("2026-10"), "en", today
			r, err := reports.NamedList(t.Context(), s, c.params)
			require.NoError(t, err)
			require.Equal(t, c.want, row(t, reopen(t, r, "en")["List"], 0, "1"))
		})
	}
}

func TestRegister(t *testing.T) {
	r, err := reports.Register(t.Context(), october(t), reports.Params{Period: month("2026-10"), Lang: "kk", Texts: allTexts()})
	require.NoError(t, err)
	rows := listed(reopen(t, r, "kk")["Тізілім"])
	require.Len(t, rows, 3)
	contacts := "Алматы қаласы, Алматы, +77270000000, office@sample.invalid"
	require.Equal(t, []string{
		"1", "Үлгі орталығы", "", contacts, "", "Үлгі орталығы", "", "0", "Жоба: Жоба В", "", "01.09.2026 –", "", "0",
	}, rows[0])
	require.Equal(t, []string{
		"2", "Үлгі орталығы", "", contacts, "", "Үлгі орталығы", "Әлеуметтік көмек", "1", "Жоба: Жоба А", "", "31.10.2026 – 01.01.2027", "",
	}, rows[1][:12])
	require.Equal(t, []string{
		"3", "Үлгі орталығы", "", contacts, "№ 11", "Үлгі орталығы", "Әлеуметтік көмек", "2", "Акция: Бірінші-Шара", "Сипаттама\nНәтиже",
		"Кітапхана, Алматы, Үлгі көшесі, 1, 01.10.2026 00:00–02:00", "", "2.5",
	}, rows[2])
}

// The hours of a volunteer never hold those at events with residents: № 14 worked nowhere else and has no row.
func TestHours(t *testing.T) {
	s := october(t)
	for _, c := range []struct {
		name   string
		period data.Period
		want   map[string][]string // by number: months and their sum
	}{
		{"quarter", day("2026-10-01", "2026-12-31"), map[string][]string{
			"№ 11": {"2", "0.17", "0", "2.17"}, "№ 12": {"1.02", "0", "0", "1.02"},
		}},
		{"free dates", day("2026-10-01", "2026-10-30"), map[string][]string{"№ 11": {"2", "2"}}},
		{"months beside free dates", day("2026-09-30", "2026-10-31"), map[string][]string{
			"№ 11": {"0", "2", "2"}, "№ 12": {"0", "1.02", "1.02"},
		}},
		{"a month that may not", month("2026-09"), map[string][]string{"№ 15": {"0.55", "0.55"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, err := reports.Hours(t.Context(), s, reports.Params{Period: c.period, Lang: "en"})
			require.NoError(t, err)
			cells := reopen(t, r, "en")
			got := map[string][]string{}
			for _, row := range listed(cells["Months"]) {
				got[row[1]] = rounded(t, row[3:])
			}
			require.Equal(t, c.want, got)
		})
	}
}

func TestHoursByDirection(t *testing.T) {
	r, err := reports.Hours(t.Context(), october(t), reports.Params{Period: month("2026-10"), Lang: "en"})
	require.NoError(t, err)
	cells := reopen(t, r, "en")
	rows := listed(cells["Directions"])
	require.Len(t, rows, 2) // № 11 and № 12; № 13 has no row, № 14 worked at events with residents only
	require.Equal(t, []string{"1", "№ 11", "36–59", "0.5", "1.5", "0", "0", "0", "0", "0", "0", "0", "0"}, rows[0])
	require.Equal(t, "1.02", rounded(t, rows[1][12:13])[0])
	require.Equal(t, []string{"0.5", "2.5", "0"}, row(t, cells["Hours"], 0, "October 2026")[1:4])
}

func TestSameDataSameBytes(t *testing.T) {
	s := october(t)
	for kind, read := range kinds() {
		params := reports.Params{Period: month("2026-10"), Lang: "kk+ru"}
		first := workbook(t, read(t, s, params), "kk+ru")
		_, err := s.AddExport(t.Context(), storetest.Actor(), data.Export{Report: string(kind)})
		require.NoError(t, err)
		require.True(t, bytes.Equal(first, workbook(t, read(t, s, params), "kk+ru")), kind)
	}
}

func TestWrongParamsAreRefused(t *testing.T) {
	s := storetest.New(t)
	good := reports.Params{Period: month("2026-10"), Lang: "ru", Today: today}
	for _, c := range []struct {
		name   string
		change func(*reports.Params)
		key    string
	}{
		{"no period", func(p *reports.Params) { p.Period = data.Period{} }, "errors.period_empty"},
		{"ends before it begins", func(p *reports.Params) { p.Period.To = "2026-09-30" }, "errors.period_empty"},
		{"no such day", func(p *reports.Params) { p.Period.To = "2026-10-32" }, "errors.period_empty"},
		{"language", func(p *reports.Params) { p.Lang = "kk+en" }, "errors.choice"},
	} {
		t.Run(c.name, func(t *testing.T) {
			params := good
			c.change(&params)
			_, err := reports.FrontOffice(t.Context(), s, params)
			require.Equal(t, c.key, data.Refusals(err)[0].Key)
		})
	}
	good.Today = ""
	_, err := reports.NamedList(t.Context(), s, good)
	require.True(t, data.IsCode(err, data.Invalid), "a list of names needs the day on which consent must be in force")
}

func TestCancelledReport(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := reports.FrontOffice(ctx, october(t), reports.Params{Period: month("2026-10"), Lang: "ru"})
	require.ErrorIs(t, err, context.Canceled)
}

func TestFileName(t *testing.T) {
	c := data.Centre{ShortName: "Zhan-Saya", Region: "750000000"}
	for _, x := range []struct {
		lang   string
		kind   reports.Kind
		period data.Period
		centre data.Centre
		want   string
	}{
		{"kk", reports.OfficeFile, month("2026-10"), c, "2026-10_almaty_zhan-saya_esep.xlsx"},
		{"ru", reports.OfficeFile, month("2026-10"), c, "2026-10_almaty_zhan-saya_otchet.xlsx"},
		{"en", reports.OfficeFile, month("2026-10"), c, "2026-10_almaty_zhan-saya_report.xlsx"},
		{"kk+ru", reports.OfficeFile, month("2026-10"), c, "2026-10_almaty_zhan-saya_esep.xlsx"},
		{"kk", reports.PeopleFile, month("2026-10"), c, "2026-10_almaty_zhan-saya_tizim.xlsx"},
		{"kk", reports.RegisterFile, day("2026-07-01", "2026-09-30"), c, "2026-Q3_almaty_zhan-saya_tizilim.xlsx"},
		{"kk", reports.HoursFile, day("2026-07-01", "2026-12-31"), c, "2026-H2_almaty_zhan-saya_sagat.xlsx"},
		{"kk", reports.OfficeFile, day("2026-01-01", "2026-12-31"), c, "2026_almaty_zhan-saya_esep.xlsx"},
		{"kk", reports.OfficeFile, day("2026-10-05", "2026-10-20"), c, "2026-10-05_2026-10-20_almaty_zhan-saya_esep.xlsx"},
		{"kk", reports.OfficeFile, month("2026-10"), data.Centre{ShortName: "../Ә", Region: "?"}, "2026-10_esep.xlsx"},
	} {
		require.Equal(t, x.want, reports.FileName(x.lang, x.kind, x.period, x.centre))
	}
	require.Equal(t, "2026-11-22_volonterler.xlsx", reports.ViewName("kk", "volunteers", "2026-11-22"))
	require.Equal(t, "2026-11-22_meropriyatiya.xlsx", reports.ViewName("ru", "events", "2026-11-22"))
	require.Equal(t, "2026-11-22_contributions.xlsx", reports.ViewName("en", "contributions", "2026-11-22"))
}

// An empty centre has a workbook, too: rows and columns of zeros stay.
func TestEmptyCentre(t *testing.T) {
	s := storetest.New(t)
	for kind, read := range kinds() {
		cells := reopen(t, read(t, s, reports.Params{Period: month("2026-10"), Lang: "en"}), "en")
		if kind == reports.OfficeFile {
			require.Equal(t, []string{"V1", "Volunteers", "0", "0"}, row(t, cells["Summary"], 0, "V1"))
			require.Len(t, row(t, cells["Hours"], 0, "October 2026"), 12)
		}
	}
}

// TestJudges lets LibreOffice reckon and Microsoft's validator read what leaves, where they are installed.
func TestJudges(t *testing.T) {
	s := october(t)
	var paths []string
	for _, lang := range reports.Langs() {
		for kind, read := range kinds() {
			path := filepath.Join(t.TempDir(), fmt.Sprintf("%s_%s.xlsx", kind, lang))
			require.NoError(t, os.WriteFile(path, workbook(t, read(t, s, reports.Params{Period: month("2026-10"), Lang: lang}), lang), 0o600))
			paths = append(paths, path)
		}
	}
	t.Run("recalculation", func(t *testing.T) { xlsxtest.Recalculate(t, paths...) })
	t.Run("validator", func(t *testing.T) { xlsxtest.Validate(t, paths...) })
}

var _ reports.Source = (*store.Store)(nil)
