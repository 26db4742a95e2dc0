package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"saya/assets"
)

// MenuItem is something to do that a menu offers.
type MenuItem struct {
	Text string
	Keys string // that do the same, as "Ctrl+L"; "" for none
	Icon assets.IconName
	Do   func()
}

const (
	menuPadding float32 = 6
	menuGap     float32 = 2
)

// ShowMenu opens a menu under an object, or above it where there is no room,
// and gives it the keyboard: arrows move, Enter does, Esc and a tap beside it
// close it.
func ShowMenu(anchor fyne.CanvasObject, items ...MenuItem) {
	showMenu(anchor, items, func(size func() fyne.Size) popupPlace { return below(anchor, size) })
}

// ShowMenuAt is ShowMenu at a place in the window of an object, as that of the pointer.
func ShowMenuAt(anchor fyne.CanvasObject, at fyne.Position, items ...MenuItem) {
	showMenu(anchor, items, func(size func() fyne.Size) popupPlace { return pointed(at, size) })
}

// showMenu opens a menu in the window of an object, where place puts one of its size.
func showMenu(anchor fyne.CanvasObject, items []MenuItem, place func(size func() fyne.Size) popupPlace) {
	rows := container.New(layout.NewCustomPaddedVBoxLayout(menuGap))
	var p *popup
	aligned := slices.ContainsFunc(items, func(item MenuItem) bool { return item.Icon != "" })
	for _, item := range items {
		row := NewNavItem(item.Text, item.Icon, func() {
			p.close()
			call(item.Do)
		})
		row.Count, row.OnEscape, row.aligned = item.Keys, func() { p.close() }, aligned
		rows.Add(row)
	}
	content := container.New(layout.NewCustomPaddedLayout(menuPadding, menuPadding, menuPadding, menuPadding), rows)
	p = showPopup(anchor, content, place(content.MinSize), nil)
	if first, ok := rows.Objects[0].(fyne.Focusable); ok {
		p.focus(first)
	}
}
