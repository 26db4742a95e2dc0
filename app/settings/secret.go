package settings

import (
	"saya/app/page"
	"saya/assets"
	"saya/widgets"
)

const secretWidth float32 = 520

// tellSecret shows something that is told once. Only the button closes the dialog: Enter copies.
func tellSecret(env page.Env, title, text, secret string) {
	shown := widgets.NewText(secret)
	shown.TextSize, shown.Bold = assets.SizeCardTitle, true
	env.Window.Modals().Show(widgets.Dialog{
		Title: title, Text: text, Content: shown, Width: secretWidth,
		Actions: []widgets.Action{
			{Text: env.T("secret.copy"), Icon: assets.IconCopy, Stay: true, Default: true, Do: func() { env.CopySecret(secret) }},
			{Text: env.T("settings.told"), Kind: widgets.ButtonPrimary},
		},
	})
}
