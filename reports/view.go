package reports

import (
	"context"
	"slices"

	"saya/data"
	"saya/data/store"
	"saya/reports/spec"
)

// View is a list as it stands in the window, to be made a workbook of. What of it may leave is decided here: rows,
// columns and filters that are not known to be safe do not.
type View struct {
	List     string      // of the window, as "volunteers"
	IDs      []int64     // its rows, in their order
	Columns  []string    // those that are shown, in their order
	Order    string      // the column that the rows are ordered by
	Chip     Narrowing   // the zero value for none
	Filters  []Narrowing // beside the chip
	Searched bool        // by words, which may be a name and are not printed
}

// Narrowing is one thing that a list is narrowed to.
type Narrowing struct{ ID, Term, Text string }

// viewRules say what of a list may leave.
type viewRules struct {
	title            string   // key
	chips            []string // nil for all
	filters, columns []string
	leftOut          []string
	unordered        []string // columns whose order tells what may not leave: rows go by number then
	sheet            func(viewer, context.Context) (spec.Block, error)
}

// viewRulesOf are the rules of a list. Of one without rules nothing leaves: applications are of people who agreed to
// nothing yet, names of groups and projects are free text, hours leave in their own report.
func viewRulesOf(list string) (viewRules, bool) {
	switch list {
	case "volunteers":
		return viewRules{
			title: "report.view_volunteers",
			// Who did nothing for 60 days, or has the most hours, tells of events with residents.
			chips:     []string{"active", "on_leave", "left", "all"},
			filters:   []string{"direction", "specialty", "language", "region", "district", "form", "coordinator", "minor"},
			columns:   []string{"number", "name", "direction", "status"},
			unordered: []string{"hours", "last", "events"},
			leftOut:   []string{"view_names", "not_at_all", "view_columns", "residents_hours"}, sheet: viewer.volunteers,
		}, true
	case "events":
		return viewRules{
			title: "report.view_events", filters: []string{"type", "direction"},
			columns: []string{"when", "type", "status", "venue", "places", "coordinator"},
			leftOut: []string{"residents_rows", "names", "venues", "texts"}, sheet: viewer.events,
		}, true
	case "contributions":
		return viewRules{
			title: "report.view_contributions", filters: []string{"period", "kind"},
			columns: []string{"day", "kind", "giver", "value", "thanked"},
			leftOut: []string{"view_givers", "texts"}, sheet: viewer.contributions,
		}, true
	}
	return viewRules{}, false
}

// MayLeave tells whether something of a list of the window may leave as it is shown there.
func MayLeave(list string) bool {
	_, ok := viewRulesOf(list)
	return ok
}

// Names tells whether the workbook of a view names people.
func (v View) Names() bool {
	return v.List == "volunteers" && slices.Contains(v.Columns, "name") ||
		v.List == "contributions" && slices.Contains(v.Columns, "giver")
}

// Check refuses lists that do not leave, and what a list may not be narrowed to when it leaves.
func (v View) Check() error {
	r, ok := viewRulesOf(v.List)
	if !ok {
		return &data.Error{Code: data.Denied, Key: "errors.not_allowed"}
	}
	if r.chips != nil && v.Chip.ID != "" && !slices.Contains(r.chips, v.Chip.ID) {
		return &data.Error{Code: data.Denied, Key: "errors.view_filter", Args: []any{"Filter", v.Chip.Text}}
	}
	for _, f := range v.Filters {
		if !slices.Contains(r.filters, f.ID) {
			return &data.Error{Code: data.Denied, Key: "errors.view_filter", Args: []any{"Filter", f.Term}}
		}
	}
	return nil
}

// Listed makes a workbook of a list as it stands in the window. p says language and day; its period is that day.
func Listed(ctx context.Context, src Source, v View, p Params) (spec.Report, error) {
	if err := v.Check(); err != nil {
		return spec.Report{}, err
	}
	rules, _ := viewRulesOf(v.List)
	p.Period = data.Period{From: p.Today, To: p.Today}
	var r spec.Report
	err := look(ctx, src, p, func(view *store.ReportView, f facts) error {
		o := viewer{office{facts: f}, view, v, rules}
		block, err := rules.sheet(o, ctx)
		if err != nil {
			return err
		}
		r = f.report(rules.title)
		r.Signers = nil
		r.Sheets = []spec.Sheet{
			{Name: rules.title, Title: rules.title, Note: o.narrowed(), Blocks: []spec.Block{block}},
			{Name: "report.sheet_about", Title: "report.sheet_about", Blocks: []spec.Block{o.about(), leftOut(about{leftOut: rules.leftOut})}},
		}
		return nil
	})
	return r, err
}
