package widgets

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Hotkey is something that is done by keyboard. What hears keys and what a help says of them come from the same table
// of these.
type Hotkey struct {
	Does  string           // names the text that says what is done; "" for what need not be told, as it is told of others
	Key   fyne.KeyName     // "" where letters do it
	With  fyne.KeyModifier // held with Key
	Runes string           // letters that do it, those of other layouts after the first
	Shown string           // what stands on the keys, where it is neither Key nor a letter
	Do    func()
}

// Hotkeys are those of one widget or page.
type Hotkeys []Hotkey

// KeySet are keys that work in one place. Name is that of the text which names the place.
type KeySet struct {
	Name string
	Keys Hotkeys
}

// Press does what a key means while others are held; false when it means nothing. A key without a meaning of its own
// for what is held means what it means alone.
func (h Hotkeys) Press(key fyne.KeyName, held fyne.KeyModifier) bool {
	for _, with := range []fyne.KeyModifier{held, 0} {
		at := slices.IndexFunc(h, func(k Hotkey) bool { return k.Key == key && k.With == with && k.Do != nil })
		if key != "" && at >= 0 {
			h[at].Do()
			return true
		}
	}
	return false
}

// Type does what a letter means; false when it means nothing.
func (h Hotkeys) Type(letter rune) bool {
	at := slices.IndexFunc(h, func(k Hotkey) bool { return k.Do != nil && strings.ContainsRune(k.Runes, letter) })
	if at >= 0 {
		h[at].Do()
	}
	return at >= 0
}

// Shortcut does what a key with Ctrl or Alt means; false when it means nothing.
func (h Hotkeys) Shortcut(s fyne.Shortcut) bool {
	pressed, ok := s.(fyne.KeyboardShortcut)
	if !ok {
		return false
	}
	at := slices.IndexFunc(h, func(k Hotkey) bool { return k.Key == pressed.Key() && k.With == pressed.Mod() && k.Do != nil })
	if at >= 0 {
		h[at].Do()
	}
	return at >= 0
}

// Label is what stands on the keys, as "Ctrl+PageUp".
func (k Hotkey) Label() string {
	if k.Shown != "" {
		return k.Shown
	}
	names := make([]string, 0, 4)
	for _, m := range []struct {
		with fyne.KeyModifier
		name string
	}{{fyne.KeyModifierShortcutDefault, "Ctrl"}, {fyne.KeyModifierAlt, "Alt"}, {fyne.KeyModifierShift, "Shift"}} {
		if k.With&m.with != 0 {
			names = append(names, m.name)
		}
	}
	if k.Key == "" {
		names = append(names, string([]rune(k.Runes)[:1]))
	} else {
		names = append(names, keyLabel(k.Key))
	}
	return strings.Join(names, "+")
}

func keyLabel(key fyne.KeyName) string {
	switch key {
	case fyne.KeyLeft:
		return "←"
	case fyne.KeyRight:
		return "→"
	case fyne.KeyUp:
		return "↑"
	case fyne.KeyDown:
		return "↓"
	case fyne.KeyPageUp:
		return "PageUp"
	case fyne.KeyPageDown:
		return "PageDown"
	case fyne.KeyReturn:
		return "Enter"
	case desktop.KeyMenu:
		return "Menu"
	}
	return string(key)
}

// Told are the keys as a help tells them: what does the same stands in one line, in the order of the table.
func (h Hotkeys) Told() (does, keys []string) {
	for _, k := range h {
		if k.Does == "" {
			continue
		}
		if at := slices.Index(does, k.Does); at >= 0 {
			keys[at] += ", " + k.Label()
			continue
		}
		does, keys = append(does, k.Does), append(keys, k.Label())
	}
	return does, keys
}
