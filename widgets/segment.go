package widgets

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Segments is a field that shows its few options side by side. Left and Right
// choose.
type Segments struct {
	choice
	OnChanged func(Option)
	// Numbered puts 1, 2 … before the options: the keys that choose them.
	Numbered bool

	options []Option
	chosen  int // -1 for none
	pointer int // the option under the pointer, -1 for none
}

var (
	_ Field         = (*Segments)(nil)
	_ fyne.Tappable = (*Segments)(nil)
)

// NewSegments returns a field with nothing chosen.
func NewSegments(options ...Option) *Segments {
	s := &Segments{options: options, chosen: -1, pointer: -1}
	s.extend(s)
	return s
}

// Selected is the option chosen; false for none.
func (s *Segments) Selected() (Option, bool) {
	if s.chosen < 0 {
		return Option{}, false
	}
	return s.options[s.chosen], true
}

// ID is that of the option chosen, "" for none.
func (s *Segments) ID() string {
	o, _ := s.Selected()
	return o.ID
}

// SetID chooses an option; an unknown ID chooses none.
func (s *Segments) SetID(id string) {
	for i, o := range s.options {
		if o.ID == id {
			s.choose(i)
			return
		}
	}
	s.choose(-1)
}

func (s *Segments) choose(i int) {
	if s.chosen == i {
		return
	}
	s.chosen = i
	s.Refresh()
	if s.OnChanged != nil {
		o, _ := s.Selected()
		s.OnChanged(o)
	}
	s.tell(FieldChanged)
}

// caption is what stands on the button of an option.
func (s *Segments) caption(i int) string {
	if s.Numbered {
		return strconv.Itoa(i+1) + "\u00a0" + s.options[i].Text
	}
	return s.options[i].Text
}

// Empty tells whether nothing is chosen.
func (s *Segments) Empty() bool { return s.chosen < 0 }

// Check finds nothing wrong.
func (s *Segments) Check() error { return nil }

// Snapshot is the ID of the option chosen.
func (s *Segments) Snapshot() string { return s.ID() }

// Restore chooses the option again.
func (s *Segments) Restore(snapshot string) { s.SetID(snapshot) }

// Display is the text of the option chosen.
func (s *Segments) Display() string {
	o, _ := s.Selected()
	return o.Text
}

// TypedKey chooses.
func (s *Segments) TypedKey(e *fyne.KeyEvent) {
	if !s.editable() || len(s.options) == 0 {
		s.Base.TypedKey(e)
		return
	}
	last := len(s.options) - 1
	switch e.Name {
	case fyne.KeyLeft:
		s.choose(max(0, s.chosen-1))
	case fyne.KeyRight:
		s.choose(min(last, s.chosen+1))
	case fyne.KeyHome:
		s.choose(0)
	case fyne.KeyEnd:
		s.choose(last)
	default:
		s.Base.TypedKey(e)
	}
}

// Tapped chooses the option under the pointer.
func (s *Segments) Tapped(e *fyne.PointEvent) {
	if s.disabled {
		return
	}
	Focus(s)
	if i := s.at(e.Position.X); i >= 0 && s.editable() {
		s.choose(i)
	}
}

// MouseMoved lights the option under the pointer.
func (s *Segments) MouseMoved(e *desktop.MouseEvent) {
	if i := s.at(e.Position.X); i != s.pointer {
		s.pointer = i
		s.Refresh()
	}
}

// MouseOut puts the light out.
func (s *Segments) MouseOut() {
	s.pointer = -1
	s.Base.MouseOut()
}

// at is the option at a distance from the left end, -1 for none.
func (s *Segments) at(x float32) int {
	for i, cell := range s.cells(s.Size().Width) {
		if x >= cell.x && x < cell.x+cell.width {
			return i
		}
	}
	return -1
}
