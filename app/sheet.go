package app

import (
	"context"
	_ "embed"
	"errors"
	"fmt"
	"html/template"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"saya/app/page"
	"saya/assets/locale"
	"saya/data"
	"saya/data/place"
	"saya/widgets"
)

//go:embed sheet.html
var sheetHTML string

// sheet is what is printed of the recovery codes: a page of A5, or half of A4.
type sheet struct {
	Lang                            locale.Lang
	Title, Centre, Date, Keep, Note string
	Codes                           []sheetCode
}

type sheetCode struct {
	Wall, For string
	Groups    []string
}

func (f *fresh) sheet() sheet {
	t := f.Text
	s := sheet{
		Lang: t.Lang(), Title: t.T("start.sheet_title"), Date: t.LongDate(f.Now().In(data.Zone())),
		Centre: f.centre.Name.In(string(t.Lang())), Keep: t.T("start.sheet_keep"), Note: t.T("start.sheet_note"),
	}
	if f.centre.ShortName != "" {
		s.Centre = f.centre.ShortName
	}
	for _, c := range f.codes {
		s.Codes = append(s.Codes, sheetCode{t.T("lock.wall." + string(c.wall)), t.T("start.code_for." + string(c.wall)), codeGroups(c.text)})
	}
	return s
}

// write writes the sheet as a page of HTML that fetches nothing.
func (s sheet) write(w io.Writer) error {
	page, err := template.New("sheet").Parse(sheetHTML)
	if err == nil {
		err = page.Execute(w, s)
	}
	if err != nil {
		return fmt.Errorf("writing the sheet of codes: %w", err)
	}
	return nil
}

// saveSheet asks for a folder and writes the sheet there.
func (f *fresh) saveSheet() {
	t, form := f.Text, f.env().Form()
	failed := func(err error) { form.SetErrors(map[string]string{"folder": f.env().Sentence(err)}) }
	folder := page.NewFolderEntry(f.chooseFolder)
	folder.SetText(filepath.Dir(usualFolder()))
	item := f.env().Item("folder", folder)
	item.Required, item.Wide = true, true
	form.Add(item)
	var modal *widgets.Modal
	save := func() {
		if !form.Validate() {
			modal.Refresh()
			return
		}
		dir, path := folder.Value(), ""
		f.run.Go(func(context.Context) (err error) {
			path, err = f.writeSheet(dir)
			return err
		}, func(err error) {
			if err != nil {
				if len(data.Refusals(err)) == 0 {
					err = &data.Error{Code: data.Storage, Key: "start.sheet_failed", Err: err}
				}
				failed(err)
				modal.Refresh()
				return
			}
			f.saved, f.sheets = path, append(f.sheets, path)
			f.showCodes()
		})
	}
	modal = f.modals.Show(widgets.Dialog{
		Title: t.T("start.save_sheet"), Text: t.T("start.save_sheet_text"), Width: 520, Focus: folder, Content: form,
		Actions: []widgets.Action{
			{Text: t.T("common.cancel"), Cancel: true},
			{Text: t.T("common.save"), Kind: widgets.ButtonPrimary, Default: true, Stay: true, Do: save},
		},
	})
}

// writeSheet makes the file, for its owner only, beside any of the same name.
func (f *fresh) writeSheet(dir string) (path string, err error) {
	if err := place.CheckBackup(dir); err != nil { // nobody else is to get a copy of it
		return "", err
	}
	for n := 1; ; n++ {
		path = filepath.Join(dir, f.sheetName(n))
		file, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return "", err
		}
		if err := errors.Join(f.sheet().write(file), file.Sync(), file.Close()); err != nil {
			return "", errors.Join(err, os.Remove(path))
		}
		return path, nil
	}
}
