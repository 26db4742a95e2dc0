package page

import (
	"fyne.io/fyne/v2"

	"saya/widgets"
)

// Stepper is a page that goes from the record in front to the next one, or with -1 to the one before (Ctrl+PageDown and
// Ctrl+PageUp), asking first when something typed would be lost.
type Stepper interface{ Step(by int) }

// StepKey is the key that goes to the next record, with -1 that to the one before.
func StepKey(by int) widgets.Hotkey {
	key := fyne.KeyPageDown
	if by < 0 {
		key = fyne.KeyPageUp
	}
	return widgets.Hotkey{Key: key, With: fyne.KeyModifierShortcutDefault}
}
