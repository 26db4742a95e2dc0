package settings

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

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
			var all []file
			env.Run.Go(func(ctx context.Context) error {
				if err := env.Store.RemoveAccount(ctx, env.Actor, a.ID); err != nil {
					return err
				}
				access, err := env.Store.Access(ctx)
				all = files(access)
				return err
			}, func(err error) {
				if err != nil {
					env.Window.Fail(err)
					return
				}
				a.removed(all)
			})
		},
	}, env.T("common.cancel"))
}

// removed says what is left to do after an account was removed, file by file, and by whom.
func (a act) removed(all []file) {
	env := a.env
	form := env.Form()
	form.Note(env.T("settings.removed_text", "Name", a.Name))
	for _, f := range all {
		if !slices.Contains(a.opens, f.wall) && !slices.Contains(a.late, f.wall) {
			continue
		}
		form.AddObject(a.restLine(keeper{env, f}))
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
	var renew *widgets.Button
	renew = compact(k.env.T("settings.rekey"), func() {
		renew.SetBusy(true)
		k.env.Run.Go(func(ctx context.Context) error {
			return k.env.Store.Rekey(ctx, k.env.Actor, k.wall)
		}, func(err error) {
			renew.SetBusy(false)
			if err != nil {
				k.env.Window.Fail(err)
				return
			}
			renew.Disable()
			renew.SetText(k.env.T("settings.renewed"))
		})
	})
	return line(wallName(k.env, k.wall), k.env.T("settings.rekey_why"), renew)
}
