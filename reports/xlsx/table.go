package xlsx

import (
	"fmt"
	"strconv"

	"saya/reports/spec"
)

func (b *placed) tableName() string { return "List_" + strconv.Itoa(b.id) }

func (b *placed) tableRange(last int) string {
	return cellRange(b.left, b.headRow, b.right(), last)
}

func cellRange(left, top, right, bottom int) string {
	return fmt.Sprintf("%s%d:%s%d", columnName(left), top, columnName(right), bottom)
}

// tablePart is the part xl/tables/tableN.xml. excelize cannot give a table a
// row of totals (its issue 1994), so the part is written here.
func tablePart(b *placed, totalLabel string) []byte {
	last := b.last()
	totals := `totalsRowShown="0"`
	if b.totalRow > 0 {
		last, totals = b.totalRow, `totalsRowCount="1"`
	}
	p := []byte(xmlHeader)
	p = fmt.Appendf(p, `<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="%d" name="%s" displayName="%s" ref="%s" %s>`,
		b.id, b.tableName(), b.tableName(), b.tableRange(last), totals)
	p = fmt.Appendf(p, `<autoFilter ref="%s"/><tableColumns count="%d">`, b.tableRange(b.last()), len(b.Columns))
	for col, title := range b.titles {
		p = fmt.Appendf(p, `<tableColumn id="%d" name="`, col+1)
		p = append(appendText(p, title), '"')
		switch b.Columns[col].Total {
		case spec.Label:
			p = append(appendText(append(p, ` totalsRowLabel="`...), totalLabel), '"')
		case spec.Sum:
			p = append(p, ` totalsRowFunction="sum"`...)
		case spec.CountRows:
			p = append(p, ` totalsRowFunction="count"`...)
		}
		p = append(p, "/>"...)
	}
	return append(p, `</tableColumns><tableStyleInfo showFirstColumn="0" showLastColumn="0" showRowStripes="0" showColumnStripes="0"/></table>`...)
}
