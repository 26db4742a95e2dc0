package spec_test

import (
	"math"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"saya/assets/locale"
	"saya/reports/spec"
)

const nbsp = "\u00a0"

func TestText(t *testing.T) {
	night := time.Date(2026, 11, 21, 20, 30, 0, 0, time.UTC)
	for name, test := range map[string]struct {
		value spec.Value
		kind  spec.Kind
		text  string
	}{
		"text":               {spec.Str("Сәуле"), spec.Text, "Сәуле"},
		"word":               {spec.Word("workbook.total"), spec.Text, "Всего"},
		"no key":             {spec.Word("Qamqor"), spec.Text, "Qamqor"},
		"count":              {spec.Int(12500), spec.Count, "12" + nbsp + "500"},
		"hours":              {spec.Minutes(510), spec.Hours, "8,50"},
		"money":              {spec.Tiyn(1250000), spec.Money, "12" + nbsp + "500" + nbsp + "₸"},
		"share":              {spec.Ratio(0.125), spec.Share, "12,5" + nbsp + "%"},
		"growth":             {spec.Growth(spec.Int(12), spec.Int(10)), spec.Change, "+20,0" + nbsp + "%"},
		"decline":            {spec.Growth(spec.Int(8), spec.Int(10)), spec.Change, "–20,0" + nbsp + "%"},
		"no change":          {spec.Growth(spec.Int(8), spec.Int(8)), spec.Change, "0,0" + nbsp + "%"},
		"day of its zone":    {spec.Day(night), spec.Date, "21.11.2026"},
		"moment in Almaty":   {spec.Moment(night), spec.Stamp, "22.11.2026 01:30"},
		"before the year 70": {spec.Day(time.Date(1961, 4, 12, 9, 7, 0, 0, time.UTC)), spec.Date, "12.04.1961"},
		"clock":              {spec.Clock(570), spec.Time, "09:30"},
	} {
		t.Run(name, func(t *testing.T) {
			require.Equal(t, test.kind, test.value.Kind())
			require.Equal(t, test.text, test.value.Text(locale.New("ru")))
			require.False(t, test.value.Blank())
		})
	}
}

func TestBlank(t *testing.T) {
	for name, value := range map[string]spec.Value{
		"zero value":                {},
		"text that stays":           spec.Withheld(),
		"empty text":                spec.Str(""),
		"zero time":                 spec.Day(time.Time{}),
		"zero moment":               spec.Moment(time.Time{}),
		"no number":                 spec.Ratio(math.NaN()),
		"no time of day":            spec.Clock(-1),
		"growth from nothing":       spec.Growth(spec.Int(3), spec.Int(0)),
		"growth from no figure":     spec.Growth(spec.Int(3), spec.Value{}),
		"growth of different kinds": spec.Growth(spec.Int(3), spec.Minutes(3)),
	} {
		t.Run(name, func(t *testing.T) {
			require.True(t, value.Blank())
			require.Empty(t, value.Text(locale.New("ru")))
		})
	}
}

func TestBoth(t *testing.T) {
	p := spec.Both(locale.New("kk"), locale.New("ru"))
	day := time.Date(2026, 10, 5, 0, 0, 0, 0, time.UTC)
	for name, test := range map[string]struct{ want, got string }{
		"words":         {"Барлығы / Всего", p.T("workbook.total")},
		"same words":    {"Код", p.T("workbook.code")},
		"ready text":    {"Qamqor", p.T("Qamqor")},
		"month":         {"Қазан / Октябрь", p.Month(time.October)},
		"month of year": {locale.New("kk").MonthYear(day) + " / " + locale.New("ru").MonthYear(day), p.MonthYear(day)},
		"quarter":       {locale.New("kk").Quarter(2026, 3) + " / " + locale.New("ru").Quarter(2026, 3), p.Quarter(2026, 3)},
		"half":          {locale.New("kk").HalfYear(2026, 1) + " / " + locale.New("ru").HalfYear(2026, 1), p.HalfYear(2026, 1)},
		"year":          {locale.New("kk").Year(2026) + " / " + locale.New("ru").Year(2026), p.Year(2026)},
		"long date":     {locale.New("kk").LongDate(day) + " / " + locale.New("ru").LongDate(day), p.LongDate(day)},
		"range":         {locale.New("kk").DateRange(day, day) + " / " + locale.New("ru").DateRange(day, day), p.DateRange(day, day)},
		"date once":     {"05.10.2026", p.Date(day)},
		"figures once":  {"12" + nbsp + "500", p.Int(12500)},
	} {
		t.Run(name, func(t *testing.T) { require.Equal(t, test.want, test.got) })
	}
}

type visit struct {
	name    string
	people  int
	minutes int
}

func visits() spec.Register[visit] {
	return spec.Register[visit]{
		Columns: []spec.Column[visit]{
			{Title: "№", Kind: spec.Ordinal, Total: spec.Label},
			{Title: "Name", Total: spec.CountRows, Value: func(v visit) spec.Value { return spec.Str(v.name) }},
			{Title: "People", Kind: spec.Count, Total: spec.Sum, Value: func(v visit) spec.Value { return spec.Int(v.people) }},
			{Title: "Hours", Kind: spec.Hours, Total: spec.Sum, Value: func(v visit) spec.Value { return spec.Minutes(v.minutes) }},
			{Title: "Share", Kind: spec.Share, Value: func(v visit) spec.Value { return spec.Ratio(0.5) }},
		},
		Rows: []visit{{"a", 3, 90}, {"", 4, 45}},
	}
}

// texts prints a table with its totals.
func texts(table spec.Table) [][]string {
	var all [][]string
	for row := range table.Len {
		var line []string
		for col := range table.Columns {
			line = append(line, table.Cell(row, col).Text(locale.New("en")))
		}
		all = append(all, line)
	}
	var totals []string
	for _, v := range table.Totals() {
		totals = append(totals, v.Text(locale.New("en")))
	}
	return append(all, totals)
}

func TestRegister(t *testing.T) {
	table := visits().Table()
	require.Equal(t, spec.List, table.Form)
	require.Equal(t, [][]string{
		{"1", "a", "3", "1.50", "50.0%"},
		{"2", "", "4", "0.75", "50.0%"},
		{"Total", "1", "7", "2.25", ""},
	}, texts(table))
}

func TestMatrix(t *testing.T) {
	m := spec.Matrix{
		Corner: "Direction", Columns: spec.Heads(spec.Hours, spec.Sum, "May", "June"), Across: true,
		Rows: []spec.Row{
			{Label: "Qamqor", Values: []spec.Value{spec.Minutes(60), spec.Minutes(90)}},
			{Label: "Bilim", Values: []spec.Value{spec.Minutes(30)}}, // the rest of a short row is blank
		},
	}
	require.Equal(t, [][]string{
		{"Qamqor", "1.00", "1.50", "2.50"},
		{"Bilim", "0.50", "", "0.50"},
		{"Total", "1.50", "1.50", "3.00"},
	}, texts(m.Table()))
	require.True(t, m.Table().Columns[3].Across)
}

func TestFigures(t *testing.T) {
	f := spec.Figures{Now: "Q3", Before: "Q2", Rows: []spec.Figure{
		{Code: "V1", Title: "Volunteers", Now: spec.Int(11), Before: spec.Int(10)},
		{Code: "H1", Title: "Hours", Now: spec.Minutes(60)},
	}}
	require.Equal(t, [][]string{{"V1", "Volunteers", "11", "10", "+10.0%"}, {"H1", "Hours", "1.00", "", ""}, nil}, texts(f.Table()))
	require.Nil(t, f.Table().Totals())
}

func TestNotes(t *testing.T) {
	n := spec.Notes{Lines: []spec.Note{{Term: "workbook.total", Text: "Everything"}}}
	require.Equal(t, [][]string{{"Total", "Everything"}, nil}, texts(n.Table()))
}

func TestWidths(t *testing.T) {
	require.Equal(t, 50.0, spec.Head{Width: 50}.Chars())
	for kind := spec.Text; kind <= spec.Ordinal; kind++ {
		require.Positive(t, spec.Head{Kind: kind}.Chars())
	}
}
