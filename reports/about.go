package reports

import (
	"cmp"

	"saya/reports/spec"
)

// aboutSheet says what the report was made of, what each figure means and what was left out. Its texts never
// depend on whether there was anything to leave out: that alone would tell of it.
func (f facts) aboutSheet(title string) spec.Sheet {
	blocks := []spec.Block{f.parameters(title), f.definitions(), f.leftOut()}
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

func (f facts) definitions() spec.Notes {
	n := spec.Notes{Title: "report.definitions"}
	for _, in := range Indicators() {
		n.Lines = append(n.Lines, spec.Note{Term: in.Code + " · " + f.T(in.Title), Text: in.Definition})
	}
	for _, more := range []string{"period", "ages", "direction", "participants", "event_hours", "projects", "plan", "register"} {
		n.Lines = append(n.Lines, spec.Note{Term: "report.about." + more, Text: "report.about_definition." + more})
	}
	return n
}

func (f facts) leftOut() spec.Notes {
	n := spec.Notes{Title: "report.left_out"}
	for _, what := range []string{"residents", "splits", "own_hours", "names", "not_at_all", "venues", "texts"} {
		n.Lines = append(n.Lines, spec.Note{Term: "report.left." + what, Text: "report.left_why." + what})
	}
	return n
}
