package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"saya/assets"
)

// CheckRow is one of the boxes of a CheckList.
type CheckRow struct {
	ID, Text string
	Note     string // below the box, "" for none
	Checked  bool
	Disabled bool
}

// CheckList is tick boxes under each other, each with a sentence below it. It stands in a form as an object of its own.
type CheckList struct {
	widget.BaseWidget
	// OnChanged hears what somebody ticks, not what is set.
	OnChanged func(id string, checked bool)
	// Around is scrolled to the box that has the keyboard; may be nil.
	Around *Form

	rows  []CheckRow
	boxes []*CheckField
	notes []*textBlock
}

// NewCheckList returns an empty list.
func NewCheckList() *CheckList {
	l := &CheckList{}
	l.ExtendBaseWidget(l)
	return l
}

// SetRows shows other boxes. One that has the keyboard keeps it while its place is filled.
func (l *CheckList) SetRows(rows []CheckRow) {
	l.rows = nil // nobody ticks what is set
	for i, row := range rows {
		if i == len(l.boxes) {
			l.add(i)
		}
		box := l.boxes[i]
		box.Text = row.Text
		box.Enable()
		if row.Disabled {
			box.Disable()
		}
		box.SetChecked(row.Checked)
		box.Show()
		box.Refresh()
		l.notes[i].SetText(row.Note)
		setVisible(l.notes[i], row.Note != "")
	}
	for i := len(rows); i < len(l.boxes); i++ {
		l.boxes[i].Hide()
		l.notes[i].Hide()
	}
	l.rows = slices.Clone(rows)
	l.Refresh()
}

func (l *CheckList) add(i int) {
	box := NewCheckField("")
	box.OnChanged = func(checked bool) {
		if i < len(l.rows) && l.rows[i].Checked != checked {
			l.rows[i].Checked = checked
			if l.OnChanged != nil {
				l.OnChanged(l.rows[i].ID, checked)
			}
		}
	}
	box.Watch(func(e FieldEvent) {
		if e == FieldEntered && l.Around != nil {
			l.Around.show(box)
		}
	})
	l.boxes, l.notes = append(l.boxes, box), append(l.notes, newTextBlock("", assets.ColorDim, theme.SizeNameText))
}

// Checked are the ids of the boxes that are ticked, in their order.
func (l *CheckList) Checked() []string {
	var out []string
	for _, row := range l.rows {
		if row.Checked {
			out = append(out, row.ID)
		}
	}
	return out
}

const checkListGap float32 = 3

// HeightFor is the height of all rows in a width.
func (l *CheckList) HeightFor(width float32) float32 {
	return l.arrange(width, func(fyne.CanvasObject, fyne.Position, fyne.Size) {})
}

func (l *CheckList) arrange(width float32, place func(o fyne.CanvasObject, at fyne.Position, size fyne.Size)) float32 {
	y, inset := float32(0), checkBox+checkGap
	for i, row := range l.rows {
		height := l.boxes[i].HeightFor(width)
		place(l.boxes[i], fyne.NewPos(0, y), fyne.NewSize(width, height))
		y += height
		if row.Note != "" {
			height = l.notes[i].HeightFor(width - inset)
			place(l.notes[i], fyne.NewPos(inset, y), fyne.NewSize(width-inset, height))
			y += height
		}
		y += checkListGap
	}
	return y
}

// CreateRenderer is used by Fyne.
func (l *CheckList) CreateRenderer() fyne.WidgetRenderer { return &checkListRenderer{l} }

type checkListRenderer struct{ list *CheckList }

// Layout implements [fyne.WidgetRenderer].
func (r *checkListRenderer) Layout(size fyne.Size) {
	r.list.arrange(size.Width, func(o fyne.CanvasObject, at fyne.Position, size fyne.Size) {
		o.Move(at)
		o.Resize(size)
	})
}

// MinSize implements [fyne.WidgetRenderer].
func (r *checkListRenderer) MinSize() fyne.Size {
	width := max(r.list.Size().Width, 200)
	return fyne.NewSize(200, r.list.HeightFor(width))
}

// Refresh implements [fyne.WidgetRenderer].
func (r *checkListRenderer) Refresh() { r.Layout(r.list.Size()) }

// Objects implements [fyne.WidgetRenderer].
func (r *checkListRenderer) Objects() []fyne.CanvasObject {
	objects := make([]fyne.CanvasObject, 0, 2*len(r.list.boxes))
	for i, box := range r.list.boxes {
		objects = append(objects, box, r.list.notes[i])
	}
	return objects
}

// Destroy implements [fyne.WidgetRenderer].
func (r *checkListRenderer) Destroy() {}

// show scrolls so far that an object inside the form is seen.
func (f *Form) show(o fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(f.scroll).Y
	switch below := top + o.Size().Height + formNear - f.scroll.Size().Height; {
	case top < 0:
		f.ScrollTo(f.Scrolled() + top - formNear)
	case below > 0:
		f.ScrollTo(f.Scrolled() + below)
	}
}
