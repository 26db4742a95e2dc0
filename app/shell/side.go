package shell

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"saya/assets"
	"saya/assets/locale"
	"saya/data/reference"
	"saya/widgets"
)

const sideWidth float32 = 196

// themeSystem is the choice of the look that the system has.
const themeSystem = "system"

// sidebar is the brand, the sections, and at the foot language, look and account.
func (s *Shell) sidebar() fyne.CanvasObject {
	items := container.New(layout.NewCustomPaddedVBoxLayout(2))
	for _, section := range s.sections {
		if section.Files {
			continue
		}
		item := widgets.NewNavItem(s.env.T(section.Title), section.Icon, func() { s.Open(section.ID, 0) })
		s.nav[section.ID] = item
		items.Add(item)
	}
	foot := container.New(layout.NewCustomPaddedVBoxLayout(8), s.languages(), s.looks(), s.account())
	all := container.NewBorder(container.New(layout.NewCustomPaddedVBoxLayout(10), s.brand(), items), foot, nil, nil)
	return widgets.NewSurface(assets.ColorSide, container.New(layout.NewCustomPaddedLayout(14, 14, 10, 10), all))
}

func (s *Shell) brand() fyne.CanvasObject {
	name := widgets.NewTitle(s.env.T("shell.brand"))
	name.Color = theme.ColorNamePrimary
	centre := widgets.NewParagraph(s.centreLine())
	lines := container.New(layout.NewCustomPaddedVBoxLayout(0), name, centre)
	return container.New(layout.NewCustomPaddedLayout(4, 4, 10, 6), lines)
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

func (s *Shell) languages() fyne.CanvasObject {
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

func (s *Shell) looks() fyne.CanvasObject {
	seg := widgets.NewSegments(
		widgets.Option{ID: themeSystem, Text: s.env.T("shell.theme_system")},
		widgets.Option{ID: "light", Text: s.env.T("shell.theme_light")},
		widgets.Option{ID: "dark", Text: s.env.T("shell.theme_dark")},
	)
	seg.SetID(s.Theme())
	seg.OnChanged = func(o widgets.Option) { s.SetTheme(o.ID) }
	return seg
}

// statusBar says whose data these are; a sample centre is marked on every screen.
func (s *Shell) statusBar() fyne.CanvasObject {
	row := container.NewStack()
	if s.centre.Sample {
		tag := container.NewCenter(widgets.NewTag(s.env.T("common.sample"), widgets.ToneWarn))
		note := container.NewVBox(layout.NewSpacer(), widgets.NewParagraph(s.env.T("shell.sample_note")), layout.NewSpacer())
		row.Add(container.NewBorder(nil, nil, tag, nil, note))
	}
	bar := widgets.NewSurface(assets.ColorSide, container.New(layout.NewCustomPaddedLayout(4, 4, 18, 18), row))
	return container.New(layout.NewCustomPaddedVBoxLayout(0), widgets.NewLine(), bar)
}

// sideLayout gives the first object the width of a sidebar.
type sideLayout struct{}

func (sideLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	widgets.Settle(objects[0], fyne.NewSize(sideWidth, size.Height))
	objects[1].Move(fyne.NewPos(sideWidth, 0))
	objects[1].Resize(fyne.NewSize(max(0, size.Width-sideWidth), size.Height))
}

func (sideLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	a, b := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(sideWidth+b.Width, max(a.Height, b.Height))
}

// mainLayout puts the page above the status bar, whose note wraps, without a gap.
type mainLayout struct{}

func (mainLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	widgets.Settle(objects[1], fyne.NewSize(size.Width, objects[1].MinSize().Height))
	height := objects[1].MinSize().Height
	objects[0].Resize(fyne.NewSize(size.Width, max(0, size.Height-height)))
	objects[1].Move(fyne.NewPos(0, size.Height-height))
	objects[1].Resize(fyne.NewSize(size.Width, height))
}

func (mainLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	a, b := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(max(a.Width, b.Width), a.Height+b.Height)
}
