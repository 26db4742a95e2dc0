package imports

import (
	"slices"

	"saya/data/sheetin"
)

// WithAll returns a source in which a field holds one text in every row, as lists that name the event above the table
// leave it out of their rows: in a column of its own behind those of the table, in place of any that the field had.
func (s Source) WithAll(f Field, title, text string) Source {
	titles := append(slices.Clone(s.Table.Titles), title)
	mapping := make(Mapping, len(titles))
	copy(mapping, s.Mapping)
	for i, other := range mapping {
		if other == f {
			mapping[i] = ""
		}
	}
	mapping[len(titles)-1] = f
	lines := slices.Clone(s.Table.Lines)
	for i, line := range lines {
		lines[i].Cells = make([]sheetin.Cell, len(titles))
		copy(lines[i].Cells, line.Cells)
		lines[i].Cells[len(titles)-1] = sheetin.Cell{Text: text, Kind: sheetin.Text}
	}
	s.Table.Titles, s.Table.Lines, s.Mapping = titles, lines, mapping
	return s
}
