package xlsx

import (
	"context"
	"fmt"
	"strconv"

	"saya/reports/spec"
)

// rowWriter writes the rows of a page as sheet data.
type rowWriter struct {
	*encoder
	page   *page
	styles *styles
	out    *relay
	values []spec.Value // of the row in hand
}

// writeRows writes every row of a page in order, in chunks, until ctx is
// cancelled.
func (w *rowWriter) writeRows(ctx context.Context) {
	w.writeHead()
	for i := range w.page.blocks {
		w.writeBlock(ctx, &w.page.blocks[i])
	}
	w.writeSigners()
	w.out.pass(w.buf)
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

// begin opens a row of the height that the page gives it.
func (w *rowWriter) begin(row int) {
	height, set := w.page.heights[row]
	w.startRow(row, height, set)
}

func (w *rowWriter) textRow(row, col, style int, s string) {
	w.begin(row)
	w.text(col, style, s)
	w.endRow()
}

func (w *rowWriter) writeBlock(ctx context.Context, b *placed) {
	if b.titleRow > 0 {
		w.textRow(b.titleRow, b.left, w.styles.block, oneLine(w.printer.T(b.Title)))
	}
	if b.headRow > 0 {
		w.begin(b.headRow)
		for col, title := range b.titles {
			w.text(b.left+col, w.styles.head(b.Columns[col].Kind), title)
		}
		w.endRow()
	}
	for row := range b.rows {
		if len(w.buf) >= chunk {
			if ctx.Err() != nil {
				return
			}
			w.buf = w.out.pass(w.buf)
		}
		w.writeRow(b, row)
	}
	w.writeTotals(b)
}

func (w *rowWriter) writeRow(b *placed, row int) {
	w.values = w.values[:0]
	for col := range b.Columns {
		var v spec.Value
		if row < b.Len {
			v = b.Cell(row, col)
		}
		w.values = append(w.values, v)
	}
	if b.Form == spec.List {
		height := w.listHeight(b)
		w.startRow(b.first+row, height, false)
	} else {
		w.begin(b.first + row)
	}
	for col, v := range w.values {
		w.writeCell(b, row, col, v)
	}
	w.endRow()
}

func (w *rowWriter) writeCell(b *placed, row, col int, v spec.Value) {
	h := &b.Columns[col]
	style := w.styles.body(b.Form).of(v, h.Kind)
	switch {
	case h.Across:
		w.formula(b.left+col, style, acrossFormula(b, row), v)
	case b.Form == spec.Prose && col == 0:
		w.value(b.left, w.styles.term, v)
	case b.Form == spec.Prose:
		w.value(b.left+col, w.styles.prose, v)
	default:
		w.value(b.left+col, style, v)
	}
}

// listHeight is the height of the row in hand where a text in it wraps, 0
// elsewhere.
func (w *rowWriter) listHeight(b *placed) float64 {
	lines := 1
	for col, v := range w.values {
		if b.Columns[col].Kind == spec.Text && v.Kind() == spec.Text {
			lines = max(lines, wrappedLines(w.textOf(v), w.page.roomFor(b, col)))
		}
	}
	if lines == 1 {
		return 0
	}
	return height(lines, 0)
}

func acrossFormula(b *placed, row int) string {
	at := strconv.Itoa(b.first + row)
	return "SUM(" + columnName(b.left+1) + at + ":" + columnName(b.right()-1) + at + ")"
}

// writeTotals writes the formulas of the totals row with their values, so that
// readers that do not reckon show them too.
func (w *rowWriter) writeTotals(b *placed) {
	if b.totalRow == 0 {
		return
	}
	w.begin(b.totalRow)
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
		return fmt.Sprintf("SUBTOTAL(%d,%s[%s])", function, b.tableName(), b.titles[col])
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
		w.begin(w.page.signRow + 2*i)
		w.word(at, w.styles.term, s.Role)
		w.blank(at+1, w.styles.rule)
		w.text(at+2, w.styles.signer, s.Name)
		w.endRow()
	}
}
