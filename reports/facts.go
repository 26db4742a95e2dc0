package reports

import (
	"cmp"
	"context"

	"saya/assets/locale"
	"saya/data"
	"saya/data/reference"
	"saya/data/store"
	"saya/reports/spec"
)

// facts are what every report knows of the centre and of its period.
type facts struct {
	words
	params     Params
	centre     data.Centre
	asOf       data.Stamp
	directions catalogue
	kinds      catalogue
	residents  data.ResidentEvents
}

// readFacts checks the params and reads what all reports need.
func readFacts(ctx context.Context, v *store.ReportView, p Params) (f facts, err error) {
	f = facts{words: newWords(p.Lang), params: p}
	if f.centre, err = v.Centre(ctx); err != nil {
		return f, err
	}
	if f.asOf, err = v.LastChange(ctx); err != nil {
		return f, err
	}
	directions, err := v.Directions(ctx)
	if err != nil {
		return f, err
	}
	kinds, err := v.Kinds(ctx)
	if err != nil {
		return f, err
	}
	f.directions, f.kinds = newCatalogue(f.words, directions), newCatalogue(f.words, kinds)
	f.residents, err = v.ResidentEvents(ctx, data.Period{
		From: data.PeriodOf(data.YearPeriod, p.Period.Before().From).From,
		To:   data.PeriodOf(data.YearPeriod, p.Period.To).To,
	})
	return f, err
}

// report is the frame that all reports have in common; title is a key.
func (f facts) report(title string) spec.Report {
	r := spec.Report{
		Title:        title,
		Organisation: f.name(f.centre.Name),
		BIN:          f.centre.BIN,
		Region:       f.region(),
		Period:       f.period(f.params.Period),
		DataAsOf:     f.asOf.Time(),
		Signers: []spec.Signer{
			{Role: cmp.Or(locale.Title(f.name(f.centre.HeadPost)), "workbook.head"), Name: f.centre.Head},
			{Role: "workbook.executor", Name: f.centre.Executor},
		},
	}
	if f.centre.Sample {
		r.Note = "common.sample_note"
	}
	return r
}

// text is a free text, blank unless it may leave.
func (f facts) text(of TextOf, id int64, s string) spec.Value {
	if s != "" && !f.params.Texts.may(of, id) {
		return spec.Withheld()
	}
	return spec.Str(s)
}

// wide is the width of a column of free texts, narrow when none leaves.
func (f facts) wide(chars float64) float64 {
	if !f.params.Texts.All && len(f.params.Texts.Ticked) == 0 {
		return 18
	}
	return chars
}

// catalogue prints the codes of a catalogue.
type catalogue struct {
	entries []entry
	byCode  map[string]int
}

type entry struct {
	code, name string
	retired    bool
}

func newCatalogue(w words, choices []data.Choice) catalogue {
	c := catalogue{byCode: map[string]int{}}
	for i, e := range choices {
		name := e.Short
		if name.Empty() {
			name = e.Names
		}
		c.entries = append(c.entries, entry{e.Code, w.name(name), e.Retired})
		c.byCode[e.Code] = i
	}
	return c
}

// at is the place of a code, the place after the last for a code that the catalogue does not have.
func (c catalogue) at(code string) int {
	if i, ok := c.byCode[code]; ok {
		return i
	}
	return len(c.entries)
}

// value prints a code; an unknown one is blank.
func (c catalogue) value(code string) spec.Value {
	if i, ok := c.byCode[code]; ok {
		return spec.Str(c.entries[i].name)
	}
	return spec.Value{}
}

// split is an amount for each entry of a catalogue, the unknown last.
func (c catalogue) split() []int { return make([]int, len(c.entries)+1) }

// shown lists the places of the entries that a split shows: all that are offered, the retired ones only where
// some amount is not zero, and the unknown.
func (c catalogue) shown(splits ...[]int) []int {
	var out []int
	for i, e := range c.entries {
		used := false
		for _, s := range splits {
			used = used || s[i] != 0
		}
		if !e.retired || used {
			out = append(out, i)
		}
	}
	return append(out, len(c.entries))
}

// title is the name of the entry at a place, a key for the unknown.
func (c catalogue) title(i int) string {
	if i == len(c.entries) {
		return "common.unknown"
	}
	return c.entries[i].name
}

// region is the name of the centre's region.
func (f facts) region() string { return f.name(regionOf(f.centre).Names) }

// regionOf finds the centre's region by its code; the zero value when it is not known.
func regionOf(c data.Centre) data.Choice {
	for _, r := range reference.Regions() {
		if r.Code == c.Region {
			return r
		}
	}
	return data.Choice{}
}
