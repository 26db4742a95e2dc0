package check

import (
	"strconv"
	"strings"
)

// area is a rectangle of cells, both ends in it, counted from 1.
type area struct{ left, top, right, bottom int }

func (a area) meets(b area) bool {
	return a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom
}

func (a area) holds(b area) bool {
	return a.left <= b.left && b.right <= a.right && a.top <= b.top && b.bottom <= a.bottom
}

// grow makes the area hold a cell; the zero area holds none.
func (a *area) grow(col, row int) {
	if a.right == 0 {
		*a = area{col, row, col, row}
		return
	}
	*a = area{min(a.left, col), min(a.top, row), max(a.right, col), max(a.bottom, row)}
}

// parseArea reads "B3", "A1:C9" and the same with dollar signs.
func parseArea(ref string) (area, bool) {
	from, to, two := strings.Cut(strings.ReplaceAll(ref, "$", ""), ":")
	if !two {
		to = from
	}
	left, top, ok := parseCell(from)
	right, bottom, alsoOK := parseCell(to)
	return area{left, top, right, bottom}, ok && alsoOK && left <= right && top <= bottom
}

func parseCell(ref string) (col, row int, ok bool) {
	digits := strings.TrimLeft(ref, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
	letters := ref[:len(ref)-len(digits)]
	if letters == "" || len(letters) > 3 || strings.HasPrefix(digits, "0") {
		return 0, 0, false
	}
	for _, r := range letters {
		col = col*26 + int(r-'A') + 1
	}
	row, err := strconv.Atoi(digits)
	return col, row, err == nil && row > 0 && row <= 1048576 && col <= 16384
}

func cellName(col, row int) string {
	name := ""
	for ; col > 0; col = (col - 1) / 26 {
		name = string(rune('A'+(col-1)%26)) + name
	}
	return name + strconv.Itoa(row)
}

// splitSheet cuts 'A sheet'!$A$1:$B$2 into the sheet's name and the rest.
func splitSheet(ref string) (sheet, rest string, ok bool) {
	i := strings.LastIndexByte(ref, '!')
	if i < 1 {
		return "", "", false
	}
	sheet = ref[:i]
	if len(sheet) > 1 && sheet[0] == '\'' && sheet[len(sheet)-1] == '\'' {
		sheet = strings.ReplaceAll(sheet[1:len(sheet)-1], "''", "'")
	}
	return sheet, ref[i+1:], true
}

func utf16Units(s string) int {
	n := 0
	for _, r := range s {
		if n++; r > 0xFFFF {
			n++
		}
	}
	return n
}
