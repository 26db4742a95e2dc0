package imports

import (
	"maps"
	"slices"

	"saya/data/imports"
	"saya/data/sheetin"
)

// corrections are what a person changed in a plan, by rows of the file: with them the same plan is made again, as after
// somebody else changed the centre. Texts go into the cells of the table, what has no column and decisions into the plan.
type corrections struct {
	typed     map[place]string
	decisions map[int]imports.Decision
}

// place is where a text was typed.
type place struct {
	line  int
	field imports.Field
}

func newCorrections() *corrections {
	return &corrections{typed: map[place]string{}, decisions: map[int]imports.Decision{}}
}

// clone is a copy that stays as it is.
func (c *corrections) clone() *corrections {
	return &corrections{typed: maps.Clone(c.typed), decisions: maps.Clone(c.decisions)}
}

// count is how many cells and decisions were changed.
func (c *corrections) count() int { return len(c.typed) + len(c.decisions) }

// none tells whether nothing was changed.
func (c *corrections) none() bool { return c.count() == 0 }

// into returns a source with what was typed in place of what the file holds.
func (c *corrections) into(src imports.Source) imports.Source {
	lines := slices.Clone(src.Table.Lines)
	for i, line := range lines {
		for column, f := range src.Mapping {
			text, known := c.typed[place{line.Row, f}]
			if !known || slices.Index(src.Mapping, f) != column {
				continue
			}
			cells := make([]sheetin.Cell, len(src.Table.Titles))
			copy(cells, lines[i].Cells)
			if cells[column] = (sheetin.Cell{}); text != "" {
				cells[column] = sheetin.Cell{Text: text, Kind: sheetin.Text}
			}
			lines[i].Cells = cells
		}
	}
	src.Table.Lines = lines
	return src
}

// onto puts the rest onto a plan that was made of such a source.
func (c *corrections) onto(plan *imports.Plan, m imports.Mapping) error {
	rows := map[int]int{}
	for i, row := range plan.Rows() {
		rows[row.Line] = i
	}
	for at, text := range c.typed {
		i, known := rows[at.line]
		if !known || slices.Contains(m, at.field) {
			continue
		}
		if err := plan.Correct(i, at.field, text); err != nil {
			return err
		}
	}
	for line, d := range c.decisions {
		if i, known := rows[line]; known {
			if err := plan.Decide(i, d); err != nil {
				return err
			}
		}
	}
	return nil
}
