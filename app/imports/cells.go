package imports

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"saya/app/list"
	"saya/data"
	"saya/data/imports"
	"saya/widgets"
)

// cells is the editor of a row: its cells as they stand, corrected in place, and the fields without a column that the
// row cannot do without.
type cells struct {
	steps   *steps
	id      int64
	form    *widgets.Form
	shell   *widgets.EditorShell
	fields  []imports.Field // in the order of the form
	entries map[imports.Field]cell
	before  map[imports.Field]string // as the plan has them
	now     map[imports.Field]string // as they are to be saved
}

func newCells(s *steps, id int64) *cells {
	c := &cells{
		steps: s, id: id, form: s.env.Form(), entries: map[imports.Field]cell{}, before: map[imports.Field]string{},
	}
	row := s.planned.row(id)
	for _, e := range row.Problems {
		if f := imports.Field(e.Field); s.planned.column(f) < 0 && !s.planned.can(f) {
			c.form.Note(s.planned.sentence(e))
		}
	}
	for _, f := range s.planned.fields() {
		c.add(f, s.planned.plain(f, row.Texts()[s.planned.column(f)]))
	}
	extra := row.Extra()
	for _, info := range imports.Fields(s.planned.kind) {
		if text := extra[info.Field]; text != "" {
			c.add(info.Field, text)
		}
	}
	asked := row.Problems
	if row.Outcome == imports.Doubtful && len(row.Candidates) == 0 {
		asked = row.Warnings // what a person has to say before the row is taken
	}
	c.offer(asked)
	_, wrong := c.parted(asked)
	c.form.SetErrors(wrong)
	c.shell = s.env.Editor(s.env.T("importpage.row", "Line", row.Line), c.form, c.read, c.save)
	c.shell.Explain = c.explain
	c.shell.Run = func(work func()) {
		s.planned.ask(task{id, func(*imports.Plan) error { work(); return nil }})
	}
	return c
}

// add adds the field of a cell.
func (c *cells) add(f imports.Field, text string) {
	e := c.steps.cell(f, text)
	c.fields = append(c.fields, f)
	c.entries[f], c.before[f] = e, text
	c.form.Add(widgets.Item{Name: string(f), Label: c.steps.env.T(f.TextKey()), Hint: c.steps.hint(f), Wide: true, Field: e.Field})
}

// offer adds the fields that problems ask for though no column holds them.
func (c *cells) offer(problems []*data.Error) {
	for _, f := range imports.Asked(c.steps.planned.kind, problems) {
		if !c.has(f) {
			c.add(f, "")
		}
	}
}

// has tells whether the form has a field.
func (c *cells) has(f imports.Field) bool { return slices.Contains(c.fields, f) }

// parted parts problems into sentences at fields and those that belong to no field of the form.
func (c *cells) parted(problems []*data.Error) (rest data.Errors, fields map[string]string) {
	fields = map[string]string{}
	for _, e := range problems {
		switch {
		case !c.has(imports.Field(e.Field)):
			rest = append(rest, e)
		case fields[e.Field] == "":
			fields[e.Field] = c.steps.env.T(e.Key, e.Args...)
		}
	}
	return rest, fields
}

// explain says why a row is still refused, and offers what it lacks.
func (c *cells) explain(err error) (string, map[string]string) {
	problems := data.Refusals(err)
	if len(problems) == 0 {
		return c.steps.env.Sentence(err), nil
	}
	c.offer(problems)
	rest, fields := c.parted(problems)
	if len(rest) == 0 {
		return "", fields
	}
	return c.steps.env.Sentence(rest), fields
}

func (c *cells) panel() *list.Panel {
	return &list.Panel{Shell: c.shell, Start: c.start, Done: c.steps.env.T("importpage.corrected")}
}

// start goes to the first wrong cell.
func (c *cells) start() {
	if !c.form.FocusWrong() {
		c.form.FocusFirst()
	}
}

// read takes over what was typed.
func (c *cells) read() {
	c.now = map[imports.Field]string{}
	for f, e := range c.entries {
		c.now[f] = e.value()
	}
}

// save puts what was corrected into the plan: a task of its worker. A row that is still refused stays open with what is
// wrong.
func (c *cells) save(context.Context) error {
	plan := c.steps.planned.plan
	made, err := c.correct(plan)
	row := plan.Rows()[c.id-1]
	fyne.Do(func() {
		for f, text := range made {
			c.steps.planned.typed[place{row.Line, f}] = text
		}
		if err == nil {
			c.form.MarkClean() // the plan keeps it, even of a row that is still refused
		}
	})
	if err != nil {
		return err
	}
	var still data.Errors
	for _, e := range row.Problems {
		still = append(still, e)
	}
	return still.OrNil()
}

// correct puts the cells that differ into the plan and returns those that are in it.
func (c *cells) correct(plan *imports.Plan) (made map[imports.Field]string, err error) {
	made = map[imports.Field]string{}
	for _, f := range c.fields {
		if c.now[f] == c.before[f] {
			continue
		}
		if err := plan.Correct(int(c.id-1), f, c.now[f]); err != nil {
			return made, err
		}
		c.before[f], made[f] = c.now[f], c.now[f]
	}
	return made, nil
}
