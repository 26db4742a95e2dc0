package imports

import (
	"slices"

	"saya/data/sheetin"
)

// layout tells what the cells of a row are. It never changes, so that rows can be read while their plan works.
type layout struct {
	table   sheetin.Table // without its lines
	names   []Field       // of the fields
	looks   []look        // likewise
	columns [][]int       // likewise; those from len(table.Titles) on hold what was filled in by hand
}

func newLayout[T any](src Source, fields []field[T]) *layout {
	l := &layout{table: src.Table, columns: make([][]int, len(fields))}
	l.table.Lines = nil
	for i, f := range fields {
		l.names, l.looks = append(l.names, f.name), append(l.looks, f.look)
		for c, name := range src.Mapping {
			if f.read != nil && name == f.name && c < len(src.Table.Titles) {
				l.columns[i] = append(l.columns[i], c)
			}
		}
	}
	return l
}

// with is a layout in which the field at, which has no column, has the next one after those of the table.
func (l *layout) with(at int) *layout {
	wider := *l
	wider.columns = slices.Clone(l.columns)
	wider.columns[at] = []int{l.width()}
	return &wider
}

// width is how many cells a row has at most.
func (l *layout) width() int {
	n := len(l.table.Titles)
	for _, columns := range l.columns {
		for _, c := range columns {
			n = max(n, c+1)
		}
	}
	return n
}

// Texts are what stands in the mapped cells of the row now, by column of the table, corrections included; days and
// times of serials as ISO.
func (r Row) Texts() []string {
	titles := len(r.layout.table.Titles)
	out := make([]string, titles)
	for f, columns := range r.layout.columns {
		for _, c := range columns {
			if c < len(r.cells) && c < titles {
				out[c] = r.layout.shown(r.layout.looks[f], r.cells[c])
			}
		}
	}
	return out
}

// Extra is what was filled in for fields without a column, see [Plan.Correct].
func (r Row) Extra() map[Field]string {
	out := map[Field]string{}
	for f, columns := range r.layout.columns {
		for _, c := range columns {
			if c >= len(r.layout.table.Titles) && c < len(r.cells) && r.cells[c].Kind != sheetin.Empty {
				out[r.layout.names[f]] = r.cells[c].Text
			}
		}
	}
	return out
}

func (l *layout) shown(as look, c sheetin.Cell) string {
	if c.Kind != sheetin.Number || as == asText {
		return c.Text
	}
	if d, ok := l.table.Date(c); as == asDay && ok {
		return string(d)
	}
	if as == asTime {
		return moment(&l.table, c)
	}
	return c.Text
}
