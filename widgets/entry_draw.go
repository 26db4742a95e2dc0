package widgets

import (
	"image/color"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"saya/assets"
)

// CreateRenderer is used by Fyne.
func (e *Entry) CreateRenderer() fyne.WidgetRenderer {
	r := &entryRenderer{WidgetRenderer: e.Entry.CreateRenderer(), entry: e}
	for _, o := range r.WidgetRenderer.Objects() {
		if scroll, ok := o.(*container.Scroll); ok {
			r.scroll, r.still, r.plain = scroll, container.NewClip(scroll.Content), container.NewWithoutLayout(scroll.Content)
			r.wheel = newNoteWheel(e, scroll)
		}
	}
	r.place()
	r.paint()
	return r
}

// entryRenderer is Fyne's with our frame: it draws a box, then its border, and
// gives no way to choose their colours.
//
// Fyne gives the mouse wheel to the topmost object that scrolls, and each entry
// has one inside, also for a single line. So where there is nothing to scroll
// we show the text in a mere clip, and the wheel goes to the form around. A text
// that fits stands there without: in pictures a clip shows also what a clip
// around it should hide.
type entryRenderer struct {
	fyne.WidgetRenderer
	entry  *Entry
	scroll *container.Scroll // Fyne's, around the text; it moves the text also where it is not shown
	still  *container.Clip   // in place of scroll
	plain  *fyne.Container   // in place of scroll where the text fits
	wheel  *noteWheel        // above scroll
}

// Objects are Fyne's but for the one that scrolls; above it lies its border once more.
func (r *entryRenderer) Objects() []fyne.CanvasObject {
	objects := slices.Clone(r.WidgetRenderer.Objects())
	if r.scrolls() {
		return append(objects, r.wheel, objects[1])
	}
	if i := slices.Index(objects, fyne.CanvasObject(r.scroll)); i >= 0 {
		objects[i] = r.still
		if r.scroll.Content.MinSize().Width <= r.scroll.Size().Width {
			objects[i] = r.plain
		}
	}
	return objects
}

// scrolls tells whether there is more text than fits into a note.
func (r *entryRenderer) scrolls() bool {
	height := r.scroll.Size().Height
	return r.entry.MultiLine && height > 0 && r.scroll.Content.Size().Height > height
}

func (r *entryRenderer) MinSize() fyne.Size {
	size := r.WidgetRenderer.MinSize()
	return fyne.NewSize(size.Width, ceil(max(size.Height, sizeOf(r.entry.self, assets.SizeControl))))
}

// Layout frames the whole field: Fyne leaves half a border free.
func (r *entryRenderer) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	for _, o := range r.Objects()[:2] {
		o.Move(fyne.NewPos(0, 0))
		o.Resize(size)
	}
	r.place()
}

// fitHint cuts what stands in an empty field where it would be wider than it, the keys at its end first: Fyne lets it end
// in the middle of a letter.
func (r *entryRenderer) fitHint() {
	e, width := r.entry, r.scroll.Size().Width-2*sizeOf(r.entry.self, theme.SizeNameInnerPadding)
	if e.hint == "" || width <= 0 {
		return
	}
	measure := func(s string) float32 {
		return fyne.MeasureText(s, sizeOf(e.self, theme.SizeNameText), e.TextStyle).Width
	}
	fits := e.hint
	if measure(fits) > width {
		words, _, _ := strings.Cut(e.hint, hintKeys)
		fits = cutText(words, width, measure)
	}
	if e.PlaceHolder != fits {
		e.Entry.SetPlaceHolder(fits)
	}
}

// place keeps what stands for the scroll where the scroll is. A line stands in the middle of its height: Fyne scrolls it
// down when it shows the cursor before the field has its size.
func (r *entryRenderer) place() {
	if !r.entry.MultiLine {
		content := r.scroll.Content
		content.Move(fyne.NewPos(content.Position().X, (r.scroll.Size().Height-content.MinSize().Height)/2))
	}
	for _, o := range []fyne.CanvasObject{r.still, r.plain, r.wheel} {
		o.Move(r.scroll.Position())
		o.Resize(r.scroll.Size())
	}
	r.fitHint()
}

func (r *entryRenderer) Refresh() {
	r.WidgetRenderer.Refresh()
	r.place()
	r.paint()
}

func (r *entryRenderer) paint() {
	objects := r.Objects()
	box, isBox := objects[0].(*canvas.Rectangle)
	border, isBorder := objects[1].(*canvas.Rectangle)
	if !isBox || !isBorder {
		return
	}
	paintFrame(box, r.entry.self, r.entry.look())
	border.Hide()
	if r.scrolls() { // what it scrolls, and the shadow that says so, would lie over the edge
		paintFrame(border, r.entry.self, r.entry.look())
		border.FillColor = seeThrough(border.StrokeColor)
		border.Show()
	}
}

// noteWheel hears the wheel over a note with more text than fits: it moves the
// text, and what is around the note once the text is at its end.
type noteWheel struct {
	widget.BaseWidget
	note *Entry
	text *container.Scroll
}

func newNoteWheel(note *Entry, text *container.Scroll) *noteWheel {
	w := &noteWheel{note: note, text: text}
	w.ExtendBaseWidget(w)
	return w
}

// Scrolled moves the text or what is around.
func (w *noteWheel) Scrolled(e *fyne.ScrollEvent) {
	before := w.text.Offset
	w.text.Scrolled(e)
	if w.text.Offset == before && w.note.around != nil {
		w.note.around.Scrolled(e)
	}
}

// CreateRenderer draws nothing.
func (w *noteWheel) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(color.Transparent))
}
