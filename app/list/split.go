package list

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"saya/assets"
	"saya/widgets"
)

// Widths beside each other: what the card has until somebody pulls its border, the least it is pulled to, and the least
// the list needs. Where both do not fit, the card covers the list.
const (
	panelWidth float32 = 404
	panelLeast float32 = 320
	listLeast  float32 = 300
)

// split stands the list and the card or editor side by side.
type split struct {
	content *fyne.Container
	list    fyne.CanvasObject
	side    *fyne.Container // the card or editor, empty for none
	top     *fyne.Container // above the card or editor
	back    *widgets.Button // leads back to a list that is covered
	steps   *steps
	grip    *widgets.Grip
	width   float32 // that the border was pulled to, 0 = as it is
	pulled  float32 // the width while it is pulled
	covers  bool
}

// newSplit returns the list of a page with nothing beside it.
func newSplit(p *Page) *split {
	s := &split{list: p.table, side: container.NewStack(), grip: widgets.NewGrip(), steps: newSteps(p)}
	s.back = widgets.NewQuietButton(p.env.T("list.back"), assets.IconBack, func() { p.Leave(func() { p.uncover() }) })
	s.back.Hide()
	s.top = container.New(layout.NewCustomPaddedLayout(6, 0, 12, 12), container.NewHBox(s.back, layout.NewSpacer(), s.steps.content))
	s.grip.OnPulled = s.pull
	s.grip.OnDone = func() { s.pulled = 0; p.keep() }
	s.grip.OnReset = func() { s.width = 0; s.content.Refresh(); p.keep() }
	edge := container.NewBorder(nil, nil, widgets.NewLine(), nil, s.top) // the line at the left of the card goes up to the list's
	s.content = container.New(s, s.list, widgets.NewSurface(assets.ColorPanel, edge), s.side, s.grip)
	return s
}

// show puts an object beside the list, nil takes it away.
func (s *split) show(content fyne.CanvasObject) {
	s.side.Objects = nil
	if content != nil {
		s.side.Objects = []fyne.CanvasObject{content}
	}
	s.follow()
	s.side.Refresh()
	s.content.Refresh()
}

// follow says anew where in the list the card is, which takes another width.
func (s *split) follow() {
	s.steps.follow()
	s.top.Refresh()
}

// instead puts another object into the place of the list.
func (s *split) instead(list fyne.CanvasObject) {
	s.list, s.content.Objects[0] = list, list
	s.content.Refresh()
}

// pull moves the border.
func (s *split) pull(dx float32) {
	if s.pulled == 0 {
		s.pulled = s.side.Size().Width
	}
	s.pulled -= dx
	s.width = max(panelLeast, min(s.pulled, s.content.Size().Width-listLeast))
	s.content.Refresh()
}

// Layout implements [fyne.Layout].
func (s *split) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	head := objects[1]
	width, top := s.sideWidth(size.Width), float32(0)
	s.covers = width == size.Width && width > 0
	s.list.Show()
	s.back.Hidden, s.grip.Hidden = !s.covers, s.covers || width == 0
	if s.covers {
		s.list.Hide()
	}
	if s.top.Hidden = width == 0 || s.back.Hidden && s.steps.content.Hidden; !s.top.Hidden {
		top = head.MinSize().Height
	}
	head.Move(fyne.NewPos(size.Width-width, 0))
	head.Resize(fyne.NewSize(width, top))
	s.list.Resize(fyne.NewSize(size.Width-width, size.Height))
	s.side.Move(fyne.NewPos(size.Width-width, top))
	s.side.Resize(fyne.NewSize(width, size.Height-top))
	s.grip.Move(fyne.NewPos(size.Width-width-widgets.GripWidth/2, 0))
	s.grip.Resize(fyne.NewSize(widgets.GripWidth, size.Height))
}

// sideWidth is what the card has of a width, all of it where the list would have too little.
func (s *split) sideWidth(all float32) float32 {
	if len(s.side.Objects) == 0 {
		return 0
	}
	width := panelWidth
	if s.width > 0 {
		width = min(s.width, max(panelLeast, all-listLeast))
	}
	if width = max(width, s.side.MinSize().Width); all-width < listLeast {
		return all
	}
	return width
}

// MinSize implements [fyne.Layout].
func (s *split) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(listLeast, s.list.MinSize().Height)
}

// uncover takes a card away that covers the list; false when there is none.
func (p *Page) uncover() bool {
	if !p.split.covers || p.panel != nil {
		return false
	}
	p.wish++ // a card that is still read does not come
	p.chosen = 0
	p.beside(nil)
	p.focusRows()
	return true
}
