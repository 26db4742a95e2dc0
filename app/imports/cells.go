package imports

import (
	"context"

	"saya/app/list"
	"saya/data"
	"saya/data/imports"
	"saya/widgets"
)

// cells is the editor of a row: its cells as they stand, corrected in place.
type cells struct {
	steps   *steps
	id      int64
	form    *widgets.Form
	shell   *widgets.EditorShell
	entries map[imports.Field]*widgets.Entry
	before  map[imports.Field]string
}

func newCells(s *steps, id int64) *cells {
	c := &cells{
		steps: s, id: id, form: s.env.Form(), entries: map[imports.Field]*widgets.Entry{}, before: map[imports.Field]string{},
	}
	row := s.planned.row(id)
	for _, f := range s.planned.fields() {
		e := widgets.NewEntry()
		text := row.Texts[s.planned.column(f)]
		e.SetText(text)
		c.entries[f], c.before[f] = e, text
		c.form.Add(widgets.Item{Name: string(f), Label: s.env.T(f.TextKey()), Wide: true, Field: e})
	}
	c.form.MarkClean()
	c.form.SetErrors(c.wrong(row))
	c.shell = s.env.Editor(s.env.T("importpage.row", "Line", row.Line), c.form, func() {}, c.save)
	return c
}

// wrong are the sentences about a row by field.
func (c *cells) wrong(row imports.Row) map[string]string {
	out := map[string]string{}
	for _, e := range row.Problems {
		if e.Field != "" {
			out[e.Field] = c.steps.env.T(e.Key, e.Args...)
		}
	}
	return out
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

// save puts what was corrected into the plan. A row that is still refused stays open with what is wrong.
func (c *cells) save(context.Context) error {
	s := c.steps
	for f, e := range c.entries {
		text := e.Value()
		if text == c.before[f] {
			continue
		}
		if err := s.planned.plan.Correct(int(c.id-1), f, text); err != nil {
			return err
		}
		c.before[f] = text
		s.touched = true
	}
	s.tell()
	s.Reload()
	var still data.Errors
	for _, e := range s.planned.row(c.id).Problems {
		still = append(still, e)
	}
	return still.OrNil()
}
