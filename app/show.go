package app

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
	"fyne.io/fyne/v2/theme"

	"saya/app/system"
	"saya/assets/locale"
)

// prepare reads texts and fonts while the system makes the window: both take half as long as that. Nothing else may
// measure texts until the fonts are there.
func prepare(l locale.Lang) (text <-chan *locale.Printer, fonts <-chan struct{}) {
	texts, measured := make(chan *locale.Printer, 1), make(chan struct{})
	go func() { texts <- locale.New(l) }()
	go func() {
		defer close(measured)
		for _, style := range []fyne.TextStyle{{}, {Bold: true}} {
			fyne.MeasureText(string(l), theme.TextSize(), style)
		}
	}()
	return texts, measured
}

// show makes the window. Where the system refuses, as without OpenGL, Fyne only writes that into its log and waits for
// ever, or panics.
func show(w fyne.Window) (err error) {
	defer func() {
		if r := recover(); r != nil {
			fyne.LogError("making the window", fmt.Errorf("%v", r))
			err = system.NoGraphics()
		}
	}()
	w.Show()
	if !made(w) {
		return system.NoGraphics()
	}
	return nil
}

// made tells whether the system has made a window.
func made(w fyne.Window) (ok bool) {
	native, known := w.(driver.NativeWindow)
	if !known {
		return true
	}
	native.RunNative(func(context any) {
		switch c := context.(type) {
		case driver.WindowsWindowContext:
			ok = c.HWND != 0
		case driver.MacWindowContext:
			ok = c.NSWindow != 0
		case driver.X11WindowContext:
			ok = c.WindowHandle != 0
		case driver.WaylandWindowContext:
			ok = c.WaylandSurface != 0
		default:
			ok = true
		}
	})
	return ok
}
