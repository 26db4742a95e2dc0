package imports

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"saya/app/page"
	"saya/assets"
	"saya/data"
	"saya/widgets"
)

// noticed says what holds for a whole import, for as long as the plan is on screen.
func noticed(env page.Env, notices []*data.Error) fyne.CanvasObject {
	lines := widgets.NewStack(6)
	for _, n := range notices {
		lines.Add(widgets.NewBody(env.T(n.Key, n.Args...)))
	}
	icon := canvas.NewImageFromResource(assets.IconIn(assets.IconWarning, assets.ColorWarn))
	icon.FillMode = canvas.ImageFillContain
	icon.SetMinSize(fyne.NewSquareSize(16))
	mark := container.NewVBox(container.NewHBox(icon, widgets.NewTag(env.T("importpage.warnings"), widgets.ToneWarn)))
	row := container.NewBorder(nil, nil, mark, nil, lines)
	return widgets.NewSurface(assets.ColorWarnSoft, container.New(layout.NewCustomPaddedLayout(8, 8, 18, 18), row))
}

// noticesLayout puts notices above a list. They wrap, and scroll where they would take more than a part of the height.
type noticesLayout struct{}

// noticesPart is that part.
const noticesPart = 0.25

func (noticesLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	scroll, list := objects[0].(*widgets.Scroll), objects[1]
	widgets.Settle(scroll.Content, fyne.NewSize(size.Width, scroll.Content.MinSize().Height))
	height := min(scroll.Content.MinSize().Height, size.Height*noticesPart)
	scroll.Resize(fyne.NewSize(size.Width, height))
	list.Move(fyne.NewPos(0, height))
	list.Resize(fyne.NewSize(size.Width, size.Height-height))
}

func (noticesLayout) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[1].MinSize() }
