package imports

import (
	"context"
	"fmt"
	"slices"

	"saya/data"
	"saya/data/sheetin"
)

func (b *book[T]) correct(ctx context.Context, i int, f Field, text string) error {
	column := slices.Index(b.src.Mapping, f)
	if column < 0 || column >= len(b.src.Table.Titles) {
		return &data.Error{Code: data.Invalid, Field: string(f), Key: "imports.no_column"}
	}
	cells := make([]sheetin.Cell, len(b.src.Table.Titles))
	copy(cells, b.cells[i])
	cells[column] = sheetin.Cell{Text: text, Kind: sheetin.Text}
	b.cells[i] = cells
	b.forget(i)
	b.outcome[i].Texts = b.texts(i)
	if err := b.look(ctx, []int{i}); err != nil {
		return fmt.Errorf("planning a corrected row: %w", err)
	}
	return b.settle(ctx)
}

// forget takes a row out of all that was found of it.
func (b *book[T]) forget(i int) {
	for a, row := range b.aliases {
		if row == i {
			b.aliases[a] = -1
		}
	}
	for j := range b.lines {
		b.lines[j].above = slices.DeleteFunc(b.lines[j].above, func(t twin) bool { return t.row == i })
	}
	b.lines[i] = line{decision: b.lines[i].decision}
}

func (b *book[T]) decide(ctx context.Context, i int, d Decision) error {
	b.lines[i].decision = d
	return b.settle(ctx)
}
