// Package xlsxtest holds workbooks against judges of their own: our structural
// checker, LibreOffice's reckoning and Microsoft's Open XML validator. The last
// two are programs that may be missing: then the test is skipped, or fails
// where SAYA_REQUIRE_OFFICE is 1, as it is in continuous integration.
package xlsxtest

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"saya/reports/xlsx/check"
)

// Check fails the test for every fault that the structural checker finds.
func Check(t testing.TB, path string) {
	t.Helper()
	f, err := os.Open(path)
	require.NoError(t, err)
	defer f.Close()
	info, err := f.Stat()
	require.NoError(t, err)
	for _, p := range check.Workbook(f, info.Size()) {
		t.Errorf("%s: %s", filepath.Base(path), p)
	}
}

//go:embed recalculate.py
var recalculate []byte

// Result is what LibreOffice reckons for a cell with a formula.
type Result struct {
	File  string
	Sheet string
	Cell  string
	Value float64
	Error int // LibreOffice's number of the error; 0: none
}

// Recalculate lets LibreOffice reckon every formula anew and fails the test
// where the value in the file is another one. Call it last or in a subtest: it
// skips where LibreOffice or its Python is missing.
func Recalculate(t testing.TB, paths ...string) {
	t.Helper()
	wrong, err := compare(recalculated(t, paths...))
	require.NoError(t, err)
	for _, w := range wrong {
		t.Error(w)
	}
}

// recalculated returns what LibreOffice makes of the formulas in the files.
func recalculated(t testing.TB, paths ...string) []Result {
	t.Helper()
	need(t, "soffice")
	python := need(t, "/usr/bin/python3") // the one that the system's uno is for
	if exec.Command(python, "-c", "import uno").Run() != nil {
		missing(t, "python3-uno")
	}
	cmd := exec.Command(python, append([]string{"-", t.TempDir()}, paths...)...)
	cmd.Stdin = bytes.NewReader(recalculate)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	require.NoError(t, err)
	var results []Result
	require.NoError(t, json.Unmarshal(out, &results))
	return results
}

// compare returns what the files say otherwise than the results.
func compare(results []Result) (wrong []string, err error) {
	open := map[string]*excelize.File{}
	for _, r := range results {
		if open[r.File] == nil {
			f, err := excelize.OpenFile(r.File)
			if err != nil {
				return nil, fmt.Errorf("open a workbook: %w", err)
			}
			defer f.Close()
			open[r.File] = f
		}
		cached, err := open[r.File].GetCellValue(r.Sheet, r.Cell, excelize.Options{RawCellValue: true})
		if err != nil {
			return nil, fmt.Errorf("read a cell: %w", err)
		}
		value, err := strconv.ParseFloat(cached, 64)
		if err != nil || r.Error != 0 || math.Abs(value-r.Value) > 1e-9*max(1, math.Abs(value)) {
			wrong = append(wrong, fmt.Sprintf("%s, %s!%s: the file says %q, LibreOffice %v (error %d)",
				filepath.Base(r.File), r.Sheet, r.Cell, cached, r.Value, r.Error))
		}
	}
	return wrong, nil
}

// Validate fails the test for every error that Microsoft's Open XML SDK finds.
// It takes some seconds a file, minutes for thousands of rows. Call it last or
// in a subtest: it skips where the npm package @ooxml-tools/validate is
// missing.
func Validate(t testing.TB, paths ...string) {
	t.Helper()
	validator := need(t, "ooxml-validate")
	for _, path := range paths {
		out, err := exec.Command(validator, "--format", "xlsx", "--output-format", "json", path).CombinedOutput()
		require.NoError(t, err, string(out))
		require.JSONEq(t, "[]", string(out), filepath.Base(path))
	}
}

// need returns the path of a program, or skips the test.
func need(t testing.TB, program string) string {
	t.Helper()
	path, err := exec.LookPath(program)
	if err != nil {
		missing(t, program)
	}
	return path
}

func missing(t testing.TB, program string) {
	t.Helper()
	if os.Getenv("SAYA_REQUIRE_OFFICE") == "1" {
		t.Fatalf("%s is not installed, and SAYA_REQUIRE_OFFICE is set", program)
	}
	t.Skipf("%s is not installed", program)
}
