package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"saya/assets"
)

// Card is a rounded panel with a title over its content.
type Card struct {
	widget.BaseWidget
	Title   string            // "" for a card without one
	Aside   fyne.CanvasObject // at the end of the title's line: a tag, a button; may be nil
	Content fyne.CanvasObject
}

// NewCard returns a card.
func NewCard(title string, content fyne.CanvasObject) *Card {
	c := &Card{Title: title, Content: content}
	c.ExtendBaseWidget(c)
	return c
}

// CreateRenderer draws the card.
func (c *Card) CreateRenderer() fyne.WidgetRenderer {
	c.ExtendBaseWidget(c)
	title := newText(&Text{
		TextSize: theme.SizeNameSubHeadingText, Color: theme.ColorNameForeground, Bold: true, Cut: true,
	})
	r := &cardRenderer{card: c, panel: canvas.NewRectangle(nil), title: title}
	r.style()
	return r
}

// cardTitleGap is the space between the title and the content.
const cardTitleGap float32 = 10

type cardRenderer struct {
	card  *Card
	panel *canvas.Rectangle
	title *Text
}

func (r *cardRenderer) style() {
	stylePanel(r.panel, r.card)
	r.title.Text = r.card.Title
}

// stylePanel makes a rectangle the surface of a card.
func stylePanel(panel *canvas.Rectangle, w fyne.Widget) {
	panel.FillColor = colorOf(w, assets.ColorPanel)
	panel.StrokeColor = colorOf(w, assets.ColorLine)
	panel.StrokeWidth = 1
	panel.CornerRadius = sizeOf(w, theme.SizeNameCardRadius)
}

// head is the size of the line of the title, zero without one.
func (r *cardRenderer) head() fyne.Size {
	if r.card.Title == "" && r.card.Aside == nil {
		return fyne.Size{}
	}
	size := r.title.MinSize()
	if a := r.card.Aside; a != nil {
		size.Width += cardTitleGap + a.MinSize().Width
		size.Height = max(size.Height, a.MinSize().Height)
	}
	size.Height += cardTitleGap
	return size
}

func (r *cardRenderer) MinSize() fyne.Size {
	padding := sizeOf(r.card, assets.SizeCard)
	head, size := r.head(), fyne.Size{}
	if r.card.Content != nil {
		size = r.card.Content.MinSize()
	}
	return fyne.NewSize(max(head.Width, size.Width)+2*padding, head.Height+size.Height+2*padding)
}

func (r *cardRenderer) Layout(size fyne.Size) {
	r.panel.Resize(size)
	padding, head := sizeOf(r.card, assets.SizeCard), r.head().Height
	width, titleWidth := size.Width-2*padding, size.Width-2*padding
	line := max(0, head-cardTitleGap)
	if a := r.card.Aside; a != nil {
		least := a.MinSize()
		a.Move(fyne.NewPos(padding+width-least.Width, padding+(line-least.Height)/2))
		a.Resize(least)
		titleWidth -= least.Width + cardTitleGap
	}
	r.title.Move(fyne.NewPos(padding, padding))
	r.title.Resize(fyne.NewSize(titleWidth, line))
	if c := r.card.Content; c != nil {
		c.Move(fyne.NewPos(padding, padding+head))
		c.Resize(fyne.NewSize(width, size.Height-2*padding-head))
	}
}

func (r *cardRenderer) Refresh() {
	r.style()
	r.title.Refresh()
	r.Layout(r.card.Size())
	canvas.Refresh(r.card)
}

func (r *cardRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.panel, r.title}
	for _, o := range []fyne.CanvasObject{r.card.Aside, r.card.Content} {
		if o != nil {
			objects = append(objects, o)
		}
	}
	return objects
}

func (r *cardRenderer) Destroy() {}
