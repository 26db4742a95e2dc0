package page

import (
	"cmp"
	"context"
	"errors"
	"net/url"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"

	"saya/assets"
	"saya/data"
	"saya/widgets"
)

// prefFolder keeps the folder that a workbook was last written to.
const prefFolder = "folder.reports"

// SaveDialog asks where to write a workbook. It stays open until the file is there, asks before one is replaced, and
// offers to open what was written.
type SaveDialog struct {
	Title, Text, Yes string
	Name             string // of the file, without a folder
	// Write makes the file, off the UI goroutine.
	Write func(ctx context.Context, path string) error
	// Ending is that of the file's name, "" for that of a workbook, which another program can open.
	Ending string

	env   Env
	form  *widgets.Form
	modal *widgets.Modal
	stop  func() // ends the writing, nil while nothing is written
}

// Show opens the dialog on the folder that was used last.
func (d *SaveDialog) Show(env Env) {
	d.env, d.form = env, env.Form()
	folder, name := NewFolderEntry(env.T("files.choose_folder"), env.Window.ChooseFolder), widgets.NewEntry()
	folder.SetText(lastFolder(env.Prefs))
	name.SetText(d.Name)
	d.form.Add(
		widgets.Item{Name: "folder", Label: env.T("field.folder"), Required: true, Wide: true, Field: folder},
		widgets.Item{Name: "file_name", Label: env.T("field.file_name"), Required: true, Wide: true, Field: name},
	)
	d.modal = env.Window.Modals().Show(widgets.Dialog{
		Title: d.Title, Text: d.Text, Width: 560, Focus: folder, Content: d.form,
		Actions: []widgets.Action{
			{Text: env.T("common.cancel"), Cancel: true, Stay: true, Do: d.cancel},
			{Text: d.Yes, Kind: widgets.ButtonPrimary, Default: true, Stay: true, Do: func() {
				if d.form.Validate() {
					d.confirm(filepath.Join(folder.Value(), name.Value()))
				}
			}},
		},
	})
}

// NewFolderEntry returns a field for the path of a folder, with a button that asks choose for one, as its tip says.
func NewFolderEntry(tip string, choose func(start string, chosen func(path string))) *widgets.Entry {
	e := widgets.NewEntry()
	button := widgets.NewQuietButton("", assets.IconFolder, func() { choose(e.Value(), e.SetText) })
	button.Compact, button.Tip = true, tip
	e.ActionItem = button
	return e
}

// lastFolder is where the last workbook went, else the user's documents.
func lastFolder(prefs Prefs) string {
	if saved := prefs.String(prefFolder); saved != "" {
		return saved
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return ""
	}
	documents := filepath.Join(home, "Documents")
	if _, err := os.Stat(documents); err == nil {
		return documents
	}
	return home
}

// confirm asks before a file is replaced.
func (d *SaveDialog) confirm(path string) {
	if ending := cmp.Or(d.Ending, ".xlsx"); filepath.Ext(path) != ending {
		path += ending
	}
	if _, err := os.Lstat(path); err != nil {
		d.write(path)
		return
	}
	d.env.Window.Modals().Confirm(d.env.T("page.replace_title"), d.env.T("page.replace_text", "File", filepath.Base(path)),
		widgets.Action{Text: d.env.T("page.replace"), Kind: widgets.ButtonDanger, Do: func() { d.write(path) }}, d.env.T("common.cancel"))
}

// cancel ends the writing, or closes the dialog when nothing is written.
func (d *SaveDialog) cancel() {
	if d.stop != nil {
		d.stop()
		return
	}
	d.modal.Close()
}

// write makes the file; the dialog stays open until it is there.
func (d *SaveDialog) write(path string) {
	stopped, stop := context.WithCancel(context.Background())
	work := d.env.Window.Begin(d.env.T("page.writing", "File", filepath.Base(path)), stop)
	d.stop = stop
	d.modal.Button(1).SetBusy(true)
	d.env.Run.Go(func(ctx context.Context) error {
		defer work.End()
		ctx, end := context.WithCancel(ctx)
		defer end()
		defer context.AfterFunc(stopped, end)()
		return d.Write(ctx, path)
	}, func(err error) {
		if stopped.Err() != nil && errors.Is(err, context.Canceled) {
			err = &data.Error{Code: data.Storage, Key: "errors.cancelled", Err: err}
		}
		stop()
		d.stop = nil
		d.modal.Button(1).SetBusy(false)
		if err != nil {
			d.form.SetErrors(map[string]string{"folder": d.env.Sentence(err)})
			d.modal.Refresh()
			return
		}
		d.env.Prefs.SetString(prefFolder, filepath.Dir(path))
		d.modal.Close()
		d.written(path)
	})
}

// written offers to open what was made.
func (d *SaveDialog) written(path string) {
	actions := []widgets.Action{{Text: d.env.T("common.open_folder"), Do: func() { d.env.OpenPath(filepath.Dir(path)) }}}
	if d.Ending == "" {
		actions = append(actions, widgets.Action{Text: d.env.T("common.open_file"), Do: func() { d.env.OpenPath(path) }})
	}
	d.env.Window.Modals().Show(widgets.Dialog{
		Title: d.env.T("page.saved_title"), Text: d.env.T("page.saved_text", "File", filepath.Base(path)),
		Actions: append(actions, widgets.Action{Text: d.env.T("common.close"), Kind: widgets.ButtonPrimary, Default: true, Cancel: true}),
	})
}

// OpenPath shows a file or a folder in the program that the system has for it.
func (e Env) OpenPath(path string) {
	if err := fyne.CurrentApp().OpenURL(&url.URL{Scheme: "file", Path: filepath.ToSlash(path)}); err != nil {
		e.Window.Fail(&data.Error{Code: data.Storage, Key: "page.cannot_open", Err: err})
	}
}
