package reports

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"saya/app/page"
	"saya/assets"
	"saya/widgets"
)

// sheetsView shows one sheet of a report below the names of all of them, which go on in another row where the window is
// narrow.
func (p *Page) sheetsView() fyne.CanvasObject {
	names, place := container.New(widgets.NewFlow(6)), container.NewStack()
	p.chips = nil
	for i, s := range p.shown.sheets {
		chip := widgets.NewChip(s.name, "", func() { p.turn(i) })
		p.chips = append(p.chips, chip)
		names.Add(chip)
		place.Add(p.sheetView(s))
	}
	p.pages = place
	return container.NewBorder(container.New(layout.NewCustomPaddedLayout(10, 0, 18, 18), names), nil, nil, nil, place)
}

// turn shows a sheet by its place, the first one where there is none.
func (p *Page) turn(sheet int) {
	if sheet >= len(p.chips) {
		sheet = 0
	}
	p.sheet = sheet
	for i, chip := range p.chips {
		chip.SetSelected(i == sheet)
		p.pages.Objects[i].Hide()
		if i == sheet {
			p.pages.Objects[i].Show()
		}
	}
}

// sheetView is one sheet: a register fills the page and scrolls by itself, everything else stands below each other.
func (p *Page) sheetView(s sheet) fyne.CanvasObject {
	title := widgets.NewText(s.title)
	title.Bold, title.Cut = true, true
	head := widgets.NewStack(4, title, widgets.NewDimText(p.shown.report.Organisation+" · "+p.shown.report.Period))
	if s.note != "" {
		head.Add(widgets.NewParagraph(s.note))
	}
	if len(s.grids) == 1 && s.grids[0].list {
		return framed(container.NewBorder(container.New(layout.NewCustomPaddedLayout(0, 10, 0, 0), head), nil, nil, nil, p.listView(s.grids[0])))
	}
	body := widgets.NewStack(20, head)
	for _, g := range s.grids {
		body.Add(p.gridView(g))
	}
	return framed(widgets.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, 0, 0, 16), body)))
}

// framed puts a sheet onto a card.
func framed(o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(14, 14, 18, 18), widgets.NewCard("", o))
}

// listView shows a register in the table of the program. What is copied from it leaves as little as a list of the
// program does: the clipboard is cleared.
func (p *Page) listView(g grid) fyne.CanvasObject {
	columns := make([]widgets.Column, len(g.heads))
	for i, h := range g.heads {
		columns[i] = widgets.Column{ID: h, Title: h, NoSort: true}
		if g.numbers[i] {
			columns[i].Align = fyne.TextAlignTrailing
		}
	}
	rows := make(widgets.RowSlice, len(g.rows))
	for i, texts := range g.rows {
		cells := make([]widgets.Cell, len(texts))
		for j, t := range texts {
			cells[j].Text = t
			if g.unread(i, j) {
				cells[j] = widgets.Cell{Text: p.env.T("reports.unread"), Tone: widgets.ToneDim}
			}
		}
		rows[i] = widgets.Row{ID: int64(i + 1), Cells: cells}
	}
	table := widgets.NewDataTable(columns)
	table.EmptyText = p.env.T("reports.nothing")
	table.OnCopied = p.env.CopySecret
	table.SetRows(rows)
	return table
}

// gridView shows a small table with its chart, or texts under their terms.
func (p *Page) gridView(g grid) fyne.CanvasObject {
	view := widgets.NewStack(8)
	if g.title != "" {
		title := widgets.NewText(g.title)
		title.Bold, title.Cut = true, true
		view.Add(title)
	}
	if g.prose {
		texts := make([]fyne.CanvasObject, 0, 2*len(g.rows))
		for _, row := range g.rows {
			texts = append(texts, widgets.NewBody(row[0]), widgets.NewParagraph(row[1]))
		}
		view.Add(widgets.NewPairs(14, 8, texts...))
		return view
	}
	columns := columnsOf(g)
	lines := widgets.NewStack(gridGap, gridRow(columns, func(i int) []*widgets.Text { return gridHead(g, i) }))
	for _, row := range g.rows {
		lines.Add(widgets.NewLine())
		lines.Add(gridRow(columns, func(i int) []*widgets.Text { return []*widgets.Text{gridText(row[i], false)} }))
	}
	table := widgets.NewSideways(lines) // a year has twelve columns of figures
	if len(g.chart.bars) < 2 {          // one value says nothing that the table does not
		view.Add(table)
		return view
	}
	view.Add(container.New(&besideLayout{table: lines}, table, p.chartView(g.chart)))
	return view
}

// gridGap is between the lines of a table and the hairlines between them: people compare here.
const gridGap float32 = 5

// Columns of figures are at least so wide, those of labels need no more.
const figureLeast, labelMost float32 = 46, 320

// column is how wide a column of a table is: at least as its texts are.
type column struct {
	least float32
	fixed bool // figures and codes are no wider than that
}

func columnsOf(g grid) []column {
	columns := make([]column, len(g.heads))
	for i := range columns {
		c := &columns[i]
		for _, line := range headLines(g, i) {
			c.least = max(c.least, gridText(line, true).MinSize().Width)
		}
		for _, row := range g.rows {
			c.least = max(c.least, gridText(row[i], false).MinSize().Width)
		}
		if c.fixed = g.numbers[i] || g.codes[i]; g.numbers[i] {
			c.least = max(c.least, figureLeast)
		} else if !c.fixed {
			c.least = min(c.least, labelMost)
		}
	}
	return columns
}

func gridText(t string, head bool) *widgets.Text {
	text := widgets.NewText(t)
	if text.Bold = head; head {
		text.TextSize, text.Color = assets.SizeSmall, assets.ColorDim
	}
	return text
}

// headLines is the heading of a column. One of figures is parted so that it is narrow: a year of months has no room else.
func headLines(g grid, column int) []string {
	words := strings.Fields(g.heads[column])
	if !g.numbers[column] || len(words) < 2 {
		return []string{g.heads[column]}
	}
	width := func(at int) int {
		return max(utf8.RuneCountInString(strings.Join(words[:at], " ")), utf8.RuneCountInString(strings.Join(words[at:], " ")))
	}
	best := 1
	for at := 2; at < len(words); at++ {
		if width(at) < width(best) {
			best = at
		}
	}
	return []string{strings.Join(words[:best], " "), strings.Join(words[best:], " ")}
}

func gridHead(g grid, column int) (lines []*widgets.Text) {
	for _, line := range headLines(g, column) {
		lines = append(lines, gridText(line, true))
	}
	return lines
}

// gridRow lays cells of one line or more out in columns, on the same last line: figures as wide as they need, labels with
// what is left.
func gridRow(columns []column, cell func(i int) []*widgets.Text) fyne.CanvasObject {
	weights := make([]float32, len(columns))
	row := container.New(nil)
	for i, c := range columns {
		lines := widgets.NewStack(0)
		for _, text := range cell(i) {
			text.Cut = true
			if c.fixed && i > 0 {
				text.Align = fyne.TextAlignTrailing
			}
			lines.Add(text)
		}
		if !c.fixed {
			weights[i] = 1
		}
		row.Add(page.Wide(container.NewBorder(nil, lines, nil, nil), c.least))
	}
	row.Layout = widgets.NewColumns(12, weights...)
	return row
}

// pillarHeight is that of a chart of upright columns.
const pillarHeight float32 = 170

func (p *Page) chartView(c chart) fyne.CanvasObject {
	bars := make([]widgets.Bar, len(c.bars))
	for i, b := range c.bars {
		bars[i] = widgets.Bar{Label: b.label, Text: b.text, Tip: b.label + ": " + b.text, Value: b.value}
	}
	title := widgets.NewDimText(c.title)
	title.Cut = true
	if !c.upright || len(bars) > pillarsMost {
		lying := widgets.NewBarChart(bars, widgets.TonePlain)
		lying.Empty = p.env.T("reports.nothing")
		return widgets.NewStack(8, title, lying)
	}
	columns := widgets.NewColumnChart(bars)
	columns.Empty = p.env.T("reports.nothing")
	return widgets.NewStack(8, title, container.New(page.Fixed(fyne.NewSize(0, pillarHeight)), columns))
}

// pillarsMost is how many columns have room for their labels; more lie below each other.
const pillarsMost = 6

// besideLayout puts a chart beside its table where both have room, and below it where they have not. What it needs in
// height follows the width it was last given.
type besideLayout struct {
	table fyne.CanvasObject // without what scrolls it
	width float32
}

const (
	chartLeast float32 = 280 // width beside a table
	chartPart  float32 = 0.38
	besideGap  float32 = 24
)

func (l *besideLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	table, chart := objects[0], objects[1]
	width, at := size.Width, fyne.NewPos(0, table.MinSize().Height+besideGap/2)
	if l.beside() {
		width = size.Width - besideGap - max(chartLeast, min(size.Width*chartPart, size.Width-besideGap-l.table.MinSize().Width))
		at = fyne.NewPos(width+besideGap, 0)
	}
	table.Resize(fyne.NewSize(width, table.MinSize().Height))
	chart.Move(at)
	chart.Resize(fyne.NewSize(size.Width-at.X, chart.MinSize().Height))
}

func (l *besideLayout) beside() bool { return l.table.MinSize().Width+besideGap+chartLeast <= l.width }

func (l *besideLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	table, chart := objects[0].MinSize(), objects[1].MinSize()
	if l.beside() {
		return fyne.NewSize(0, max(table.Height, chart.Height))
	}
	return fyne.NewSize(max(table.Width, chart.Width), table.Height+besideGap/2+chart.Height)
}
