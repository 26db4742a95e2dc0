package check

import (
	"strconv"
	"strings"
)

const (
	bookPart    = "xl/workbook.xml"
	stringsPart = "xl/sharedStrings.xml"
	stylesPart  = "xl/styles.xml"
	maxCell     = 32767
)

func (c *checker) readStrings() {
	c.walk(stringsPart, func(e element) {
		switch e.name {
		case "sst":
			c.counted = [2]string{e.attr("count"), e.attr("uniqueCount")}
		case "si":
			c.strings = append(c.strings, "")
		}
	}, func(name, content string) {
		if name != "t" || len(c.strings) == 0 {
			return
		}
		last := len(c.strings) - 1
		c.strings[last] += content
		if utf16Units(c.strings[last]) > maxCell {
			c.bad(stringsPart, "text %d is too long for a cell", last)
		}
	})
}

func (c *checker) checkStringCounts() {
	if c.parts[stringsPart] == nil {
		return
	}
	if c.counted[0] != strconv.Itoa(c.shown) {
		c.bad(stringsPart, "counts %s uses, the sheets have %d", c.counted[0], c.shown)
	}
	if c.counted[1] != strconv.Itoa(len(c.strings)) {
		c.bad(stringsPart, "counts %s texts, has %d", c.counted[1], len(c.strings))
	}
}

// checkStyles holds that cell formats refer to fonts, fills, borders and number
// formats that exist, and that lists are as long as they say.
func (c *checker) checkStyles() {
	sizes, said := map[string]int{}, map[string]string{}
	numbers := map[string]bool{}
	var formats []element
	c.walk(stylesPart, func(e element) {
		switch e.depth {
		case 1:
			said[e.name] = e.attr("count")
		case 2:
			sizes[e.parent]++
			if e.parent == "cellXfs" {
				formats = append(formats, e)
			}
			if e.parent == "numFmts" {
				numbers[e.attr("numFmtId")] = true
			}
		}
	}, nil)
	for _, list := range []string{"numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs"} {
		if n := said[list]; n != "" && n != strconv.Itoa(sizes[list]) {
			c.bad(stylesPart, "%s counts %s, has %d", list, n, sizes[list])
		}
	}
	c.formats = sizes["cellXfs"]
	for i, f := range formats {
		for attr, list := range map[string]string{"fontId": "fonts", "fillId": "fills", "borderId": "borders", "xfId": "cellStyleXfs"} {
			if n := f.attr(attr); n != "" && !below(n, sizes[list]) {
				c.bad(stylesPart, "format %d has %s %s of %d", i, attr, n, sizes[list])
			}
		}
		// Numbers below 164 are built into Excel.
		if n := f.attr("numFmtId"); n != "" && !below(n, 164) && !numbers[n] {
			c.bad(stylesPart, "format %d has number format %s, which is not there", i, n)
		}
	}
}

// below reports whether s is a number from 0 to before n.
func below(s string, n int) bool {
	i, err := strconv.Atoi(s)
	return err == nil && i >= 0 && i < n
}

// readSheets reads the names of the sheets and what of the workbook refers to
// them.
func (c *checker) readSheets() {
	names, ids := map[string]bool{}, map[string]bool{}
	c.walk(bookPart, func(e element) {
		if e.name != "sheet" || e.parent != "sheets" {
			return
		}
		name, id := e.attr("name"), e.attr("sheetId")
		fold := strings.ToLower(name)
		if !validName(name) || names[fold] {
			c.bad(bookPart, "a sheet cannot be named %q", name)
		}
		if ids[id] {
			c.bad(bookPart, "two sheets have the id %s", id)
		}
		names[fold], ids[id] = true, true
		s := &sheet{part: c.follow(bookPart, e.attr("id"), "worksheet"), name: name}
		c.order = append(c.order, s)
		if s.part != "" {
			c.sheets[s.part] = s
		}
	}, nil)
	if len(c.order) == 0 {
		c.bad(bookPart, "has no sheets")
	}
}

func validName(name string) bool {
	return name != "" && utf16Units(name) <= 31 && !strings.ContainsAny(name, `:\/?*[]`) &&
		!strings.HasPrefix(name, "'") && !strings.HasSuffix(name, "'") && !strings.EqualFold(name, "history")
}

// sheetNamed returns the sheet of a name, nil when there is none.
func (c *checker) sheetNamed(name string) *sheet {
	for _, s := range c.order {
		if s.name == name {
			return s
		}
	}
	return nil
}

// checkNames holds that printed headers and other defined names lie in sheets.
func (c *checker) checkNames() {
	var names []element
	seen := map[string]bool{}
	c.walk(bookPart, func(e element) {
		if e.name != "definedName" {
			return
		}
		names = append(names, e)
		key := strings.ToLower(e.attr("name")) + " " + e.attr("localSheetId")
		if seen[key] {
			c.bad(bookPart, "the name %s is there twice", e.attr("name"))
		}
		seen[key] = true
	}, func(name, content string) {
		if name == "definedName" {
			c.checkName(names[len(names)-1], content)
		}
	})
}

func (c *checker) checkName(e element, ref string) {
	name, local := e.attr("name"), e.attr("localSheetId")
	if local != "" && !below(local, len(c.order)) {
		c.bad(bookPart, "the name %s belongs to sheet %s of %d", name, local, len(c.order))
		return
	}
	title, rest, ok := splitSheet(ref)
	s := c.sheetNamed(title)
	if !ok || s == nil {
		c.bad(bookPart, "the name %s leads to no sheet: %s", name, ref)
		return
	}
	if name != "_xlnm.Print_Titles" {
		return
	}
	first, last, _ := strings.Cut(strings.ReplaceAll(rest, "$", ""), ":")
	top, err := strconv.Atoi(first)
	bottom, err2 := strconv.Atoi(last)
	if err != nil || err2 != nil || top < 1 || top > bottom || bottom > s.used.bottom {
		c.bad(bookPart, "the repeated rows %s are not in the sheet", rest)
	}
	if local == "" || c.order[mustInt(local)] != s {
		c.bad(bookPart, "the repeated rows %s are of another sheet", ref)
	}
}

func mustInt(s string) int {
	n, _ := strconv.Atoi(s) // checked by below
	return n
}
