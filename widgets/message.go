package widgets

import (
	"fyne.io/fyne/v2/theme"

	"saya/assets"
)

// Message is a text that wraps to the width of its place and says what became
// of something: Color is that of its tone, SetText shows another text, "" none.
type Message = textBlock

// NewMessage returns a message that says nothing, in the colour of what is
// wrong.
func NewMessage() *Message { return newTextBlock("", assets.ColorBad, theme.SizeNameText) }
