package settings

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"saya/app/page"
	"saya/assets"
	"saya/data"
	"saya/data/store"
	"saya/widgets"
)

func (b *backups) card(ctx context.Context, id int64) (func() fyne.CanvasObject, error) {
	c, ok, err := b.rows.find(ctx, id)
	if !ok && err == nil {
		err = gone()
	}
	return func() fyne.CanvasObject { return b.cardView(c) }, err
}

func (b *backups) cardView(c store.Backup) fyne.CanvasObject {
	t := b.env.Text
	head := widgets.NewStack(7, widgets.NewHeading(moment(b.env, c.At)), container.NewHBox(widgets.NewTag(b.state(c))))
	actions := container.New(widgets.NewFlow(8), widgets.NewButton(t.T("settings.backup_check"), assets.IconCheck, func() { b.check(c) }))
	if b.env.May(data.RestoreBackups) {
		if c.Wrong == "" {
			actions.Add(widgets.NewButton(t.T("settings.restore"), assets.IconHistory, func() { b.askRestore(c) }))
		}
		actions.Add(widgets.NewDangerButton(t.T("audit.delete"), assets.IconDelete, func() { b.askDelete(c) }))
	}
	head.Add(actions)
	body := widgets.NewStack(13)
	if c.Wrong != "" {
		body.Add(widgets.NewBody(t.T(c.Wrong)))
	}
	body.Add(page.Facts(
		page.Fact{Label: t.T("settings.backup_why"), Value: b.why(c)},
		page.Fact{Label: t.T("settings.backup_where"), Value: b.where(c)},
		page.Fact{Label: t.T("field.folder"), Value: c.Path},
		page.Fact{Label: t.T("settings.backup_size"), Value: t.FileSize(c.Bytes())},
	))
	body.Add(widgets.NewCard(t.T("settings.backup_files"), b.filesView(c)))
	return page.Panel(head, body)
}

// filesView says of each file of a backup whether somebody who opens it has looked it through.
func (b *backups) filesView(c store.Backup) fyne.CanvasObject {
	var lines []fyne.CanvasObject
	for _, f := range c.Files {
		text, tone := b.env.T("settings.backup_unverified"), widgets.ToneWarn
		switch {
		case f.Damaged:
			text, tone = b.env.T("settings.backup_damaged"), widgets.ToneBad
		case f.Verified:
			text, tone = b.env.T("settings.backup_verified"), widgets.ToneOk
		}
		lines = append(lines, widgets.NewSpread(widgets.NewBody(wallName(b.env, f.Wall)), container.NewCenter(widgets.NewTag(text, tone))))
	}
	return widgets.NewLines(lines...)
}

// check reads a backup through.
func (b *backups) check(c store.Backup) {
	var found store.Backup
	b.env.Run.Go(func(ctx context.Context) (err error) {
		found, err = b.env.Store.VerifyBackup(ctx, c)
		return err
	}, func(err error) {
		b.checked()
		if err != nil {
			b.env.Window.Fail(err)
			return
		}
		said := "settings.backup_good"
		if !found.Verified(data.Walls()...) {
			said = "settings.backup_good_partly"
		}
		b.env.Window.Say(b.env.T(said), false)
	})
}

func (b *backups) askDelete(c store.Backup) {
	env := b.env
	env.Window.Modals().Confirm(env.T("settings.backup_delete_title"), env.T("settings.backup_delete_text", "At", moment(env, c.At)),
		widgets.Action{Text: env.T("audit.delete"), Kind: widgets.ButtonDanger, Do: func() {
			do(env, func(ctx context.Context) error {
				return env.Store.DeleteBackup(ctx, env.Actor, c)
			}, env.T("settings.backup_deleted"))
		}}, env.T("common.cancel"))
}

// askRestore says what a restore does before it is done.
func (b *backups) askRestore(c store.Backup) {
	env := b.env
	text := env.T("settings.restore_what", "At", moment(env, c.At), "Why", b.why(c)) + "\n\n" + env.T("settings.restore_text")
	if !c.Verified(data.Walls()...) {
		text += "\n\n" + env.T("settings.restore_unverified", "Files", wallNames(env, unverified(c)))
	}
	env.Window.Modals().Show(widgets.Dialog{
		Title: env.T("settings.restore_title"), Text: text, Width: 540,
		Actions: []widgets.Action{
			{Text: env.T("common.cancel"), Cancel: true, Default: true},
			{Text: env.T("settings.restore_yes"), Kind: widgets.ButtonDanger, Do: func() { b.restore(c) }},
		},
	})
}

// restore puts a backup in the place of the centre's files. Nothing can be done meanwhile; then somebody signs in anew.
func (b *backups) restore(c store.Backup) {
	env := b.env
	wait := env.Window.Modals().Show(widgets.Dialog{Title: env.T("settings.restoring"), Text: env.T("settings.restoring_text")})
	env.Run.Go(func(ctx context.Context) error {
		return env.Store.Restore(ctx, env.Actor, c)
	}, func(err error) {
		wait.Close()
		switch {
		case err == nil:
			env.Window.SignOut(env.T("settings.restored", "At", moment(env, c.At)))
		case env.Store.Holds(data.CentreWall):
			env.Window.Fail(err)
		default: // closed for good: whoever opens it next finishes what was begun
			env.Window.SignOut(env.Sentence(err))
		}
	})
}
