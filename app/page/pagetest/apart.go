package pagetest

import (
	"context"

	"fyne.io/fyne/v2"

	"saya/app/page"
)

// Apart is [page.Inline] that refuses widgets while work is done: in the window it is done on another goroutine, where
// what makes or draws a widget can break Fyne's maps. Here it panics.
type Apart struct{ page.Inline }

// Go implements [page.Runner].
func (Apart) Go(work func(ctx context.Context) error, done func(error)) {
	app := fyne.CurrentApp()
	if outside, ok := app.(elsewhere); ok { // work within work
		app = outside.App
	}
	var err error
	within(elsewhere{app}, func() { err = work(context.Background()) })
	within(app, func() { done(err) })
}

// within does something while another program is the current one.
func within(app fyne.App, do func()) {
	before := fyne.CurrentApp()
	fyne.SetCurrentApp(app)
	defer fyne.SetCurrentApp(before)
	do()
}

// elsewhere is the program as it is seen from another goroutine: widgets cannot ask for their looks, and what is to be
// done by [fyne.Do] is done in the program itself.
type elsewhere struct{ fyne.App }

// Settings are asked for by all that is drawn.
func (elsewhere) Settings() fyne.Settings { panic("a widget is used off the UI goroutine") }

// Driver leads back to the program.
func (e elsewhere) Driver() fyne.Driver { return back{e.App.Driver(), e.App} }

type back struct {
	fyne.Driver
	app fyne.App
}

// DoFromGoroutine does what [fyne.Do] was given.
func (b back) DoFromGoroutine(do func(), wait bool) {
	within(b.app, func() { b.Driver.DoFromGoroutine(do, wait) })
}
