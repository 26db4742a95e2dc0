package events

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"saya/assets"
)

// paragraph is a text of several lines on a card. Stock texts wrap; their padding is taken back, so that they line up
// with the texts around them.
func paragraph(text string) fyne.CanvasObject {
	label := widget.NewLabel(text)
	label.Wrapping = fyne.TextWrapWord
	return flush(label)
}

// heading is the title of an event on its card: as long as it needs to be.
func heading(text string) fyne.CanvasObject {
	title := widget.NewRichText(&widget.TextSegment{Text: text, Style: widget.RichTextStyle{
		ColorName: theme.ColorNameForeground, SizeName: assets.SizeCardTitle, TextStyle: fyne.TextStyle{Bold: true},
	}})
	title.Wrapping = fyne.TextWrapWord
	return flush(title)
}

// flush takes back the padding of a stock text.
func flush(o fyne.CanvasObject) fyne.CanvasObject {
	back := -theme.InnerPadding()
	return container.New(layout.NewCustomPaddedLayout(back, back, back, back), o)
}
