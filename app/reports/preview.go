package reports

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

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
		columns[i] = widgets.Column{ID: h, Title: h, Width: 130, NoSort: true}
		if g.numbers[i] {
			columns[i].Align, columns[i].Width = fyne.TextAlignTrailing, 96
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
		for _, row := range g.rows {
			view.Add(container.New(widgets.NewColumns(14, 1, 3), widgets.NewText(row[0]), widgets.NewParagraph(row[1])))
		}
		return view
	}
	lines := []fyne.CanvasObject{gridRow(g, g.heads, true)}
	for _, row := range g.rows {
		lines = append(lines, gridRow(g, row, false))
	}
	view.Add(widgets.NewLines(lines...))
	if len(g.bars) > 0 {
		view.Add(chart(g.bars))
	}
	return view
}

// gridRow lays texts out in columns, labels wide and figures narrow.
func gridRow(g grid, texts []string, head bool) fyne.CanvasObject {
	weights := make([]float32, len(texts))
	row := container.New(nil)
	for i, t := range texts {
		text := widgets.NewText(t)
		text.Cut, text.Bold = true, head
		if head {
			text.TextSize, text.Color = assets.SizeSmall, assets.ColorDim
		}
		weights[i] = 2.4
		if g.numbers[i] || len(texts) == 5 && i == 0 {
			text.Align, weights[i] = fyne.TextAlignTrailing, 1
		}
		if i == 0 {
			text.Align = fyne.TextAlignLeading
		}
		row.Add(text)
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
