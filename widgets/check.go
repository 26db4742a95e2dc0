package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"saya/assets"
)

// CheckField is a yes or no with its words beside it; they wrap. A required
// one has to be yes.
type CheckField struct {
	choice
	Text      string
	OnChanged func(checked bool)

	checked bool
}

var (
	_ Field         = (*CheckField)(nil)
	_ fyne.Tappable = (*CheckField)(nil)
)

// NewCheckField returns a no.
func NewCheckField(text string) *CheckField {
	c := &CheckField{Text: text}
	c.extend(c)
	return c
}

// Checked tells whether it is a yes.
func (c *CheckField) Checked() bool { return c.checked }

// SetChecked shows a yes or no.
func (c *CheckField) SetChecked(checked bool) {
	if c.checked == checked {
		return
	}
	c.checked = checked
	c.Refresh()
	if c.OnChanged != nil {
		c.OnChanged(checked)
	}
	c.tell(FieldChanged)
}

// Empty tells whether it is a no.
func (c *CheckField) Empty() bool { return !c.checked }

// Check finds nothing wrong.
func (c *CheckField) Check() error { return nil }

const snapshotYes = "yes"

// Snapshot is "yes" or "".
func (c *CheckField) Snapshot() string {
	if c.checked {
		return snapshotYes
	}
	return ""
}

// Restore puts a yes or no back.
func (c *CheckField) Restore(snapshot string) { c.SetChecked(snapshot == snapshotYes) }

// Display is the words of a yes, nothing for a no.
func (c *CheckField) Display() string {
	if c.checked {
		return c.Text
	}
	return ""
}

// Tapped turns yes to no and back.
func (c *CheckField) Tapped(*fyne.PointEvent) {
	if !c.disabled {
		Focus(c)
		c.toggle()
	}
}

func (c *CheckField) toggle() {
	if c.editable() {
		c.SetChecked(!c.checked)
	}
}

// TypedRune turns it with Space.
func (c *CheckField) TypedRune(r rune) {
	if r == ' ' {
		c.toggle()
	}
}

const (
	checkBox float32 = 18
	checkGap float32 = 8
)

func (c *CheckField) block() *textBlock { return newTextBlock(c.Text, c.ink(), theme.SizeNameText) }

// HeightFor is the height the field needs when it is as wide as width.
func (c *CheckField) HeightFor(width float32) float32 {
	return max(checkBox, c.block().HeightFor(width-checkBox-checkGap)) + 2*checkPad
}

const checkPad float32 = 4

// CreateRenderer is used by Fyne.
func (c *CheckField) CreateRenderer() fyne.WidgetRenderer {
	r := &checkRenderer{
		field: c, box: canvas.NewRectangle(nil), mark: canvas.NewImageFromResource(nil), text: c.block(),
	}
	r.mark.FillMode = canvas.ImageFillContain
	r.paint()
	return r
}

type checkRenderer struct {
	field *CheckField
	box   *canvas.Rectangle
	mark  *canvas.Image
	text  *textBlock
}

func (r *checkRenderer) paint() {
	c := r.field
	paintFrame(r.box, c, c.look())
	r.box.CornerRadius = 5
	if !c.focused && !c.look().invalid { // unlike a field, there is nothing else to be seen of an empty box
		r.box.StrokeColor = colorOf(c, assets.ColorDim)
	}
	mark := fyne.ThemeColorName(colorAccent)
	if c.checked && c.offers() {
		r.box.FillColor, mark = colorOf(c, colorAccent), theme.ColorNameForegroundOnPrimary
		r.box.StrokeColor = r.box.FillColor
		if c.focused {
			r.box.StrokeColor = colorOf(c, colorInk)
		}
	}
	r.mark.Hidden = !c.checked
	r.mark.Resource = assets.IconIn(assets.IconCheck, mark)
	r.mark.Refresh()
	r.text.Text, r.text.Color = c.Text, c.ink()
	r.text.Refresh()
}

func (r *checkRenderer) Layout(size fyne.Size) {
	r.box.Move(fyne.NewPos(0, checkPad))
	r.box.Resize(fyne.NewSquareSize(checkBox))
	r.mark.Move(fyne.NewPos(2, checkPad+2))
	r.mark.Resize(fyne.NewSquareSize(checkBox - 4))
	r.text.Move(fyne.NewPos(checkBox+checkGap, checkPad))
	r.text.Resize(fyne.NewSize(size.Width-checkBox-checkGap, size.Height-checkPad))
}

func (r *checkRenderer) MinSize() fyne.Size {
	width := fyne.MeasureText(r.field.Text, sizeOf(r.field, theme.SizeNameText), fyne.TextStyle{}).Width
	width = min(width, 160) + checkBox + checkGap + 2
	return fyne.NewSize(width, r.field.HeightFor(max(width, r.field.Size().Width)))
}

func (r *checkRenderer) Refresh() {
	r.paint()
	r.Layout(r.field.Size())
	canvas.Refresh(r.field)
}

func (r *checkRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.box, r.mark, r.text}
}

func (r *checkRenderer) Destroy() {}
