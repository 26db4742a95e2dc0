package widgets

import (
	"encoding/json"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
)

// MultiSelect is a field that holds any number of options, each on a chip with
// a cross. Backspace takes the last one away.
type MultiSelect struct {
	selectBase
	OnChanged func([]Option)

	chosen  []Option
	pending string // typed text that stands for no option
}

var (
	_ Field         = (*MultiSelect)(nil)
	_ fyne.Tappable = (*MultiSelect)(nil)
)

// NewMultiSelect returns an empty field that chooses from a list.
func NewMultiSelect(fold func(string) string, texts SelectTexts) *MultiSelect {
	m := &MultiSelect{}
	m.Texts = texts
	m.finder.fold = fold
	m.extend(m)
	return m
}

// NewTagsField returns an empty field of words of one's own, with the words
// already in use to choose from (SetOptions).
func NewTagsField(fold func(string) string, texts SelectTexts) *MultiSelect {
	m := NewMultiSelect(fold, texts)
	m.AllowNew = true
	return m
}

// Selected are the options chosen, in the order in which they were.
func (m *MultiSelect) Selected() []Option { return slices.Clone(m.chosen) }

// IDs are those of the options chosen.
func (m *MultiSelect) IDs() []string {
	ids := make([]string, len(m.chosen))
	for i, o := range m.chosen {
		ids[i] = o.ID
	}
	return ids
}

// SetSelected chooses these options, which need not be in the list.
func (m *MultiSelect) SetSelected(options []Option) { m.set(slices.Clone(options), "") }

// SetIDs chooses options of the list; unknown IDs are left out.
func (m *MultiSelect) SetIDs(ids []string) {
	var chosen []Option
	for _, id := range ids {
		if o, ok := m.finder.byID(id); ok {
			chosen = append(chosen, o)
		}
	}
	m.set(chosen, "")
}

func (m *MultiSelect) set(chosen []Option, pending string) {
	if slices.Equal(m.chosen, chosen) && m.pending == pending {
		return
	}
	m.chosen, m.pending = chosen, pending
	m.Refresh()
	if m.OnChanged != nil {
		m.OnChanged(m.Selected())
	}
	m.tell(FieldChanged)
}

// Empty tells whether nothing was chosen or typed.
func (m *MultiSelect) Empty() bool { return len(m.chosen) == 0 && m.pending == "" }

// Check finds text that stands for no option.
func (m *MultiSelect) Check() error {
	if m.pending != "" {
		return Problem{Code: ProblemNotOption}
	}
	return nil
}

// multiSnapshot is what Snapshot writes.
type multiSnapshot struct {
	Options []Option `json:"options,omitempty"`
	Pending string   `json:"pending,omitempty"`
}

// Snapshot holds the options with their texts, so that Restore needs no list.
func (m *MultiSelect) Snapshot() string {
	if m.Empty() {
		return ""
	}
	out, err := json.Marshal(multiSnapshot{Options: m.chosen, Pending: m.pending})
	if err != nil { // strings always can be written
		return ""
	}
	return string(out)
}

// Restore chooses the options again, by the texts of the list where it knows
// them. What is no snapshot empties the field.
func (m *MultiSelect) Restore(snapshot string) {
	var was multiSnapshot
	if json.Unmarshal([]byte(snapshot), &was) != nil {
		was = multiSnapshot{}
	}
	for i, o := range was.Options {
		if known, ok := m.finder.byID(o.ID); ok {
			was.Options[i] = known
		}
	}
	m.set(was.Options, was.Pending)
}

// Display is the texts of the options chosen and what was typed beside them.
func (m *MultiSelect) Display() string {
	var texts []string
	for _, o := range m.chosen {
		texts = append(texts, o.Text)
	}
	if m.pending != "" {
		texts = append(texts, m.pending)
	}
	return strings.Join(texts, ", ")
}

// Tapped opens the list.
func (m *MultiSelect) Tapped(*fyne.PointEvent) {
	if !m.disabled {
		Focus(m)
		m.openAt("")
	}
}

// TypedKey opens the list or takes the last option away.
func (m *MultiSelect) TypedKey(e *fyne.KeyEvent) {
	switch {
	case opensList(e) && m.editable():
		m.openAt("")
	case e.Name == fyne.KeyBackspace || e.Name == fyne.KeyDelete:
		m.removeLast()
	case !writes(e.Name):
		m.Base.TypedKey(e)
	}
}

// TypedRune opens the list and searches for what is typed; Space only opens it.
func (m *MultiSelect) TypedRune(r rune) {
	if r == ' ' {
		m.openAt("")
		return
	}
	m.openAt(string(r))
}

func (m *MultiSelect) has(o Option) bool {
	return slices.ContainsFunc(m.chosen, func(c Option) bool { return c.ID == o.ID })
}

func (m *MultiSelect) toggle(o Option) {
	if m.has(o) {
		m.remove(o)
		return
	}
	m.set(append(slices.Clone(m.chosen), o), "")
}

func (m *MultiSelect) remove(o Option) {
	if m.editable() {
		m.set(slices.DeleteFunc(slices.Clone(m.chosen), func(c Option) bool { return c.ID == o.ID }), m.pending)
	}
}

func (m *MultiSelect) removeLast() {
	switch {
	case !m.editable():
	case m.pending != "":
		m.set(m.chosen, "")
	case len(m.chosen) > 0:
		m.remove(m.chosen[len(m.chosen)-1])
	}
}

func (m *MultiSelect) openAt(query string) {
	if !m.editable() || m.list != nil {
		return
	}
	if query == "" {
		query = m.pending
	}
	list := newOpenList(m.chooseAndStay)
	list.options.marked = m.has
	list.onTab = m.tabbed
	list.onClose = func(query string) {
		if query != "" {
			m.set(m.chosen, query)
		}
	}
	m.openList(list, query, func(size func() fyne.Size) popupPlace { return below(m, size) })
	if m.AllowNew {
		list.entry.OnChanged = m.typed
	}
	keys := list.entry.OnKey
	list.entry.OnKey = func(e *fyne.KeyEvent) bool {
		if e.Name == fyne.KeyBackspace && list.entry.Text == "" {
			m.removeLast()
			list.options.Refresh()
			return true
		}
		return keys(e)
	}
}

// typed searches, and adds the words that a comma ends: also those of a list
// that was pasted.
func (m *MultiSelect) typed(text string) {
	words := strings.Split(text, ",")
	for _, word := range words[:len(words)-1] {
		m.addWord(strings.TrimSpace(word))
	}
	if len(words) > 1 {
		m.list.entry.SetText(strings.TrimLeft(words[len(words)-1], " "))
		m.list.popup.layer.Refresh()
		return
	}
	m.find(text)
}

// addWord adds the option of that text, or a word of one's own.
func (m *MultiSelect) addWord(word string) {
	if word == "" {
		return
	}
	o := Option{ID: word, Text: word}
	for _, known := range m.finder.options {
		if strings.EqualFold(m.finder.fold(known.Text), m.finder.fold(word)) {
			o = known
		}
	}
	if !m.has(o) {
		m.toggle(o)
	}
}

// chooseAndStay keeps the list open for the next option.
func (m *MultiSelect) chooseAndStay(o Option) {
	m.toggle(o)
	list := m.list
	list.popup.focus(list.entry)
	if list.entry.Text != "" {
		list.entry.SetText("")
	}
	list.options.Refresh()
	list.popup.layer.Refresh()
}

// tabbed adds what the list shows first for the text typed, and moves on.
func (m *MultiSelect) tabbed(query string) {
	if o, ok := m.list.options.current(); ok && query != "" {
		if !m.has(o) {
			m.toggle(o)
		}
		query = ""
	}
	m.closeList(query)
	leaveField(m)
}
