// Package sheetintest measures the reading of workbooks beside openpyxl.
package sheetintest

import (
	"fmt"
	"os"
	"os/exec"
	"runtime/debug"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
)

// WriteBook writes a workbook of one sheet: a row of titles and the rows from 0 to n.
func WriteBook(b *testing.B, path string, titles []any, n int, row func(i int) []any) {
	b.Helper()
	book := excelize.NewFile()
	sheet, err := book.NewStreamWriter("Sheet1")
	require.NoError(b, err)
	require.NoError(b, sheet.SetRow("A1", titles))
	for i := range n {
		require.NoError(b, sheet.SetRow("A"+strconv.Itoa(i+2), row(i)))
	}
	require.NoError(b, sheet.Flush())
	require.NoError(b, book.SaveAs(path))
}

// Openpyxl is the time that openpyxl takes to read a file, read-only; ok is false where it is not installed.
func Openpyxl(path string) (took time.Duration, ok bool) {
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

// WatchMemory forgets the peak of the process so far; peak is the one from then on in MB, with what SQLite holds. It is 0
// where the system does not tell.
func WatchMemory() (peak func() float64) {
	debug.FreeOSMemory()
	_ = os.WriteFile("/proc/self/clear_refs", []byte("5"), 0o600) // a measure that is missing is shown as 0
	return func() float64 {
		status, _ := os.ReadFile("/proc/self/status")
		_, rest, _ := strings.Cut(string(status), "VmHWM:")
		var kB float64
		_, _ = fmt.Sscan(rest, &kB)
		return kB / 1024
	}
}
