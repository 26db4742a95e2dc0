package widgets

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

var _ desktop.Keyable = (*DataTable)(nil)

// KeyDown remembers that Shift is held: arrow keys do not say so.
func (t *DataTable) KeyDown(e *fyne.KeyEvent) {
	t.holdShift(e, true)
	t.Base.KeyDown(e)
}

// KeyUp remembers that Shift is not held.
func (t *DataTable) KeyUp(e *fyne.KeyEvent) { t.holdShift(e, false) }

func (t *DataTable) holdShift(e *fyne.KeyEvent, held bool) {
	if e.Name == desktop.KeyShiftLeft || e.Name == desktop.KeyShiftRight {
		t.shift = held
	}
}

// TypedKey moves among the rows, opens one, or hands the key on.
func (t *DataTable) TypedKey(e *fyne.KeyEvent) {
	page := max(1, int(t.scroll.Size().Height/t.look.rowHeight)-1)
	at, last := t.selection.cursor, t.rows.Len()-1
	switch e.Name {
	case fyne.KeyDown:
		t.step(at + 1)
	case fyne.KeyUp:
		t.step(at - 1)
	case fyne.KeyPageDown:
		t.step(at + page)
	case fyne.KeyPageUp:
		t.step(at - page)
	case fyne.KeyHome:
		t.step(0)
	case fyne.KeyEnd:
		t.step(last)
	default:
		t.actKey(e)
	}
}

// actKey does what a key asks of the row under the cursor.
func (t *DataTable) actKey(e *fyne.KeyEvent) {
	row := t.selection.cursor
	if row >= t.rows.Len() {
		t.Base.TypedKey(e)
		return
	}
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		t.open(row)
	case fyne.KeySpace:
		t.choose(row, fyne.KeyModifierShortcutDefault)
	case desktop.KeyMenu:
		t.menu(row, t.below(row))
	case fyne.KeyF10:
		if !t.shift {
			t.Base.TypedKey(e)
			return
		}
		t.menu(row, t.below(row))
	default:
		t.Base.TypedKey(e)
	}
}

// TypedRune hands a letter to OnType, to begin a search.
func (t *DataTable) TypedRune(letter rune) {
	if t.OnType != nil && letter != ' ' {
		t.OnType(letter)
	}
}

// TypedShortcut copies or chooses rows, or hands the shortcut on.
func (t *DataTable) TypedShortcut(s fyne.Shortcut) {
	switch s := s.(type) {
	case *fyne.ShortcutCopy:
		t.copy(s.Clipboard)
	case *fyne.ShortcutSelectAll:
		if t.Multi {
			t.selection.all(t.rows)
			t.selected()
		}
	default:
		t.Base.TypedShortcut(s)
	}
}

// step moves the cursor to a row, as near as there is one, and chooses it. The
// first key only chooses the row where the cursor already stands.
func (t *DataTable) step(row int) {
	if t.rows.Len() == 0 {
		return
	}
	if len(t.selection.ids) == 0 && !t.shift && (row == 1 || row == -1) && t.selection.cursor == 0 {
		row = 0
	}
	row = max(0, min(row, t.rows.Len()-1))
	t.reveal(row)
	if row == t.selection.cursor && t.selection.has(t.rows.ID(row)) && !t.shift {
		return
	}
	modifier := fyne.KeyModifier(0)
	if t.shift {
		modifier = fyne.KeyModifierShift
	}
	t.choose(row, modifier)
}

// choose selects a row in the way the modifier keys say.
func (t *DataTable) choose(row int, held fyne.KeyModifier) {
	switch {
	case t.Multi && held&fyne.KeyModifierShift != 0:
		t.selection.extend(t.rows, row)
	case t.Multi && held&fyne.KeyModifierShortcutDefault != 0:
		t.selection.toggle(t.rows, row)
	default:
		t.selection.only(t.rows, row)
	}
	t.selected()
}

func (t *DataTable) selected() {
	t.body.fill(true)
	if t.OnSelect != nil {
		t.OnSelect(t.Selected())
	}
}

func (t *DataTable) open(row int) {
	if t.OnOpen != nil {
		t.OnOpen(t.rows.ID(row))
	}
}

func (t *DataTable) menu(row int, absolute fyne.Position) {
	if t.OnMenu != nil {
		t.OnMenu(t.rows.ID(row), absolute)
	}
}

// below is a place in the window just under the beginning of a row.
func (t *DataTable) below(row int) fyne.Position {
	origin := fyne.CurrentApp().Driver().AbsolutePositionForObject(t.body)
	return origin.AddXY(t.look.padding, float32(row+1)*t.look.rowHeight)
}

// copy puts the chosen rows on the clipboard, a line each, cells tabbed.
func (t *DataTable) copy(clipboard fyne.Clipboard) {
	ids := t.Selected()
	if len(ids) == 0 {
		return
	}
	if t.OnCopy != nil {
		t.OnCopy(ids)
		return
	}
	lines := make([]string, 0, len(ids))
	for i, n := 0, t.rows.Len(); i < n; i++ {
		if !t.selection.has(t.rows.ID(i)) {
			continue
		}
		cells := t.rows.Cells(i)
		if cells == nil {
			return // half a copy would pass for a whole one
		}
		lines = append(lines, t.Line(cells))
	}
	text := strings.Join(lines, "\n")
	clipboard.SetContent(text)
	if t.OnCopied != nil {
		t.OnCopied(text)
	}
}

// Line is the text of a row as it is copied: the columns that are not hidden,
// in their order, tabbed.
func (t *DataTable) Line(cells []Cell) string {
	texts := make([]string, 0, len(t.Columns))
	for _, c := range t.Columns {
		if !c.Hidden {
			texts = append(texts, oneLine(c.of(cells).Text))
		}
	}
	return strings.Join(texts, "\t")
}
