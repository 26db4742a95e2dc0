package settings

import (
	"saya/app/page"
	"saya/assets"
	"saya/widgets"
)

const secretWidth float32 = 520

// tellSecret shows something that is told once, with what else can be done with it. Only the last button closes the
// dialog: Enter copies.
func tellSecret(env page.Env, title, text, secret string, more ...widgets.Action) {
	shown := widgets.NewText(secret)
	shown.TextSize, shown.Bold = assets.SizeCardTitle, true
	actions := append(more,
		widgets.Action{Text: env.T("secret.copy"), Icon: assets.IconCopy, Stay: true, Default: true, Do: func() { env.CopySecret(secret) }},
		widgets.Action{Text: env.T("settings.told"), Kind: widgets.ButtonPrimary})
	env.Window.Modals().Show(widgets.Dialog{Title: title, Text: text, Content: shown, Width: secretWidth, Actions: actions})
}
