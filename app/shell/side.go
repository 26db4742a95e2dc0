package shell

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"saya/assets"
	"saya/assets/locale"
	"saya/data/reference"
	"saya/data/store"
	"saya/widgets"
)

const (
	sideWidth   float32 = 196
	foldedWidth float32 = 58
	foldBelow   float32 = 900 // width of the window
	sidePad     float32 = 10
)

// side is the sidebar: brand, sections, and at its foot language and account. In a narrow window it is folded to icons.
type side struct {
	shell         *Shell
	items         map[string]*widgets.NavItem
	back, forward *widgets.Button
	lines         fyne.CanvasObject // name and centre
	langs         fyne.CanvasObject
	person        *widgets.NavItem // the account, folded
	account       *widgets.Press
	folded        bool
	content       *widgets.Surface
	list, foot    *fyne.Container
}

func newSide(s *Shell) *side {
	n := &side{shell: s, items: map[string]*widgets.NavItem{}}
	n.list, n.foot = column(2), column(8)
	for _, section := range s.sections {
		if section.Files {
			continue
		}
		item := widgets.NewNavItem(s.env.T(section.Title), section.Icon, func() { s.Open(section.ID, 0) })
		item.Sub = section.Under != ""
		n.items[section.ID] = item
		if section.Foot {
			n.foot.Add(item)
		} else {
			n.list.Add(item)
		}
	}
	n.langs = n.languages()
	n.foot.Add(n.langs)
	n.foot.Add(n.whose())
	top := container.New(brandLayout{}, n.brand(), n.ways())
	body := container.NewBorder(container.New(layout.NewCustomPaddedLayout(0, 8, 0, 0), top), n.foot, nil, nil,
		widgets.NewVScroll(container.New(narrowLayout{}, n.list)))
	n.content = widgets.NewSurface(assets.ColorSide, container.New(layout.NewCustomPaddedLayout(14, 14, sidePad, sidePad), body))
	return n
}

// column puts objects under each other.
func column(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewCustomPaddedVBoxLayout(gap), objects...)
}

func (n *side) brand() fyne.CanvasObject {
	name := widgets.NewTitle(n.shell.env.T("shell.brand"))
	name.Color = theme.ColorNamePrimary
	n.lines = container.New(layout.NewCustomPaddedLayout(4, 4, sidePad, 6), column(0, name, widgets.NewParagraph(n.shell.centreLine())))
	return n.lines
}

// ways lead back and forward through what was open.
func (n *side) ways() fyne.CanvasObject {
	s := n.shell
	n.back = widgets.NewQuietButton("", assets.IconBack, func() { s.step(-1) })
	n.forward = widgets.NewQuietButton("", assets.IconForward, func() { s.step(1) })
	n.back.Tip, n.forward.Tip = s.tip("shell.back"), s.tip("shell.forward")
	n.back.Compact, n.forward.Compact = true, true
	return container.New(layout.NewCustomPaddedHBoxLayout(0), n.back, n.forward)
}

// centreLine is the centre's name and, below it, the place of its region.
func (s *Shell) centreLine() string {
	line := s.centre.Name.In(s.env.Lang())
	for _, r := range reference.Regions() {
		if r.Code == s.centre.Region {
			line += "\n" + r.Names.In(s.env.Lang())
		}
	}
	return line
}

func (n *side) languages() fyne.CanvasObject {
	s := n.shell
	options := make([]widgets.Option, 0, 3)
	for _, l := range locale.Languages() {
		options = append(options, widgets.Option{ID: string(l), Text: s.env.T("shell.lang." + string(l))})
	}
	seg := widgets.NewSegments(options...)
	seg.SetID(s.env.Lang())
	seg.OnChanged = func(o widgets.Option) {
		seg.SetID(s.env.Lang()) // until the page lets go
		s.SetLanguage(locale.Lang(o.ID))
	}
	return seg
}

// whose says who has signed in, and opens what she can do about it.
func (n *side) whose() fyne.CanvasObject {
	s := n.shell
	name := widgets.NewText(s.env.Actor.Account)
	name.Bold, name.Cut = true, true
	role := widgets.NewParagraph(s.env.Text.Status("role", string(s.env.Actor.Role)))
	n.account = widgets.NewPress(container.New(layout.NewCustomPaddedLayout(6, 6, sidePad, sidePad), widgets.NewStack(0, name, role)), s.ShowAccountMenu)
	n.person = widgets.NewNavItem(s.env.Actor.Account, assets.IconPerson, s.ShowAccountMenu)
	n.person.SetFolded(true)
	n.person.Hide()
	return container.NewStack(n.account, n.person)
}

// whoever is what stands for the account: its name, or an icon.
func (n *side) whoever() fyne.CanvasObject {
	if n.folded {
		return n.person
	}
	return n.account
}

// show marks the section in front, with those that belong to it.
func (n *side) show(current string) {
	above := n.shell.above(current)
	for _, section := range n.shell.sections {
		item := n.items[section.ID]
		if item == nil {
			continue
		}
		item.SetSelected(section.ID == current)
		item.Hidden = section.Under != "" && section.Under != above
	}
	n.list.Refresh()
	n.showWays()
}

// showWays greys a way that leads nowhere.
func (n *side) showWays() {
	for button, steps := range map[*widgets.Button]int{n.back: -1, n.forward: 1} {
		if _, ok := n.shell.trail.ahead(steps); ok {
			button.Enable()
		} else {
			button.Disable()
		}
	}
}

// count shows how many there are beside the sections.
func (n *side) count(now store.Standing) {
	for _, section := range n.shell.sections {
		if item := n.items[section.ID]; item != nil && section.Count != nil {
			text := ""
			if number := section.Count(now); number > 0 {
				text = n.shell.env.Text.Int(int64(number))
			}
			item.SetCount(text)
		}
	}
}

// fold shows icons only, or the words again.
func (n *side) fold(folded bool) {
	if n.folded == folded {
		return
	}
	n.folded = folded
	for _, item := range n.items {
		item.SetFolded(folded)
	}
	for _, o := range []fyne.CanvasObject{n.lines, n.langs, n.account} {
		setVisible(o, !folded)
	}
	setVisible(n.person, folded)
}

func setVisible(o fyne.CanvasObject, visible bool) {
	if visible {
		o.Show()
	} else {
		o.Hide()
	}
}

// narrowLayout gives an object the width there is: what is wider would stay so in a place that scrolls.
type narrowLayout struct{}

func (narrowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }

func (narrowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, objects[0].MinSize().Height)
}

// brandLayout puts the ways back and forward at the right end of the brand, or alone where it is hidden.
type brandLayout struct{}

func (brandLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	brand, ways := objects[0], objects[1]
	least := ways.MinSize()
	if !brand.Visible() {
		ways.Resize(fyne.NewSize(size.Width, least.Height))
		ways.Move(fyne.NewPos((size.Width-least.Width)/2, 0))
		return
	}
	brand.Resize(size)
	ways.Resize(least)
	ways.Move(fyne.NewPos(size.Width-least.Width, 4))
}

func (brandLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	if !objects[0].Visible() {
		return objects[1].MinSize()
	}
	return objects[0].MinSize().Max(objects[1].MinSize())
}

// sideLayout gives the sidebar its width, folded in a narrow window.
type sideLayout struct{ side *side }

func (l sideLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.side.fold(size.Width < foldBelow)
	width := l.width()
	widgets.Settle(objects[0], fyne.NewSize(width, size.Height))
	objects[1].Move(fyne.NewPos(width, 0))
	objects[1].Resize(fyne.NewSize(max(0, size.Width-width), size.Height))
}

func (l sideLayout) width() float32 {
	if l.side.folded {
		return foldedWidth
	}
	return sideWidth
}

func (l sideLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	a, b := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(foldedWidth+b.Width, max(a.Height, b.Height))
}

// mainLayout puts the page above the status bar, without a gap.
type mainLayout struct{}

func (mainLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	height := objects[1].MinSize().Height
	objects[0].Resize(fyne.NewSize(size.Width, max(0, size.Height-height)))
	objects[1].Move(fyne.NewPos(0, size.Height-height))
	objects[1].Resize(fyne.NewSize(size.Width, height))
}

func (mainLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	a, b := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(max(a.Width, b.Width), a.Height+b.Height)
}
