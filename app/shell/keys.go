package shell

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"saya/app/page"
	"saya/widgets"
)

const (
	ctrl  = fyne.KeyModifierShortcutDefault
	shift = fyne.KeyModifierShift
	alt   = fyne.KeyModifierAlt
)

// shortcut is a key that the window hears whatever has the keyboard. The help says what stands here, and what stands
// here is what is heard.
type shortcut struct {
	group, title string // keys of texts
	key          fyne.KeyName
	with         fyne.KeyModifier // 0 for a function key
	above        bool             // also while a dialog is open
	do           func()
}

// shortcuts are those of the window, in the order of the help.
func (s *Shell) shortcuts() []shortcut {
	keys := []shortcut{
		{"shell.keys_window", "shell.palette", fyne.KeyK, ctrl, false, s.Palette},
		{"shell.keys_window", "shell.help", fyne.KeyF1, 0, true, s.Help},
		{"shell.keys_window", "lock.lock", fyne.KeyL, ctrl, true, s.lock},
		{"shell.keys_window", "lock.hide", fyne.KeyF9, 0, true, s.hide},
		{"shell.keys_window", "shell.back", fyne.KeyLeft, alt, false, func() { s.step(-1) }},
		{"shell.keys_window", "shell.forward", fyne.KeyRight, alt, false, func() { s.step(1) }},
		{"shell.keys_page", "shell.find", fyne.KeyF, ctrl, false, func() { s.Page().Find() }},
		{"shell.keys_page", "shell.new", fyne.KeyN, ctrl, false, func() { s.Page().New() }},
		{"shell.keys_page", "list.next", page.StepKey(1).Key, page.StepKey(1).With, false, func() { s.stepRecord(1) }},
		{"shell.keys_page", "list.previous", page.StepKey(-1).Key, page.StepKey(-1).With, false, func() { s.stepRecord(-1) }},
		{"shell.keys_page", "common.save", fyne.KeyS, ctrl, true, s.save},
		{"shell.keys_page", "shell.undo", fyne.KeyZ, ctrl, false, s.undoKey},
		{"shell.keys_page", "shell.done", fyne.KeyZ, ctrl | shift, false, s.ShowDone},
	}
	digit := '1'
	for _, section := range s.sections {
		if section.Under == "" && !section.Files && digit <= '9' {
			open := func() { s.Open(section.ID, 0) }
			keys = append(keys, shortcut{"shell.keys_go", section.Title, fyne.KeyName(digit), ctrl, false, open})
			digit++
		}
	}
	return keys
}

// listen connects the keys of the whole window.
func (s *Shell) listen() {
	s.root.OnKey = func(e *fyne.KeyEvent) {
		if !s.modals.HandleKey(e) && !s.Page().Key(e) && e.Name == fyne.KeyEscape {
			s.Back()
		}
	}
	s.root.OnKeyDown = func(e *fyne.KeyEvent) {
		for _, k := range s.keys {
			if k.with == 0 && k.key == e.Name {
				s.press(k)
			}
		}
	}
	s.root.OnUse = s.used
	for _, k := range s.keys {
		if k.with != 0 {
			s.root.AddShortcut(k.event(), func(fyne.Shortcut) { s.press(k) })
		}
	}
}

// press does what a key means, unless it means the page and a dialog is above it.
func (s *Shell) press(k shortcut) {
	if k.above || !s.modals.Open() {
		k.do()
	}
}

// event is what Fyne sends for the key.
func (k shortcut) event() fyne.Shortcut {
	if k.key == fyne.KeyZ && k.with == ctrl {
		return &fyne.ShortcutUndo{}
	}
	return &desktop.CustomShortcut{KeyName: k.key, Modifier: k.with}
}

// name is what stands on the keys.
func (k shortcut) name() string { return widgets.Hotkey{Key: k.key, With: k.with}.Label() }

// keysOf are the keys of what a text says, "" for none.
func (s *Shell) keysOf(title string) string {
	for _, k := range s.keys {
		if k.title == title {
			return k.name()
		}
	}
	return ""
}

// tip is a text with its keys.
func (s *Shell) tip(title string) string {
	if keys := s.keysOf(title); keys != "" {
		return s.env.T(title) + " (" + keys + ")"
	}
	return s.env.T(title)
}

// save saves what the page edits, or what a dialog is for.
func (s *Shell) save() {
	if s.modals.Open() {
		s.modals.HandleKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		return
	}
	s.Page().Save()
}

// stepRecord goes to the next record of the page, or the one before.
func (s *Shell) stepRecord(by int) {
	if p, ok := s.Page().(page.Stepper); ok {
		p.Step(by)
	}
}

// undoKey takes back the last change, but not while something is typed, which is meant then and not what was stored.
func (s *Shell) undoKey() {
	if s.Page().Editing() {
		s.Say(s.env.T("page.undo_editing"), false)
		return
	}
	s.undoLast()
}
