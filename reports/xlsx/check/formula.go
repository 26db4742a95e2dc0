package check

import (
	"maps"
	"regexp"
	"slices"
	"strings"
)

var (
	tableReference = regexp.MustCompile(`([\pL_][\pL\pN_.]*)\[([^\]]*)\]`)
	cellReference  = regexp.MustCompile(`\$?[A-Z]{1,3}\$?[0-9]+(:\$?[A-Z]{1,3}\$?[0-9]+)?`)
)

// checkFormulas holds that formulas speak of cells and tables that are there.
func (c *checker) checkFormulas() {
	for _, f := range c.formulas {
		for _, m := range tableReference.FindAllStringSubmatch(f.text, -1) {
			if t := c.tableNames[strings.ToLower(m[1])]; t == nil || !t.hasColumn(m[2]) {
				c.bad(f.part, "%s refers to %s, which is not there", f.cell, m[0])
			}
		}
		rest := tableReference.ReplaceAllString(f.text, "")
		if rest == "" || strings.Count(rest, "(") != strings.Count(rest, ")") {
			c.bad(f.part, "%s has the formula %q", f.cell, f.text)
		}
		for _, ref := range cellReference.FindAllString(rest, -1) {
			if a, ok := parseArea(ref); !ok || !c.sheets[f.part].used.holds(a) {
				c.bad(f.part, "%s refers to %s outside the sheet's cells", f.cell, ref)
			}
		}
	}
}

func (t *table) hasColumn(name string) bool {
	return slices.ContainsFunc(t.columns, func(c tableColumn) bool { return c.name == name })
}

// checkOffers holds that drop-downs offer cells that are there.
func (c *checker) checkOffers() {
	for _, f := range c.offers {
		if !c.holds(f.text) {
			c.bad(f.part, "%s offers %s, which is not there", f.cell, f.text)
		}
	}
}

// checkCharts holds that drawings lead to charts and charts to cells.
func (c *checker) checkCharts() {
	for _, part := range slices.Sorted(maps.Keys(c.parts)) {
		switch {
		case strings.HasPrefix(part, "xl/drawings/drawing"):
			c.walk(part, func(e element) {
				if e.name == "chart" && e.parent == "graphicData" {
					c.follow(part, e.attr("id"), "chart")
				}
			}, nil)
		case strings.HasPrefix(part, "xl/charts/chart"):
			c.walk(part, nil, func(name, content string) {
				if name == "f" {
					c.checkChartRange(part, content)
				}
			})
		}
	}
}

func (c *checker) checkChartRange(part, ref string) {
	if !c.holds(ref) {
		c.bad(part, "draws %s, which is not there", ref)
	}
}

// holds tells whether cells of a sheet that are referred to are there.
func (c *checker) holds(ref string) bool {
	name, rest, ok := splitSheet(ref)
	s := c.sheetNamed(name)
	a, isArea := parseArea(rest)
	return ok && s != nil && isArea && s.used.holds(a)
}
