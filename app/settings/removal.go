package settings

import (
	"context"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"

	"saya/app/page"
	"saya/data"
	"saya/data/store"
	"saya/widgets"
)

// remove ends an account for good, after saying what it could open.
func (a act) remove() {
	env := a.env
	text := env.T("settings.remove_text", "Name", a.Name)
	if opened := slices.Concat(a.opens, a.late); len(opened) > 0 {
		text += "\n\n" + env.T("settings.remove_files", "Files", wallNames(env, opened))
	}
	env.Window.Modals().Confirm(env.T("settings.remove_title"), text, widgets.Action{
		Text: env.T("settings.remove"), Kind: widgets.ButtonDanger, Do: func() {
			a.rest(func(ctx context.Context) error { return env.Store.RemoveAccount(ctx, env.Actor, a.ID) })
		},
	}, env.T("common.cancel"))
}

// rest says what is left to do about an account that was removed, after something was done first.
func (a act) rest(first func(context.Context) error) {
	var all []file
	var backups []store.Backup
	a.env.Run.Go(func(ctx context.Context) error {
		if err := first(ctx); err != nil {
			return err
		}
		access, err := a.env.Store.Access(ctx)
		if all = files(access); err == nil {
			backups, err = a.env.Store.BackupsOpenTo(ctx, a.ID)
		}
		return err
	}, func(err error) {
		if err != nil {
			a.env.Window.Fail(err)
			return
		}
		a.removed(all, backups)
	})
}

// removed says what is left to do after an account was removed, file by file, and by whom.
func (a act) removed(all []file, backups []store.Backup) {
	env := a.env
	form := env.Form()
	form.Note(env.T("settings.removed_text", "Name", a.Name))
	for _, f := range all {
		if !slices.Contains(a.opens, f.wall) && !slices.Contains(a.late, f.wall) {
			continue
		}
		form.AddObject(a.restLine(keeper{env, f}))
	}
	if len(backups) > 0 {
		form.AddObject(a.backupsLine(backups))
	}
	env.Window.Modals().Show(widgets.Dialog{
		Title: env.T("settings.removed_title"), Width: 560, Content: form,
		Actions: []widgets.Action{{Text: env.T("common.close"), Default: true, Cancel: true}},
	})
}

func (a act) restLine(k keeper) fyne.CanvasObject {
	if !k.env.Keeps(k.wall) {
		return line(wallName(k.env, k.wall), k.doneBy())
	}
	renew := onceButton(k.env, k.env.T("settings.rekey"), k.env.T("settings.renewed"), func(ctx context.Context) error {
		return k.env.Store.Rekey(ctx, k.env.Actor, k.wall)
	})
	return line(wallName(k.env, k.wall), k.env.T("settings.rekey_why"), renew)
}

// backupsLine offers to delete the backups that the account still opens.
func (a act) backupsLine(backups []store.Backup) fyne.CanvasObject {
	env := a.env
	text := env.T("settings.removed_backups", "Count", len(backups))
	if !env.May(data.RestoreBackups) {
		return line(text, "")
	}
	return line(text, env.T("settings.removed_backups_text"),
		onceButton(env, env.T("settings.removed_backups_delete"), env.T("settings.removed_backups_gone"), a.deleteBackups))
}

// deleteBackups makes a backup and deletes all others that the account opens.
func (a act) deleteBackups(ctx context.Context) error {
	made, err := a.env.Store.Backup(ctx, a.env.Actor, store.BackupAsked, nil)
	if err != nil {
		return err
	}
	old, err := a.env.Store.BackupsOpenTo(ctx, a.ID)
	for _, b := range old {
		if err == nil && filepath.Base(b.Path) != filepath.Base(made.Path) {
			err = a.env.Store.DeleteBackup(ctx, a.env.Actor, b)
		}
	}
	return err
}

// onceButton does something once and then says that it is done.
func onceButton(env page.Env, text, done string, work func(context.Context) error) *widgets.Button {
	var button *widgets.Button
	button = compact(text, func() {
		button.SetBusy(true)
		env.Run.Go(work, func(err error) {
			button.SetBusy(false)
			if err != nil {
				env.Window.Fail(err)
				return
			}
			button.Disable()
			button.SetText(done)
		})
	})
	return button
}
