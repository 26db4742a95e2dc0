package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"saya/assets"
)

// Progress is a line that fills up. What it measures is said beside it.
type Progress struct {
	widget.BaseWidget
	Value float64 // 0 to 1
	Tone  Tone    // TonePlain means the accent
}

// NewProgress returns a line filled to value, 0 to 1.
func NewProgress(value float64, tone Tone) *Progress {
	p := &Progress{Value: value, Tone: tone}
	p.ExtendBaseWidget(p)
	return p
}

// SetValue fills the line to value, 0 to 1.
func (p *Progress) SetValue(value float64) {
	p.Value = value
	p.Refresh()
}

const progressHeight float32 = 8

// CreateRenderer draws the line.
func (p *Progress) CreateRenderer() fyne.WidgetRenderer {
	p.ExtendBaseWidget(p)
	r := &progressRenderer{progress: p, track: canvas.NewRectangle(nil), filled: canvas.NewRectangle(nil)}
	r.style()
	return r
}

type progressRenderer struct {
	progress      *Progress
	track, filled *canvas.Rectangle
}

func (r *progressRenderer) style() {
	r.track.FillColor = colorOf(r.progress, assets.ColorLine)
	r.filled.FillColor = colorOf(r.progress, chartTone(r.progress.Tone).Ink())
	r.track.CornerRadius, r.filled.CornerRadius = progressHeight/2, progressHeight/2
}

func (r *progressRenderer) MinSize() fyne.Size { return fyne.NewSize(barMin, progressHeight) }

func (r *progressRenderer) Layout(size fyne.Size) {
	top := fyne.NewPos(0, (size.Height-progressHeight)/2)
	r.track.Move(top)
	r.track.Resize(fyne.NewSize(size.Width, progressHeight))
	r.filled.Move(top)
	share := Bar{Value: r.progress.Value}.share(1)
	r.filled.Resize(fyne.NewSize(size.Width*share, progressHeight))
}

func (r *progressRenderer) Refresh() {
	r.style()
	r.Layout(r.progress.Size())
	canvas.Refresh(r.progress)
}

func (r *progressRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.track, r.filled}
}

func (r *progressRenderer) Destroy() {}
