package imports

import "saya/data/sheetin"

// Best is the sheet of a file whose table is understood best, of those that are as good the one with most rows, and what
// it is taken for; kind "" leaves that to its titles. A table that can make new records goes before any that cannot, then
// one that is not hidden. ok is false where no sheet has a table.
func Best(file sheetin.File, kind Kind) (sheet int, src Source, ok bool) {
	best := 0
	for i, s := range file.Sheets {
		table, found := sheetin.Find(s, Known(kind))
		if !found {
			continue
		}
		k := kind
		if k == "" {
			k = GuessKind(table.Titles)
		}
		m := Guess(k, table.Titles)
		n := understood(k, m, s.Hidden)
		if n > best || n == best && n > 0 && len(table.Lines) > len(src.Table.Lines) {
			best, sheet, src = n, i, Source{Kind: k, Table: table, Mapping: m}
		}
	}
	return sheet, src, best > 0
}

// HoldsTable tells whether a sheet holds a table of any kind that can make new records.
func HoldsTable(s sheetin.Sheet) bool {
	_, src, ok := Best(sheetin.File{Sheets: []sheetin.Sheet{s}}, "")
	return ok && len(Missing(src.Kind, src.Mapping)) == 0 && len(src.Table.Lines) > 0
}

// understood is how well a table is understood, 0 for not at all.
func understood(kind Kind, m Mapping, hidden bool) int {
	n := len(m) - count(m, "")
	if n == 0 {
		return 0
	}
	if !hidden {
		n += sheetin.MaxColumns
	}
	if len(Missing(kind, m)) == 0 {
		n += 2 * sheetin.MaxColumns
	}
	return n
}
