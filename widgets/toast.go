package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"saya/assets"
)

// Toast is a short message that goes by itself.
type Toast struct {
	Text string
	Tone Tone // with its icon: ToneOk, ToneWarn, ToneBad, ToneInfo
	// Action is the word on the button that calls OnAction, as Undo; "" for none.
	Action   string
	OnAction func()
}

// ToastID names a toast that was shown.
type ToastID int

// Toasts shows messages at the bottom of the window, the newest lowest, over
// the list and not over the card or form at its right. It is laid over the content of the window (container.NewStack) and lets everything
// through that is not on a toast.
//
// It has no clock: who owns it dismisses a toast when its time is over.
type Toasts struct {
	widget.BaseWidget
	// Limit is how many are shown at once, the oldest giving way; 0 means 3.
	Limit int
	// CloseTip says what the cross on a toast does.
	CloseTip string
	// OnShown starts the clock of a toast.
	OnShown func(ToastID)

	shown []*toastCard
	last  ToastID
}

// NewToasts returns a place without toasts.
func NewToasts() *Toasts {
	t := &Toasts{}
	t.ExtendBaseWidget(t)
	return t
}

// Add shows a toast.
func (t *Toasts) Add(toast Toast) ToastID {
	t.last++
	id := t.last
	t.shown = append(t.shown, newToastCard(t, id, toast))
	limit := t.Limit
	if limit == 0 {
		limit = 3
	}
	if extra := len(t.shown) - limit; extra > 0 {
		t.shown = slices.Clone(t.shown[extra:])
	}
	t.Refresh()
	if t.OnShown != nil {
		t.OnShown(id)
	}
	return id
}

// Dismiss takes a toast away, if it is still there.
func (t *Toasts) Dismiss(id ToastID) {
	t.shown = slices.DeleteFunc(slices.Clone(t.shown), func(c *toastCard) bool { return c.id == id })
	t.Refresh()
}

// Clear takes all toasts away.
func (t *Toasts) Clear() {
	t.shown = nil
	t.Refresh()
}

// Count is how many toasts are shown.
func (t *Toasts) Count() int { return len(t.shown) }

// CreateRenderer is used by Fyne.
func (t *Toasts) CreateRenderer() fyne.WidgetRenderer { return &toastsRenderer{host: t} }

const (
	toastWidth  float32 = 460
	toastMargin float32 = 18
	toastLeft   float32 = 214 // beside the navigation
	toastRight  float32 = 418 // beside a card or editor
	toastBottom float32 = 88  // above the footer of an editor and the status bar
	toastGap    float32 = 8
	toastPad    float32 = 12
)

type toastsRenderer struct{ host *Toasts }

func (r *toastsRenderer) Layout(size fyne.Size) {
	bottom := size.Height - toastBottom
	for i := len(r.host.shown) - 1; i >= 0; i-- {
		card := r.host.shown[i]
		width := min(card.naturalWidth(), toastWidth, size.Width-2*toastMargin)
		height := card.HeightFor(width)
		bottom -= height
		card.Move(fyne.NewPos(toastX(size.Width, width), bottom))
		card.Resize(fyne.NewSize(width, height))
		bottom -= toastGap
	}
}

// toastX is where a toast of a width begins: in the middle of what stands beside the navigation, as far as it does not
// cover what may stand at the right.
func toastX(window, width float32) float32 {
	x := min((toastLeft+window-width)/2, window-toastRight-width)
	return max(toastMargin, min(max(x, toastLeft), window-width-toastMargin))
}

func (r *toastsRenderer) MinSize() fyne.Size { return fyne.Size{} }

func (r *toastsRenderer) Refresh() {
	r.Layout(r.host.Size())
	for _, card := range r.host.shown {
		card.Refresh()
	}
	canvas.Refresh(r.host)
}

func (r *toastsRenderer) Objects() []fyne.CanvasObject {
	objects := make([]fyne.CanvasObject, len(r.host.shown))
	for i, card := range r.host.shown {
		objects[i] = card
	}
	return objects
}

func (r *toastsRenderer) Destroy() {}

// toastCard is one toast on the screen.
type toastCard struct {
	catcher
	id     ToastID
	toast  Toast
	text   *textBlock
	action *Button
	close  *Button
}

func newToastCard(host *Toasts, id ToastID, toast Toast) *toastCard {
	c := &toastCard{id: id, toast: toast, text: newTextBlock(toast.Text, colorInk, theme.SizeNameText)}
	c.close = NewQuietButton("", assets.IconClose, func() { host.Dismiss(id) })
	c.close.Compact, c.close.Tip = true, host.CloseTip
	if toast.Action != "" {
		c.action = NewButton(toast.Action, "", func() {
			host.Dismiss(id)
			call(toast.OnAction)
		})
		c.action.Compact = true
	}
	c.ExtendBaseWidget(c)
	return c
}

// besides is the width of everything but the text.
func (c *toastCard) besides() float32 {
	width := 2*toastPad + fieldIcon + toastGap + c.close.MinSize().Width
	if c.action != nil {
		width += c.action.MinSize().Width + toastGap
	}
	return width + toastGap
}

func (c *toastCard) naturalWidth() float32 {
	return fyne.MeasureText(c.toast.Text, sizeOf(c, theme.SizeNameText), fyne.TextStyle{}).Width + c.besides() + 2
}

// HeightFor is the height the toast needs when it is as wide as width.
func (c *toastCard) HeightFor(width float32) float32 {
	return max(c.text.HeightFor(width-c.besides()), c.close.MinSize().Height-8) + 2*toastPad
}

func toneIcon(t Tone) assets.IconName {
	switch t {
	case ToneOk:
		return assets.IconCheck
	case ToneWarn, ToneBad:
		return assets.IconWarning
	default:
		return assets.IconInfo
	}
}

// CreateRenderer is used by Fyne.
func (c *toastCard) CreateRenderer() fyne.WidgetRenderer {
	r := &toastRenderer{card: c, box: canvas.NewRectangle(nil)}
	r.icon = canvas.NewImageFromResource(assets.IconIn(toneIcon(c.toast.Tone), c.toast.Tone.Ink()))
	r.icon.FillMode = canvas.ImageFillContain
	raise(r.box, c, theme.SizeNamePopupRadius)
	return r
}

type toastRenderer struct {
	card *toastCard
	box  *canvas.Rectangle
	icon *canvas.Image
}

func (r *toastRenderer) Layout(size fyne.Size) {
	c := r.card
	r.box.Resize(size)
	r.icon.Resize(fyne.NewSquareSize(fieldIcon))
	r.icon.Move(fyne.NewPos(toastPad, (size.Height-fieldIcon)/2))
	end := size.Width - toastPad/2
	for _, button := range []*Button{c.close, c.action} {
		if button == nil {
			continue
		}
		want := button.MinSize()
		end -= want.Width
		button.Move(fyne.NewPos(end, (size.Height-want.Height)/2))
		button.Resize(want)
		end -= toastGap
	}
	x := toastPad + fieldIcon + toastGap
	height := c.text.HeightFor(end - x)
	c.text.Move(fyne.NewPos(x, (size.Height-height)/2))
	c.text.Resize(fyne.NewSize(end-x, height))
}

func (r *toastRenderer) MinSize() fyne.Size { return fyne.NewSize(200, 40) }

func (r *toastRenderer) Refresh() {
	raise(r.box, r.card, theme.SizeNamePopupRadius)
	r.Layout(r.card.Size())
	r.card.text.Refresh()
	canvas.Refresh(r.card)
}

func (r *toastRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.box, r.icon, r.card.text}
	if r.card.action != nil {
		objects = append(objects, r.card.action)
	}
	return append(objects, r.card.close)
}

func (r *toastRenderer) Destroy() {}
