package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/jmoiron/sqlx"
	"github.com/jmoiron/sqlx/reflectx"

	"saya/data"
)

// column is one column of a table and where its value stands in the Go struct.
type column struct {
	name  string
	index []int
	ref   bool // a foreign key: 0 in Go is NULL in the file
}

// shape is what reading and journaling a table needs to know, whatever its Go type.
type shape struct {
	name    Table
	columns []column // without id, version and the computed keys
	id      []int    // where the struct keeps its id, nil if it has none
	version []int    // likewise; entities without one are saved unconditionally
	list    string   // the columns for a SELECT of the struct
	listed  []column // likewise
	adding  string   // the INSERT of the columns, the version, the computed keys and the id
}

// table is a shape with the Go type of its rows.
type table[T any] struct {
	shape
	keys func(T) keys // nil when rows are neither searched nor ordered by name
	// names of the computed keys
	keyNames []string
}

// newTable reads the columns from the db tags of T.
func newTable[T any](name Table, keysOf func(T) keys) *table[T] {
	t := &table[T]{shape: shape{name: name}, keys: keysOf}
	mapper := reflectx.NewMapperFunc("db", strings.ToLower)
	var list []string
	for _, f := range mapper.TypeMap(reflect.TypeFor[T]()).Index {
		if f.Embedded || strings.Contains(f.Path, ".") || f.Path == "" {
			continue
		}
		c := column{name: f.Path, index: f.Index, ref: strings.HasSuffix(f.Path, "_id")}
		switch {
		case c.name == "id":
			t.id = f.Index
		case c.name == "version":
			t.version = f.Index
		default:
			t.columns = append(t.columns, c)
		}
		list, t.listed = append(list, c.selected()), append(t.listed, c)
	}
	t.list = strings.Join(list, ", ")
	t.keyNames = slices.Sorted(maps.Keys(t.computed(new(T))))
	t.adding = inserting(name, slices.Concat(t.names(), []string{"version"}, t.keyNames, []string{"id"}))
	return t
}

func (s *shape) names() []string {
	out := make([]string, len(s.columns))
	for i, c := range s.columns {
		out[i] = c.name
	}
	return out
}

func inserting(t Table, names []string) string {
	return "INSERT INTO " + string(t) + " (" + strings.Join(names, ", ") + ") VALUES (" + marks(len(names)) + ")"
}

func (c column) selected() string {
	if c.ref {
		return fmt.Sprintf("coalesce(%s, 0) AS %s", c.name, c.name)
	}
	return c.name
}

// get reads one row; a missing one is [data.NotFound].
func (t *table[T]) get(ctx context.Context, q sqlx.QueryerContext, id int64) (T, error) {
	var row T
	err := sqlx.GetContext(ctx, q, &row, "SELECT "+t.list+" FROM "+string(t.name)+" WHERE id = ?", id)
	if errors.Is(err, sql.ErrNoRows) {
		return row, &data.Error{Code: data.NotFound, Key: "errors.not_found"}
	}
	if err != nil {
		return row, fmt.Errorf("reading one of %s: %w", t.name, err)
	}
	return row, nil
}

// where reads the rows of a condition with its order, such as "event_id = ? ORDER BY id".
func (t *table[T]) where(ctx context.Context, q sqlx.QueryerContext, cond string, args ...any) ([]T, error) {
	var rows []T
	err := sqlx.SelectContext(ctx, q, &rows, "SELECT "+t.list+" FROM "+string(t.name)+" WHERE "+cond, args...)
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", t.name, err)
	}
	return rows, nil
}

// values are the columns of a row as the driver stores them: nil, int64 or string.
func (t *table[T]) values(row *T) ([]any, error) {
	v := reflect.ValueOf(row).Elem()
	out := make([]any, len(t.columns), len(t.columns)+2+len(t.keyNames))
	for i, c := range t.columns {
		x, err := stored(v.FieldByIndex(c.index))
		if err != nil {
			return nil, fmt.Errorf("encoding %s.%s: %w", t.name, c.name, err)
		}
		if c.ref && x == int64(0) {
			x = nil
		}
		out[i] = x
	}
	return out, nil
}

func stored(v reflect.Value) (any, error) {
	switch v.Kind() { // types with a word for each value, such as days, are stored as that word
	case reflect.String:
		return v.String(), nil
	case reflect.Bool:
		if v.Bool() {
			return int64(1), nil
		}
		return int64(0), nil
	case reflect.Int, reflect.Int64:
		return v.Int(), nil
	}
	if valuer, ok := v.Interface().(driver.Valuer); ok {
		return valuer.Value()
	}
	return nil, fmt.Errorf("no column type for %s", v.Type())
}

// current reads the stored columns and the version of a row; ok is false when there is none.
func (s *shape) current(ctx context.Context, q sqlx.QueryerContext, id int64) (row map[string]any, ok bool, err error) {
	names := append(s.names(), "version")
	rows, err := q.QueryxContext(ctx, "SELECT "+strings.Join(names, ", ")+" FROM "+string(s.name)+" WHERE id = ?", id)
	if err != nil {
		return nil, false, fmt.Errorf("reading one of %s: %w", s.name, err)
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	if !rows.Next() {
		return nil, false, rows.Err()
	}
	row = make(map[string]any, len(names))
	if err := rows.MapScan(row); err != nil {
		return nil, false, fmt.Errorf("reading one of %s: %w", s.name, err)
	}
	return row, true, nil
}

// encodeRow and decodeRow keep stored columns in the journal. Columns hold only nil, int64 and string.
func encodeRow(row map[string]any) (string, error) {
	if row == nil {
		return "", nil
	}
	b, err := json.Marshal(row)
	if err != nil {
		return "", fmt.Errorf("encoding a journal record: %w", err)
	}
	return string(b), nil
}

func decodeRow(s string) (map[string]any, error) {
	if s == "" {
		return nil, nil
	}
	d := json.NewDecoder(strings.NewReader(s))
	d.UseNumber()
	var row map[string]any
	if err := d.Decode(&row); err != nil {
		return nil, fmt.Errorf("decoding a journal record: %w", err)
	}
	for k, v := range row {
		n, ok := v.(json.Number)
		if !ok {
			continue
		}
		i, err := n.Int64()
		if err != nil {
			return nil, fmt.Errorf("decoding a journal record: %w", err)
		}
		row[k] = i
	}
	return row, nil
}
