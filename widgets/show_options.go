package widgets

import (
	"context"

	"fyne.io/fyne/v2"
)

// OptionMenu is a list of options to choose one from.
type OptionMenu struct {
	Fold    func(string) string // makes the search key of a text and of a query
	Texts   SelectTexts
	Options []Option
	// Search and Run ask the source of a list that is too long to be handed in, as those of a field do.
	Search   func(ctx context.Context, query string) []Option
	Run      Runner
	Hint     string // in the empty field: what is searched by
	Marked   string // the ID of the option that holds now, "" for none
	OnChosen func(Option)
}

// searchedWidth is that of a list that is searched: of records, whose names are longer than other options.
const searchedWidth float32 = 360

// ShowOptions opens a list of options under a widget, with a field to search
// it in: typing narrows the list, arrows move, Enter and a tap choose, Esc and
// a tap beside it close it.
func ShowOptions(anchor fyne.Widget, menu OptionMenu) {
	s := &selectBase{Texts: menu.Texts}
	s.FieldState.self = anchor
	s.finder.fold = menu.Fold
	s.Search, s.Run, s.PlaceHolder = menu.Search, menu.Run, menu.Hint
	if menu.Search != nil {
		s.least = searchedWidth
	}
	s.SetOptions(menu.Options)
	list := newOpenList(func(o Option) {
		s.closeList("")
		menu.OnChosen(o)
	})
	list.onTab = func(string) { s.chooseCurrent() }
	list.options.marked = func(o Option) bool { return o.ID == menu.Marked }
	s.openList(list, "", func(size func() fyne.Size) popupPlace { return below(anchor, size) })
	list.options.seek(menu.Marked)
}
