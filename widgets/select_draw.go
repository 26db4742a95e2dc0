package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"saya/assets"
)

// CreateRenderer is used by Fyne.
func (s *SearchSelect) CreateRenderer() fyne.WidgetRenderer {
	r := &selectRenderer{
		field: s, frame: canvas.NewRectangle(nil), text: canvas.NewText("", nil),
		arrow: newIconTap(assets.IconDown, func() { s.Tapped(nil) }),
		cross: newIconTap(assets.IconClose, s.clear),
	}
	r.paint()
	return r
}

type selectRenderer struct {
	field        *SearchSelect
	frame        *canvas.Rectangle
	text         *canvas.Text
	arrow, cross *iconTap
}

func (r *selectRenderer) paint() {
	s := r.field
	look := s.look()
	look.invalid = look.invalid || s.pending != ""
	paintFrame(r.frame, s, look)
	ink := s.ink()
	if _, value := s.label(); !value {
		ink = assets.ColorDim
	}
	paintText(r.text, s, ink, theme.SizeNameText)
	r.arrow.Hidden = !s.offers()
	r.cross.Hidden = !s.offers() || !s.Optional || s.Empty()
	r.arrow.Refresh()
	r.cross.Refresh()
}

func (r *selectRenderer) Layout(size fyne.Size) {
	r.frame.Resize(size)
	end := size.Width
	for _, icon := range []*iconTap{r.arrow, r.cross} {
		if icon.Hidden {
			continue
		}
		width := icon.MinSize().Width
		if icon == r.cross {
			width = fieldIcon + 4
		}
		end -= width
		icon.Move(fyne.NewPos(end, 1))
		icon.Resize(fyne.NewSize(width, size.Height-2))
	}
	pad := sizeOf(r.field, theme.SizeNameInnerPadding)
	label, _ := r.field.label()
	r.text.Text = cutText(label, end-2*pad, measure(r.text))
	r.field.cut = r.text.Text != label
	height := r.text.MinSize().Height
	r.text.Move(fyne.NewPos(pad, (size.Height-height)/2))
	r.text.Resize(fyne.NewSize(end-2*pad, height))
}

func (r *selectRenderer) MinSize() fyne.Size {
	return fyne.NewSize(90, sizeOf(r.field, assets.SizeControl))
}

func (r *selectRenderer) Refresh() {
	r.paint()
	r.Layout(r.field.Size())
	canvas.Refresh(r.field)
}

func (r *selectRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.frame, r.text, r.cross, r.arrow}
}

func (r *selectRenderer) Destroy() {}
