package xlsx

import (
	"context"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"saya/reports/spec"
)

// rowWriter writes the rows of a page as sheet data.
type rowWriter struct {
	*encoder
	page   *page
	styles *styles
	out    io.Writer
}

// writeRows writes every row of a page in order, in chunks.
func (w *rowWriter) writeRows(ctx context.Context) error {
	w.writeHead()
	for i := range w.page.blocks {
		if err := w.writeBlock(ctx, &w.page.blocks[i]); err != nil {
			return err
		}
	}
	w.writeSigners()
	return w.flush()
}

func (w *rowWriter) flush() error {
	_, err := w.out.Write(w.buf)
	w.buf = w.buf[:0]
	return err
}

func (w *rowWriter) writeHead() {
	w.textRow(1, 1, w.styles.title, w.page.title)
	for i, text := range w.page.lines {
		style := w.styles.line
		if i >= len(w.page.lines)-w.page.notes {
			style = w.styles.note
		}
		w.textRow(2+i, 1, style, text)
	}
}

func (w *rowWriter) textRow(row, col, style int, s string) {
	w.startRow(row, 0)
	w.text(col, style, s)
	w.endRow()
}

func (w *rowWriter) writeBlock(ctx context.Context, b *placed) error {
	if b.titleRow > 0 {
		w.textRow(b.titleRow, b.left, w.styles.block, oneLine(w.printer.T(b.Title)))
	}
	if b.headRow > 0 {
		w.startRow(b.headRow, 0)
		for col, title := range b.titles {
			w.text(b.left+col, w.styles.head(b.Columns[col].Kind), title)
		}
		w.endRow()
	}
	for row := range b.rows {
		if len(w.buf) >= chunk {
			if err := ctx.Err(); err != nil {
				return err
			}
			if err := w.flush(); err != nil {
				return err
			}
		}
		w.writeRow(b, row)
	}
	w.writeTotals(b)
	return ctx.Err()
}

func (w *rowWriter) writeRow(b *placed, row int) {
	if b.Form == spec.Prose {
		w.writeProse(b, row)
		return
	}
	w.startRow(b.first+row, 0)
	for col := range b.Columns {
		h := &b.Columns[col]
		var v spec.Value
		if row < b.Len {
			v = b.Cell(row, col)
		}
		style := w.styles.body.of(v, h.Kind)
		if h.Across {
			w.formula(b.left+col, style, acrossFormula(b, row), v)
			continue
		}
		w.value(b.left+col, style, v)
	}
	w.endRow()
}

func acrossFormula(b *placed, row int) string {
	at := strconv.Itoa(b.first + row)
	return "SUM(" + columnName(b.left+1) + at + ":" + columnName(b.right()-1) + at + ")"
}

// writeProse writes a term and its text. Excel does not fit the height of
// merged cells, so it is reckoned from the width there.
func (w *rowWriter) writeProse(b *placed, row int) {
	term, text := b.Cell(row, 0), b.Cell(row, 1)
	height := 0.0
	if to := w.page.proseEnd(b); to > b.left+1 {
		lines := wrappedLines(text.Text(w.printer), w.page.chars(b.left+1, to))
		height = math.Min(float64(lines)*15, 409)
	}
	w.startRow(b.first+row, height)
	w.value(b.left, w.styles.term, term)
	w.value(b.left+1, w.styles.prose, text)
	w.endRow()
}

// proseEnd is the last column that a text reaches over: the whole width of the
// tables around it.
func (g *page) proseEnd(b *placed) int { return max(b.left+1, len(g.widths)) }

func wrappedLines(s string, chars int) int {
	lines := 0
	for part := range strings.SplitSeq(s, "\n") {
		lines += 1 + utf16Units(part)/max(chars, 1)
	}
	return lines
}

// writeTotals writes the formulas of the totals row with their values, so that
// readers that do not reckon show them too.
func (w *rowWriter) writeTotals(b *placed) {
	if b.totalRow == 0 {
		return
	}
	w.startRow(b.totalRow, 0)
	for col, v := range b.Totals() {
		style := w.styles.total.of(v, b.Columns[col].Kind)
		if f := b.totalFormula(col); f != "" {
			w.formula(b.left+col, style, f, v)
		} else {
			w.value(b.left+col, style, v)
		}
	}
	w.endRow()
}

// totalFormula sums what a filter leaves visible in an Excel table, everything
// elsewhere; empty for columns without a figure.
func (b *placed) totalFormula(col int) string {
	total := b.Columns[col].Total
	if total != spec.Sum && total != spec.CountRows {
		return ""
	}
	if b.Form == spec.List {
		function := map[spec.Total]int{spec.Sum: 109, spec.CountRows: 103}[total]
		return fmt.Sprintf("SUBTOTAL(%d,%s[%s])", function, b.tableName(), escapeColumn(b.titles[col]))
	}
	if b.rows == 0 {
		return ""
	}
	function := map[spec.Total]string{spec.Sum: "SUM", spec.CountRows: "COUNTA"}[total]
	name := columnName(b.left + col)
	return fmt.Sprintf("%s(%s%d:%s%d)", function, name, b.first, name, b.last())
}

// writeSigners writes role, line and name for each signer under the sheet.
func (w *rowWriter) writeSigners() {
	for i, s := range w.page.signers {
		at := w.page.label
		w.startRow(w.page.signRow+2*i, 0)
		w.word(at, w.styles.term, s.Role)
		w.blank(at+1, w.styles.rule)
		w.text(at+2, w.styles.line, s.Name)
		w.endRow()
	}
}
