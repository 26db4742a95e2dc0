package widgets

import (
	"runtime"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Entry is a field of one line of text. It is Fyne's entry with our frame; keys
// and shortcuts that it does not use go to the canvas (see ForwardKey).
//
// Text longer than MaxRunes is kept and found wrong, so that nothing typed or
// pasted is lost.
type Entry struct {
	widget.Entry
	FieldState

	MaxRunes  int                       // characters at most; 0 for any number
	Format    func(text string) string  // prettifies what was changed when the field is left
	Rule      func(value string) error  // checks a text that is not empty
	OnChanged func(text string)         // every change, also by SetText
	OnEnter   func()                    // Enter; nil hands it to the canvas
	OnEscape  func()                    // Esc; nil hands it to the canvas
	OnKey     func(*fyne.KeyEvent) bool // first to see any other key; true when used
	OnCopied  func(text string)         // what was put on the clipboard

	clear             *iconTap        // takes away what is typed; nil for none
	around            fyne.Scrollable // has the wheel when a note's text is at its end; nil for nothing
	onTab             func()          // Tab of an entry in a popup; elsewhere Tab moves on
	entered           string          // the text when the keyboard came
	hint              string          // in the empty field, whole; PlaceHolder is what fits of it
	keyboard, hovered bool
	pointed           bool // the keyboard comes by the mouse
}

var _ Field = (*Entry)(nil)

// NewEntry returns an empty field of one line.
func NewEntry() *Entry {
	e := &Entry{}
	e.extend(e)
	return e
}

// NewNote returns a field of several lines, rows of them visible. Tab leaves it.
func NewNote(rows int) *Entry {
	e := &Entry{}
	e.MultiLine = true
	e.extend(e)
	e.Wrapping = fyne.TextWrapWord
	e.SetMinRowsVisible(rows)
	return e
}

func (e *Entry) extend(self fyne.Widget) {
	if !e.MultiLine {
		// Scrolls sideways as the cursor goes, without a bar over the text.
		e.Wrapping, e.Scroll = fyne.TextWrapOff, container.ScrollVerticalOnly
	}
	e.FieldState.self = self
	e.ExtendBaseWidget(self)
	e.Entry.OnChanged = e.changed
}

func (e *Entry) changed(text string) {
	if e.clear != nil {
		setVisible(e.clear, text != "")
	}
	if e.OnChanged != nil {
		e.OnChanged(text)
	}
	e.tell(FieldChanged)
}

// hintKeys stands in a hint between what can be typed and the keys that lead to the field.
const hintKeys = "  "

// SetPlaceHolder says what can be typed, while nothing is.
func (e *Entry) SetPlaceHolder(hint string) {
	e.hint = hint
	e.Entry.SetPlaceHolder(hint)
	e.Refresh()
}

// SetText shows another text: its end with the cursor while the field has the keyboard, else its beginning.
func (e *Entry) SetText(text string) {
	e.Entry.SetText(text)
	e.moveCursor(e.keyboard)
}

// moveCursor goes to the end of a line, or back to its beginning.
func (e *Entry) moveCursor(end bool) {
	if e.MultiLine {
		return
	}
	e.CursorColumn = 0
	if end {
		e.CursorColumn = utf8.RuneCountInString(e.Text)
	}
	e.Refresh()
}

// Value is the text without space around it.
func (e *Entry) Value() string { return strings.TrimSpace(e.Text) }

// Empty tells whether nothing but space was typed.
func (e *Entry) Empty() bool { return e.Value() == "" }

// Check finds a text that is too long, or what Rule finds.
func (e *Entry) Check() error {
	if e.MaxRunes > 0 && utf8.RuneCountInString(e.Value()) > e.MaxRunes {
		return Problem{Code: ProblemTooLong, Limit: strconv.Itoa(e.MaxRunes)}
	}
	if e.Rule == nil || e.Empty() {
		return nil
	}
	return e.Rule(e.Value())
}

// Snapshot is the text as typed.
func (e *Entry) Snapshot() string { return e.Text }

// Restore puts a typed text back; a note goes on behind it.
func (e *Entry) Restore(snapshot string) {
	e.SetText(snapshot)
	if e.MultiLine {
		e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	}
}

// Display is the text as typed.
func (e *Entry) Display() string { return e.Text }

// AcceptsTab is false also for a note: Tab moves on.
func (e *Entry) AcceptsTab() bool { return e.onTab != nil }

// FocusGained marks the field and tells the form.
func (e *Entry) FocusGained() {
	e.entered, e.keyboard = e.Text, true
	e.Entry.FocusGained()
	if !e.pointed {
		e.moveCursor(true)
	}
	revealTabbed(e.self)
	e.tell(FieldEntered)
}

// FocusLost formats what was changed and tells the form.
func (e *Entry) FocusLost() {
	e.keyboard = false
	e.Entry.FocusLost()
	e.format()
	e.moveCursor(false)
	e.tell(FieldLeft)
}

func (e *Entry) format() {
	if e.Format == nil || e.Text == e.entered {
		return
	}
	if text := e.Format(e.Text); text != e.Text {
		e.SetText(text)
	}
}

// KeyDown lets Shift select, and tells the Root of the window.
func (e *Entry) KeyDown(key *fyne.KeyEvent) {
	e.Entry.KeyDown(key)
	ForwardKeyDown(e.self, key)
}

// TypedRune writes a letter where that is allowed.
func (e *Entry) TypedRune(r rune) {
	if e.editable() && !unicode.IsControl(r) {
		e.Entry.TypedRune(r)
	}
}

// TypedKey moves and edits; what an entry has no use for goes to the canvas.
func (e *Entry) TypedKey(key *fyne.KeyEvent) {
	if e.OnKey != nil && e.OnKey(key) {
		return
	}
	switch key.Name {
	case fyne.KeyEscape:
		e.callOrForward(e.OnEscape, key)
	case fyne.KeyReturn, fyne.KeyEnter:
		if e.MultiLine && e.editable() {
			e.Entry.TypedKey(key)
		} else {
			e.callOrForward(e.OnEnter, key)
		}
	case fyne.KeyTab:
		call(e.onTab)
	case fyne.KeyBackspace, fyne.KeyDelete:
		if e.editable() {
			e.Entry.TypedKey(key)
		}
	case fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown,
		fyne.KeyHome, fyne.KeyEnd, fyne.KeyPageUp, fyne.KeyPageDown:
		e.Entry.TypedKey(key)
	default:
		if !writes(key.Name) {
			ForwardKey(e.self, key)
		}
	}
}

// writes tells whether a key writes a letter: Fyne sends the key, then the
// letter. Letters of other alphabets have no name.
func writes(name fyne.KeyName) bool { return len(name) <= 1 || name == fyne.KeySpace }

func (e *Entry) callOrForward(f func(), key *fyne.KeyEvent) {
	if f != nil {
		f()
		return
	}
	ForwardKey(e.self, key)
}

// TypedShortcut edits, and hands what is not about editing to the canvas.
func (e *Entry) TypedShortcut(s fyne.Shortcut) {
	switch s := s.(type) {
	case *fyne.ShortcutCopy:
		e.take(s)
	case *fyne.ShortcutSelectAll:
		e.Entry.TypedShortcut(s)
	case *fyne.ShortcutPaste:
		if e.editable() {
			clean := cleanClipboard{Clipboard: s.Clipboard, lines: e.MultiLine}
			e.Entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clean})
		}
	case *fyne.ShortcutCut:
		if e.editable() {
			e.take(s)
		}
	case *fyne.ShortcutUndo, *fyne.ShortcutRedo:
		if e.editable() {
			e.Entry.TypedShortcut(s)
		}
	case *desktop.CustomShortcut:
		e.typedCustom(s)
	default:
		ForwardShortcut(e.self, s)
	}
}

// take copies or cuts what is selected. A password is not handed out.
func (e *Entry) take(s fyne.Shortcut) {
	text := e.SelectedText()
	e.Entry.TypedShortcut(s)
	if text != "" && !e.Password && e.OnCopied != nil {
		e.OnCopied(text)
	}
}

// typedCustom keeps the keys that move and delete by words. With Alt, which is for that on one system only, they are the
// window's elsewhere.
func (e *Entry) typedCustom(s *desktop.CustomShortcut) {
	if s.Modifier == fyne.KeyModifierAlt && runtime.GOOS != "darwin" {
		ForwardShortcut(e.self, s)
		return
	}
	switch s.KeyName {
	case fyne.KeyLeft, fyne.KeyRight:
		e.Entry.TypedShortcut(s)
	case fyne.KeyBackspace, fyne.KeyDelete:
		if e.editable() {
			e.Entry.TypedShortcut(s)
		}
	default:
		ForwardShortcut(e.self, s)
	}
}

// MouseDown puts the cursor where the mouse is: a text that is too long stays as it is seen.
func (e *Entry) MouseDown(m *desktop.MouseEvent) {
	e.pointed = true
	e.Entry.MouseDown(m)
	e.pointed = false
}

// MouseIn marks the field as under the pointer.
func (e *Entry) MouseIn(*desktop.MouseEvent) { e.setHovered(true) }

// MouseMoved does nothing.
func (e *Entry) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes the mark away.
func (e *Entry) MouseOut() { e.setHovered(false) }

func (e *Entry) setHovered(hovered bool) {
	e.hovered = hovered
	e.Refresh()
}

func (e *Entry) look() frameLook {
	return frameLook{
		focused: e.keyboard, hovered: e.hovered && !e.readOnly,
		invalid: e.invalid, disabled: e.Disabled(), readOnly: e.readOnly,
	}
}

// cleanClipboard hands out the clipboard's text as a field can hold it.
type cleanClipboard struct {
	fyne.Clipboard
	lines bool // line breaks are kept
}

// Content is the text without what cannot be seen.
func (c cleanClipboard) Content() string { return cleanText(c.Clipboard.Content(), c.lines) }

// cleanText turns line breaks and tabs into spaces (or keeps the breaks) and
// drops control characters and the marks that turn the direction of a text.
func cleanText(text string, lines bool) string {
	text = strings.ToValidUTF8(text, "")
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\t", " ", "\u2028", "\n", "\u2029", "\n").Replace(text)
	text = strings.Map(func(r rune) rune {
		if r != '\n' && (unicode.IsControl(r) || isInvisible(r)) {
			return -1
		}
		return r
	}, text)
	if lines {
		return text
	}
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool { return r == '\n' }), " ")
}

// isInvisible finds marks of direction, zero-width spaces and the byte order
// mark; the joiner that emoji are made with stays.
func isInvisible(r rune) bool {
	switch {
	case r == '\u200b', r == '\u200e', r == '\u200f', r == '\ufeff', r == '\u00ad':
		return true
	default:
		return r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069'
	}
}
