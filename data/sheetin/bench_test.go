package sheetin_test

import (
	"context"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"saya/data/sheetin"
	"saya/data/sheetin/sheetintest"
)

// BenchmarkRead reads 100,000 rows x 12 columns and, by turns, has openpyxl read the same, where there is a Python that
// has it. It reports the ratio of the times and the most memory that the process has held.
func BenchmarkRead(b *testing.B) {
	path := filepath.Join(b.TempDir(), "people.xlsx")
	titles := []any{"№", "Фамилия", "Имя", "Отчество", "Дата рождения", "Телефон", "E-mail", "ИИН", "Город", "Направление", "Часы", "Примечание"}
	sheetintest.WriteBook(b, path, titles, 100_000, func(i int) []any {
		number := strconv.Itoa(i)
		return []any{
			i + 1, "Тестова" + strconv.Itoa(i%5000), "Имя" + strconv.Itoa(i%300), "Тестқызы", 25569 + i%12000,
			"+7 701 000 " + strconv.Itoa(10+i%90) + " 00", "t" + number + "@example.invalid", "0" + number, "Алматы",
			"Направление " + strconv.Itoa(i%7), float64(i%9) + 0.5, "заметка " + number,
		}
	})
	peak := sheetintest.WatchMemory()
	var ours, theirs time.Duration
	for b.Loop() {
		start := time.Now()
		file, err := sheetin.Read(context.Background(), path)
		ours += time.Since(start)
		require.NoError(b, err)
		require.Len(b, file.Sheets[0].Rows, 100_001)
		seconds, _ := sheetintest.Openpyxl(path)
		theirs += seconds
	}
	b.ReportMetric(ours.Seconds()/float64(b.N), "s/file")
	b.ReportMetric(peak(), "peak-MB")
	if theirs > 0 {
		b.ReportMetric(theirs.Seconds()/float64(b.N), "s/openpyxl")
		b.ReportMetric(ours.Seconds()/theirs.Seconds(), "ratio")
	}
}
