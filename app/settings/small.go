package settings

import (
	"context"
	"slices"
	"strings"

	"saya/app/list"
	"saya/data"
	"saya/data/fold"
	"saya/widgets"
)

// small is a list of so few rows that all of them are read for each question, and searched in their texts.
type small[R any] struct {
	load  func(ctx context.Context, chip string) ([]R, error)
	id    func(R) int64
	cells func(R) []widgets.Cell
}

// source is for [list.Config].
func (s small[R]) source(q list.Query) list.Source {
	return list.Source{
		IDs: func(ctx context.Context) ([]int64, error) {
			rows, err := s.load(ctx, q.Chip)
			ids := []int64{}
			for _, r := range rows {
				if s.found(r, fold.Key(q.Search)) {
					ids = append(ids, s.id(r))
				}
			}
			return ids, err
		},
		Cells: func(ctx context.Context, ids []int64) ([][]widgets.Cell, error) {
			rows, err := s.load(ctx, q.Chip)
			return list.Arrange(ids, rows, s.id, s.cells), err
		},
	}
}

func (s small[R]) found(r R, query string) bool {
	return slices.ContainsFunc(s.cells(r), func(c widgets.Cell) bool { return strings.Contains(fold.Key(c.Text), query) })
}

// find is one of the rows; false when it is gone.
func (s small[R]) find(ctx context.Context, id int64) (found R, ok bool, err error) {
	rows, err := s.load(ctx, chipAll)
	i := slices.IndexFunc(rows, func(r R) bool { return s.id(r) == id })
	if err != nil || i < 0 {
		return found, false, err
	}
	return rows[i], true, nil
}

func gone() error { return &data.Error{Code: data.NotFound, Key: "errors.not_found"} }
