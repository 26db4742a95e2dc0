package xlsx

import (
	"fmt"
	"slices"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"saya/reports/spec"
)

// addChart draws the chart of a block, if it has one, from the cells of the
// block: it changes with them.
func addChart(f *excelize.File, g *page, b *placed, p spec.Printer) error {
	if b.spot.col == 0 {
		return nil
	}
	gap, vary := uint(60), false
	columns, form := chartColumns(b), b.chartForm()
	chart := &excelize.Chart{
		Type:         chartType(form),
		Title:        excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: chartTitle(b, p), Font: chartFont(12, ink, true)}}},
		Legend:       excelize.ChartLegend{Position: "bottom", Font: chartFont(9, dim, false)},
		Dimension:    excelize.ChartDimension{Width: uint(b.spot.width), Height: uint(b.spot.height)},
		Format:       excelize.GraphicOptions{OffsetX: 12, OffsetY: 2, AltText: chartTitle(b, p)},
		Border:       excelize.LineOptions{Type: excelize.LineSolid, Fill: solid(line), Width: 0.75},
		ShowBlanksAs: "zero",
		GapWidth:     &gap,
		VaryColors:   &vary,
		XAxis:        excelize.ChartAxis{Font: *chartFont(9, ink, false), ReverseOrder: form == spec.Bars},
		YAxis:        excelize.ChartAxis{Font: *chartFont(9, dim, false), MajorGridLines: true},
	}
	for i, col := range columns {
		chart.PlotArea.NumFmt.CustomNumFmt = formats[b.Columns[col].Kind]
		chart.YAxis.NumFmt.CustomNumFmt = axisFormat(b.Columns[col].Kind)
		chart.Series = append(chart.Series, series(g, b, col, i))
	}
	if len(columns) == 1 {
		chart.Legend.Position = "none"
		chart.PlotArea.ShowVal = form != spec.Lines
	}
	return f.AddChart(g.name, fmt.Sprintf("%s%d", columnName(b.spot.col), b.spot.row), chart)
}

// axisFormat is shorter than the cells': an axis has round figures.
func axisFormat(k spec.Kind) string {
	if k.Sums() {
		return formats[spec.Count]
	}
	return "0%"
}

func chartTitle(b *placed, p spec.Printer) string {
	if b.Chart.Title != "" {
		return oneLine(p.T(b.Chart.Title))
	}
	return oneLine(p.T(b.Title))
}

// chartForm is the form of a block's chart. Pillars lie down where their names
// would not fit under them.
func (b *placed) chartForm() spec.ChartForm {
	const shortName = 12
	if b.Chart.Form != spec.Pillars {
		return b.Chart.Form
	}
	for row := range b.Len {
		if utf8.RuneCountInString(b.labels[row]) > shortName {
			return spec.Bars
		}
	}
	return spec.Pillars
}

func chartType(form spec.ChartForm) excelize.ChartType {
	switch form {
	case spec.Pillars:
		return excelize.Col
	case spec.Lines:
		return excelize.Line
	default:
		return excelize.Bar
	}
}

// chartColumns are the columns to draw, from 0: those that the chart names, or
// all but labels, texts and the sum across.
func chartColumns(b *placed) []int {
	var columns []int
	for col, h := range b.Columns {
		switch {
		case col == 0 || h.Kind.Textual():
		case len(b.Chart.Columns) > 0 && !slices.Contains(b.Chart.Columns, h.Title):
		case len(b.Chart.Columns) == 0 && h.Across:
		default:
			columns = append(columns, col)
		}
	}
	return columns
}

// series draws a column against the labels in the column before the figures.
func series(g *page, b *placed, col, i int) excelize.ChartSeries {
	colors := []string{accent, info, ok, warn, dim, "C08B9A", "8DB3D0", "8FBF9F", "D4B36A", "B5ACA4"}
	color := solid(colors[i%len(colors)])
	at := func(col int) string {
		name := columnName(b.left + col)
		return fmt.Sprintf("%s!$%s$%d:$%s$%d", quoted(g.name), name, b.first, name, b.last())
	}
	return excelize.ChartSeries{
		Name:       fmt.Sprintf("%s!$%s$%d", quoted(g.name), columnName(b.left+col), b.headRow),
		Categories: at(0),
		Values:     at(col),
		Fill:       color,
		Line:       excelize.LineOptions{Width: 2, Fill: color},
		Marker:     excelize.ChartMarker{Symbol: "circle", Size: 5, Fill: color},
		DataLabel:  excelize.ChartDataLabel{Font: *chartFont(9, dim, false)},
	}
}

func solid(color string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{color}}
}

func chartFont(size float64, color string, bold bool) *excelize.Font {
	return &excelize.Font{Family: font, Size: size, Color: color, Bold: bold}
}
