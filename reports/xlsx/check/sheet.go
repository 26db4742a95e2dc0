package check

import (
	"maps"
	"slices"
	"strconv"
	"strings"
)

// sheetOrder is the order of elements in a sheet, ECMA-376 part 1, 18.3.1.99.
const sheetOrder = "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst"

type sheet struct {
	part   string
	name   string
	used   area              // cells that are there
	texts  map[string]string // texts of the cells that tables want
	totals map[string]bool   // cells with a formula, of those that tables want
	tables []*table
}

// sheetReader walks one sheet.
type sheetReader struct {
	*checker
	*sheet
	order            []string
	at               int // place of the last element in the order
	row, col         int
	lastCol          int // of <cols>
	ref, kind        string
	dimension        string
	merged           []area
	filter           *area
	children, counts map[string]int
}

func (c *checker) checkSheet(s *sheet) {
	c.readTables(s)
	r := &sheetReader{
		checker: c, sheet: s, order: strings.Fields(sheetOrder), at: -1,
		children: map[string]int{}, counts: map[string]int{},
	}
	c.walk(s.part, r.start, r.text)
	if d, ok := parseArea(r.dimension); !ok || s.used.right > 0 && d != s.used {
		c.bad(s.part, "says it uses %s, uses %s:%s", r.dimension, cellName(s.used.left, s.used.top), cellName(s.used.right, s.used.bottom))
	}
	for _, list := range slices.Sorted(maps.Keys(r.counts)) {
		if r.counts[list] != r.children[list] {
			c.bad(s.part, "%s counts %d, has %d", list, r.counts[list], r.children[list])
		}
	}
	c.checkTables(s, r.merged, r.filter)
}

func (r *sheetReader) start(e element) {
	if e.depth == 1 {
		r.checkOrder(e.name)
		if n, err := strconv.Atoi(e.attr("count")); err == nil {
			r.counts[e.name] = n
		}
	}
	if e.depth == 2 {
		r.children[e.parent]++
	}
	switch e.name {
	case "dimension":
		r.dimension = e.attr("ref")
	case "col":
		r.checkColumn(e)
	case "row":
		r.startRow(e)
	case "c":
		r.startCell(e)
	case "mergeCell":
		r.merge(e.attr("ref"))
	case "autoFilter":
		if a, ok := parseArea(e.attr("ref")); ok {
			r.filter = &a
		}
	case "drawing":
		r.follow(r.part, e.attr("id"), "drawing")
	case "tablePart":
		r.follow(r.part, e.attr("id"), "table")
	case "ignoredError":
		r.checkRange(e.attr("sqref"))
	case "dataValidation":
		r.checkRange(e.attr("sqref"))
		r.ref = e.attr("sqref")
	}
}

func (r *sheetReader) checkOrder(name string) {
	at := slices.Index(r.order, name)
	if at < 0 {
		r.bad(r.part, "<%s> is no part of a sheet", name)
		return
	}
	if at <= r.at && name != "conditionalFormatting" {
		r.bad(r.part, "<%s> stands too late", name)
	}
	r.at = at
}

func (r *sheetReader) checkColumn(e element) {
	from, err := strconv.Atoi(e.attr("min"))
	to, err2 := strconv.Atoi(e.attr("max"))
	if err != nil || err2 != nil || from <= r.lastCol || to < from || to > 16384 {
		r.bad(r.part, "columns %s to %s after column %d", e.attr("min"), e.attr("max"), r.lastCol)
	}
	r.lastCol = to
}

func (r *sheetReader) startRow(e element) {
	row, err := strconv.Atoi(e.attr("r"))
	if err != nil || row <= r.row || row > 1048576 {
		r.bad(r.part, "row %q after row %d", e.attr("r"), r.row)
	}
	r.row, r.col = row, 0
}

func (r *sheetReader) startCell(e element) {
	r.ref, r.kind = e.attr("r"), e.attr("t")
	col, row, ok := parseCell(r.ref)
	if !ok || row != r.row || col <= r.col {
		r.bad(r.part, "cell %q in row %d after column %d", r.ref, r.row, r.col)
	}
	r.col = col
	r.used.grow(col, row)
	if s := e.attr("s"); s != "" && !below(s, r.formats) {
		r.bad(r.part, "%s has style %s of %d", r.ref, s, r.formats)
	}
	switch r.kind {
	case "", "n", "s", "b", "e", "str", "inlineStr", "d":
	default:
		r.bad(r.part, "%s has the unknown type %q", r.ref, r.kind)
	}
}

// text takes the formula and the value of the cell in hand.
func (r *sheetReader) text(name, content string) {
	switch name {
	case "f":
		r.formulas = append(r.formulas, formula{r.part, r.ref, content})
		if _, wanted := r.totals[r.ref]; wanted {
			r.totals[r.ref] = true
		}
	case "v":
		r.value(content)
	case "formula1":
		r.offers = append(r.offers, formula{r.part, r.ref, content})
	}
}

func (r *sheetReader) value(content string) {
	switch r.kind {
	case "s":
		r.shown++
		if !below(content, len(r.strings)) {
			r.bad(r.part, "%s shows text %s of %d", r.ref, content, len(r.strings))
			return
		}
		if _, wanted := r.texts[r.ref]; wanted {
			r.texts[r.ref] = r.strings[mustInt(content)]
		}
	case "", "n":
		if _, err := strconv.ParseFloat(content, 64); err != nil {
			r.bad(r.part, "%s holds %q, which is no number", r.ref, content)
		}
	}
}

func (r *sheetReader) merge(ref string) {
	a, ok := parseArea(ref)
	if !ok {
		r.bad(r.part, "merged cells at %q", ref)
	}
	for _, b := range r.merged {
		if a.meets(b) {
			r.bad(r.part, "merged cells %s overlap others", ref)
		}
	}
	r.merged = append(r.merged, a)
}

func (r *sheetReader) checkRange(refs string) {
	for ref := range strings.FieldsSeq(refs) {
		if _, ok := parseArea(ref); !ok {
			r.bad(r.part, "%q is no range", ref)
		}
	}
}
