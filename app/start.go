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
	"saya/data"
	"saya/data/sample"
	"saya/data/store"
	"saya/widgets"
)

// startPage is what a window without a centre shows.
type startPage struct {
	session *session
	folder  *widgets.Entry
	sample  *widgets.Button
	open    *widgets.Button
	message *widgets.Text
}

// start shows the choice between looking around and opening a folder.
func (s *session) start() {
	p := &startPage{session: s, folder: widgets.NewEntry(), message: widgets.NewDimText("")}
	p.folder.SetText(s.prefs.String(prefFolder))
	p.folder.OnEnter = p.openFolder
	p.sample = widgets.NewPrimaryButton(s.text.T("shell.start_sample"), "", p.lookAround)
	p.open = widgets.NewButton(s.text.T("shell.start_open"), "folder-open", p.openFolder)
	content := container.New(layout.NewCustomPaddedVBoxLayout(14),
		widgets.NewTitle(s.text.T("shell.start_title")), widgets.NewBody(s.text.T("shell.start_text")), p.sample,
		widgets.NewDimText(s.text.T("shell.start_folder")),
		container.NewBorder(nil, nil, nil, p.open, p.folder), p.message)
	card := widgets.NewCard("", content)
	widgets.NewRoot(s.window, container.NewCenter(page.Wide(card, 560)))
	s.window.Canvas().Focus(p.sample)
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
	p.openAfter(func(context.Context) error { return nil }, p.folder.Value())
}

func (p *startPage) busy(on bool) {
	p.sample.SetBusy(on)
	p.open.SetBusy(on)
}

// fail says why nothing was opened; nothing is said of no error.
func (p *startPage) fail(err error) {
	if err == nil {
		return
	}
	p.message.Color = theme.ColorNameError
	p.message.SetText(page.Env{Text: p.session.text}.Sentence(err))
}
