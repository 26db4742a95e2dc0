package shell

import (
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
	d.Resize(fyne.NewSize(900, 620))
	d.Show()
}

// dropped hands the first of the files to the section that takes files, once the page in front lets go.
func (s *Shell) dropped(files []fyne.URI) {
	at := slices.IndexFunc(s.sections, func(section Section) bool { return section.Files })
	if at < 0 || len(files) == 0 || s.modals.Open() {
		return
	}
	s.Page().Leave(func() {
		s.show(s.sections[at].ID, 0)
		if p, ok := s.Page().(page.Dropper); ok {
			p.Drop(files[0].Path())
		}
	})
}
