package reports

import (
	"cmp"
	"context"
	"slices"

	"saya/data"
	"saya/data/store"
	"saya/reports/spec"
)

// viewer makes the workbook of a view.
type viewer struct {
	office
	src   *store.ReportView
	view  View
	rules viewRules
}

// terms are what the list is narrowed to. The words of a search may be a name: only that there were some is said.
func (o viewer) terms() []spec.Note {
	var out []spec.Note
	if o.view.Chip.ID != "" {
		out = append(out, spec.Note{Term: "common.filter", Text: o.view.Chip.Text})
	}
	for _, f := range o.view.Filters {
		out = append(out, spec.Note{Term: f.Term, Text: f.Text})
	}
	if o.view.Searched {
		out = append(out, spec.Note{Term: "common.filter", Text: "report.view_searched"})
	}
	return out
}

// narrowed says in a line what the list is narrowed to.
func (o viewer) narrowed() string {
	var lines []string
	for _, n := range o.terms() {
		lines = append(lines, o.T(n.Term)+": "+o.T(n.Text))
	}
	return join(" · ", lines...)
}

func (o viewer) about() spec.Block {
	n := spec.Notes{Title: "report.parameters", Lines: []spec.Note{
		{Term: "common.report", Text: o.rules.title},
		{Term: "common.centre", Text: o.name(o.centre.Name)},
		{Term: "field.date", Text: o.Date(o.params.Today.Time())},
		{Term: "workbook.data_as_of", Text: spec.Moment(o.asOf.Time()).Text(o)},
	}}
	n.Lines = append(n.Lines, o.terms()...)
	if o.centre.Sample {
		n.Lines = append(n.Lines, spec.Note{Term: "common.sample", Text: "common.sample_note"})
	}
	return n
}

// listed are the rows of the view that may leave, in its order, unless that order tells what may not.
func listed[T any](o viewer, all []T, id func(T) int64, number func(T) int64) []T {
	byID := make(map[int64]T, len(all))
	for _, row := range all {
		byID[id(row)] = row
	}
	var out []T
	for _, id := range o.view.IDs {
		if row, ok := byID[id]; ok {
			out = append(out, row)
		}
	}
	if slices.Contains(o.rules.unordered, o.view.Order) {
		slices.SortStableFunc(out, func(a, b T) int { return cmp.Compare(number(a), number(b)) })
	}
	return out
}

// register is a list of the columns that are shown and may leave, in their order.
func register[T any](o viewer, rows []T, columns map[string][]spec.Column[T]) spec.Block {
	r := spec.Register[T]{Rows: rows, Columns: []spec.Column[T]{{Title: "common.row_number", Kind: spec.Ordinal, Width: 10}}}
	for _, id := range o.view.Columns {
		if slices.Contains(o.rules.columns, id) {
			r.Columns = append(r.Columns, columns[id]...)
		}
	}
	return r
}

type listedVolunteer = store.ListedVolunteer

// volunteers are by number, as in every file; who may be named stands with her name beside it.
func (o viewer) volunteers(ctx context.Context) (spec.Block, error) {
	all, err := o.src.ListedVolunteers(ctx)
	if err != nil {
		return nil, err
	}
	all = slices.DeleteFunc(all, func(v listedVolunteer) bool { return !data.MayHaveRow(data.Volunteer{Naming: v.Naming}) })
	rows := listed(o, all, func(v listedVolunteer) int64 { return v.ID }, func(v listedVolunteer) int64 { return v.Number })
	if i := slices.Index(o.view.Columns, "name"); i >= 0 && !slices.Contains(o.view.Columns, "number") {
		o.view.Columns = slices.Insert(slices.Clone(o.view.Columns), i, "number") // or rows without a name say nothing
	}
	return register(o, rows, map[string][]spec.Column[listedVolunteer]{
		"number": {{Title: "report.volunteer_number", Kind: spec.Code, Width: 16, Value: func(v listedVolunteer) spec.Value { return spec.Str(sign(v.Number)) }}},
		"name":   {{Title: "field.full_name", Width: 36, Value: o.named}},
		"direction": {{Title: "field.direction", Width: 30, Value: func(v listedVolunteer) spec.Value {
			return o.directions.value(v.Direction)
		}}},
		"status": {{Title: "field.status", Width: 18, Value: func(v listedVolunteer) spec.Value { return spec.Word("status.volunteer." + string(v.Status)) }}},
	}), nil
}

// named is the name of a volunteer who may be named.
func (o viewer) named(v listedVolunteer) spec.Value {
	if !o.mayBeNamed(v.ReportPerson) {
		return spec.Value{}
	}
	return fullName(v.ReportPerson)
}

type listedEvent = store.ListedEvent

func (o viewer) events(ctx context.Context) (spec.Block, error) {
	all, err := o.src.ListedEvents(ctx)
	if err != nil {
		return nil, err
	}
	rows := listed(o, all, func(e listedEvent) int64 { return e.ID }, nil)
	return register(o, rows, map[string][]spec.Column[listedEvent]{
		"when": {
			{Title: "field.date", Kind: spec.Date, Width: 12, Value: func(e listedEvent) spec.Value { return spec.Day(e.Start.Time()) }},
			{Title: "field.time", Kind: spec.Time, Width: 10, Value: func(e listedEvent) spec.Value { return clock(e.Start) }},
		},
		"type":   {{Title: "field.type", Width: 24, Value: func(e listedEvent) spec.Value { return spec.Word("status.event_type." + string(e.Type)) }}},
		"status": {{Title: "field.status", Width: 18, Value: func(e listedEvent) spec.Value { return spec.Word("status.event." + string(e.Status)) }}},
		"venue":  {{Title: "field.venue", Width: 26, Value: func(e listedEvent) spec.Value { return o.venue(e.ReportEvent) }}},
		"places": {{Title: "field.wanted", Kind: spec.Count, Width: 16, Value: func(e listedEvent) spec.Value { return spec.Int(e.Wanted) }}},
		"coordinator": {{Title: "report.coordinator", Kind: spec.Code, Width: 14, Value: func(e listedEvent) spec.Value {
			return spec.Str(coordinator(e.ReportEvent))
		}}},
	}), nil
}

type gift = store.ListedContribution

func (o viewer) contributions(ctx context.Context) (spec.Block, error) {
	all, err := o.src.ListedContributions(ctx)
	if err != nil {
		return nil, err
	}
	rows := listed(o, all, func(g gift) int64 { return g.ID }, nil)
	return register(o, rows, map[string][]spec.Column[gift]{
		"day": {
			{Title: "field.pledged_on", Kind: spec.Date, Width: 14, Value: func(g gift) spec.Value { return spec.Day(g.Pledged.Time()) }},
			{Title: "field.day", Kind: spec.Date, Width: 12, Value: func(g gift) spec.Value { return spec.Day(g.Day.Time()) }},
		},
		"kind": {{Title: "field.kind", Width: 24, Value: func(g gift) spec.Value { return spec.Word("status.contribution." + string(g.Kind)) }}},
		"giver": {{Title: "field.giver", Width: 32, Value: func(g gift) spec.Value {
			if g.Giver != "" {
				return spec.Str(g.Giver)
			}
			return spec.Word("status.giver." + string(g.GiverKind))
		}}},
		"value":   {{Title: "field.value", Kind: spec.Money, Width: 18, Value: func(g gift) spec.Value { return spec.Tiyn(g.Value) }}},
		"thanked": {{Title: "field.thanked_on", Kind: spec.Date, Width: 14, Value: func(g gift) spec.Value { return spec.Day(g.Thanked.Time()) }}},
	}), nil
}
