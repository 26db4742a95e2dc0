package xlsx

import (
	"github.com/xuri/excelize/v2"

	"saya/reports/spec"
)

// The palette of the program's light look.
const (
	ink    = "2B2724"
	dim    = "756C65"
	line   = "E2DCD5"
	accent = "8A4B5C"
	band   = "EFE7E3" // header
	zebra  = "FAF8F6" // totals
	warn   = "9A6A12"
	info   = "3B6A8F"
	ok     = "3F7A57"
	font   = "Calibri"
)

// formats are the number formats by kind. Those with a comma follow the
// reader's own separators.
var formats = [...]string{
	spec.Text: "General", spec.Code: "@", spec.Count: "#,##0", spec.Hours: "#,##0.00", spec.Money: "#,##0.00",
	spec.Share: "0.0%", spec.Change: "+0.0%;-0.0%;0.0%", spec.Date: "dd.mm.yyyy", spec.Stamp: "dd.mm.yyyy hh:mm",
	spec.Time: "hh:mm", spec.Ordinal: "0", spec.Plain: "General",
}

type byKind [len(formats)]int

// styles are the indexes of the cell styles in a workbook.
type styles struct {
	title, line, note, block, term, prose, rule, signer int
	headText, headNumber                                int
	list, grid, total                                   byKind
}

func newStyles(f *excelize.File) (styles, error) {
	var s styles
	b := styleBuilder{file: f}
	s.title = b.add(wrapped(textStyle(16, accent, true)))
	s.line = b.add(wrapped(textStyle(11, dim, false)))
	s.note = b.add(wrapped(textStyle(11, warn, false)))
	s.signer = b.add(textStyle(11, ink, false))
	s.block = b.add(textStyle(13, ink, true))
	s.term = b.add(wrapped(textStyle(11, ink, true)))
	s.prose = b.add(wrapped(textStyle(11, ink, false)))
	s.rule = b.add(ruled(textStyle(11, ink, false), edge("bottom", dim, 1)))
	s.headText = b.add(header("left"))
	s.headNumber = b.add(header("right"))
	for kind := range formats {
		s.list[kind] = b.add(cellStyle(spec.Kind(kind), "top"))
		s.grid[kind] = b.add(cellStyle(spec.Kind(kind), "center"))
		s.total[kind] = b.add(totalStyle(spec.Kind(kind)))
	}
	return s, b.err
}

type styleBuilder struct {
	file *excelize.File
	err  error
}

func (b *styleBuilder) add(s *excelize.Style) int {
	if b.err != nil {
		return 0
	}
	var id int
	id, b.err = b.file.NewStyle(s)
	return id
}

func textStyle(size float64, color string, bold bool) *excelize.Style {
	return &excelize.Style{
		Font:      &excelize.Font{Family: font, Size: size, Color: color, Bold: bold},
		Alignment: &excelize.Alignment{Horizontal: "left", Indent: 1, Vertical: "center"},
	}
}

func wrapped(s *excelize.Style) *excelize.Style {
	s.Alignment = &excelize.Alignment{Horizontal: "left", Indent: 1, Vertical: "top", WrapText: true}
	return s
}

func ruled(s *excelize.Style, edges ...excelize.Border) *excelize.Style {
	s.Border = edges
	return s
}

func edge(side, color string, style int) excelize.Border {
	return excelize.Border{Type: side, Color: color, Style: style}
}

func filled(s *excelize.Style, color string) *excelize.Style {
	s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{color}}
	return s
}

func header(side string) *excelize.Style {
	s := filled(ruled(textStyle(11, ink, true), edge("bottom", accent, 1)), band)
	s.Alignment = &excelize.Alignment{Horizontal: side, Indent: 1, Vertical: "center", WrapText: true}
	return s
}

func cellStyle(k spec.Kind, vertical string) *excelize.Style {
	s := formatted(ruled(textStyle(11, ink, false), edge("bottom", line, 1)), k)
	s.Alignment = &excelize.Alignment{Horizontal: alignment(k), Indent: 1, Vertical: vertical, WrapText: k == spec.Text}
	return s
}

func totalStyle(k spec.Kind) *excelize.Style {
	s := filled(ruled(textStyle(11, ink, true), edge("top", accent, 1), edge("bottom", accent, 1)), zebra)
	s.Alignment = &excelize.Alignment{Horizontal: alignment(k), Indent: 1, Vertical: "center"}
	return formatted(s, k)
}

// formatted sets the number format of a kind; text and plain numbers have one built in.
func formatted(s *excelize.Style, k spec.Kind) *excelize.Style {
	switch k {
	case spec.Text, spec.Plain:
	case spec.Code:
		s.NumFmt = 49 // @
	default:
		s.CustomNumFmt = &formats[k]
	}
	return s
}

// alignment sets figures to the right, so that they can be compared.
func alignment(k spec.Kind) string {
	if k.Textual() || k == spec.Date || k == spec.Stamp || k == spec.Time {
		return "left"
	}
	return "right"
}

// of is the style of a value in a column of a kind: a text in a column of
// figures stays a text.
func (b *byKind) of(v spec.Value, column spec.Kind) int {
	if v.Blank() || v.Kind() == spec.Text && column.Textual() {
		return b[column]
	}
	return b[v.Kind()]
}

// body are the styles in the rows of a table.
func (s *styles) body(form spec.Form) *byKind {
	if form == spec.List {
		return &s.list
	}
	return &s.grid
}

func (s *styles) head(k spec.Kind) int {
	if alignment(k) == "right" {
		return s.headNumber
	}
	return s.headText
}
