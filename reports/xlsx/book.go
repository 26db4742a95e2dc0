package xlsx

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"saya/reports/spec"
)

// book is a workbook without its rows: excelize makes the parts, our encoder
// the sheet data.
type book struct {
	parts  map[string][]byte
	styles styles
}

func partOfSheet(i int) string { return fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1) }

const (
	partOfStrings = "xl/sharedStrings.xml"
	partOfTypes   = "[Content_Types].xml"
)

// imageTypes are the types of pictures that excelize names with the first
// chart, each time in another order; there are no pictures.
var imageTypes = regexp.MustCompile(`<Default Extension="\w+" ContentType="image/[^"]*"></Default>`)

// newBook makes every part but sheet data and shared strings.
func newBook(r spec.Report, pages []page, p spec.Printer) (book, error) {
	f := excelize.NewFile()
	defer f.Close()
	b := book{parts: map[string][]byte{}}
	var err error
	if b.styles, err = newStyles(f); err != nil {
		return b, fmt.Errorf("make the styles: %w", err)
	}
	if err := describe(f, r, p); err != nil {
		return b, fmt.Errorf("set the properties: %w", err)
	}
	for i := range pages {
		if err := addPage(f, i, &pages[i], p); err != nil {
			return b, fmt.Errorf("lay out sheet %d: %w", i+1, err)
		}
	}
	f.SetZipWriter(func(io.Writer) excelize.ZipWriter { return collector(b.parts) })
	if err := f.Write(io.Discard); err != nil {
		return b, fmt.Errorf("write the structure: %w", err)
	}
	b.parts[partOfTypes] = imageTypes.ReplaceAll(b.parts[partOfTypes], nil)
	b.addTables(pages, p)
	return b, nil
}

func (b *book) addTables(pages []page, p spec.Printer) {
	label := oneLine(p.T("workbook.total"))
	for _, g := range pages {
		for i := range g.blocks {
			if t := &g.blocks[i]; t.id > 0 {
				b.parts[fmt.Sprintf("xl/tables/table%d.xml", t.id)] = tablePart(t, label)
			}
		}
	}
}

// describe sets the document properties; excelize would leave its own author
// and the year 2006.
func describe(f *excelize.File, r spec.Report, p spec.Printer) error {
	day := r.DataAsOf.UTC().Format(time.RFC3339)
	if r.DataAsOf.IsZero() {
		day = zipTime.Format(time.RFC3339)
	}
	title := oneLine(p.T(r.Title))
	by := oneLine(r.Organisation)
	if by == "" {
		by = "Saya"
	}
	if err := f.SetDocProps(&excelize.DocProperties{Title: title, Creator: by, LastModifiedBy: by, Created: day, Modified: day}); err != nil {
		return err
	}
	return f.SetAppProps(&excelize.AppProperties{Application: "Saya", Company: oneLine(r.Organisation)})
}

// addPage makes a sheet with everything but its rows.
func addPage(f *excelize.File, i int, g *page, p spec.Printer) error {
	if err := nameSheet(f, i, g.name); err != nil {
		return err
	}
	steps := []func(*excelize.File, *page) error{setSizes, setHeights, setView, setPrint, setBreaks, setTables, setMerges}
	for _, step := range steps {
		if err := step(f, g); err != nil {
			return err
		}
	}
	for j := range g.blocks {
		if err := errors.Join(addChart(f, g, &g.blocks[j], p), addInputs(f, g, &g.blocks[j], p)); err != nil {
			return err
		}
	}
	if g.hidden {
		return f.SetSheetVisible(g.name, false)
	}
	return nil
}

// nameSheet makes the sheet. A text in it makes excelize write a table of
// shared strings, which ours then replaces.
func nameSheet(f *excelize.File, i int, name string) error {
	if i == 0 {
		if err := f.SetSheetName(f.GetSheetName(0), name); err != nil {
			return err
		}
	} else if _, err := f.NewSheet(name); err != nil {
		return err
	}
	return f.SetCellStr(name, "A1", name)
}

// setSizes sets the columns and what part of the sheet is used.
func setSizes(f *excelize.File, g *page) error {
	for col, chars := range g.widths {
		name := columnName(col + 1)
		if err := f.SetColWidth(g.name, name, name, chars); err != nil {
			return err
		}
	}
	return f.SetSheetDimension(g.name, cellRange(1, 1, g.lastCol(), g.lastRow))
}

// setHeights tells excelize the heights of rows, by which it measures charts.
// Without charts it would only make every row up to the last for nothing.
func setHeights(f *excelize.File, g *page) error {
	if !g.hasCharts() {
		return nil
	}
	for row, points := range g.heights {
		if err := f.SetRowHeight(g.name, row, points); err != nil {
			return err
		}
	}
	return nil
}

// setView hides the grid, but of a form, whose cells wait to be filled in, and
// keeps the header of a list in sight.
func setView(f *excelize.File, g *page) error {
	grid := g.asks()
	if err := f.SetSheetView(g.name, 0, &excelize.ViewOptions{ShowGridLines: &grid}); err != nil {
		return err
	}
	list := g.alone()
	if list == nil {
		return nil
	}
	cell := fmt.Sprintf("A%d", list.headRow+1)
	return f.SetPanes(g.name, &excelize.Panes{
		Freeze: true, YSplit: list.headRow, TopLeftCell: cell, ActivePane: "bottomLeft",
		Selection: []excelize.Selection{{SQRef: cell, ActiveCell: cell, Pane: "bottomLeft"}},
	})
}

// setPrint sets A4 in landscape, one page wide, with page numbers.
func setPrint(f *excelize.File, g *page) error {
	a4, landscape, wide, high, fit := 9, "landscape", 1, 0, true
	layout := excelize.PageLayoutOptions{Size: &a4, Orientation: &landscape, FitToWidth: &wide, FitToHeight: &high}
	if err := f.SetSheetProps(g.name, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	if err := f.SetPageLayout(g.name, &layout); err != nil {
		return err
	}
	side, bottom, foot := 0.5, 0.6, 0.3 // inches
	margins := excelize.PageLayoutMarginsOptions{Left: &side, Right: &side, Top: &side, Bottom: &bottom, Header: &foot, Footer: &foot}
	if err := f.SetPageMargins(g.name, &margins); err != nil {
		return err
	}
	title := strings.ReplaceAll(cut(g.title, 100), "&", "&&")
	return f.SetHeaderFooter(g.name, &excelize.HeaderFooterOptions{OddFooter: "&L" + title + "&R&P / &N"})
}

// setBreaks repeats the header of a list on every page; on other sheets it
// begins new pages where the layout wants them.
func setBreaks(f *excelize.File, g *page) error {
	for _, row := range g.breaks {
		if err := f.InsertPageBreak(g.name, fmt.Sprintf("A%d", row)); err != nil {
			return err
		}
	}
	list := g.alone()
	if list == nil {
		return nil
	}
	return f.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Titles", Scope: g.name,
		RefersTo: fmt.Sprintf("%s!$%d:$%d", quoted(g.name), list.headRow, list.headRow),
	})
}

// quoted is a sheet's name as formulas write it.
func quoted(sheet string) string { return "'" + strings.ReplaceAll(sheet, "'", "''") + "'" }

// setTables makes a table's relations and content type; its part is replaced.
// Codes made of digits are meant to be text, so the warning about them is off.
func setTables(f *excelize.File, g *page) error {
	for i := range g.blocks {
		b := &g.blocks[i]
		if b.id == 0 {
			continue
		}
		if err := f.AddTable(g.name, &excelize.Table{Range: b.tableRange(b.first), Name: b.tableName()}); err != nil {
			return err
		}
		body := cellRange(b.left, b.first, b.right(), b.last())
		if err := f.AddIgnoredErrors(g.name, body, excelize.IgnoredErrorsNumberStoredAsText); err != nil {
			return err
		}
	}
	return nil
}

// setMerges joins the cells that the lines above the blocks, and texts beside
// tables, reach over.
func setMerges(f *excelize.File, g *page) error {
	for row := 1; row <= 1+len(g.lines); row++ {
		if err := merge(f, g, row, 1); err != nil {
			return err
		}
	}
	for i := range g.blocks {
		b := &g.blocks[i]
		if b.Form != spec.Prose {
			continue
		}
		for row := b.first; row < b.first+b.rows; row++ {
			if err := merge(f, g, row, b.left+1); err != nil {
				return err
			}
		}
	}
	return nil
}

// merge joins the cells of a row from a column to the last.
func merge(f *excelize.File, g *page, row, col int) error {
	if col >= g.lastCol() {
		return nil
	}
	return f.MergeCell(g.name, columnName(col)+strconv.Itoa(row), columnName(g.lastCol())+strconv.Itoa(row))
}

// collector takes the parts from excelize instead of a zip file.
type collector map[string][]byte

// Create implements excelize.ZipWriter.
func (c collector) Create(name string) (io.Writer, error) { return part{c, name}, nil }

// AddFS implements excelize.ZipWriter; excelize does not call it on writing.
func (c collector) AddFS(fs.FS) error { return fmt.Errorf("add a file system: %w", fs.ErrInvalid) }

// Close implements excelize.ZipWriter.
func (c collector) Close() error { return nil }

type part struct {
	parts collector
	name  string
}

func (p part) Write(b []byte) (int, error) {
	p.parts[p.name] = append(p.parts[p.name], b...)
	return len(b), nil
}

// splitSheet cuts a sheet's part where its rows belong.
func splitSheet(xml []byte) (before, after []byte, ok bool) {
	if before, after, ok = bytes.Cut(xml, []byte("<sheetData/>")); ok {
		return before, after, true
	}
	before, rest, opened := bytes.Cut(xml, []byte("<sheetData>"))
	_, after, closed := bytes.Cut(rest, []byte("</sheetData>"))
	return before, after, opened && closed
}
