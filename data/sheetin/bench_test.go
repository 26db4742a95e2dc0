package sheetin_test

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"saya/data/sheetin"
)

// BenchmarkRead reads 100,000 rows x 12 columns and, by turns, has openpyxl read the same, read-only, where there is a
// Python that has it. It reports the ratio of the times and the most memory that the process has held:
//
//	go test -tags migrated_fynedo -run xxx -bench Read ./data/sheetin
func BenchmarkRead(b *testing.B) {
	path := filepath.Join(b.TempDir(), "people.xlsx")
	writeBig(b, path, 100_000)
	runtime.GC()
	before := peakMegabytes()
	var ours, theirs time.Duration
	rivals := true
	for b.Loop() {
		start := time.Now()
		file, err := sheetin.Read(context.Background(), path)
		ours += time.Since(start)
		require.NoError(b, err)
		require.Len(b, file.Sheets[0].Rows, 100_001)
		if rivals {
			seconds, ok := openpyxl(path)
			theirs, rivals = theirs+seconds, ok
		}
	}
	b.ReportMetric(ours.Seconds()/float64(b.N), "s/file")
	b.ReportMetric(peakMegabytes(), "peak-MB")
	b.ReportMetric(before, "peak-MB-before")
	if rivals {
		b.ReportMetric(theirs.Seconds()/float64(b.N), "s/openpyxl")
		b.ReportMetric(ours.Seconds()/theirs.Seconds(), "ratio")
	}
}

// writeBig writes a workbook of n invented people.
func writeBig(b *testing.B, path string, n int) {
	book := excelize.NewFile()
	sheet, err := book.NewStreamWriter("Sheet1")
	require.NoError(b, err)
	require.NoError(b, sheet.SetRow("A1", []any{"№", "Фамилия", "Имя", "Отчество", "Дата рождения", "Телефон", "E-mail", "ИИН", "Город", "Направление", "Часы", "Примечание"}))
	for i := range n {
		number := strconv.Itoa(i)
		require.NoError(b, sheet.SetRow("A"+strconv.Itoa(i+2), []any{
			i + 1, "Тестова" + strconv.Itoa(i%5000), "Имя" + strconv.Itoa(i%300), "Тестқызы", 25569 + i%12000,
			"+7 701 000 " + strconv.Itoa(10+i%90) + " 00", "t" + number + "@example.invalid", "0" + number, "Алматы",
			"Направление " + strconv.Itoa(i%7), float64(i%9) + 0.5, "заметка " + number,
		}))
	}
	require.NoError(b, sheet.Flush())
	require.NoError(b, book.SaveAs(path))
}

// openpyxl is the time that openpyxl takes to read the file; ok is false where it is not installed.
func openpyxl(path string) (took time.Duration, ok bool) {
	const program = `
import sys, time, openpyxl
start = time.time()
for sheet in openpyxl.load_workbook(sys.argv[1], read_only=True):
    sheet.reset_dimensions()  # else it believes the file, which names one cell
    for row in sheet.iter_rows(values_only=True): pass
print(time.time() - start)`
	for _, python := range []string{"python3", "/usr/bin/python3"} {
		out, err := exec.Command(python, "-c", program, path).Output()
		if seconds, wrong := strconv.ParseFloat(strings.TrimSpace(string(out)), 64); err == nil && wrong == nil {
			return time.Duration(seconds * float64(time.Second)), true
		}
	}
	return 0, false
}

// peakMegabytes is the most memory this process has held; 0 where the system does not tell.
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
