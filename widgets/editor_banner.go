package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"saya/assets"
)

// banner is a sentence about what failed, above the footer of an editor.
type banner struct {
	widget.BaseWidget
	text *textBlock
}

func newBanner() *banner {
	b := &banner{text: newTextBlock("", assets.ColorBad, theme.SizeNameText)}
	b.ExtendBaseWidget(b)
	return b
}

// show shows a sentence; "" hides the banner.
func (b *banner) show(text string) {
	b.text.SetText(text)
	setVisible(b, text != "")
}

// HeightFor is the height the banner needs when it is as wide as width.
func (b *banner) HeightFor(width float32) float32 {
	return b.text.HeightFor(width-3*bannerPadding-fieldIcon) + 2*bannerPadding
}

// CreateRenderer is used by Fyne.
func (b *banner) CreateRenderer() fyne.WidgetRenderer {
	r := &bannerRenderer{
		banner: b, box: canvas.NewRectangle(nil),
		icon: canvas.NewImageFromResource(assets.IconIn(assets.IconWarning, assets.ColorBad)),
	}
	r.icon.FillMode = canvas.ImageFillContain
	r.paint()
	return r
}

type bannerRenderer struct {
	banner *banner
	box    *canvas.Rectangle
	icon   *canvas.Image
}

func (r *bannerRenderer) paint() {
	r.box.FillColor = colorOf(r.banner, assets.ColorBadSoft)
	r.box.CornerRadius = sizeOf(r.banner, theme.SizeNameInputRadius)
}

func (r *bannerRenderer) Layout(size fyne.Size) {
	r.box.Resize(size)
	r.icon.Move(fyne.NewPos(bannerPadding, bannerPadding+1))
	r.icon.Resize(fyne.NewSquareSize(fieldIcon))
	r.banner.text.Move(fyne.NewPos(2*bannerPadding+fieldIcon, bannerPadding))
	r.banner.text.Resize(size.SubtractWidthHeight(3*bannerPadding+fieldIcon, 2*bannerPadding))
}

func (r *bannerRenderer) MinSize() fyne.Size {
	return fyne.NewSize(100, r.banner.HeightFor(r.banner.Size().Width))
}

func (r *bannerRenderer) Refresh() {
	r.paint()
	r.Layout(r.banner.Size())
	r.banner.text.Refresh()
	r.icon.Refresh()
	canvas.Refresh(r.banner)
}

func (r *bannerRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.box, r.icon, r.banner.text}
}

func (r *bannerRenderer) Destroy() {}
