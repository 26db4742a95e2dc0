package shell

import (
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"

	"saya/app/page"
)

// ChooseFile implements [page.Window].
func (s *Shell) ChooseFile(endings []string, chosen func(path string)) {
	s.chooser().File(s.files, endings, func(path string) {
		s.files = filepath.Dir(path)
		chosen(path)
	})
}

// ChooseFolder implements [page.Window].
func (s *Shell) ChooseFolder(start string, chosen func(path string)) {
	s.chooser().Folder(start, chosen)
}

func (s *Shell) chooser() Chooser { return Chooser{Modals: s.modals, Text: s.env.Text, Run: s.env.Run} }

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
