package sheet

import (
	"context"

	"saya/app/page"
	"saya/data"
	"saya/widgets"
)

// Asking is the question where a sheet is to be written.
type Asking struct {
	Sheet  Sheet
	Modals *widgets.Modals
	// Folder is proposed; Choose lets the user choose another one.
	Folder string
	Choose func(start string, chosen func(path string))
	// Saved hears of the file; the dialog is closed by then.
	Saved func(path string)
}

// Show asks for a folder and writes the sheet there.
func (a Asking) Show(env page.Env) {
	form := env.Form()
	folder := page.NewFolderEntry(env.T("files.choose_folder"), a.Choose)
	folder.SetText(a.Folder)
	item := env.Item("folder", folder)
	item.Required, item.Wide = true, true
	form.Add(item)
	var modal *widgets.Modal
	form.OnMessage = func() { modal.Refresh() }
	save := func() {
		if !form.Validate() {
			return
		}
		dir, path := folder.Value(), ""
		env.Run.Go(func(context.Context) (err error) {
			path, err = a.Sheet.Save(dir)
			return err
		}, func(err error) {
			if err != nil {
				if len(data.Refusals(err)) == 0 {
					err = &data.Error{Code: data.Storage, Key: "start.sheet_failed", Err: err}
				}
				form.SetErrors(map[string]string{"folder": env.Sentence(err)})
				return
			}
			modal.Close()
			a.Saved(path)
		})
	}
	modal = a.Modals.Show(widgets.Dialog{
		Title: env.T("start.save_sheet"), Text: env.T("start.save_sheet_text"), Width: 520, Focus: folder, Content: form,
		Actions: []widgets.Action{
			{Text: env.T("common.cancel"), Cancel: true},
			{Text: env.T("common.save"), Kind: widgets.ButtonPrimary, Default: true, Stay: true, Do: save},
		},
	})
}
