package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"saya/assets"
	"saya/widgets"
)

// Fact is one line of a card: what it is and what it says.
type Fact struct{ Label, Value string }

// Facts lays lines of a card out in two columns. Lines without a value are left out.
func Facts(facts ...Fact) fyne.CanvasObject {
	rows := container.New(layout.NewCustomPaddedVBoxLayout(9))
	for _, f := range facts {
		if f.Value == "" {
			continue
		}
		label := widgets.NewDimText(f.Label)
		label.TextSize, label.Cut = theme.SizeNameText, true
		value := widgets.NewText(f.Value)
		value.Cut = true
		rows.Add(container.New(widgets.NewColumns(10, 160, 208), label, value))
	}
	return rows
}

// Panel is the surface beside a list: a card with its head, body and the line to the left of it.
func Panel(head, body fyne.CanvasObject) fyne.CanvasObject {
	scroll := container.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, 18, 18, 18), body))
	top := container.New(layout.NewCustomPaddedLayout(16, 12, 18, 18), head)
	content := widgets.NewSurface(assets.ColorPanel, container.NewBorder(top, nil, nil, nil, scroll))
	return container.NewBorder(nil, nil, widgets.NewLine(), nil, content)
}
