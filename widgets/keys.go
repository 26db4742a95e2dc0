package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Fyne asks the canvas for a key or a shortcut only while no widget has the
// focus; a focused one swallows them all. So our widgets hand back what they
// do not use (ForwardKey, ForwardShortcut), and the shell listens in one
// place, the Root of its window. There is no registry and no global.

// Root is the content of a window and hears the keys and shortcuts of the
// whole window, whatever has the focus:
//
//	root := widgets.NewRoot(window, content)
//	root.OnKey = shell.key                   // F1, Esc: no modifier
//	root.OnKeyDown = session.keyDown         // F9: also a key that a field uses
//	root.AddShortcut(ctrlK, shell.palette)   // Ctrl+...
type Root struct {
	widget.BaseWidget
	// OnKey gets keys without Ctrl or Alt that the focused widget has no use for.
	OnKey func(*fyne.KeyEvent)
	// OnKeyDown gets every key as it goes down, before anything is done with it.
	OnKeyDown func(*fyne.KeyEvent)
	// OnUse hears of every key that goes down and every movement of the pointer.
	OnUse func()

	window    fyne.Window
	content   fyne.CanvasObject
	tips      *Tips
	shortcuts fyne.ShortcutHandler
	scrolls   []*Scroll // that were seen on it
	tabbed    bool      // the keyboard is about to go on by Tab
}

var (
	_ fyne.Shortcutable  = (*Root)(nil)
	_ desktop.Cursorable = (*Root)(nil)
)

// NewRoot makes content, wrapped in a Root, the content of the window.
func NewRoot(window fyne.Window, content fyne.CanvasObject) *Root {
	r := &Root{window: window, content: content, tips: NewTips()}
	r.ExtendBaseWidget(r)
	window.SetContent(r)
	window.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) {
		if r.OnKey != nil {
			r.OnKey(e)
		}
	})
	if c, ok := window.Canvas().(desktop.Canvas); ok { // not so in memory
		c.SetOnKeyDown(r.KeyDown)
	}
	return r
}

// KeyDown tells that a key went down. A tooltip goes: what it explains may be gone with that key, and Fyne tells nobody
// that the pointer is not over it any more.
func (r *Root) KeyDown(e *fyne.KeyEvent) {
	r.tips.Dismiss()
	r.tabbed = e.Name == fyne.KeyTab
	call(r.OnUse)
	if r.OnKeyDown != nil {
		r.OnKeyDown(e)
	}
}

// Cursor tells that the pointer moved: Fyne asks all that is under it, from the outside in, on every movement and for
// nothing else, and takes the last answer.
func (r *Root) Cursor() desktop.Cursor {
	call(r.OnUse)
	return desktop.DefaultCursor
}

// AddShortcut calls do when the shortcut is pressed and the focused widget has
// no use for it.
func (r *Root) AddShortcut(s fyne.Shortcut, do func(fyne.Shortcut)) {
	r.shortcuts.AddShortcut(s, do)
	r.window.Canvas().AddShortcut(s, do)
}

// TypedShortcut does what AddShortcut registered.
func (r *Root) TypedShortcut(s fyne.Shortcut) { r.shortcuts.TypedShortcut(s) }

// Tips are those of the buttons in the content.
func (r *Root) Tips() *Tips { return r.tips }

// CreateRenderer draws the content and the tips over it.
func (r *Root) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(r.content, r.tips))
}

// ForwardKey hands a key that focused has no use for to the key handler of its
// canvas, which is Root.OnKey. A widget of ours embeds Base, which does it; one
// that must embed a stock widget calls it from its own TypedKey.
func ForwardKey(focused fyne.CanvasObject, e *fyne.KeyEvent) {
	c := canvasOf(focused)
	if c == nil {
		return
	}
	if handle := c.OnTypedKey(); handle != nil {
		handle(e)
	}
}

// ForwardKeyDown tells the Root of the window of focused that a key went down there.
func ForwardKeyDown(focused fyne.CanvasObject, e *fyne.KeyEvent) {
	if root := rootOf(focused); root != nil {
		root.KeyDown(e)
	}
}

// rootOf is the Root of the window that an object is on, nil for none.
func rootOf(o fyne.CanvasObject) *Root {
	c := canvasOf(o)
	if c == nil {
		return nil
	}
	root, _ := c.Content().(*Root)
	return root
}

// ForwardShortcut hands a shortcut that focused has no use for to the Root of
// its window. (The canvas keeps shortcuts too, but has no way in that works in
// every driver.)
func ForwardShortcut(focused fyne.CanvasObject, s fyne.Shortcut) {
	c := canvasOf(focused)
	if c == nil {
		return
	}
	if top, ok := c.Overlays().Top().(*layer); ok && top.onShortcut != nil && top.onShortcut(s) {
		return
	}
	if root := rootOf(focused); root != nil {
		root.TypedShortcut(s)
	}
}

// Focus gives w the keyboard if it is on a canvas, and no longer if it was drawn there before.
func Focus(w fyne.Focusable) {
	o, ok := w.(fyne.CanvasObject)
	if !ok {
		return
	}
	if fyne.CurrentApp().Driver().CanvasForObject(o) != nil && !inView(o) {
		return
	}
	if c := canvasOf(o); c != nil {
		c.Focus(w)
	}
}

// Refocus gives next the keyboard, or nobody, when what had it has gone from the window that near is on: keys would be
// heard by nobody there, not even by the window.
func Refocus(near fyne.CanvasObject, next fyne.Focusable) {
	c := canvasOf(near)
	if c == nil {
		return
	}
	if o, ok := c.Focused().(fyne.CanvasObject); ok && !inView(o) {
		c.Unfocus()
		Focus(next)
	}
}

// inView tells whether an object that was drawn stands in its window still, with all it stands in visible. The driver
// has no other way to ask than for its place, and answers the corner for what it does not find: only what stands in
// the corner moves when it is moved.
func inView(o fyne.CanvasObject) bool {
	driver := fyne.CurrentApp().Driver()
	at := driver.AbsolutePositionForObject(o)
	if at != (fyne.Position{}) {
		return true
	}
	own := o.Position()
	o.Move(own.AddXY(1, 1))
	defer o.Move(own)
	return driver.AbsolutePositionForObject(o) != at
}

// canvasOf is the canvas that o is on. The driver knows it only of what was drawn already; a form that was just put
// on screen is on the canvas of the program's one window.
func canvasOf(o fyne.CanvasObject) fyne.Canvas {
	if o == nil {
		return nil
	}
	driver := fyne.CurrentApp().Driver()
	if c := driver.CanvasForObject(o); c != nil {
		return c
	}
	if windows := driver.AllWindows(); len(windows) == 1 {
		return windows[0].Canvas()
	}
	return nil
}
