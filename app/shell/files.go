package shell

import (
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"saya/app/page"
)

// ChooseFile implements [page.Window].
func (s *Shell) ChooseFile(endings []string, chosen func(path string)) {
	d := dialog.NewFileOpen(func(f fyne.URIReadCloser, err error) {
		switch {
		case err != nil:
			s.Fail(err)
		case f != nil:
			path := f.URI().Path()
			if err := f.Close(); err != nil {
				s.Fail(err)
				return
			}
			chosen(path)
		}
	}, s.window)
	d.SetFilter(storage.NewExtensionFileFilter(endings))
	show(d)
}

// ChooseFolder implements [page.Window].
func (s *Shell) ChooseFolder(start string, chosen func(path string)) {
	ChooseFolder(s.window, start, chosen, s.Fail)
}

// ChooseFolder lets the user choose a folder above a window, beginning at start if it exists. One of chosen and failed
// is called, none when nothing is chosen.
func ChooseFolder(w fyne.Window, start string, chosen func(path string), failed func(error)) {
	d := dialog.NewFolderOpen(func(f fyne.ListableURI, err error) {
		switch {
		case err != nil:
			failed(err)
		case f != nil:
			chosen(filepath.Clean(filepath.FromSlash(f.Path())))
		}
	}, w)
	if at, err := storage.ListerForURI(storage.NewFileURI(start)); err == nil && start != "" {
		d.SetLocation(at)
	}
	show(d)
}

// show leaves room for the names of files; a smaller window makes the dialog smaller. Fyne resizes it only once shown.
func show(d *dialog.FileDialog) {
	d.Show()
	d.Resize(fyne.NewSize(900, 620))
}

// Drop hands the first of the files to the section that takes files, once the page in front lets go. The section itself
// asks before what stands in it gives way to the file.
func (s *Shell) Drop(files []fyne.URI) {
	at := slices.IndexFunc(s.sections, func(section Section) bool { return section.Files })
	if at < 0 || len(files) == 0 || s.modals.Open() {
		return
	}
	drop := func() {
		s.show(s.sections[at].ID, 0)
		if p, ok := s.Page().(page.Dropper); ok {
			p.Drop(files[0].Path())
		}
	}
	if s.current == s.sections[at].ID {
		drop()
		return
	}
	s.Page().Leave(drop)
}
