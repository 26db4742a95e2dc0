package imports

import (
	"context"
	"fmt"
	"slices"

	"saya/data"
	"saya/data/sheetin"
)

func (b *book[T]) correct(ctx context.Context, i int, f Field, text string) error {
	column, ok := b.columnOf(f)
	if !ok {
		return &data.Error{Code: data.Invalid, Field: string(f), Key: "imports.no_column"}
	}
	cells := make([]sheetin.Cell, b.layout.width())
	copy(cells, b.outcome[i].cells)
	cells[column] = sheetin.Cell{Text: text, Kind: sheetin.Text}
	if text == "" {
		cells[column] = sheetin.Cell{}
	}
	b.outcome[i].cells, b.outcome[i].layout = cells, b.layout
	b.forget(i)
	if err := b.look(ctx, []int{i}); err != nil {
		unknown := []*data.Error{{Code: data.Invalid, Field: string(f), Key: "imports.not_compared"}}
		b.lines[i].said = &said{unread: unknown}
		b.reject(i, unknown)
		return fmt.Errorf("planning a corrected row: %w", err)
	}
	return b.settle(ctx)
}

// columnOf is the first column of a field. A field that the file has none for gets one after those of the table.
func (b *book[T]) columnOf(f Field) (column int, ok bool) {
	at := slices.IndexFunc(b.fields, func(own field[T]) bool { return own.name == f && own.read != nil })
	if at < 0 {
		return 0, false
	}
	if len(b.layout.columns[at]) == 0 {
		b.layout = b.layout.with(at)
	}
	return b.layout.columns[at][0], true
}

// forget takes a row out of all that was found of it.
func (b *book[T]) forget(i int) {
	for a, row := range b.aliases {
		if row == i {
			b.aliases[a] = -1
		}
	}
	delete(b.above, i)
	delete(b.known, i)
	for j, above := range b.above {
		b.above[j] = slices.DeleteFunc(above, func(t twin) bool { return t.row == i })
	}
	b.lines[i] = line{decision: b.lines[i].decision}
}

func (b *book[T]) decide(ctx context.Context, i int, d Decision) error {
	if d.New && d.Over == nil {
		for _, c := range b.outcome[i].Candidates {
			d.Over = append(d.Over, c.ID)
		}
	}
	b.lines[i].decision = d
	return b.settle(ctx)
}
