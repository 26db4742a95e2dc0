package widgets

import (
	"slices"
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
	held := fyne.KeyModifier(0)
	if t.shift {
		held = fyne.KeyModifierShift
	}
	if t.rows.Len() == 0 || !t.keys().Press(e.Name, held) {
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
	if !t.keys().Shortcut(s) {
		t.Base.TypedShortcut(s)
	}
}

// KeySets are the keys of the rows and those of the titles above them.
func (t *DataTable) KeySets() []KeySet {
	return []KeySet{{Name: "list", Keys: t.keys()}, {Name: "header", Keys: t.header.keys()}}
}

// keys are those that the rows hear.
func (t *DataTable) keys() Hotkeys {
	return slices.Concat(t.rowKeys(), t.moveKeys(), t.chooseKeys())
}

// rowKeys act on the row under the cursor.
func (t *DataTable) rowKeys() (keys Hotkeys) {
	row := func(do func(row int)) func() {
		return func() {
			if at := t.selection.cursor; at < t.rows.Len() {
				do(at)
			}
		}
	}
	if t.OnOpen != nil {
		keys = append(keys,
			Hotkey{Does: "open", Key: fyne.KeyReturn, Do: row(t.open)}, Hotkey{Key: fyne.KeyEnter, Do: row(t.open)})
	}
	if t.OnMenu != nil {
		menu := row(func(at int) { t.menu(at, t.below(at)) })
		keys = append(keys,
			Hotkey{Does: "menu", Key: desktop.KeyMenu, Do: menu},
			Hotkey{Does: "menu", Key: fyne.KeyF10, With: fyne.KeyModifierShift, Do: menu})
	}
	if t.OnType != nil {
		keys = append(keys, Hotkey{Does: "type", Shown: "Aa"})
	}
	add := row(func(at int) { t.choose(at, fyne.KeyModifierShortcutDefault) })
	if !t.Multi {
		return append(keys, Hotkey{Key: fyne.KeySpace, Do: add})
	}
	return append(keys, Hotkey{Does: "one_more", Key: fyne.KeySpace, Do: add})
}

// moveKeys move the cursor, those with Shift choose what they pass.
func (t *DataTable) moveKeys() (keys Hotkeys) {
	page := max(1, int(t.scroll.Size().Height/t.look.rowHeight)-1)
	at := t.selection.cursor
	moves := []struct {
		does, several string
		key           fyne.KeyName
		to            int
	}{
		{"", "several", fyne.KeyUp, at - 1},
		{"", "several", fyne.KeyDown, at + 1},
		{"page", "", fyne.KeyPageUp, at - page},
		{"page", "", fyne.KeyPageDown, at + page},
		{"ends", "", fyne.KeyHome, 0},
		{"ends", "", fyne.KeyEnd, t.rows.Len() - 1},
	}
	for _, m := range moves {
		keys = append(keys, Hotkey{Does: m.does, Key: m.key, Do: func() { t.step(m.to) }})
	}
	for _, m := range moves {
		if t.Multi {
			keys = append(keys, Hotkey{Does: m.several, Key: m.key, With: fyne.KeyModifierShift, Do: func() { t.step(m.to) }})
		}
	}
	return keys
}

// chooseKeys act on all rows, or those that are chosen.
func (t *DataTable) chooseKeys() (keys Hotkeys) {
	if t.Multi {
		keys = append(keys, Hotkey{Does: "all", Key: fyne.KeyA, With: fyne.KeyModifierShortcutDefault, Do: t.chooseAll})
	}
	return append(keys, Hotkey{Does: "copy", Key: fyne.KeyC, With: fyne.KeyModifierShortcutDefault, Do: t.copy})
}

func (t *DataTable) chooseAll() {
	all := func() {
		t.selection.all(t.rows)
		t.selected()
	}
	if t.Whole == nil {
		all()
		return
	}
	t.Whole(all)
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
func (t *DataTable) copy() {
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
	fyne.CurrentApp().Clipboard().SetContent(text)
	if t.OnCopied != nil {
		t.OnCopied(text)
	}
}

// Line is the text of a row as it is copied: the columns that are not hidden,
// in their order, tabbed. What an icon says stands behind the text in words.
func (t *DataTable) Line(cells []Cell) string {
	texts := make([]string, 0, len(t.Columns))
	for _, c := range t.Columns {
		if !c.Hidden {
			cell := c.of(cells)
			if cell.IconTip != "" {
				cell.Text += " · " + cell.IconTip
			}
			texts = append(texts, oneLine(cell.Text))
		}
	}
	return strings.Join(texts, "\t")
}
