package imports_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/imports"
	"saya/data/sheetin"
	"saya/data/store"
	"saya/data/store/storetest"
)

// table makes a table of texts: the first line is the header, cells are parted by |.
func table(t testing.TB, lines ...string) sheetin.Table {
	t.Helper()
	split := func(line string) []string {
		cells := strings.Split(line, "|")
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		return cells
	}
	out := sheetin.Table{Sheet: "1", Header: 1, Height: 1, Titles: split(lines[0])}
	for i, line := range lines[1:] {
		texts := split(line)
		require.Len(t, texts, len(out.Titles), "the cells of line %d", i+2)
		l := sheetin.Line{Row: i + 2}
		for _, s := range texts {
			l.Cells = append(l.Cells, cell(s))
		}
		out.Lines = append(out.Lines, l)
	}
	return out
}

// cell is a text, or with = before it a number.
func cell(s string) sheetin.Cell {
	number, isNumber := strings.CutPrefix(s, "=")
	switch {
	case s == "":
		return sheetin.Cell{}
	case isNumber:
		return sheetin.Cell{Text: number, Kind: sheetin.Number}
	case s == "#N/A":
		return sheetin.Cell{Text: s, Kind: sheetin.Failed}
	}
	return sheetin.Cell{Text: s, Kind: sheetin.Text}
}

func source(t testing.TB, k imports.Kind, lines ...string) imports.Source {
	t.Helper()
	tab := table(t, lines...)
	m := imports.Guess(k, tab.Titles)
	require.NotContains(t, m, imports.Field(""), "every column is understood: %v", tab.Titles)
	return imports.Source{Kind: k, Table: tab, Mapping: m, Today: storetest.Day}
}

func plan(t testing.TB, s *store.Store, k imports.Kind, lines ...string) *imports.Plan {
	t.Helper()
	p, err := imports.NewPlan(t.Context(), s, storetest.Actor(), source(t, k, lines...))
	require.NoError(t, err)
	return p
}

func apply(t testing.TB, s *store.Store, p *imports.Plan) store.BatchID {
	t.Helper()
	id, err := p.Apply(t.Context(), s, storetest.Actor(), nil)
	require.NoError(t, err)
	return id
}

// outcomes are those of the rows, in order.
func outcomes(p *imports.Plan) []imports.Outcome {
	var out []imports.Outcome
	for _, r := range p.Rows() {
		out = append(out, r.Outcome)
	}
	return out
}

func keys(list []*data.Error) []string {
	out := []string{}
	for _, e := range list {
		out = append(out, e.Field+" "+e.Key)
	}
	return out
}

func volunteers(t testing.TB, s *store.Store) []data.Volunteer {
	t.Helper()
	var out []data.Volunteer
	require.NoError(t, s.EachVolunteer(t.Context(), nil, func(v data.Volunteer) error {
		out = append(out, v)
		return nil
	}))
	return out
}
