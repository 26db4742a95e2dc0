package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

const (
	besideLabel float32 = 120 // the least that a label beside its field has, and the most
	besideMost  float32 = 340
	besideField float32 = 84 // of a field that has no width of its own
	besideSpace float32 = 8  // between a label and its field
	besideGap   float32 = 6  // above a line that has its labels beside
)

// wider is a field that asks for less than it would fill: its whole width is that of all its texts.
type wider interface{ WholeWidth() float32 }

// newItemLabel is what stands above a field, or beside it: there it is the name of a line rather than of an answer.
func newItemLabel(item Item) *textBlock {
	label := newDimBlock(item.Label)
	if label.Cut = item.Beside; item.Beside && item.Wide {
		label.Color, label.Scale = colorInk, theme.SizeNameText
	}
	return label
}

func wholeWidth(o fyne.CanvasObject) float32 {
	if w, ok := o.(wider); ok {
		return w.WholeWidth()
	}
	return max(o.MinSize().Width, besideField)
}

// labelled tells whether all fields of a line have their labels beside them in columns of this width.
func labelled(line []formRow, width float32) bool {
	for _, row := range line {
		if row.item == nil || !row.item.Beside || width < wholeWidth(row.item.Field)+besideSpace+besideLabel {
			return false
		}
	}
	return len(line) > 0
}

// arrangeBeside places fields with their labels at the left of them and returns the height.
func arrangeBeside(line []formRow, at fyne.Position, width float32, place placer) float32 {
	height := float32(0)
	for _, row := range line {
		i := row.item
		field := fyne.NewSize(wholeWidth(i.Field), i.Field.MinSize().Height)
		label := fyne.NewSize(min(besideMost, width-field.Width-besideSpace), i.label.lineHeight())
		if !i.Wide {
			label.Width = min(label.Width, i.label.whole()+besideSpace)
		}
		place.put(i.label, at.AddXY(0, (field.Height-label.Height)/2), label)
		place.put(i.Field, at.AddXY(label.Width+besideSpace, 0), field)
		height = max(height, field.Height+arrangeMessage(i, at.AddXY(0, field.Height), width, place))
		at.X += width + formColumnGap
	}
	return height
}

// whole is the width of the text on one line.
func (t *textBlock) whole() float32 {
	return fyne.MeasureText(t.Text, sizeOf(t, t.Scale), t.Style).Width + t.markWidth() + 1
}
