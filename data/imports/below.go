package imports

import (
	"strings"

	"saya/data/sheetin"
)

// untilNext is a table up to where another one begins below it on the sheet: under its own titles the rows there would
// be read with those of this one. below is the row of the other titles, 0 where there are none.
func untilNext(t sheetin.Table) (first sheetin.Table, below int) {
	known := remembered(Known(""))
	for i, line := range t.Lines {
		if !isTitles(line.Cells, known) {
			continue
		}
		below = line.Row
		for i > 0 && line.Row-t.Lines[i-1].Row == 1 && count(filledIn(t.Lines[i-1].Cells), true) == 1 {
			i, line = i-1, t.Lines[i-1] // the heading of the other one
		}
		t.Lines = t.Lines[:i]
		return t, below
	}
	return t, 0
}

// isTitles tells whether most of the cells of a row, and two at least, are titles that tables have.
func isTitles(cells []sheetin.Cell, known func(title string) bool) bool {
	filled, others := 0, 0
	for _, c := range cells {
		if blank(c) {
			continue
		}
		filled++
		if !mayBeTitle(c) {
			others++
		}
	}
	for _, c := range cells {
		if 2*others >= filled {
			return false
		}
		if mayBeTitle(c) && !known(c.Text) {
			others++
		}
	}
	return filled-others > 1 && 2*others < filled
}

// remembered asks about a text once: lists repeat names and words.
func remembered(known func(title string) bool) func(title string) bool {
	const most = 10_000
	answers := map[string]bool{}
	return func(title string) bool {
		answer, asked := answers[title]
		if !asked {
			answer = known(title)
			if len(answers) < most {
				answers[title] = answer
			}
		}
		return answer
	}
}

// mayBeTitle tells, without looking a cell up, whether it can be a title.
func mayBeTitle(c sheetin.Cell) bool {
	const longest = 200 // bytes; questions of web forms are long
	return c.Kind == sheetin.Text && len(c.Text) < longest && !strings.ContainsAny(c.Text, "0123456789@")
}

func filledIn(cells []sheetin.Cell) []bool {
	out := make([]bool, len(cells))
	for i, c := range cells {
		out[i] = !blank(c)
	}
	return out
}
