package shell

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"saya/widgets"
)

const helpWidth float32 = 760

// Help shows all keys that mean something, and takes them away when they are there.
func (s *Shell) Help() {
	if s.help != nil {
		s.help.Close()
		return
	}
	t := s.env.Text
	left := container.New(layout.NewCustomPaddedVBoxLayout(14), s.keyGroup("shell.keys_window"), s.keyGroup("shell.keys_page"))
	right := container.New(layout.NewCustomPaddedVBoxLayout(14), s.keyGroup("shell.keys_go"), s.heldKeys())
	s.help = s.modals.Show(widgets.Dialog{
		Title: t.T("shell.help"), Width: helpWidth, Content: container.New(widgets.NewColumns(28), left, right),
		Actions:  []widgets.Action{{Text: t.T("common.close"), Kind: widgets.ButtonPrimary, Default: true, Cancel: true}},
		OnClosed: func() { s.help = nil },
	})
}

// keyGroup lists the keys of the window that belong together.
func (s *Shell) keyGroup(group string) fyne.CanvasObject {
	var lines []fyne.CanvasObject
	for _, k := range s.keys {
		if k.group == group {
			lines = append(lines, keyLine(s.env.T(k.title), k.name()))
		}
	}
	return keyList(s.env.T(group), lines)
}

// heldKeys lists the keys that a list or a form hears itself.
func (s *Shell) heldKeys() fyne.CanvasObject {
	t := s.env.Text
	return keyList(t.T("shell.keys_list"), []fyne.CanvasObject{
		keyLine(t.T("shell.key_open"), "Enter"),
		keyLine(t.T("shell.key_several"), "Shift+↓, Shift+↑"),
		keyLine(t.T("shell.key_one_more"), "Space"),
		keyLine(t.T("shell.key_all"), "Ctrl+A"),
		keyLine(t.T("shell.key_menu"), "Shift+F10"),
		keyLine(t.T("shell.key_copy"), "Ctrl+C"),
		keyLine(t.T("shell.key_ends"), "Home, End"),
		keyLine(t.T("shell.key_next_field"), "Tab"),
		keyLine(t.T("shell.key_close"), "Esc"),
	})
}

func keyList(title string, lines []fyne.CanvasObject) fyne.CanvasObject {
	heading := widgets.NewDimText(title)
	heading.Bold = true
	return widgets.NewStack(6, append([]fyne.CanvasObject{heading}, lines...)...)
}

// keyLine says what keys do.
func keyLine(text, keys string) fyne.CanvasObject {
	name := widgets.NewText(keys)
	name.Bold = true
	return widgets.NewSpread(widgets.NewBody(text), container.NewVBox(name))
}
