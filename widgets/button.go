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

// ButtonKind says how much a button asks for.
type ButtonKind int

// The kinds of buttons. A screen has one ButtonPrimary.
const (
	ButtonNormal ButtonKind = iota
	ButtonPrimary
	ButtonQuiet // without a frame until the pointer is over it
	ButtonDanger
)

// Button is pressed by a tap, Enter or Space. With neither Text nor Icon it is
// as large as an icon.
type Button struct {
	Base
	Text    string
	Icon    assets.IconName // in the colour of the text; "" for none
	Kind    ButtonKind
	Compact bool // as high as a row of a list
	// Flush puts the content of a quiet button at the left edge of its place, in line with the texts above and below it;
	// what is drawn around it reaches beyond. FlushEnd puts it at the right edge.
	Flush, FlushEnd bool
	OnTapped        func()
	Tip             string // what a button without words does, shown when the pointer rests on it

	disabled, busy bool
}

var (
	_ fyne.Tappable    = (*Button)(nil)
	_ fyne.Disableable = (*Button)(nil)
)

// NewButton returns a normal button.
func NewButton(text string, icon assets.IconName, onTapped func()) *Button {
	return newButtonOf(ButtonNormal, text, icon, onTapped)
}

// NewPrimaryButton returns the button of what the screen is for.
func NewPrimaryButton(text string, icon assets.IconName, onTapped func()) *Button {
	return newButtonOf(ButtonPrimary, text, icon, onTapped)
}

// NewQuietButton returns a button without a frame, also for an icon alone.
func NewQuietButton(text string, icon assets.IconName, onTapped func()) *Button {
	return newButtonOf(ButtonQuiet, text, icon, onTapped)
}

// NewDangerButton returns a button that deletes or discards.
func NewDangerButton(text string, icon assets.IconName, onTapped func()) *Button {
	return newButtonOf(ButtonDanger, text, icon, onTapped)
}

func newButtonOf(kind ButtonKind, text string, icon assets.IconName, onTapped func()) *Button {
	b := &Button{Kind: kind, Text: text, Icon: icon, OnTapped: onTapped}
	b.ExtendBaseWidget(b)
	return b
}

// SetText shows another text.
func (b *Button) SetText(text string) {
	b.Text = text
	b.Refresh()
}

// SetBusy shows that what the button started still runs; it is not pressed
// meanwhile.
func (b *Button) SetBusy(busy bool) {
	if b.busy != busy {
		b.busy = busy
		b.Refresh()
	}
}

// Busy tells whether what the button started still runs.
func (b *Button) Busy() bool { return b.busy }

// Enable lets the button be pressed again.
func (b *Button) Enable() { b.setDisabled(false) }

// Disable greys the button; it cannot be focused.
func (b *Button) Disable() { b.setDisabled(true) }

// Disabled tells whether the button is greyed.
func (b *Button) Disabled() bool { return b.disabled }

func (b *Button) setDisabled(disabled bool) {
	if b.disabled != disabled {
		b.disabled = disabled
		b.Refresh()
	}
}

// Tapped takes the keyboard and does what the button is for.
func (b *Button) Tapped(*fyne.PointEvent) {
	if b.disabled || b.busy {
		return
	}
	Focus(b)
	b.press()
}

func (b *Button) press() {
	if !b.disabled && !b.busy && b.OnTapped != nil {
		b.OnTapped()
	}
}

// TypedKey presses the button with Enter.
func (b *Button) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		b.press()
	default:
		b.Base.TypedKey(e)
	}
}

// TypedRune presses the button with Space. Fyne sends the key first and the
// letter after it: pressed by the key, the letter would be written into the
// field that the button may have focused.
func (b *Button) TypedRune(r rune) {
	if r == ' ' {
		b.press()
	}
}

// MouseIn marks the button as under the pointer.
func (b *Button) MouseIn(e *desktop.MouseEvent) {
	b.Base.MouseIn(e)
	hover(b, b.Tip, true)
}

// MouseOut takes the mark away.
func (b *Button) MouseOut() {
	b.Base.MouseOut()
	hover(b, b.Tip, false)
}

// CreateRenderer is used by Fyne.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	b.ExtendBaseWidget(b)
	r := &buttonRenderer{
		button: b, box: canvas.NewRectangle(nil), ring: newFocusRing(),
		text: canvas.NewText("", nil), icon: canvas.NewImageFromResource(nil), activity: widget.NewActivity(),
	}
	r.icon.FillMode = canvas.ImageFillContain
	r.paint()
	return r
}

type buttonRenderer struct {
	button    *Button
	box, ring *canvas.Rectangle
	text      *canvas.Text
	icon      *canvas.Image
	activity  *widget.Activity
}

const (
	buttonPadding float32 = 14
	buttonIcon    float32 = 16
	buttonGap     float32 = 6
	flushInset    float32 = 8
)

// inks returns the names of the colours of surface (or "") and text.
func (b *Button) inks() (surface, ink fyne.ThemeColorName) {
	switch {
	case b.Kind == ButtonQuiet && b.disabled && b.Text == "": // weaker than those around it: a surface would stand out
		return "", assets.ColorEdge
	case b.Kind == ButtonQuiet && b.disabled:
		return "", assets.ColorDim
	case b.disabled || b.busy:
		return assets.ColorSide, assets.ColorDim
	case b.Kind == ButtonPrimary:
		return colorAccent, theme.ColorNameForegroundOnPrimary
	case b.Kind == ButtonDanger:
		return assets.ColorPanel, assets.ColorBad
	case b.Kind == ButtonQuiet:
		return "", colorInk
	default:
		return assets.ColorPanel, colorInk
	}
}

func (r *buttonRenderer) paint() {
	b := r.button
	surface, ink := b.inks()
	r.paintBox(surface)
	r.text.Text = b.Text
	r.text.TextStyle.Bold = b.Kind == ButtonPrimary
	paintText(r.text, b, ink, theme.SizeNameText)
	if b.Icon != "" {
		r.icon.Resource = assets.IconIn(b.Icon, ink)
	}
	r.icon.Hidden = b.Icon == "" || b.busy
	r.icon.Refresh()
	r.paintActivity()
	r.paintRing()
}

func (r *buttonRenderer) paintBox(surface fyne.ThemeColorName) {
	b := r.button
	r.box.CornerRadius = sizeOf(b, theme.SizeNameButtonRadius)
	r.box.FillColor, r.box.StrokeWidth = color.Transparent, 1
	r.box.StrokeColor = colorOf(b, assets.ColorEdge)
	if surface != "" {
		r.box.FillColor = colorOf(b, surface)
	}
	if b.Kind == ButtonPrimary || b.Kind == ButtonQuiet {
		r.box.StrokeWidth = 0
	}
	if b.hovered && !b.disabled && !b.busy {
		r.box.FillColor = r.hoverColor()
	}
	if r.box.StrokeWidth == 0 {
		r.box.StrokeColor = r.box.FillColor // even no stroke tints the edge
	}
	r.box.Refresh()
}

func (r *buttonRenderer) hoverColor() color.Color {
	b := r.button
	switch b.Kind {
	case ButtonPrimary:
		return mix(colorOf(b, colorAccent), colorOf(b, colorInk), 0.14)
	case ButtonDanger:
		return colorOf(b, assets.ColorBadSoft)
	default:
		return mix(colorOf(b, assets.ColorPanel), colorOf(b, colorInk), 0.06)
	}
}

func (r *buttonRenderer) paintActivity() {
	if r.button.busy {
		r.activity.Show()
		r.activity.Start()
	} else {
		r.activity.Stop()
		r.activity.Hide()
	}
}

// paintRing shows the keyboard outside the box of a filled button, where the
// accent can be seen, and on the border of the others.
func (r *buttonRenderer) paintRing() {
	b := r.button
	showFocusRing(r.ring, b, b.focused, sizeOf(b, theme.SizeNameButtonRadius)+r.ringGap())
}

func (r *buttonRenderer) ringGap() float32 {
	if r.button.Kind == ButtonPrimary {
		return 3
	}
	return 0
}

func (r *buttonRenderer) hasIcon() bool { return r.button.Icon != "" || r.button.busy }

func (r *buttonRenderer) contentWidth() float32 {
	width := float32(0)
	if r.button.Text != "" {
		width = fyne.MeasureText(r.button.Text, r.text.TextSize, r.text.TextStyle).Width
	}
	if r.hasIcon() {
		width += buttonIcon
		if r.button.Text != "" {
			width += buttonGap
		}
	}
	return width
}

func (r *buttonRenderer) MinSize() fyne.Size {
	height := sizeOf(r.button, assets.SizeControl)
	if r.button.Compact {
		height = sizeOf(r.button, assets.SizeRow) - 2
	}
	if r.button.Text == "" {
		return fyne.NewSquareSize(height)
	}
	padding := 2 * buttonPadding
	if r.button.Flush || r.button.FlushEnd {
		padding = flushInset
	}
	return fyne.NewSize(r.contentWidth()+padding, height)
}

func (r *buttonRenderer) Layout(size fyne.Size) {
	width, gap, left := r.contentWidth(), r.ringGap(), float32(0)
	x := max(0, (size.Width-width)/2)
	box := size
	switch {
	case r.button.Flush:
		x, left, box.Width = 0, -flushInset, width+2*flushInset
	case r.button.FlushEnd:
		x = max(0, size.Width-width)
		left, box.Width = x-flushInset, width+2*flushInset
	}
	r.box.Move(fyne.NewPos(left, 0))
	r.box.Resize(box)
	r.ring.Move(fyne.NewPos(left-gap, -gap))
	r.ring.Resize(box.AddWidthHeight(2*gap, 2*gap))
	if r.hasIcon() {
		at := fyne.NewPos(x, (size.Height-buttonIcon)/2)
		for _, o := range []fyne.CanvasObject{r.icon, r.activity} {
			o.Move(at)
			o.Resize(fyne.NewSquareSize(buttonIcon))
		}
		x += buttonIcon + buttonGap
	}
	r.text.Text = cutText(r.button.Text, size.Width-x, measure(r.text))
	height := r.text.MinSize().Height
	r.text.Move(fyne.NewPos(x, (size.Height-height)/2))
	r.text.Resize(fyne.NewSize(size.Width-x, height))
}

func (r *buttonRenderer) Refresh() {
	r.paint()
	r.Layout(r.button.Size())
	canvas.Refresh(r.button)
}

func (r *buttonRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.box, r.text, r.icon, r.activity, r.ring}
}

func (r *buttonRenderer) Destroy() { r.activity.Stop() }
