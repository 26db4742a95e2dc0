package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
)

// TappedSecondary opens the menu of the clipboard. Its words are Fyne's, in the
// language of the program.
func (e *Entry) TappedSecondary(at *fyne.PointEvent) {
	if self, ok := e.self.(fyne.Focusable); ok {
		e.pointed = true // the cursor stays where it is
		Focus(self)
		e.pointed = false
	}
	if items := e.menuItems(); len(items) > 0 {
		ShowMenuAt(e.self, at.AbsolutePosition, items...)
	}
}

// menuItems are what can be done with the text as it is.
func (e *Entry) menuItems() []MenuItem {
	clipboard := fyne.CurrentApp().Clipboard()
	var items []MenuItem
	add := func(text string, s fyne.Shortcut, can bool) {
		if self, ok := e.self.(fyne.Shortcutable); ok && can {
			items = append(items, MenuItem{Text: text, Do: func() { self.TypedShortcut(s) }})
		}
	}
	changes := e.editable() && !e.Disabled()
	taken := e.SelectedText() != "" && !e.Password
	add(lang.L("Cut"), &fyne.ShortcutCut{Clipboard: clipboard}, changes && taken)
	add(lang.L("Copy"), &fyne.ShortcutCopy{Clipboard: clipboard}, taken)
	add(lang.L("Paste"), &fyne.ShortcutPaste{Clipboard: clipboard}, changes)
	add(lang.L("Select all"), &fyne.ShortcutSelectAll{}, e.Text != "")
	return items
}

// pointed places a popup of this size at a place in the window, inside of it.
func pointed(at fyne.Position, size func() fyne.Size) popupPlace {
	return func(area fyne.Size) (fyne.Position, fyne.Size) {
		return kept(area, at.X, at.Y, size())
	}
}
