package imports

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"saya/app/page"
	"saya/assets"
	"saya/data"
	"saya/data/imports"
	"saya/widgets"
)

// card shows what becomes of a row, as the plan stands when it is drawn.
func (s *steps) card(_ context.Context, id int64) (func() fyne.CanvasObject, error) {
	return func() fyne.CanvasObject { return s.cardView(id, s.planned.row(id)) }, nil
}

func (s *steps) cardView(id int64, row imports.Row) fyne.CanvasObject {
	body := container.New(layout.NewCustomPaddedVBoxLayout(13))
	s.sentences(body, "importpage.problems", row.Problems)
	s.understood(body, id, row)
	s.known(body, row)
	for _, c := range row.Candidates {
		body.Add(s.candidate(id, row, c))
	}
	if len(row.Changes) > 0 {
		body.Add(widgets.NewCard(s.env.T("importpage.changes"), page.Facts(s.changes(row.Changes)...)))
	}
	s.sentences(body, "importpage.warnings", row.Warnings)
	body.Add(widgets.NewCard(s.env.T("importpage.cells"), page.Facts(s.cellFacts(row)...)))
	return page.Panel(s.cardHead(id, row), body)
}

// cardHead is the row, its outcome and what can be done with it.
func (s *steps) cardHead(id int64, row imports.Row) fyne.CanvasObject {
	t := s.env.Text
	correct := widgets.NewButton(t.T("importpage.correct"), assets.IconEdit, func() { s.Edit(id) })
	title := container.NewBorder(nil, nil, nil, container.NewCenter(correct), widgets.NewHeading(t.T("importpage.row", "Line", row.Line)))
	tag := widgets.NewTag(t.T(row.Outcome.TextKey()), tone(row.Outcome))
	if s.planned.pending(id) {
		tag = widgets.NewTag(t.T("importpage.working"), widgets.ToneDim)
	}
	actions := container.New(widgets.NewFlow(8))
	asked := len(row.Candidates) > 1 || len(row.Candidates) == 0 && row.Outcome == imports.Doubtful
	if asked && !(s.planned.decisions[row.Line].New && row.Outcome == imports.New) {
		actions.Add(s.newButton(id, row))
	}
	switch {
	case row.Outcome == imports.Skipped:
		actions.Add(widgets.NewButton(t.T("importpage.take"), "", func() { s.decide(id, imports.Decision{}) }))
	case row.Outcome != imports.Same && row.Outcome != imports.Rejected:
		actions.Add(widgets.NewButton(t.T("importpage.skip"), "", func() { s.decide(id, imports.Decision{Skip: true}) }))
	}
	return container.New(layout.NewCustomPaddedVBoxLayout(8), title, container.NewHBox(tag), actions)
}

// sentences adds a card of sentences, if there are any.
func (s *steps) sentences(body *fyne.Container, title string, list []*data.Error) {
	if len(list) == 0 {
		return
	}
	lines := make([]fyne.CanvasObject, len(list))
	for i, e := range list {
		lines[i] = widgets.NewBody(s.planned.sentence(e))
	}
	body.Add(widgets.NewCard(s.env.T(title), widgets.NewLines(lines...)))
}

// newButton is the answer that the row is no record that is there.
func (s *steps) newButton(id int64, row imports.Row) *widgets.Button {
	return widgets.NewButton(s.env.T("importpage.as_new"), assets.IconPlus, func() { s.decide(id, asNew(row)) })
}

// answers are those that can be given to the question whether a row is a candidate. What was answered is not offered
// again; the other answer still is.
func (s *steps) answers(id int64, row imports.Row, c imports.Candidate) *fyne.Container {
	given, answers := s.planned.decisions[row.Line], container.New(widgets.NewFlow(8))
	if given.SameAs != c.ID {
		same := widgets.NewPrimaryButton(s.env.T("importpage.same_as."+string(s.planned.kind)), assets.IconCheck, func() {
			s.decide(id, imports.Decision{SameAs: c.ID})
		})
		same.Compact = true
		answers.Add(same)
	}
	if len(row.Candidates) == 1 && !slices.Contains(given.Over, c.ID) {
		other := s.newButton(id, row)
		other.Compact = true
		answers.Add(other)
	}
	return answers
}

// answer is what was answered to the question whether a row is a candidate, nil for nothing.
func (s *steps) answer(row imports.Row, c imports.Candidate) fyne.CanvasObject {
	switch given := s.planned.decisions[row.Line]; {
	case given.SameAs != 0 && given.SameAs == c.ID:
		return widgets.NewTag(s.env.T("importpage.answer_same"), widgets.ToneOk)
	case given.SameAs != 0, slices.Contains(given.Over, c.ID):
		return widgets.NewTag(s.env.T("importpage.answer_other"), widgets.ToneDim)
	}
	return nil
}

// candidate is a record that the row may be the same as, beside what would change in it. Where there is no other, both
// answers stand below it.
func (s *steps) candidate(id int64, row imports.Row, c imports.Candidate) fyne.CanvasObject {
	t := s.env.Text
	lines := []fyne.CanvasObject{widgets.NewBody(s.planned.label(c))}
	rule := "importpage.rule." + string(c.Rule)
	if c.Rule == "" { // the kind has only one
		rule = "importpage.rule_of." + string(s.planned.kind)
	}
	lines = append(lines, widgets.NewDimText(t.T(rule)))
	if len(c.Changes) > 0 {
		lines = append(lines, page.Facts(s.changes(c.Changes)...))
	}
	if answers := s.answers(id, row, c); len(answers.Objects) > 0 {
		lines = append(lines, answers)
	}
	card := widgets.NewCard(t.T("importpage.candidate."+string(s.planned.kind)), container.New(layout.NewCustomPaddedVBoxLayout(7), lines...))
	card.Aside = s.answer(row, c)
	return card
}

// changes are the fields before and after.
func (s *steps) changes(list []imports.Change) []page.Fact {
	out := make([]page.Fact, len(list))
	for i, c := range list {
		out[i] = page.Fact{
			Label: s.env.T(c.Field.TextKey()),
			Value: s.env.T("importpage.change", "Before", s.planned.value(c.Field, c.Before), "After", s.planned.value(c.Field, c.After)),
		}
	}
	return out
}

// cellFacts are the cells of a row by field, and what was filled in beside them.
func (s *steps) cellFacts(row imports.Row) []page.Fact {
	var out []page.Fact
	add := func(f imports.Field, text string) {
		out = append(out, page.Fact{
			Label: s.env.T(f.TextKey()), Value: s.planned.legible(f, text), Full: s.planned.plain(f, text), Tip: s.env.T("secret.show"),
		})
	}
	texts, extra := row.Texts(), row.Extra()
	for i, f := range s.planned.whole() {
		if f != "" {
			add(f, texts[i])
		}
	}
	for _, info := range imports.Fields(s.planned.kind) {
		add(info.Field, extra[info.Field])
	}
	return out
}

// asNew takes a row for a new record, none of the candidates that are shown with it.
func asNew(row imports.Row) imports.Decision {
	d := imports.Decision{New: true, Over: make([]int64, len(row.Candidates))}
	for i, c := range row.Candidates {
		d.Over[i] = c.ID
	}
	return d
}

// decide says what becomes of a row; the keyboard goes on in the list.
func (s *steps) decide(id int64, d imports.Decision) {
	s.planned.decisions[s.planned.row(id).Line] = d
	s.planned.ask(task{id, func(p *imports.Plan) error { return p.Decide(int(id-1), d) }})
	s.Shown(0)
}
