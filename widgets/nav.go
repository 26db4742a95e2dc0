package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"

	"saya/assets"
)

// NavItem is an entry of the sidebar: where to go, and how many wait there.
type NavItem struct {
	Base
	Text     string
	Count    string          // prepared; "" for none
	Icon     assets.IconName // "" for none
	Sub      bool            // belongs to the entry above: smaller, indented and without the icon
	Folded   bool            // only the icon; the words are a tip
	Selected bool
	OnTapped func()
	OnEscape func() // Esc; nil hands it to the canvas

	aligned bool // the words stand as if there was an icon
}

var _ fyne.Tappable = (*NavItem)(nil)

// NewNavItem returns an entry of the sidebar.
func NewNavItem(text string, icon assets.IconName, onTapped func()) *NavItem {
	n := &NavItem{Text: text, Icon: icon, OnTapped: onTapped}
	n.ExtendBaseWidget(n)
	return n
}

// SetSelected shows that this is where we are; it goes nowhere.
func (n *NavItem) SetSelected(selected bool) {
	n.Selected = selected
	n.Refresh()
}

// SetFolded shows the icon only, or the words again.
func (n *NavItem) SetFolded(folded bool) {
	if n.Folded != folded {
		n.Folded = folded
		n.Refresh()
	}
}

// SetCount shows another count.
func (n *NavItem) SetCount(count string) {
	if n.Count != count {
		n.Count = count
		n.Refresh()
	}
}

// MouseIn marks the entry as under the pointer.
func (n *NavItem) MouseIn(e *desktop.MouseEvent) {
	n.Base.MouseIn(e)
	if n.Folded {
		hover(n, n.Text, true)
	}
}

// MouseOut takes the mark away.
func (n *NavItem) MouseOut() {
	n.Base.MouseOut()
	hover(n, "", false)
}

// Tapped goes there.
func (n *NavItem) Tapped(*fyne.PointEvent) {
	if n.OnTapped != nil {
		n.OnTapped()
	}
}

// TypedKey goes there with Enter or Space and to the neighbours with the
// arrows.
func (n *NavItem) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		n.Tapped(nil)
	case fyne.KeyEscape:
		if n.OnEscape == nil {
			n.Base.TypedKey(e)
			return
		}
		n.OnEscape()
	case fyne.KeyDown:
		canvasOf(n).FocusNext()
	case fyne.KeyUp:
		canvasOf(n).FocusPrevious()
	default:
		n.Base.TypedKey(e)
	}
}

const (
	navHeight    float32 = 34
	navSubHeight float32 = 28
	navPadding   float32 = 10
	navIconSize  float32 = 18
	navIconGap   float32 = 10
)

// CreateRenderer draws the entry.
func (n *NavItem) CreateRenderer() fyne.WidgetRenderer {
	n.ExtendBaseWidget(n)
	r := &navRenderer{
		item:    n,
		surface: canvas.NewRectangle(nil),
		icon:    newIcon(),
		text:    canvas.NewText("", nil),
		count:   canvas.NewText("", nil),
		ring:    newFocusRing(),
	}
	r.count.Alignment = fyne.TextAlignTrailing
	r.style()
	return r
}

type navRenderer struct {
	item          *NavItem
	surface, ring *canvas.Rectangle
	icon          *canvas.Image
	text, count   *canvas.Text
}

func (r *navRenderer) style() {
	n := r.item
	ink := theme.ColorNameForeground
	if n.Sub {
		ink = assets.ColorDim
	}
	r.surface.Hidden = !n.Selected && !n.hovered
	r.surface.FillColor = colorOf(n, theme.ColorNameHover)
	if n.Selected {
		ink = theme.ColorNamePrimary
		r.surface.FillColor = colorOf(n, assets.ColorAccentSoft)
	}
	radius := sizeOf(n, theme.SizeNameSelectionRadius)
	r.surface.CornerRadius = radius
	r.text.Color, r.text.TextSize = colorOf(n, ink), sizeOf(n, r.textSize())
	r.text.TextStyle.Bold = n.Selected
	r.count.Text, r.count.Color = n.Count, colorOf(n, assets.ColorDim)
	r.count.TextSize = sizeOf(n, r.textSize())
	r.text.Hidden, r.count.Hidden = n.Folded, n.Folded
	showIcon(r.icon, r.shownIcon(), ink)
	showFocusRing(r.ring, n, n.focused, radius)
}

// shownIcon is the icon, which one that belongs to another has only in place of its words.
func (r *navRenderer) shownIcon() assets.IconName {
	if r.item.Sub && !r.item.Folded {
		return ""
	}
	return r.item.Icon
}

func (r *navRenderer) textSize() fyne.ThemeSizeName {
	if r.item.Sub {
		return assets.SizeSmall
	}
	return theme.SizeNameText
}

func (r *navRenderer) height() float32 {
	if r.item.Sub {
		return navSubHeight
	}
	return navHeight
}

// indent is where the text begins; a Sub begins under its parent's text.
func (r *navRenderer) indent() float32 {
	switch {
	case r.shownIcon() != "", r.item.aligned:
		return navPadding + navIconSize + navIconGap
	case r.item.Sub:
		return 2*navPadding + navIconSize
	default:
		return navPadding
	}
}

func (r *navRenderer) MinSize() fyne.Size {
	if r.item.Folded {
		return fyne.NewSize(navIconSize+2*navPadding, r.height())
	}
	// The bold of a chosen entry is wider: the place does not change with it.
	text := fyne.MeasureText(r.item.Text, r.text.TextSize, fyne.TextStyle{Bold: true}).Width
	return fyne.NewSize(r.indent()+text+navPadding+r.count.MinSize().Width+navPadding, r.height())
}

func (r *navRenderer) Layout(size fyne.Size) {
	r.surface.Resize(size)
	r.ring.Resize(size)
	at := navPadding
	if r.item.Folded {
		at = (size.Width - navIconSize) / 2
	}
	r.icon.Move(fyne.NewPos(at, (size.Height-navIconSize)/2))
	r.icon.Resize(fyne.NewSquareSize(navIconSize))
	count := r.count.MinSize().Width
	r.count.Move(fyne.NewPos(size.Width-navPadding-count, 0))
	r.count.Resize(fyne.NewSize(count, size.Height))
	room := size.Width - r.indent() - navPadding
	if r.item.Count != "" {
		room -= count + navPadding
	}
	r.text.Text = cutText(r.item.Text, room, measure(r.text))
	r.text.Move(fyne.NewPos(r.indent(), 0))
	r.text.Resize(fyne.NewSize(room, size.Height))
}

func (r *navRenderer) Refresh() {
	r.style()
	r.Layout(r.item.Size())
	canvas.Refresh(r.item)
}

func (r *navRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.surface, r.icon, r.text, r.count, r.ring}
}

func (r *navRenderer) Destroy() {}
