package check

import (
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

type table struct {
	part    string
	id      string
	name    string
	ref     area
	totals  int // rows of totals
	headers int // rows of headers
	said    string
	columns []tableColumn
	filter  *area
}

type tableColumn struct{ id, name, label, function string }

func (t *table) totalCell(i int) string { return cellName(t.ref.left+i, t.ref.bottom) }

// readTables reads the tables of a sheet and notes which of its cells they
// have to agree with.
func (c *checker) readTables(s *sheet) {
	s.texts, s.totals = map[string]string{}, map[string]bool{}
	for _, id := range slices.Sorted(maps.Keys(c.relations[s.part])) {
		r := c.relations[s.part][id]
		if r.kind != "table" {
			continue
		}
		t := c.readTable(r.target)
		s.tables = append(s.tables, t)
		for i := range t.columns {
			s.texts[cellName(t.ref.left+i, t.ref.top)] = ""
			if t.totals > 0 {
				s.texts[t.totalCell(i)] = ""
				s.totals[t.totalCell(i)] = false
			}
		}
	}
}

func (c *checker) readTable(part string) *table {
	t := &table{part: part, headers: 1}
	c.walk(part, func(e element) {
		switch e.name {
		case "table":
			t.start(c, e)
		case "autoFilter":
			if a, ok := parseArea(e.attr("ref")); ok {
				t.filter = &a
			}
		case "tableColumns":
			t.said = e.attr("count")
		case "tableColumn":
			t.columns = append(t.columns, tableColumn{e.attr("id"), e.attr("name"), e.attr("totalsRowLabel"), e.attr("totalsRowFunction")})
		}
	}, nil)
	return t
}

var tableName = regexp.MustCompile(`^[\pL_\\][\pL\pN_.\\]*$`)

func (t *table) start(c *checker, e element) {
	var ok bool
	if t.ref, ok = parseArea(e.attr("ref")); !ok {
		c.bad(t.part, "lies at %q", e.attr("ref"))
	}
	t.totals, _ = strconv.Atoi(e.attr("totalsRowCount"))
	if e.attr("headerRowCount") == "0" {
		t.headers = 0
	}
	t.name = e.attr("displayName")
	fold := strings.ToLower(t.name)
	if _, _, cell := parseCell(strings.ToUpper(t.name)); cell || !tableName.MatchString(t.name) || c.tableNames[fold] != nil {
		c.bad(t.part, "a table cannot be named %q", t.name)
	}
	for _, other := range c.tableNames {
		if other.id == e.attr("id") {
			c.bad(t.part, "has the id %s of another table", other.id)
		}
	}
	t.id = e.attr("id")
	c.tableNames[fold] = t
}

// checkTables holds each table against the cells under it and its neighbours.
func (c *checker) checkTables(s *sheet, merged []area, filter *area) {
	for i, t := range s.tables {
		c.checkColumns(s, t)
		if t.ref.bottom-t.ref.top+1 < t.headers+t.totals+1 {
			c.bad(t.part, "has no row between header and totals")
		}
		if !s.used.holds(t.ref) {
			c.bad(t.part, "reaches beyond the cells of its sheet")
		}
		body := t.ref
		body.bottom -= t.totals
		if t.filter != nil && *t.filter != body {
			c.bad(t.part, "filters other rows than its own")
		}
		for _, other := range s.tables[:i] {
			if other.ref.meets(t.ref) {
				c.bad(t.part, "overlaps another table")
			}
		}
		for _, m := range merged {
			if m.meets(t.ref) {
				c.bad(t.part, "has merged cells in it")
			}
		}
		if filter != nil && filter.meets(t.ref) {
			c.bad(t.part, "meets a filter of the sheet")
		}
	}
}

func (c *checker) checkColumns(s *sheet, t *table) {
	if n := t.ref.right - t.ref.left + 1; n != len(t.columns) || t.said != strconv.Itoa(n) {
		c.bad(t.part, "has %d columns, says %s, lies over %d", len(t.columns), t.said, n)
	}
	names, ids := map[string]bool{}, map[string]bool{}
	for i, col := range t.columns {
		fold := strings.ToLower(col.name)
		if col.name == "" || names[fold] || ids[col.id] || utf16Units(col.name) > 255 {
			c.bad(t.part, "a column cannot be named %q, or its id %s is taken", col.name, col.id)
		}
		names[fold], ids[col.id] = true, true
		if head := s.texts[cellName(t.ref.left+i, t.ref.top)]; t.headers > 0 && head != col.name {
			c.bad(t.part, "the header of column %q is %q", col.name, head)
		}
		if t.totals == 0 {
			continue
		}
		if label := s.texts[t.totalCell(i)]; col.label != label {
			c.bad(t.part, "the label under column %q is %q, the cell says %q", col.name, col.label, label)
		}
		if col.function != "" && !s.totals[t.totalCell(i)] {
			c.bad(t.part, "the cell under column %q has no formula", col.name)
		}
	}
}
