package app

import (
	"context"

	"saya/app/page"
	"saya/app/shell"
	"saya/data/store"
	"saya/widgets"
)

// choosePackage makes a centre of a package that was handed over.
func (w *welcome) choosePackage() {
	shell.Chooser{Modals: w.modals, Text: w.Text, Run: w.run}.File("", []string{store.PackageEnding}, w.unpack)
}

// unpack asks for a folder and makes the centre of a package there, to be signed in to.
func (w *welcome) unpack(file string) {
	t, form := w.Text, w.env().Form()
	folder := page.NewFolderEntry(w.Text.T("files.choose_folder"), w.chooseFolder)
	folder.SetText(usualFolder())
	item := w.env().Item("folder", folder)
	item.Required, item.Wide, item.Hint = true, true, t.T("start.folder_hint")
	form.Add(item)
	var modal *widgets.Modal
	unpack := func() {
		if !form.Validate() {
			modal.Refresh()
			return
		}
		dir := folder.Value()
		modal.Button(1).SetBusy(true)
		form.SetLocked(true)
		w.run.Go(func(ctx context.Context) error { return store.ReadPackage(ctx, file, dir) }, func(err error) {
			modal.Button(1).SetBusy(false)
			form.SetLocked(false)
			if err != nil {
				form.SetErrors(map[string]string{"folder": w.env().Sentence(err)})
				modal.Refresh()
				return
			}
			modal.Close()
			w.enterFolder(dir, w.fail)
		})
	}
	modal = w.modals.Show(widgets.Dialog{
		Title: t.T("start.package"), Text: t.T("start.package_text"), Width: 520, Focus: folder, Content: form,
		Actions: []widgets.Action{
			{Text: t.T("common.cancel"), Cancel: true},
			{Text: t.T("start.open"), Kind: widgets.ButtonPrimary, Default: true, Stay: true, Do: unpack},
		},
	})
}
