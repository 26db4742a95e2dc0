package widgets

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"saya/assets"
)

// tipDelay is how long the pointer rests before a tooltip shows.
const tipDelay = 500 * time.Millisecond

// Tips shows a sentence about what is under the pointer. The Root of a window
// lays it over its content, and every dialog over its own; it lets everything
// through: an overlay of the canvas would keep the pointer from what it
// explains.
type Tips struct {
	widget.BaseWidget
	// After calls do on the UI goroutine when the delay is over, unless it is
	// stopped before. Nil means the system's clock.
	After func(delay time.Duration, do func()) (stop func())

	text string
	over fyne.CanvasObject
	stop func()
}

// NewTips returns a place without a tooltip.
func NewTips() *Tips {
	t := &Tips{}
	t.ExtendBaseWidget(t)
	return t
}

// hover shows the tip of an object when the pointer rests on it, and takes it
// away when the pointer leaves. There is none without a text.
func hover(o fyne.CanvasObject, tip string, over bool) {
	t := tipsOf(o)
	if t == nil {
		return
	}
	t.Dismiss()
	if over && tip != "" {
		t.stop = t.after(func() { t.show(o, tip) })
	}
}

// tipsOf are the tips of the dialog or popup on top of an object's window, else
// those of the window: only what is on top is under the pointer.
func tipsOf(o fyne.CanvasObject) *Tips {
	c := canvasOf(o)
	if c == nil {
		return nil
	}
	if top, ok := c.Overlays().Top().(*layer); ok {
		return top.tips
	}
	if root := rootOf(o); root != nil {
		return root.tips
	}
	return nil
}

func (t *Tips) after(do func()) func() {
	if t.After != nil {
		return t.After(tipDelay, do)
	}
	timer := time.AfterFunc(tipDelay, func() { fyne.Do(do) })
	return func() { timer.Stop() }
}

func (t *Tips) show(over fyne.CanvasObject, text string) {
	if tipsOf(over) != t { // something lies above by now
		return
	}
	t.text, t.over = text, over
	t.Refresh()
}

// Dismiss takes the tooltip away, and the one that is waiting.
func (t *Tips) Dismiss() {
	call(t.stop)
	t.stop = nil
	if t.text != "" {
		t.text = ""
		t.Refresh()
	}
}

// Text is the tooltip shown, "" for none.
func (t *Tips) Text() string { return t.text }

// CreateRenderer is used by Fyne.
func (t *Tips) CreateRenderer() fyne.WidgetRenderer {
	r := &tipsRenderer{tips: t, box: canvas.NewRectangle(nil), text: newTextBlock("", colorInk, assets.SizeSmall)}
	r.Refresh()
	return r
}

type tipsRenderer struct {
	tips *Tips
	box  *canvas.Rectangle
	text *textBlock
}

const (
	tipWidth  float32 = 280
	tipPadX   float32 = 9
	tipPadY   float32 = 5
	tipMargin float32 = 6
)

// Layout puts the tooltip under what it explains, or above it, inside the
// window.
func (r *tipsRenderer) Layout(area fyne.Size) {
	if r.tips.text == "" {
		return
	}
	size := sizeOf(r.tips, assets.SizeSmall)
	width := min(fyne.MeasureText(r.tips.text, size, fyne.TextStyle{}).Width+1, tipWidth, area.Width-4*tipMargin)
	want := fyne.NewSize(width+2*tipPadX, r.text.HeightFor(width)+2*tipPadY)
	driver := fyne.CurrentApp().Driver()
	at := driver.AbsolutePositionForObject(r.tips.over).Subtract(driver.AbsolutePositionForObject(r.tips))
	x := at.X + (r.tips.over.Size().Width-want.Width)/2
	y := at.Y + r.tips.over.Size().Height + tipMargin
	if y+want.Height > area.Height {
		y = at.Y - want.Height - tipMargin
	}
	x = max(tipMargin, min(x, area.Width-want.Width-tipMargin))
	r.box.Move(fyne.NewPos(x, y))
	r.box.Resize(want)
	r.text.Move(fyne.NewPos(x+tipPadX, y+tipPadY))
	r.text.Resize(fyne.NewSize(width, want.Height-2*tipPadY))
}

func (r *tipsRenderer) MinSize() fyne.Size { return fyne.Size{} }

func (r *tipsRenderer) Refresh() {
	r.text.SetText(r.tips.text)
	raise(r.box, r.tips, theme.SizeNameSelectionRadius)
	setVisible(r.box, r.tips.text != "")
	setVisible(r.text, r.tips.text != "")
	r.Layout(r.tips.Size())
	canvas.Refresh(r.tips)
}

func (r *tipsRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.box, r.text} }

func (r *tipsRenderer) Destroy() {}
