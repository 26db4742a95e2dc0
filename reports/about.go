package reports

import (
	"cmp"

	"saya/reports/spec"
)

// about says which texts the last sheet of a report holds.
type about struct {
	title       string      // key of the report
	indicators  []Indicator // defined
	definitions []string    // other things defined
	leftOut     []string    // what does not leave
}

// aboutSheet says what the report was made of, what each figure means and what was left out. Its texts never
// depend on whether there was anything to leave out: that alone would tell of it.
func (f facts) aboutSheet(a about) spec.Sheet {
	blocks := []spec.Block{f.parameters(a.title), f.definitions(a), leftOut(a)}
	return spec.Sheet{Name: "report.sheet_about", Title: "report.sheet_about", Blocks: blocks}
}

func (f facts) parameters(title string) spec.Notes {
	texts := "report.texts_no"
	if f.params.Texts.All || len(f.params.Texts.Ticked) > 0 {
		texts = "report.texts_some"
	}
	n := spec.Notes{Title: "report.parameters", Lines: []spec.Note{
		{Term: "common.report", Text: title},
		{Term: "common.centre", Text: f.name(f.centre.Name)},
		{Term: "report.recipient", Text: cmp.Or(f.params.Recipient, f.name(f.centre.FrontOffice), "common.not_specified")},
		{Term: "common.period", Text: f.period(f.params.Period)},
		{Term: "report.period_before", Text: f.period(f.params.Period.Before())},
		{Term: "common.language", Text: "report.lang." + langKey(f.params.Lang)},
		{Term: "common.filter", Text: "report.no_filters"},
		{Term: "report.free_texts", Text: texts},
		{Term: "workbook.data_as_of", Text: spec.Moment(f.asOf.Time()).Text(f)},
	}}
	if f.centre.Sample {
		n.Lines = append(n.Lines, spec.Note{Term: "common.sample", Text: "common.sample_note"})
	}
	return n
}

func langKey(lang string) string {
	if lang == BothLangs {
		return "both"
	}
	return lang
}

func (f facts) definitions(a about) spec.Notes {
	n := spec.Notes{Title: "report.definitions"}
	for _, in := range a.indicators {
		n.Lines = append(n.Lines, spec.Note{Term: in.Code + " · " + f.T(in.Title), Text: in.Definition})
	}
	for _, what := range a.definitions {
		n.Lines = append(n.Lines, spec.Note{Term: "report.about." + what, Text: "report.about_definition." + what})
	}
	return n
}

func leftOut(a about) spec.Notes {
	n := spec.Notes{Title: "report.left_out"}
	for _, what := range a.leftOut {
		n.Lines = append(n.Lines, spec.Note{Term: "report.left." + what, Text: "report.left_why." + what})
	}
	return n
}
