package app

import (
	"saya/app/shell"
	"saya/widgets"
)

const helpWidth float32 = 460

// help shows the keys that mean something without a session, and takes them away when they are there.
func (p *Program) help() {
	if p.helping != nil {
		p.helping.Close()
		return
	}
	t := p.Text
	p.helping = p.modals.Show(widgets.Dialog{
		Title: t.T("shell.help"), Width: helpWidth, Content: shell.KeyList(t.T("shell.keys_window"), [][2]string{
			{t.T("shell.help"), "F1"},
			{t.T("lock.hide"), "F9"},
			{t.T("shell.key_default"), "Enter"},
			{t.T("shell.key_next_field"), "Tab"},
		}),
		Actions:  []widgets.Action{{Text: t.T("common.close"), Kind: widgets.ButtonPrimary, Default: true, Cancel: true}},
		OnClosed: func() { p.helping = nil },
	})
}
