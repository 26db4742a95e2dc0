package store

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/jmoiron/sqlx"

	"saya/data"
)

// read returns what fn finds on one snapshot of a file.
func read[T any](ctx context.Context, f *file, fn func(q *sqlx.Tx) (T, error)) (out T, err error) {
	err = f.view(ctx, func(q *sqlx.Tx) error {
		out, err = fn(q)
		return err
	})
	return out, err
}

// query builds the statement that lists the ids of a filter. Texts of people are only ever bound parameters.
type query struct {
	from  string
	conds []string
	args  []any
	order string
	limit int
}

func (b *query) and(cond string, args ...any) {
	b.conds = append(b.conds, cond)
	b.args = append(b.args, args...)
}

// in narrows to any of the values, when there are some.
func in[T any](b *query, column string, values []T) {
	if len(values) == 0 {
		return
	}
	args := make([]any, len(values))
	for i, v := range values {
		args[i] = v
	}
	b.and(column+" IN ("+marks(len(values))+")", args...)
}

// listed narrows to rows whose JSON list holds any of the codes.
func (b *query) listed(column string, codes []string) {
	if len(codes) == 0 {
		return
	}
	args := make([]any, len(codes))
	for i, c := range codes {
		args[i] = `%"` + c + `"%`
	}
	cond := strings.TrimPrefix(strings.Repeat(" OR "+column+" LIKE ?", len(codes)), " OR ")
	b.and("("+cond+")", args...)
}

func marks(n int) string { return strings.TrimSuffix(strings.Repeat("?,", n), ",") }

// days narrows to a closed period with open ends.
func (b *query) days(column string, p data.Period) {
	if p.From != "" {
		b.and(column+" >= ?", p.From)
	}
	if p.To != "" {
		b.and(column+" <= ?", p.To)
	}
}

// ref narrows to rows that point at an id, when one is given.
func (b *query) ref(column string, id int64) {
	if id != 0 {
		b.and(column+" = ?", id)
	}
}

// orderBy sets the order: columns are made descending together, the id keeps equal rows in place.
func (b *query) orderBy(desc bool, columns ...string) {
	dir := ""
	if desc {
		dir = " DESC"
	}
	b.order = strings.Join(append(columns, "id"), dir+", ") + dir
}

// text is the statement that lists the ids, and its parameters.
func (b *query) text() (string, []any) {
	text := "SELECT id FROM " + b.from
	if len(b.conds) > 0 {
		text += " WHERE " + and(b.conds)
	}
	text += " ORDER BY " + b.order
	if b.limit > 0 {
		text += fmt.Sprintf(" LIMIT %d", b.limit)
	}
	return text, b.args
}

func (b *query) ids(ctx context.Context, q sqlx.QueryerContext) (ids []int64, err error) {
	text, args := b.text()
	rows, err := q.QueryxContext(ctx, text, args...)
	if err != nil {
		return nil, fmt.Errorf("listing %s: %w", b.from, err)
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	ids = []int64{}
	for rows.Next() { // by hand: a hundred thousand ids are nothing out of the ordinary
		var id int64
		if err := rows.Scan(&id); err != nil {
			return nil, fmt.Errorf("listing %s: %w", b.from, err)
		}
		ids = append(ids, id)
	}
	return ids, rows.Err()
}

// count counts the rows of the query.
func (b *query) count(ctx context.Context, q sqlx.QueryerContext) (n int, err error) {
	text := "SELECT count(*) FROM " + b.from
	if len(b.conds) > 0 {
		text += " WHERE " + and(b.conds)
	}
	if err := sqlx.GetContext(ctx, q, &n, text, b.args...); err != nil {
		return 0, fmt.Errorf("counting %s: %w", b.from, err)
	}
	return n, nil
}

// sortColumn is the collation key of the language's alphabet.
func sortColumn(lang string) string {
	if lang == "kk" {
		return "sort_kk"
	}
	return "sort_ru"
}

// nameOrder are the columns that order records by a name that they have in each language: those with one in English by
// it, for which there is no collation key.
func nameOrder(lang, column string) []string {
	if lang != "en" {
		return []string{sortColumn(lang)}
	}
	english := "json_extract(" + column + ", '$.en')"
	return []string{english + " IS NULL", english + " COLLATE NOCASE", sortColumn(lang)}
}

// atOnce is how many ids one statement takes; SQLite allows some 32,000 parameters.
const atOnce = 1000

// chunk reads rows by id in the order of ids; ids that are gone are left out. text has one %s for the place of the ids.
func chunk[T any](ctx context.Context, q sqlx.QueryerContext, ids []int64, id func(T) int64, text string, args ...any) ([]T, error) {
	byID := make(map[int64]T, len(ids))
	for some := range slices.Chunk(ids, atOnce) {
		all := slices.Clone(args)
		for _, i := range some {
			all = append(all, i)
		}
		var rows []T
		if err := sqlx.SelectContext(ctx, q, &rows, fmt.Sprintf(text, marks(len(some))), all...); err != nil {
			return nil, fmt.Errorf("reading rows: %w", err)
		}
		for _, r := range rows {
			byID[id(r)] = r
		}
	}
	out := make([]T, 0, len(byID))
	for _, i := range ids {
		if r, ok := byID[i]; ok {
			out = append(out, r)
		}
	}
	return out, nil
}

func and(conds []string) string { return strings.Join(conds, " AND ") }

func or(conds []string) string { return strings.Join(conds, " OR ") }
