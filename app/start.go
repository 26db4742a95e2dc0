package app

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"saya/app/page"
	"saya/assets"
	"saya/assets/locale"
	"saya/data"
	"saya/data/sample"
	"saya/widgets"
)

const startWidth float32 = 520

// welcome is the page of a window without a centre.
type welcome struct {
	*Program
	folder  *widgets.Entry
	create  *widgets.Button
	open    *widgets.Button
	look    *widgets.Button
	message *widgets.Message
}

// welcome lets the user make a centre, open one, or look around, with a folder in its field.
func (p *Program) welcome(folder string) *welcome {
	w := &welcome{Program: p, message: widgets.NewMessage()}
	w.folder = page.NewFolderEntry(p.Text.T("files.choose_folder"), p.chooseFolder)
	w.folder.SetText(folder)
	w.folder.OnEnter = w.openFolder
	w.create = widgets.NewPrimaryButton(p.Text.T("start.create"), assets.IconPlus, p.create)
	w.open = widgets.NewButton(p.Text.T("start.open"), assets.IconFolderOpen, w.openFolder)
	w.look = widgets.NewButton(p.Text.T("start.sample"), assets.IconShow, func() { w.lookAround() })
	p.show(front{content: panel(column(startWidth,
		widgets.NewHeading(p.Text.T("start.title")), widgets.NewBody(p.Text.T("start.text")),
		w.create, widgets.NewParagraph(p.Text.T("start.create_text")), widgets.NewLine(),
		widgets.NewText(p.Text.T("start.folder")), container.NewBorder(nil, nil, nil, w.open, w.folder),
		buttons([]fyne.CanvasObject{flush(widgets.NewQuietButton(p.Text.T("start.package"), assets.IconImport, w.choosePackage))}, nil), widgets.NewLine(),
		w.look, widgets.NewParagraph(p.Text.T("start.sample_text")), w.message,
		p.languages(func() { p.welcome(w.folder.Text) }),
	)), focus: w.create})
	return w
}

// languages are the languages as in the sidebar of an open centre; changed shows the page in the new one.
func (p *Program) languages(changed func()) fyne.CanvasObject {
	options := make([]widgets.Option, 0, 3)
	for _, l := range locale.Languages() {
		options = append(options, widgets.Option{ID: string(l), Text: p.Text.T("shell.lang." + string(l))})
	}
	seg := widgets.NewSegments(options...)
	seg.SetID(string(p.Text.Lang()))
	seg.OnChanged = func(o widgets.Option) {
		p.setLanguage(locale.Lang(o.ID))
		changed()
	}
	return seg
}

func (w *welcome) openFolder() {
	if w.open.Busy() { // Enter in the folder's field
		return
	}
	if w.folder.Empty() {
		w.chooseFolder("", w.folder.SetText)
		return
	}
	w.busy(true)
	w.enterFolder(w.folder.Value(), w.fail)
}

// enterFolder opens the centre in a folder: a sample at once, as its manager, any other by signing in. failed hears why
// it is no centre that can be opened.
func (p *Program) enterFolder(dir string, failed func(error)) {
	p.open(nothing, opening{dir: dir}, func(err error) {
		if isRefusal(err, "store.wrong_password") {
			p.signIn(signingIn{dir: dir})
			return
		}
		failed(err)
	})
}

// lookAround opens the sample centre of this computer as its manager, making it first if need be.
func (w *welcome) lookAround() {
	dir, err := sampleFolder()
	if err != nil {
		w.fail(err)
		return
	}
	w.busy(true)
	w.say(w.Text.T("start.making_sample"))
	w.Program.open(func(ctx context.Context) error { return makeSample(ctx, dir) }, opening{dir: dir}, w.fail)
}

// makeSample makes the sample centre unless it is there, under another name first: what a killed program leaves half
// made is never opened.
func makeSample(ctx context.Context, dir string) error {
	if _, err := os.Stat(dir); !errors.Is(err, os.ErrNotExist) {
		return err
	}
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

// hasCentre tells whether a folder looks like that of a centre.
func hasCentre(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, "centre.saya"))
	return err == nil
}

// busy keeps the page as it is while something is made or opened.
func (w *welcome) busy(on bool) {
	for _, b := range []*widgets.Button{w.open, w.look} {
		b.SetBusy(on)
	}
}

func (w *welcome) say(text string) {
	w.message.Color = assets.ColorDim
	w.message.SetText(text)
	w.settle()
}

// fail says why nothing was opened.
func (w *welcome) fail(err error) {
	w.busy(false)
	w.message.Color = assets.ColorBad
	w.message.SetText(w.env().Sentence(err))
	w.settle()
}

// isRefusal tells whether an error is a refusal with this key.
func isRefusal(err error, key string) bool {
	for _, r := range data.Refusals(err) {
		if r.Key == key {
			return true
		}
	}
	return false
}
