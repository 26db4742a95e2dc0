package widgets

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
)

// selectBase is under the fields that choose from a list: an entry to search
// with and the options found, in a popup that opens with Down, Enter, F4, a
// tap, or by typing.
type selectBase struct {
	choice
	Texts       SelectTexts
	PlaceHolder string // stands in the field while nothing is chosen
	// Search asks the source of a list that is too long to be handed in. It
	// runs off the UI goroutine; an empty query asks what to offer first.
	// Without it the options of SetOptions are searched.
	Search func(ctx context.Context, query string) []Option
	Run    Runner
	// AllowNew offers what was typed as an option of its own when no option
	// has that text; its ID is the text.
	AllowNew bool

	finder optionFinder
	list   *openList
	least  float32 // width of the list, 0 for the usual one
}

// openList is what exists while the list is open.
type openList struct {
	popup   *popup
	entry   *Entry
	options *optionList
	search  *optionSearch

	onTab   func(query string)
	onClose func(query string) // closed: with the text to make something of, "" after Esc
}

// SetOptions hands in the list.
func (s *selectBase) SetOptions(options []Option) { s.finder.set(options) }

// Options is the list handed in.
func (s *selectBase) Options() []Option { return s.finder.options }

// openList shows the list with a query already typed.
func (s *selectBase) openList(list *openList, query string, place func(size func() fyne.Size) popupPlace) {
	s.list = list
	if list.entry.PlaceHolder == "" {
		list.entry.PlaceHolder = s.PlaceHolder
	}
	list.entry.SetText(query)
	list.entry.OnChanged = s.find
	list.entry.OnEnter = s.chooseCurrent
	list.entry.OnEscape = func() { s.closeList("") }
	list.entry.OnKey = list.options.key
	list.entry.onTab = func() { list.onTab(list.entry.Value()) }
	if s.Search != nil {
		list.search = &optionSearch{run: s.Run, source: s.Search, show: s.found}
	}
	content := &fyne.Container{
		Layout:  listLayout{field: s.FieldState.self, least: max(listMinWidth, s.least)},
		Objects: []fyne.CanvasObject{list.entry, list.options},
	}
	list.popup = showPopup(s.FieldState.self, content, place(content.MinSize), func() {
		if s.list == list {
			s.closeList(list.entry.Value())
		}
	})
	list.popup.focus(list.entry)
	s.find(query)
	s.FieldState.self.Refresh()
}

func newOpenList(onChosen func(Option)) *openList {
	list := &openList{entry: NewEntry(), options: &optionList{onChosen: onChosen}}
	list.options.ExtendBaseWidget(list.options)
	return list
}

// closeList takes the list away; query is what to make of the text typed.
func (s *selectBase) closeList(query string) {
	list := s.list
	if list == nil {
		return
	}
	s.list = nil
	if list.search != nil {
		list.search.close()
	}
	list.popup.close()
	s.FieldState.self.Refresh()
	if list.onClose != nil {
		list.onClose(query)
	}
}

func (s *selectBase) find(query string) {
	switch {
	case s.list == nil:
	case s.list.search == nil:
		s.found(s.finder.find(query))
	default:
		if len(s.list.options.options) == 0 {
			s.list.options.show(nil, s.Texts.Searching)
		}
		s.list.search.ask(query)
	}
}

func (s *selectBase) found(options []Option) {
	if s.list == nil {
		return
	}
	if s.AllowNew {
		options = withNew(options, s.list.entry.Value(), s.finder.fold)
	}
	s.list.options.show(options, s.Texts.NothingFound)
	s.list.popup.layer.Refresh()
}

// withNew adds what was typed to the options, unless one of them says it.
func withNew(options []Option, text string, fold func(string) string) []Option {
	if text == "" {
		return options
	}
	for _, o := range options {
		if strings.EqualFold(fold(o.Text), fold(text)) {
			return options
		}
	}
	return append(options[:len(options):len(options)], Option{ID: text, Text: text})
}

func (s *selectBase) chooseCurrent() {
	if o, ok := s.list.options.current(); ok {
		s.list.options.onChosen(o)
	}
}

// opensList tells whether a key opens the list of a closed field.
func opensList(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyDown, fyne.KeyReturn, fyne.KeyEnter, fyne.KeyF4:
		return true
	default:
		return false
	}
}

// listLayout puts the entry above the options, as wide as the field at least.
type listLayout struct {
	field fyne.CanvasObject
	least float32
}

const (
	listMinWidth float32 = 220
	listGap      float32 = 4
)

func (l listLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	height := objects[0].MinSize().Height
	objects[0].Resize(fyne.NewSize(size.Width, height))
	objects[1].Move(fyne.NewPos(listGap, height+listGap))
	objects[1].Resize(fyne.NewSize(size.Width-2*listGap, size.Height-height-2*listGap))
}

func (l listLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	height := objects[0].MinSize().Height + objects[1].MinSize().Height + 2*listGap
	return fyne.NewSize(max(l.least, l.field.Size().Width), height)
}
