package xlsx

import (
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"saya/reports/spec"
)

// Limits of Excel for the note beside a cell, in UTF-16 units.
const (
	maxHintTitle = 32
	maxHint      = 255
)

// offers are the choices of inputs, each once.
type offers [][]string

// Table implements spec.Block: a column for each list, without titles, so that
// nobody takes it for a table of records.
func (o offers) Table() spec.Table {
	longest := 0
	for _, list := range o {
		longest = max(longest, len(list))
	}
	cell := func(row, col int) spec.Value {
		if row >= len(o[col]) {
			return spec.Value{}
		}
		return spec.Word(o[col][row])
	}
	return spec.Table{Form: spec.Grid, Columns: make([]spec.Head, len(o)), Len: longest, Cell: cell}
}

func offerKey(choices []string) string { return strings.Join(choices, "\n") }

// addOffers adds a hidden sheet with the choices of all inputs: a drop-down by
// itself holds 255 signs and no comma.
func addOffers(pages []page, taken *names, p spec.Printer) ([]page, error) {
	var all offers
	where := map[string]string{}
	for i := range pages {
		for _, b := range pages[i].blocks {
			for _, h := range b.Columns {
				if h.Input == nil || len(h.Input.Choices) == 0 {
					continue
				}
				key := offerKey(h.Input.Choices)
				if _, known := where[key]; !known {
					where[key] = ""
					all = append(all, h.Input.Choices)
				}
			}
		}
		pages[i].offers = where
	}
	if len(all) == 0 {
		return pages, nil
	}
	g := page{name: taken.unique(sheetName(p.T("workbook.lists"))), title: p.T("workbook.lists"), hidden: true}
	if err := g.place([]spec.Block{all}, p, new(int)); err != nil {
		return nil, err
	}
	b := &g.blocks[0]
	for i, list := range all {
		col := columnName(b.left + i)
		where[offerKey(list)] = fmt.Sprintf("%s!$%s$%d:$%s$%d", quoted(g.name), col, b.first, col, b.first+len(list)-1)
	}
	return append(pages, g), nil
}

// asks reports whether there is anything to fill in on the page.
func (g *page) asks() bool {
	return slices.ContainsFunc(g.blocks, func(b placed) bool {
		return slices.ContainsFunc(b.Columns, func(h spec.Head) bool { return h.Input != nil })
	})
}

// addInputs sets the notes and drop-downs of a block.
func addInputs(f *excelize.File, g *page, b *placed, p spec.Printer) error {
	for col, h := range b.Columns {
		if h.Input == nil || b.rows == 0 {
			continue
		}
		v := excelize.NewDataValidation(true)
		v.SetSqref(cellRange(b.left+col, b.first, b.left+col, b.last()))
		if h.Input.Hint != "" {
			v.SetInput(cut(b.titles[col], maxHintTitle), cut(clean(p.T(h.Input.Hint)), maxHint))
		}
		if len(h.Input.Choices) > 0 {
			v.SetSqrefDropList(g.offers[offerKey(h.Input.Choices)])
			v.ShowErrorMessage = !h.Input.Open
		}
		if err := f.AddDataValidation(g.name, v); err != nil {
			return err
		}
	}
	return nil
}
