package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"saya/assets"
)

const (
	editorPadding float32 = 18
	editorGap     float32 = 8
	editorFooter  float32 = 11 // above and below the buttons
	bannerPadding float32 = 10
)

// CreateRenderer is used by Fyne.
func (e *EditorShell) CreateRenderer() fyne.WidgetRenderer {
	r := &editorRenderer{
		shell: e, surface: canvas.NewRectangle(nil), footer: canvas.NewRectangle(nil),
		top: canvas.NewRectangle(nil), bottom: canvas.NewRectangle(nil), side: canvas.NewRectangle(nil),
		banner: newBanner(), title: newTextBlock("", colorInk, assets.SizeCardTitle), subtitle: newDimBlock(""),
		close: NewQuietButton("", assets.IconClose, e.Close), save: NewPrimaryButton("", "", e.Save),
		cancel: NewButton("", "", e.Close),
	}
	r.title.Style.Bold = true
	r.close.Compact = true
	r.paint()
	return r
}

type editorRenderer struct {
	shell               *EditorShell
	surface, footer     *canvas.Rectangle
	top, bottom, side   *canvas.Rectangle // hairlines
	title, subtitle     *textBlock
	banner              *banner
	close, save, cancel *Button
}

func (r *editorRenderer) paint() {
	e := r.shell
	r.surface.FillColor = colorOf(e, assets.ColorPanel)
	r.footer.FillColor = r.surface.FillColor
	r.top.FillColor = colorOf(e, assets.ColorLine)
	r.bottom.FillColor, r.side.FillColor = r.top.FillColor, r.top.FillColor
	r.title.SetText(e.Title)
	r.subtitle.SetText(e.Subtitle)
	r.cancel.SetText(e.Texts.Cancel)
	r.close.Tip = e.Texts.Cancel
	save := e.Texts.Save
	if e.saving {
		save = e.Texts.Saving
	}
	r.save.SetText(save)
	r.save.SetBusy(e.saving)
	r.banner.show(e.failed)
}

func (r *editorRenderer) Layout(size fyne.Size) {
	r.surface.Resize(size)
	r.side.Resize(fyne.NewSize(1, size.Height))
	y := r.layoutHeader(size.Width)
	r.top.Move(fyne.NewPos(0, y))
	r.top.Resize(fyne.NewSize(size.Width, 1))
	bottom := r.layoutFooter(size)
	r.bottom.Move(fyne.NewPos(0, bottom))
	r.bottom.Resize(fyne.NewSize(size.Width, 1))
	inner := size.Width - 2*editorPadding
	if r.shell.failed != "" {
		height := r.banner.HeightFor(inner)
		bottom -= height + editorGap
		r.banner.Move(fyne.NewPos(editorPadding, bottom))
		r.banner.Resize(fyne.NewSize(inner, height))
	}
	r.footer.Move(fyne.NewPos(0, bottom))
	r.footer.Resize(fyne.NewSize(size.Width, size.Height-bottom))
	// Forms have the padding inside their scrolling part.
	y += 1 + editorGap
	r.shell.Body.Move(fyne.NewPos(0, y))
	r.shell.Body.Resize(fyne.NewSize(size.Width, max(0, bottom-y)))
}

// layoutHeader places title and subtitle beside the tools; the line below
// comes at the height returned.
func (r *editorRenderer) layoutHeader(width float32) float32 {
	end := width - editorPadding + 6
	for _, button := range r.tools() {
		size := button.MinSize()
		end -= size.Width
		button.Move(fyne.NewPos(end, editorGap+2))
		button.Resize(size)
		end -= 2
	}
	inner := max(40, end-editorPadding-editorGap)
	y := float32(10)
	for _, block := range []*textBlock{r.title, r.subtitle} {
		height := block.HeightFor(inner)
		block.Move(fyne.NewPos(editorPadding, y))
		block.Resize(fyne.NewSize(inner, height))
		y += height
	}
	return max(y, editorGap+2+r.close.MinSize().Height) + 10
}

// tools are the buttons of the header, from the right.
func (r *editorRenderer) tools() []*Button {
	tools := []*Button{r.close}
	for i := len(r.shell.Tools) - 1; i >= 0; i-- {
		r.shell.Tools[i].Compact = true
		tools = append(tools, r.shell.Tools[i])
	}
	return tools
}

// layoutFooter places Save and Cancel at the right and the extra buttons at
// the left, or in a row of their own above where there is no room.
func (r *editorRenderer) layoutFooter(size fyne.Size) float32 {
	control := sizeOf(r.shell, assets.SizeControl)
	y := size.Height - editorFooter - control
	end := placeRight(size.Width-editorPadding, y, []*Button{r.save, r.cancel})
	wanted := float32(0)
	for _, button := range r.shell.Extra {
		wanted += button.MinSize().Width + editorGap
	}
	if editorPadding+wanted > end {
		y -= control + editorGap
	}
	x := editorPadding
	for _, button := range r.shell.Extra {
		size := button.MinSize()
		button.Move(fyne.NewPos(x, y))
		button.Resize(size)
		x += size.Width + editorGap
	}
	return y - editorFooter
}

// placeRight places buttons from the right end leftwards and returns where
// they begin.
func placeRight(end, y float32, buttons []*Button) float32 {
	for _, button := range buttons {
		size := button.MinSize()
		end -= size.Width
		button.Move(fyne.NewPos(end, y))
		button.Resize(size)
		end -= editorGap
	}
	return end
}

func (r *editorRenderer) MinSize() fyne.Size { return fyne.NewSize(320, 240) }

func (r *editorRenderer) Refresh() {
	r.paint()
	r.Layout(r.shell.Size())
	r.shell.Body.Refresh()
	canvas.Refresh(r.shell)
}

// Objects are in the order of Tab: fields, footer, then the header.
func (r *editorRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{
		r.surface, r.shell.Body, r.footer, r.top, r.bottom, r.title, r.subtitle, r.banner, r.save, r.cancel, r.side,
	}
	for _, button := range r.shell.Extra {
		objects = append(objects, button)
	}
	for _, button := range r.shell.Tools {
		objects = append(objects, button)
	}
	return append(objects, r.close)
}

func (r *editorRenderer) Destroy() {}
