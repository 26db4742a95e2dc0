package app

import (
	"context"
	"errors"
	"os"
	"time"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"saya/app/page"
	"saya/app/shell"
	"saya/assets/locale"
	"saya/data"
	"saya/data/sample"
	"saya/data/store"
	"saya/widgets"
)

// startPage is what a window without a centre shows.
type startPage struct {
	session   *session
	folder    *widgets.Entry
	sample    *widgets.Button
	open      *widgets.Button
	languages *widgets.Segments
	message   *widgets.Text
}

// start shows the choice between looking around and opening a folder.
func (s *session) start() { s.startWith(s.prefs.String(prefFolder)) }

// startWith shows the start page with a folder in its field.
func (s *session) startWith(folder string) {
	p := &startPage{session: s, message: widgets.NewDimText("")}
	p.folder = page.NewFolderEntry(p.choose)
	p.folder.SetText(folder)
	p.folder.OnEnter = p.openFolder
	p.languages = p.newLanguages()
	p.sample = widgets.NewPrimaryButton(s.text.T("shell.start_sample"), "", p.lookAround)
	p.open = widgets.NewButton(s.text.T("shell.start_open"), "folder-open", p.openFolder)
	content := container.New(layout.NewCustomPaddedVBoxLayout(14),
		widgets.NewTitle(s.text.T("shell.start_title")), widgets.NewBody(s.text.T("shell.start_text")), p.sample,
		widgets.NewDimText(s.text.T("shell.start_folder")),
		container.NewBorder(nil, nil, nil, p.open, p.folder), p.message, p.languages)
	card := widgets.NewCard("", content)
	widgets.NewRoot(s.window, container.NewCenter(page.Wide(card, 560)))
	s.window.Canvas().Focus(p.sample)
}

// newLanguages are the languages as in the sidebar of an open centre.
func (p *startPage) newLanguages() *widgets.Segments {
	options := make([]widgets.Option, 0, 3)
	for _, l := range locale.Languages() {
		options = append(options, widgets.Option{ID: string(l), Text: p.session.text.T("shell.lang." + string(l))})
	}
	seg := widgets.NewSegments(options...)
	seg.SetID(string(p.session.text.Lang()))
	seg.OnChanged = func(o widgets.Option) { p.session.setLanguage(locale.Lang(o.ID), p.folder.Text) }
	return seg
}

// setLanguage shows the start page in another language, from now on, with what was typed as the folder.
func (s *session) setLanguage(l locale.Lang, folder string) {
	s.text = locale.New(l)
	s.prefs.SetString(shell.PrefLanguage, string(l))
	shell.TranslateFyne(l)
	s.window.SetTitle(s.text.T("shell.title"))
	s.startWith(folder)
}

// lookAround opens the sample centre of this computer, making it first if need be.
func (p *startPage) lookAround() {
	dir, err := sampleFolder()
	if err != nil {
		p.fail(err)
		return
	}
	p.message.SetText(p.session.text.T("shell.start_making"))
	p.openAfter(func(ctx context.Context) error {
		if _, err := os.Stat(dir); !errors.Is(err, os.ErrNotExist) {
			return nil
		}
		return makeSample(ctx, dir)
	}, dir)
}

// openAfter opens the centre in a folder once something was done, all in the background.
func (p *startPage) openAfter(work func(context.Context) error, dir string) {
	var st *store.Store
	p.busy(true)
	p.session.run.Go(func(ctx context.Context) (err error) {
		if err = work(ctx); err == nil {
			st, err = p.session.read(ctx, dir)
		}
		return err
	}, func(err error) {
		p.busy(false)
		if err == nil {
			err = p.session.show(st)
		}
		p.fail(err)
	})
}

// makeSample makes the sample centre under another name first: what a killed program leaves half made is never opened.
func makeSample(ctx context.Context, dir string) error {
	part := dir + ".part"
	if err := os.RemoveAll(part); err != nil {
		return err
	}
	today := data.DateOf(time.Now().In(data.Zone()))
	if err := sample.Make(ctx, part, sample.Options{Seed: 1, Until: today}); err != nil {
		return err
	}
	return os.Rename(part, dir)
}

func (p *startPage) openFolder() {
	if p.open.Busy() { // Enter in the folder's field, while the sample is made
		return
	}
	if p.folder.Empty() {
		p.choose("", p.folder.SetText)
		return
	}
	p.openAfter(func(context.Context) error { return nil }, p.folder.Value())
}

// choose lets the user choose a folder.
func (p *startPage) choose(start string, chosen func(path string)) {
	shell.ChooseFolder(p.session.window, start, chosen, p.fail)
}

// busy keeps the page as it is while something is made or opened.
func (p *startPage) busy(on bool) {
	p.sample.SetBusy(on)
	p.open.SetBusy(on)
	p.languages.SetLocked(on)
}

// fail says why nothing was opened; nothing is said of no error.
func (p *startPage) fail(err error) {
	if err == nil {
		return
	}
	p.message.Color = theme.ColorNameError
	p.message.SetText(page.Env{Text: p.session.text}.Sentence(err))
}
