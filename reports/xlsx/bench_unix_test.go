//go:build unix

package xlsx_test

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"saya/reports/spec"
	"saya/reports/xlsx"
)

const benchRows = 100_000

// BenchmarkWorkbook writes 100,000 x 12 mixed cells from memory and the same by
// the C library libxlsxwriter, each in a process of its own, by turns. It
// reports the ratio of the times and the peak memory of ours:
//
//	go test -tags migrated_fynedo -run xxx -bench Workbook ./reports/xlsx
func BenchmarkWorkbook(b *testing.B) {
	rival := compileRival(b)
	folder := b.TempDir()
	const turns = 5
	var ours, theirs, peak, books float64
	for b.Loop() {
		for range turns {
			theirs += child(b, exec.Command(rival, filepath.Join(folder, "c.xlsx"), strconv.Itoa(benchRows)))[0]
			figures := child(b, childProcess("bench", filepath.Join(folder, "go.xlsx")))
			ours += figures[0]
			peak = max(peak, figures[1])
			books++
		}
	}
	b.ReportMetric(ours/books*1000, "ms/workbook")
	b.ReportMetric(theirs/books*1000, "ms/libxlsxwriter")
	b.ReportMetric(ours/theirs, "ratio")
	b.ReportMetric(peak, "peak-MB")
}

// compileRival compiles the program that writes the workbook in C.
func compileRival(b *testing.B) string {
	out := filepath.Join(b.TempDir(), "rival")
	message, err := exec.Command("cc", "-O2", "-o", out, "testdata/bench.c", "-lxlsxwriter").CombinedOutput()
	if err != nil {
		b.Skipf("no C compiler or no libxlsxwriter-dev: %s", message)
	}
	return out
}

// child runs a program and returns the numbers on the first line it prints.
func child(b *testing.B, cmd *exec.Cmd) []float64 {
	out, err := cmd.Output()
	require.NoError(b, err, string(out))
	line, _, _ := strings.Cut(string(out), "\n")
	var figures []float64
	for field := range strings.FieldsSeq(line) {
		f, err := strconv.ParseFloat(field, 64)
		require.NoError(b, err)
		figures = append(figures, f)
	}
	return figures
}

// benchChild writes the workbook and prints seconds and peak megabytes.
func benchChild(path string) error {
	report := benchReport(benchEvents(benchRows))
	start := time.Now()
	if err := xlsx.WriteFile(context.Background(), path, report, languages["kk"]); err != nil {
		return err
	}
	fmt.Println(time.Since(start).Seconds(), peakMegabytes())
	return nil
}

// peakMegabytes is the most memory this process has held; 0 where the system
// does not tell.
func peakMegabytes() float64 {
	status, _ := os.ReadFile("/proc/self/status")
	_, after, _ := strings.Cut(string(status), "VmHWM:")
	fields := strings.Fields(after)
	if len(fields) == 0 {
		return 0
	}
	kilobytes, _ := strconv.ParseFloat(fields[0], 64)
	return kilobytes / 1024
}

type benchEvent struct {
	event
	form, direction string
}

func benchEvents(n int) []benchEvent {
	forms := []string{"Акция", "Жоба", "Оқыту"}
	directions := []string{"Qamqor", "Bilim", "Asyl Mura", "Taza Álem", "Saulyq"}
	rows := make([]benchEvent, n)
	for i := range rows {
		rows[i] = benchEvent{
			form: forms[i%3], direction: directions[i%5],
			event: event{
				day: day0.AddDate(0, 0, i%31), start: 9*60 + i%7*30,
				name:   fmt.Sprintf("Іс-шара «Қамқор» № %d, аула", i+1),
				phone:  fmt.Sprintf("+7701%07d", i),
				people: i % 40, minutes: 25 * (i%9 + 1), tiyn: int64(i%5000) * 12345,
				share:     float64(i%10) / 10,
				changedAt: day0.Add(time.Duration(i%100000) * time.Hour),
			},
		}
	}
	return rows
}

func benchReport(rows []benchEvent) spec.Report {
	list := spec.Register[benchEvent]{Rows: rows, Columns: []spec.Column[benchEvent]{
		{Title: "№", Kind: spec.Ordinal},
		{Title: "Күні", Kind: spec.Date, Value: func(e benchEvent) spec.Value { return spec.Day(e.day) }},
		{Title: "Уақыты", Kind: spec.Time, Value: func(e benchEvent) spec.Value { return spec.Clock(e.start) }},
		{Title: "Атауы", Width: 45, Value: func(e benchEvent) spec.Value { return spec.Str(e.name) }},
		{Title: "Түрі", Value: func(e benchEvent) spec.Value { return spec.Str(e.form) }},
		{Title: "Бағыты", Value: func(e benchEvent) spec.Value { return spec.Str(e.direction) }},
		{Title: "Телефон", Kind: spec.Code, Value: func(e benchEvent) spec.Value { return spec.Str(e.phone) }},
		{Title: "Адамдар", Kind: spec.Count, Total: spec.Sum, Value: func(e benchEvent) spec.Value { return spec.Int(e.people) }},
		{Title: "Сағат", Kind: spec.Hours, Total: spec.Sum, Value: func(e benchEvent) spec.Value { return spec.Minutes(e.minutes) }},
		{Title: "Құны", Kind: spec.Money, Total: spec.Sum, Value: func(e benchEvent) spec.Value { return spec.Tiyn(e.tiyn) }},
		{Title: "Үлесі", Kind: spec.Share, Value: func(e benchEvent) spec.Value { return spec.Ratio(e.share) }},
		{Title: "Өзгертілді", Kind: spec.Stamp, Value: func(e benchEvent) spec.Value { return spec.Moment(e.changedAt) }},
	}}
	return spec.Report{Title: "Іс-шаралар", Sheets: []spec.Sheet{{Name: "Іс-шаралар", Blocks: []spec.Block{list}}}}
}
