// Package widgets holds the program's reusable widgets. They know nothing of
// the domain and have no text of their own: what a person reads is handed in,
// already in his language.
package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"saya/assets"
)

// Base is embedded by every focusable widget of ours. It keeps focus and hover
// and hands keys it has no use for to the Root of the window, so that F1,
// F9 and Ctrl shortcuts work wherever the focus is.
//
// A widget embeds Base in place of widget.BaseWidget, calls ExtendBaseWidget
// in its constructor, and ends its own TypedKey and TypedShortcut with those
// of Base:
//
//	func (c *Chip) TypedKey(e *fyne.KeyEvent) {
//		switch e.Name {
//		case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
//			c.Tapped(nil)
//		default:
//			c.Base.TypedKey(e)
//		}
//	}
type Base struct {
	widget.BaseWidget
	self             fyne.Widget
	focused, hovered bool
}

var (
	_ fyne.Focusable     = (*Base)(nil)
	_ fyne.Shortcutable  = (*Base)(nil)
	_ desktop.Hoverable  = (*Base)(nil)
	_ desktop.Cursorable = (*Base)(nil)
	_ desktop.Keyable    = (*Base)(nil)
)

// ExtendBaseWidget tells Base which widget it is part of.
func (b *Base) ExtendBaseWidget(self fyne.Widget) {
	if b.self == nil {
		b.self = self
	}
	b.BaseWidget.ExtendBaseWidget(self)
}

// Focused tells whether the widget has the keyboard.
func (b *Base) Focused() bool { return b.focused }

// FocusGained marks the widget as having the keyboard, and shows it where Tab came to it.
func (b *Base) FocusGained() {
	b.setFocused(true)
	revealTabbed(b.self)
}

// FocusLost takes the mark away.
func (b *Base) FocusLost() { b.setFocused(false) }

func (b *Base) setFocused(focused bool) {
	b.focused = focused
	b.Refresh()
}

// TypedRune ignores the letter.
func (b *Base) TypedRune(rune) {}

// TypedKey hands the key to the Root of the window.
func (b *Base) TypedKey(e *fyne.KeyEvent) { ForwardKey(b.self, e) }

// KeyDown tells the Root of the window, before the key is used for anything.
func (b *Base) KeyDown(e *fyne.KeyEvent) { ForwardKeyDown(b.self, e) }

// KeyUp does nothing.
func (b *Base) KeyUp(*fyne.KeyEvent) {}

// TypedShortcut hands the shortcut to the Root of the window.
func (b *Base) TypedShortcut(s fyne.Shortcut) { ForwardShortcut(b.self, s) }

// MouseIn marks the widget as under the pointer.
func (b *Base) MouseIn(*desktop.MouseEvent) { b.setHovered(true) }

// MouseMoved does nothing.
func (b *Base) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes the mark away.
func (b *Base) MouseOut() { b.setHovered(false) }

func (b *Base) setHovered(hovered bool) {
	b.hovered = hovered
	b.Refresh()
}

// Cursor is the pointing hand: most of what embeds Base is pressed.
func (b *Base) Cursor() desktop.Cursor { return desktop.PointerCursor }

// colorOf is a named colour in the theme that w is drawn with.
func colorOf(w fyne.Widget, name fyne.ThemeColorName) color.Color {
	return theme.ColorForWidget(name, w)
}

// sizeOf is a named length in the theme that w is drawn with.
func sizeOf(w fyne.Widget, name fyne.ThemeSizeName) float32 {
	return theme.SizeForWidget(name, w)
}

// newFocusRing returns the hidden outline that shows where the keyboard is.
// showFocusRing keeps it right.
func newFocusRing() *canvas.Rectangle {
	ring := canvas.NewRectangle(color.Transparent)
	ring.Hide()
	return ring
}

// showFocusRing draws the outline in the accent colour while focused.
func showFocusRing(ring *canvas.Rectangle, w fyne.Widget, focused bool, radius float32) {
	ring.StrokeColor = colorOf(w, theme.ColorNamePrimary)
	ring.FillColor = seeThrough(ring.StrokeColor)
	ring.StrokeWidth = sizeOf(w, assets.SizeFocusRing)
	ring.CornerRadius = radius
	if focused {
		ring.Show()
	} else {
		ring.Hide()
	}
	ring.Refresh()
}
