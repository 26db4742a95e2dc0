package home

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"saya/data"
	"saya/widgets"
)

// newTiles are the figures of the month, with nothing in them yet; each leads to the list of what it counts.
func (p *Page) newTiles() fyne.CanvasObject {
	row := container.New(widgets.NewColumns(8))
	for _, t := range tiles() {
		figure := widgets.NewFigure(p.env.T("home."+t.key), "–")
		figure.Before = make([]float64, monthsShown)
		press := widgets.NewPress(figure, func() { p.env.Window.OpenAt(t.section, t.chip) })
		press.Radius = theme.SizeNameCardRadius
		p.tiles, p.presses = append(p.tiles, figure), append(p.presses, press)
		row.Add(press)
	}
	return row
}

// newCharts are the charts of the last months; a column leads to the report of its month.
func (p *Page) newCharts() []fyne.CanvasObject {
	var cards []fyne.CanvasObject
	for _, t := range charts() {
		chart := widgets.NewColumnChart(nil)
		chart.Empty = p.env.T("home.chart_empty")
		chooser := widgets.NewColumnChooser(chart, func(i int) { p.env.Window.OpenAt("reports", string(p.months[i])) })
		p.charts = append(p.charts, chart)
		cards = append(cards, widgets.NewCard(p.env.T("home."+t.months), chooser))
	}
	return cards
}

func (p *Page) showFigures(f figures) {
	for i, t := range tiles() {
		p.showTile(i, t, f)
	}
	p.months = f.months
	for i, t := range charts() {
		p.charts[i].Bars = p.bars(t, f)
		p.charts[i].Refresh()
	}
	p.root.Refresh()
}

// showTile compares with the same days of the month before: a month that has just begun is no decline, and fewer is
// nothing bad.
func (p *Page) showTile(i int, t tile, f figures) {
	text, figure := p.env.Text, p.tiles[i]
	last := len(f.of) - 1
	now, before, whole := t.value(f.of[last]), t.value(f.part), t.value(f.of[last-1])
	figure.Value, figure.Change, figure.Tone = t.write(text, now, now), t.change(text, now, before), widgets.ToneDim
	figure.Note = text.T("home.against")
	switch {
	case now > before:
		figure.Tone = widgets.ToneOk
	case now == before:
		figure.Note = text.T("home.same")
	}
	figure.Before = nil
	for _, month := range f.of {
		figure.Before = append(figure.Before, float64(t.value(month)))
	}
	figure.Refresh()
	p.presses[i].Tip = p.monthYear(f.months[last]) + ": " + t.write(text, now, now) + " · " +
		text.DateRange(f.days.From.Time(), f.days.To.Time()) + ": " + t.write(text, before, now) + " · " +
		p.monthYear(f.months[last-1]) + ": " + t.write(text, whole, now)
}

func (p *Page) bars(t tile, f figures) []widgets.Bar {
	bars := make([]widgets.Bar, len(f.months))
	for i, m := range f.months {
		value := t.value(f.of[i])
		written := t.write(p.env.Text, value, value)
		bars[i] = widgets.Bar{Label: monthName(p.env, m), Text: written, Tip: p.monthYear(m) + ": " + written, Value: float64(value)}
	}
	return bars
}

func (p *Page) monthYear(m data.Month) string { return p.env.Text.MonthYear(m.First().Time()) }
