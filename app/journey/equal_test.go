package journey_test

import (
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/require"

	"saya/assets/locale"
	"saya/reports/xlsx/xlsxtest"
)

// seen are the rows of the register in view, as they are copied from it one by one.
func (h *hand) seen() (rows [][]string) {
	h.t.Helper()
	clipboard := fyne.CurrentApp().Clipboard()
	h.row(1)
	for {
		h.table().TypedShortcut(&fyne.ShortcutCopy{Clipboard: clipboard})
		cells := strings.Split(clipboard.Content(), "\t")
		if len(rows) > 0 && rows[len(rows)-1][0] == cells[0] {
			return rows
		}
		rows = append(rows, cells)
		h.key(fyne.KeyDown)
	}
}

// plain writes the numbers of rows as a workbook keeps them, and leaves out the empty cells at their ends.
func plain(rows [][]string) (out [][]string) {
	for _, cells := range rows {
		row := []string{}
		for _, cell := range cells {
			number := strings.NewReplacer("\u00a0", "", ",", ".").Replace(cell)
			if f, err := strconv.ParseFloat(number, 64); err == nil {
				cell = strconv.FormatFloat(f, 'f', -1, 64)
			}
			row = append(row, cell)
		}
		for len(row) > 0 && row[len(row)-1] == "" {
			row = row[:len(row)-1]
		}
		out = append(out, row)
	}
	return out
}

// without leaves cells with a word empty.
func without(rows [][]string, word string) [][]string {
	for _, cells := range rows {
		for i, cell := range cells {
			if cell == word {
				cells[i] = ""
			}
		}
	}
	return rows
}

// What is seen in the window is what the workbook holds when it is opened again: every row of its register, and the sums.
func TestJourneyOfAReportSeenAndReopened(t *testing.T) {
	for _, lang := range locale.Languages() {
		t.Run(string(lang), func(t *testing.T) {
			h := newHand(t, lang)
			path := h.export()
			h.press("common.close")
			sheet := h.text.T("report.sheet_volunteers")
			h.chip(sheet)
			unread := h.text.T("reports.unread") // said on the screen only
			seen, written := plain(without(h.seen(), unread)), plain(xlsxtest.Cells(t, path)[sheet])
			require.Greater(t, len(seen), 40)
			require.Equal(t, seen, written[len(written)-len(seen):])
		})
	}
}
