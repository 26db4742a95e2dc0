package list

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"saya/data"
	"saya/data/store"
	"saya/widgets"
)

// Config is what a section says of its list. Texts are in the user's language.
type Config struct {
	ID      string // names the list in what is kept of it
	Title   string
	Hint    string // in the empty search field
	New     string // primary action, "" for none
	Empty   string // what would be here, and what to do, when there is nothing yet
	Nothing string // when search and filter find nothing
	// Done is what is said where a chip of what is to be done, by its id, finds nothing and nothing else narrows the list.
	Done    map[string]string
	Columns []widgets.Column
	// Order is what the rows of a chip are ordered by until the person chooses; nil where that is the source's own affair.
	Order func(chip string) widgets.Sort
	Chips []Chip // the last one shows everything
	Chip  string // the one that holds first, whatever held last; "" = the one that held last, at first the first one
	// Source returns where the rows of a query come from.
	Source func(Query) Source
	// Count says how many rows there are, beside the title and in the status bar.
	Count func(n int) string
	// Counts counts off the UI goroutine what each chip would show, by its id; may be nil.
	Counts func(ctx context.Context) (map[string]int, error)
	// Filters narrow the list further, each to one of its options.
	Filters []Filter
	// Acts are what can be done with the chosen records: in the context menu of one, and above the list with several.
	// nil where only one at a time can be chosen.
	Acts func(ids []int64) []widgets.MenuItem
	// Export is the title of the offer to make a workbook of the rows as they are shown, "" for no offer. There is none
	// either for a list of which reports knows nothing that may leave.
	Export string
	// Actions stand at the right of the bar, before New.
	Actions []fyne.CanvasObject
	// Around puts something around the rows and what stands beside them, below the filters; nil for nothing.
	Around func(rows fyne.CanvasObject) fyne.CanvasObject
	// Card reads a record off the UI goroutine and returns what draws it beside the list.
	Card func(ctx context.Context, id int64) (draw func() fyne.CanvasObject, err error)
	// Edit reads off the UI goroutine what the editor of a record needs and returns what makes it; 0 is a new record.
	Edit func(ctx context.Context, id int64) (open func() *Panel, err error)
	// Resume does as Edit for a draft of another form than the editor, which opens with what was typed; nil where there is no such form.
	Resume func(ctx context.Context, d data.FormDraft) (open func(), err error)
	// Instead shows again what stood in place of the rows when the list was kept, by the name that [Page.Instead] was
	// given; it may be called while the list is made. nil where nothing ever does.
	Instead func(name string)
	// Found hears, on the UI goroutine, that other rows are shown; may be nil.
	Found func()
	// Closed hears that an editor was closed, after what it was closed for; may be nil.
	Closed func()
	// Shows tells whether a change is seen in the list or on the card.
	Shows func(store.Change) bool
}

// Chip is a filter, of which one holds at a time.
type Chip struct{ ID, Text string }

// Filter narrows a list to one of some options; those chosen stand as chips in the row of filters. All of its functions
// are called off the UI goroutine.
type Filter struct {
	ID, Text string
	Options  func(ctx context.Context) ([]widgets.Option, error)
	// Search finds options by what is typed, in place of Options where there are too many to list them all; Named is then
	// the option of an id, the zero Option for one that is no more, and Hint says what is searched by.
	Search func(ctx context.Context, query string) ([]widgets.Option, error)
	Named  func(ctx context.Context, id string) (widgets.Option, error)
	Hint   string
}

// named is the option of an id, the zero Option for one that is no more.
func (f Filter) named(ctx context.Context, id string) (widgets.Option, error) {
	if f.Named != nil {
		return f.Named(ctx, id)
	}
	options, err := f.Options(ctx)
	if i := slices.IndexFunc(options, func(o widgets.Option) bool { return o.ID == id }); i >= 0 {
		return options[i], err
	}
	return widgets.Option{}, err
}

// Query is what the list is narrowed to and ordered by.
type Query struct {
	Search  string
	Chip    string
	Filters map[string]string // the chosen option of each filter that holds
	Sort    widgets.Sort      // what the person chose or, as a source hears it, else that of the chip
}

// By orders the rows of every chip by a column.
func By(column string, descending bool) func(chip string) widgets.Sort {
	return func(string) widgets.Sort { return widgets.Sort{Column: column, Descending: descending} }
}

// ordered is a query with the order of its rows.
func (c Config) ordered(q Query) Query {
	if q.Sort.Column == "" && c.Order != nil {
		q.Sort = c.Order(q.Chip)
	}
	return q
}

// hasChip tells whether there is a chip of this id.
func (c Config) hasChip(id string) bool {
	for _, chip := range c.Chips {
		if chip.ID == id {
			return true
		}
	}
	return false
}

// firstChip is the chip that holds when nothing else is known.
func (c Config) firstChip() string {
	switch {
	case c.Chip != "":
		return c.Chip
	case len(c.Chips) > 0:
		return c.Chips[0].ID
	}
	return ""
}

// allChip is the chip that shows everything.
func (c Config) allChip() string {
	if n := len(c.Chips); n > 0 {
		return c.Chips[n-1].ID
	}
	return ""
}

// filter is the filter of this id.
func (c Config) filter(id string) (Filter, bool) {
	for _, f := range c.Filters {
		if f.ID == id {
			return f, true
		}
	}
	return Filter{}, false
}

// sorts tells whether the list can be ordered so.
func (c Config) sorts(s widgets.Sort) bool {
	for _, column := range c.Columns {
		if column.ID == s.Column {
			return !column.NoSort
		}
	}
	return false
}
