package reports

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"saya/app/page"
	"saya/assets"
	"saya/reports/spec"
	"saya/widgets"
)

// previewTabs shows every sheet of a report on a page of its own.
func previewTabs(p preview) *widgets.Tabs {
	items := make([]widgets.TabItem, len(p.report.Sheets))
	for i, sheet := range p.report.Sheets {
		items[i] = widgets.TabItem{Text: p.printer.T(sheet.Name), Content: sheetView(p, sheet)}
	}
	return widgets.NewTabs(items...)
}

// sheetView is one sheet: a register fills the page and scrolls by itself, everything else stands below each other.
func sheetView(p preview, sheet spec.Sheet) fyne.CanvasObject {
	all := grids(sheet, p.printer)
	title := widgets.NewText(p.printer.T(first(sheet.Title, p.report.Title)))
	title.Bold, title.Cut = true, true
	head := widgets.NewStack(4, title, widgets.NewDimText(p.report.Organisation+" · "+p.report.Period))
	if len(all) == 1 && all[0].list {
		return framed(container.NewBorder(container.New(layout.NewCustomPaddedLayout(0, 10, 0, 0), head), nil, nil, nil, listView(all[0])))
	}
	body := widgets.NewStack(20, head)
	for _, g := range all {
		body.Add(gridView(g))
	}
	return framed(container.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, 0, 0, 16), body)))
}

func first(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// framed puts a sheet onto a card.
func framed(o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(14, 14, 18, 18), widgets.NewCard("", o))
}

// listView shows a register in the table of the program.
func listView(g grid) fyne.CanvasObject {
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
		}
		rows[i] = widgets.Row{ID: int64(i + 1), Cells: cells}
	}
	table := widgets.NewDataTable(columns)
	table.SetRows(rows)
	table.Fit(260)
	return table
}

// gridView shows a small table with its chart below, or texts under their terms.
func gridView(g grid) fyne.CanvasObject {
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
	widths := figureWidths(g)
	lines := []fyne.CanvasObject{gridRow(g.heads, widths, true)}
	for _, row := range g.rows {
		lines = append(lines, gridRow(row, widths, false))
	}
	view.Add(container.NewHScroll(widgets.NewLines(lines...))) // a year has twelve columns of figures
	if len(g.bars) > 0 {
		view.Add(chart(g.bars))
	}
	return view
}

// figureLeast is how wide a column of figures is at least.
const figureLeast float32 = 90

// figureWidths are the widths of the columns of figures and codes, in which nothing is cut; those of labels have none.
func figureWidths(g grid) []float32 {
	widths := make([]float32, len(g.heads))
	for i := range g.heads {
		if !g.numbers[i] && (i > 0 || len(g.heads) != 5) {
			continue
		}
		widths[i] = figureLeast
		for _, row := range append([][]string{g.heads}, g.rows...) {
			widths[i] = max(widths[i], gridText(row[i], true).MinSize().Width)
		}
	}
	return widths
}

func gridText(t string, head bool) *widgets.Text {
	text := widgets.NewText(t)
	if text.Bold = head; head {
		text.TextSize, text.Color = assets.SizeSmall, assets.ColorDim
	}
	return text
}

// gridRow lays texts out in columns: figures as wide as they need, labels with what is left.
func gridRow(texts []string, widths []float32, head bool) fyne.CanvasObject {
	weights := make([]float32, len(texts))
	row := container.New(nil)
	for i, t := range texts {
		text := gridText(t, head)
		text.Cut = true
		if i > 0 && widths[i] > 0 {
			text.Align = fyne.TextAlignTrailing
		}
		if widths[i] == 0 {
			weights[i] = 1
			row.Add(text)
			continue
		}
		row.Add(page.Wide(text, widths[i]))
	}
	row.Layout = widgets.NewColumns(12, weights...)
	return row
}

func chart(bars []bar) fyne.CanvasObject {
	out := make([]widgets.Bar, len(bars))
	for i, b := range bars {
		out[i] = widgets.Bar{Label: b.label, Text: b.text, Value: b.value}
	}
	return widgets.NewBarChart(out, widgets.TonePlain)
}
