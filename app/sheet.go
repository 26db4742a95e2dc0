package app

import (
	"path/filepath"

	"saya/app/sheet"
	"saya/data"
)

// saveSheet asks for a folder and writes the codes there, to be printed.
func (f *fresh) saveSheet() {
	codes := map[data.Wall]string{}
	for _, c := range f.codes {
		codes[c.wall] = c.text
	}
	sheet.Asking{
		Sheet: sheet.New(f.env(), f.centre, codes), Modals: f.modals, Folder: filepath.Dir(usualFolder()), Choose: f.chooseFolder,
		Saved: func(path string) {
			f.saved, f.sheets = path, append(f.sheets, path)
			f.showCodes()
		},
	}.Show(f.env())
}
