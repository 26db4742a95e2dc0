package events

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// paragraph is a text of several lines on a card. A stock label wraps; its padding is taken back, so that it lines up
// with the texts around it.
func paragraph(text string) fyne.CanvasObject {
	label := widget.NewLabel(text)
	label.Wrapping = fyne.TextWrapWord
	back := -theme.InnerPadding()
	return container.New(layout.NewCustomPaddedLayout(back, back, back, back), label)
}
