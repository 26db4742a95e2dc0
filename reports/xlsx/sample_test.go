package xlsx_test

import (
	"fmt"
	"strings"
	"time"

	"saya/assets/locale"
	"saya/reports/spec"
)

// The four ways to print headings.
var languages = map[string]spec.Printer{
	"kk":    locale.New("kk"),
	"ru":    locale.New("ru"),
	"en":    locale.New("en"),
	"kk+ru": spec.Both(locale.New("kk"), locale.New("ru")),
}

type event struct {
	day       time.Time
	start     int
	name      string
	phone     string
	people    int
	minutes   int
	tiyn      int64
	share     float64
	changedAt time.Time
}

var day0 = time.Date(2026, 10, 1, 0, 0, 0, 0, time.UTC)

func events(n int) []event {
	rows := make([]event, n)
	for i := range rows {
		rows[i] = event{
			day: day0.AddDate(0, 0, i%31), start: 9*60 + i%7*30,
			name:   fmt.Sprintf("Іс-шара «Қамқор» № %d", i+1),
			phone:  fmt.Sprintf("+7701%07d", i),
			people: i % 40, minutes: 25 * (i%9 + 1), tiyn: int64(i) * 12345,
			share:     float64(i%10) / 10,
			changedAt: day0.Add(time.Duration(i) * time.Hour),
		}
	}
	return rows
}

func register(rows []event) spec.Register[event] {
	return spec.Register[event]{
		Columns: []spec.Column[event]{
			{Title: "№", Kind: spec.Ordinal, Total: spec.Label, Width: 10},
			{Title: "Күні / Дата", Kind: spec.Date, Value: func(e event) spec.Value { return spec.Day(e.day) }},
			{Title: "Уақыты", Kind: spec.Time, Value: func(e event) spec.Value { return spec.Clock(e.start) }},
			{Title: "Атауы", Total: spec.CountRows, Value: func(e event) spec.Value { return spec.Str(e.name) }},
			{Title: "Телефон", Kind: spec.Code, Value: func(e event) spec.Value { return spec.Str(e.phone) }},
			{Title: "Адамдар #[саны]'", Kind: spec.Count, Total: spec.Sum, Value: func(e event) spec.Value { return spec.Int(e.people) }},
			{Title: "Сағат", Kind: spec.Hours, Total: spec.Sum, Value: func(e event) spec.Value { return spec.Minutes(e.minutes) }},
			{Title: "Құны, ₸", Kind: spec.Money, Total: spec.Sum, Value: func(e event) spec.Value { return spec.Tiyn(e.tiyn) }},
			{Title: "Үлесі", Kind: spec.Share, Value: func(e event) spec.Value { return spec.Ratio(e.share) }},
			{Title: "Өзгертілді", Kind: spec.Stamp, Value: func(e event) spec.Value { return spec.Moment(e.changedAt) }},
		},
		Rows: rows,
	}
}

func matrix(chart spec.ChartForm, rows ...string) spec.Matrix {
	m := spec.Matrix{
		Title: "Бағыт бойынша сағаттар", Corner: "Бағыт",
		Columns: spec.Heads(spec.Hours, spec.Sum, "Қазан", "Қараша", "Желтоқсан"),
		Across:  true, Chart: &spec.Chart{Form: chart},
	}
	for i, label := range rows {
		m.Rows = append(m.Rows, spec.Row{Label: label, Values: []spec.Value{
			spec.Minutes(1000 + 555*i), spec.Minutes(2000 - 100*i), spec.Minutes(i * 77),
		}})
	}
	return m
}

// sample is a report with every kind of block.
func sample(rows []event) spec.Report {
	ages := spec.Matrix{
		Title: "Жасы", Corner: "Жас тобы", Columns: spec.Heads(spec.Hours, spec.Sum, "Сағат"),
		Rows: []spec.Row{
			{Label: "14–17", Values: []spec.Value{spec.Minutes(9)}},
			{Label: "18–28", Values: []spec.Value{spec.Minutes(131)}},
			{Label: "29–35", Values: []spec.Value{spec.Minutes(50)}},
			{Label: "Белгісіз", Values: []spec.Value{spec.Minutes(0)}},
		},
		Chart: &spec.Chart{Form: spec.Pillars},
	}
	figures := spec.Figures{Now: "III тоқсан", Before: "II тоқсан", Rows: []spec.Figure{
		{Code: "V1", Title: "Волонтерлер", Now: spec.Int(248), Before: spec.Int(231)},
		{Code: "H1", Title: "Мақұлданған сағаттар", Now: spec.Minutes(204750), Before: spec.Minutes(181200)},
		{Code: "C1", Title: "Ақшалай үлестер", Now: spec.Tiyn(1250000_50), Before: spec.Tiyn(0)},
		{Code: "P1", Title: "Жобалар", Now: spec.Int(5), Before: spec.Int(6)},
	}}
	notes := spec.Notes{Title: "Анықтама", Lines: []spec.Note{
		{Term: "Волонтерлер", Text: "Кезеңнің соңғы күнінде белсенді немесе демалыстағы волонтерлер. " + strings.Repeat("Ұзақ анықтама жол ауыстырады. ", 8)},
		{Term: "Мақұлданған сағаттар", Text: "Кезең күндеріндегі мақұлданған минуттардың қосындысы."},
	}}
	return spec.Report{
		Title: "Волонтерлік қызмет туралы есеп", Organisation: "«Үлгі» дағдарыс орталығы", BIN: "000141000012", Region: "Алматы",
		Period: "2026 жылғы III тоқсан", Note: "Үлгі орталық: барлық адам ойдан шығарылған",
		DataAsOf: time.Date(2026, 11, 22, 13, 5, 0, 0, time.UTC),
		Signers:  []spec.Signer{{Role: "workbook.head", Name: "А. Үлгі"}, {Role: "workbook.executor"}},
		Sheets: []spec.Sheet{
			{Name: "Жиынтық / Свод", Blocks: []spec.Block{figures, matrix(spec.Bars, "Qamqor", "Bilim", "Asyl Mura"), ages, notes}},
			{Name: "Іс-шаралар", Title: "Іс-шаралар тізілімі", Blocks: []spec.Block{register(rows)}},
			{Name: "Сағаттар", Title: "Сағаттар", Blocks: []spec.Block{matrix(spec.Lines, "Шілде", "Тамыз", "Қыркүйек", "Қазан")}},
			{Name: "Анықтама", Title: "Анықтама", Blocks: []spec.Block{notes}},
		},
	}
}
