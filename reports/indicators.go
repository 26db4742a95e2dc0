package reports

import (
	"context"

	"saya/data"
	"saya/data/store"
	"saya/reports/spec"
)

// Indicator is one figure of the centre: its code, its name and its only definition.
type Indicator struct {
	Code       string // stable, printed
	Title      string // key
	Definition string // key
	value      func(totals) spec.Value
}

// totals are the figures of one period. Of events with residents only their number, their hours and who was there
// may be held, never a part such as the actions among them: the parts would tell of too few.
type totals struct {
	store.ReportTotals
	*work
	residents bool // they may hold events with residents
	gifts     map[data.ContributionKind]store.ContributionTotals
}

// Indicators lists the indicators in the order of the summary.
func Indicators() []Indicator {
	list := []Indicator{
		{"V1", "report.v1", "report.v1_definition", func(t totals) spec.Value { return spec.Int(t.Volunteers) }},
		{"V1.1", "report.v1_1", "report.v1_1_definition", func(t totals) spec.Value { return spec.Int(t.Corporate) }},
		{"V2", "report.v2", "report.v2_definition", func(t totals) spec.Value { return spec.Int(t.New) }},
		{"V3", "report.v3", "report.v3_definition", func(t totals) spec.Value { return spec.Int(t.active(t.residents)) }},
		{"G1", "report.g1", "report.g1_definition", func(t totals) spec.Value { return spec.Int(t.Groups) }},
		{"E1", "report.e1", "report.e1_definition", func(t totals) spec.Value { return spec.Int(t.allEvents()) }},
		{"E2", "report.e2", "report.e2_definition", func(t totals) spec.Value { return spec.Int(t.Actions) }},
		{"E3", "report.e3", "report.e3_definition", func(t totals) spec.Value { return spec.Int(t.ProjectEvents) }},
		{"E4", "report.e4", "report.e4_definition", func(t totals) spec.Value { return spec.Int(t.Trainings) }},
		{"P1", "report.p1", "report.p1_definition", func(t totals) spec.Value { return spec.Int(t.Projects) }},
		{"H1", "report.h1", "report.h1_definition", func(t totals) spec.Value { return spec.Minutes(t.allMinutes()) }},
		{"B1", "report.b1", "report.b1_definition", func(t totals) spec.Value { return spec.Int(t.Covered) }},
		{"B1.1", "report.b1_1", "report.b1_1_definition", func(t totals) spec.Value { return spec.Int(t.NotRecorded) }},
	}
	return append(list, contributionIndicators()...)
}

func contributionIndicators() []Indicator {
	number := func(k data.ContributionKind) func(totals) spec.Value {
		return func(t totals) spec.Value { return spec.Int(t.gifts[k].N) }
	}
	value := func(k data.ContributionKind) func(totals) spec.Value {
		return func(t totals) spec.Value { return spec.Tiyn(t.gifts[k].Value) }
	}
	reach := func(t totals) spec.Value { return spec.Int(t.gifts[data.Information].Reach) }
	return []Indicator{
		{"C1", "report.c1", "report.c_definition", number(data.Money)},
		{"C1.1", "report.c1_1", "report.c_value_definition", value(data.Money)},
		{"C2", "report.c2", "report.c_definition", number(data.Goods)},
		{"C2.1", "report.c2_1", "report.c_value_definition", value(data.Goods)},
		{"C3", "report.c3", "report.c_definition", number(data.Services)},
		{"C3.1", "report.c3_1", "report.c_value_definition", value(data.Services)},
		{"C4", "report.c4", "report.c_definition", number(data.Information)},
		{"C4.1", "report.c4_1", "report.c_reach_definition", reach},
	}
}

func (t totals) allMinutes() int {
	if t.residents {
		return t.minutes + t.residentMinutes
	}
	return t.minutes
}

func (t totals) allEvents() int {
	n := t.Actions + t.ProjectEvents
	if t.residents {
		n += t.ResidentEvents
	}
	return n
}

// Figure is an indicator's value in a period and in the period before.
type Figure struct {
	Indicator
	Now, Before spec.Value
}

func figures(now, before totals) []Figure {
	list := Indicators()
	out := make([]Figure, len(list))
	for i, in := range list {
		out[i] = Figure{in, in.value(now), in.value(before)}
	}
	return out
}

func readTotals(ctx context.Context, w worker, p data.Period, residents bool) (t totals, err error) {
	t = totals{work: &work{}, residents: residents, gifts: map[data.ContributionKind]store.ContributionTotals{}}
	if t.ReportTotals, err = w.view.Totals(ctx, p); err != nil {
		return t, err
	}
	gifts, err := w.view.Contributions(ctx, p)
	for _, g := range gifts {
		t.gifts[g.Kind] = g
	}
	if err != nil {
		return t, err
	}
	sums, err := w.in(ctx, p)
	if err == nil {
		t.work = sums
	}
	return t, err
}
