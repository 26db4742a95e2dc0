package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"saya/assets"
	"saya/widgets"
)

// NewRecord opens the editor of a new record, in place of a record: see [Window.Open].
const NewRecord int64 = -1

// Lead is a line that leads to where something is done about what it says.
type Lead struct {
	Text string
	Tone widgets.Tone // of an icon before the text and of the tag
	Tag  string       // after the text, "" for none
	Tip  string       // the same in more words, "" for none
	Go   func()       // nil for a line that leads nowhere
}

// Leads lists lines under each other, for a card.
func Leads(leads ...Lead) fyne.CanvasObject {
	rows := make([]fyne.CanvasObject, len(leads))
	for i, l := range leads {
		rows[i] = l.row()
	}
	return Rows(rows...)
}

func (l Lead) row() fyne.CanvasObject {
	text := widgets.NewText(l.Text)
	text.Cut = true
	end := container.NewHBox()
	if l.Tag != "" {
		end.Add(container.NewCenter(widgets.NewTag(l.Tag, l.Tone)))
	}
	icon := container.NewCenter(icon(toneIcon(l.Tone), l.Tone.Ink()))
	return Row(container.New(rowLayout{}, icon, text, end), l.Tip, l.Go)
}

// toneIcon says the same as a tone.
func toneIcon(t widgets.Tone) assets.IconName {
	switch t {
	case widgets.ToneOk:
		return assets.IconDone
	case widgets.ToneBad:
		return assets.IconError
	case widgets.ToneWarn:
		return assets.IconWarning
	}
	return assets.IconInfo
}

const (
	leadIcon float32 = 16
	rowInset float32 = 8 // of the content of a row
)

func icon(name assets.IconName, ink fyne.ThemeColorName) fyne.CanvasObject {
	image := canvas.NewImageFromResource(assets.IconIn(name, ink))
	image.FillMode = canvas.ImageFillContain
	image.SetMinSize(fyne.NewSquareSize(leadIcon))
	return image
}

// Row is a line of a card that is pressed as a whole; with nothing to press it is its content. A tip that repeats texts
// of the content names them: it is shown while one of them is cut.
func Row(content fyne.CanvasObject, tip string, press func(), repeats ...*widgets.Text) fyne.CanvasObject {
	inset := layout.NewCustomPaddedLayout(rowInset, rowInset, rowInset, rowInset)
	if press == nil {
		return container.New(inset, content)
	}
	right := container.NewCenter(icon(assets.IconRight, assets.ColorDim))
	row := widgets.NewPress(container.New(inset, container.New(rowLayout{}, container.NewStack(), content, right)), press)
	row.Tip, row.Whole = tip, repeats
	return row
}

// Rows puts rows under each other with hairlines between them. They reach into the margin of their card, so that their
// texts stand in line with its title.
func Rows(rows ...fyne.CanvasObject) fyne.CanvasObject {
	lines := widgets.NewStack(0)
	for i, row := range rows {
		if i > 0 {
			lines.Add(widgets.NewLine())
		}
		lines.Add(row)
	}
	return container.New(layout.NewCustomPaddedLayout(-rowInset/2, -rowInset/2, -rowInset, -rowInset), lines)
}

// rowLayout puts the first and the last of three objects at the ends; the second has the room between them.
type rowLayout struct{}

func (rowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	left, right := objects[0].MinSize().Width, objects[2].MinSize().Width
	from, to := float32(0), size.Width
	if left > 0 {
		from = left + rowInset
	}
	if right > 0 {
		to -= right + rowInset
	}
	objects[0].Resize(fyne.NewSize(left, size.Height))
	objects[1].Move(fyne.NewPos(from, 0))
	objects[1].Resize(fyne.NewSize(max(0, to-from), size.Height))
	objects[2].Move(fyne.NewPos(size.Width-right, 0))
	objects[2].Resize(fyne.NewSize(right, size.Height))
}

func (rowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.Size{}
	for _, o := range objects {
		least := o.MinSize()
		size = fyne.NewSize(size.Width+least.Width, max(size.Height, least.Height))
	}
	return size.AddWidthHeight(2*rowInset, 0)
}
