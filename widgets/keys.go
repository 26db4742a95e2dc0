package widgets

import "fyne.io/fyne/v2"

// Fyne asks the canvas for a key or a shortcut only while no widget has the
// focus; a focused one swallows them all. So our widgets hand back what they
// do not use, and the shell listens in the usual places of Fyne and nowhere
// else:
//
//	window.Canvas().SetOnTypedKey(shell.typedKey)      // F1, F9, Esc: no modifier
//	window.Canvas().AddShortcut(ctrlK, shell.palette)  // Ctrl+...
//
// There is no registry and no global; in a test any canvas of the test driver
// is listened to in the same way.

// ForwardKey hands a key that focused has no use for to the handler of its
// canvas (fyne.Canvas.SetOnTypedKey). A widget of ours embeds Base, which does
// it; one that must embed a stock widget calls it from its own TypedKey.
func ForwardKey(focused fyne.CanvasObject, e *fyne.KeyEvent) {
	c := canvasOf(focused)
	if c == nil {
		return
	}
	if handle := c.OnTypedKey(); handle != nil {
		handle(e)
	}
}

// ForwardShortcut hands a shortcut that focused has no use for to its canvas
// (fyne.Canvas.AddShortcut).
func ForwardShortcut(focused fyne.CanvasObject, s fyne.Shortcut) {
	if c, ok := canvasOf(focused).(fyne.Shortcutable); ok {
		c.TypedShortcut(s)
	}
}

// Focus gives w the keyboard if it is on a canvas.
func Focus(w fyne.Focusable) {
	o, ok := w.(fyne.CanvasObject)
	if !ok {
		return
	}
	if c := canvasOf(o); c != nil {
		c.Focus(w)
	}
}

func canvasOf(o fyne.CanvasObject) fyne.Canvas {
	if o == nil {
		return nil
	}
	return fyne.CurrentApp().Driver().CanvasForObject(o)
}
