package widgets

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// SearchSelect is a field that holds one option of a list. Typing searches it;
// text that stands for no option stays, is drawn as wrong and has no value.
type SearchSelect struct {
	selectBase
	Optional  bool         // Delete, Backspace and a cross empty the field
	OnChanged func(Option) // another option, or the zero Option

	selected Option
	pending  string // typed text that stands for no option
	cut      bool   // there is no room for what stands in the field
}

var (
	_ Field         = (*SearchSelect)(nil)
	_ fyne.Tappable = (*SearchSelect)(nil)
)

// NewSearchSelect returns an empty field. Fold makes the search key of a text
// and of a query.
func NewSearchSelect(fold func(string) string, texts SelectTexts) *SearchSelect {
	s := &SearchSelect{}
	s.Texts = texts
	s.finder.fold = fold
	s.extend(s)
	return s
}

// Selected is the option chosen; false for none.
func (s *SearchSelect) Selected() (Option, bool) { return s.selected, s.selected.ID != "" }

// ID is that of the option chosen, "" for none.
func (s *SearchSelect) ID() string { return s.selected.ID }

// SetSelected chooses an option, which need not be in the list; the zero Option
// empties the field.
func (s *SearchSelect) SetSelected(o Option) { s.set(o, "") }

// SetID chooses an option of the list; an unknown ID empties the field.
func (s *SearchSelect) SetID(id string) {
	o, _ := s.finder.byID(id)
	s.set(o, "")
}

func (s *SearchSelect) set(o Option, pending string) {
	if s.selected == o && s.pending == pending {
		return
	}
	s.selected, s.pending = o, pending
	s.Refresh()
	if s.OnChanged != nil {
		s.OnChanged(o)
	}
	s.tell(FieldChanged)
}

// Empty tells whether nothing was chosen or typed.
func (s *SearchSelect) Empty() bool { return s.selected.ID == "" && s.pending == "" }

// Check finds text that stands for no option.
func (s *SearchSelect) Check() error {
	if s.pending != "" {
		return Problem{Code: ProblemNotOption}
	}
	return nil
}

const snapshotSeparator = "\x1f"

// Snapshot holds the option with its text, so that Restore needs no list.
func (s *SearchSelect) Snapshot() string {
	if s.Empty() {
		return ""
	}
	return strings.Join([]string{s.selected.ID, s.selected.Text, s.pending}, snapshotSeparator)
}

// Restore chooses the option again, by the text of the list when it is there:
// it may be in another language now.
func (s *SearchSelect) Restore(snapshot string) {
	parts := append(strings.Split(snapshot, snapshotSeparator), "", "")
	o, known := s.finder.byID(parts[0])
	if !known {
		o = Option{ID: parts[0], Text: parts[1]}
	}
	s.set(o, parts[2])
}

// Display is the text of the option chosen, or what was typed in its place.
func (s *SearchSelect) Display() string {
	if s.pending != "" {
		return s.pending
	}
	return s.selected.Text
}

// Tapped opens the list.
func (s *SearchSelect) Tapped(*fyne.PointEvent) {
	if !s.disabled {
		Focus(s)
		s.openAt(s.pending)
	}
}

// TypedKey opens the list or empties the field. Enter on what was chosen goes on, as in any other field.
func (s *SearchSelect) TypedKey(e *fyne.KeyEvent) {
	entered := e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter
	switch {
	case opensList(e) && s.editable() && !(entered && s.selected.ID != ""):
		s.openAt(s.pending)
	case e.Name == fyne.KeyBackspace || e.Name == fyne.KeyDelete:
		s.clear()
	case !writes(e.Name):
		s.Base.TypedKey(e)
	}
}

// TypedRune opens the list and searches for what is typed; Space only opens it.
func (s *SearchSelect) TypedRune(r rune) {
	if r == ' ' {
		s.openAt(s.pending)
		return
	}
	s.openAt(string(r))
}

func (s *SearchSelect) clear() {
	if s.editable() && (s.Optional || s.pending != "") {
		s.set(Option{}, "")
	}
}

func (s *SearchSelect) openAt(query string) {
	if !s.editable() || s.list != nil {
		return
	}
	list := newOpenList(func(o Option) {
		s.set(o, "")
		s.closeList("")
	})
	list.options.marked = func(o Option) bool { return o.ID == s.selected.ID }
	list.entry.PlaceHolder, _ = s.label()
	list.onTab = s.tabbed
	list.onClose = s.keepTyped
	s.openList(list, query, func(size func() fyne.Size) popupPlace { return over(s, size) })
	if query == "" {
		list.options.seek(s.selected.ID)
	}
}

// tabbed chooses what the list shows first for the text typed, and moves on.
func (s *SearchSelect) tabbed(query string) {
	if query != "" {
		s.chooseCurrent()
	}
	s.closeList(query)
	leaveField(s)
}

// keepTyped keeps text that was typed and stands for no option.
func (s *SearchSelect) keepTyped(query string) {
	if query != "" && query != s.selected.Text {
		s.set(Option{}, query)
	}
}

// MouseIn marks the field, and explains what stands in it and has no room there.
func (s *SearchSelect) MouseIn(e *desktop.MouseEvent) {
	s.Base.MouseIn(e)
	if label, _ := s.label(); s.cut {
		hover(s, label, true)
	}
}

// MouseOut takes mark and explanation away.
func (s *SearchSelect) MouseOut() {
	s.Base.MouseOut()
	hover(s, "", false)
}

// label is what stands in the field, and whether it is a value.
func (s *SearchSelect) label() (text string, value bool) {
	switch {
	case s.pending != "":
		return s.pending, true
	case s.selected.ID != "":
		return s.selected.Text, true
	default:
		return s.PlaceHolder, false
	}
}
