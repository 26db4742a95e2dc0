package reports

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"saya/assets/locale"
	"saya/data"
	"saya/data/imports"
	"saya/data/sheetin"
	"saya/reports/spec"
)

// Rejected makes the workbook of the rows of an import that were not taken: those rejected and those doubtful that
// nobody decided. It has the columns of the file with their texts as they stand now, those that the file lacks to mend
// its rows, and last what is wrong with each row. Corrected, it is a file to import: its titles are understood as src maps
// them, and the last column is left out.
// rows are those of the plan made from src; choices gives what a field with a closed list takes, for drop-downs.
func Rejected(p spec.Printer, src imports.Source, rows []imports.Row, choices func(imports.Field) []string) spec.Report {
	list := spec.Register[leftRow]{Rows: leftRows(p, src, rows)}
	for i, title := range returnTitles(p, src) {
		if saysWhatIsWrong(title) {
			continue // of the rows of an earlier such workbook
		}
		list.Columns = append(list.Columns, spec.Column[leftRow]{
			Title: title, Kind: kindOf(src, i), Width: widthOf(title, list.Rows, i),
			Value: func(r leftRow) spec.Value { return r.value(i) }, Input: inputOf(src, i, choices),
		})
	}
	for _, f := range filledIn(src, rows) {
		list.Columns = append(list.Columns, spec.Column[leftRow]{
			Title: f.TextKey(), Kind: kindOfField(f), Width: 20,
			Value: func(r leftRow) spec.Value { return spec.Str(r.extra[f]) }, Input: inputOfField(f, choices),
		})
	}
	list.Columns = append(list.Columns, spec.Column[leftRow]{
		Title: "importfile.wrong", Width: 60, Value: func(r leftRow) spec.Value { return spec.Str(r.wrong) },
	})
	return spec.Report{Title: "importfile.rejected", Sheets: []spec.Sheet{{
		Name: "importfile.rejected_sheet", Note: "importfile.rejected_note", Blocks: []spec.Block{list},
	}}}
}

// leftRow is a row that was not taken.
type leftRow struct {
	cells []spec.Value
	extra map[imports.Field]string // of fields without a column
	wrong string
}

func (r leftRow) value(col int) spec.Value { return r.cells[col] }

// isLeft tells whether a row was not taken.
func isLeft(row imports.Row) bool {
	return row.Outcome == imports.Rejected || row.Outcome == imports.Doubtful
}

// filledIn are the fields without a column of the file that rows were mended in, or that are wrong with them.
func filledIn(src imports.Source, rows []imports.Row) []imports.Field {
	wanted := map[imports.Field]bool{}
	for _, row := range rows {
		if !isLeft(row) {
			continue
		}
		for f := range row.Extra() {
			wanted[f] = true
		}
		for _, f := range imports.Asked(src.Kind, row.Problems) {
			wanted[f] = true
		}
	}
	var out []imports.Field
	for _, f := range imports.Fields(src.Kind) {
		if wanted[f.Field] && !slices.Contains(src.Mapping, f.Field) {
			out = append(out, f.Field)
		}
	}
	return out
}

func leftRows(p spec.Printer, src imports.Source, rows []imports.Row) []leftRow {
	lines := map[int][]sheetin.Cell{}
	for _, l := range src.Table.Lines {
		lines[l.Row] = l.Cells
	}
	var out []leftRow
	for _, row := range rows {
		if !isLeft(row) {
			continue
		}
		left := leftRow{cells: make([]spec.Value, len(src.Table.Titles)), extra: row.Extra(), wrong: wrong(p, row)}
		texts := row.Texts()
		for i := range left.cells {
			left.cells[i] = cellOf(lines[row.Line], i, texts, mapped(src, i))
		}
		out = append(out, left)
	}
	return out
}

// cellOf is a cell as it stands: a mapped one with its correction. Numbers stay numbers, since leading zeros and
// lengths of time are read by that. What a formula failed to give is left empty, to be filled in.
func cellOf(cells []sheetin.Cell, i int, texts []string, mapped bool) spec.Value {
	var c sheetin.Cell
	if i < len(cells) {
		c = cells[i]
	}
	text := c.Text
	if mapped && i < len(texts) {
		text = texts[i]
	}
	if text != c.Text {
		return spec.Str(text)
	}
	switch c.Kind {
	case sheetin.Failed, sheetin.Unvalued:
		return spec.Value{}
	case sheetin.Number:
		if v, err := strconv.ParseFloat(text, 64); err == nil {
			return spec.Number(v)
		}
	}
	return spec.Str(text)
}

func mapped(src imports.Source, i int) bool { return i < len(src.Mapping) && src.Mapping[i] != "" }

// wrong says what is wrong with a row, a line for each thing.
func wrong(p spec.Printer, row imports.Row) string {
	var lines []string
	for _, problem := range row.Problems {
		lines = append(lines, refusal(p, problem))
	}
	if row.Outcome == imports.Doubtful {
		if len(row.Candidates) == 0 && len(row.Warnings) > 0 {
			lines = append(lines, refusal(p, row.Warnings[0])) // what is doubted goes first
		}
		for _, c := range row.Candidates {
			if c.Row > 0 {
				lines = append(lines, p.T("importfile.perhaps_row", "Row", c.Row))
				continue
			}
			lines = append(lines, p.T("importfile.perhaps", "Label", c.Label))
		}
		lines = append(lines, p.T("importfile.decide"))
	}
	return strings.Join(slices.Compact(lines), "\n") // two telephones can be wrong in the same way
}

// refusal says what is wrong with a field, and which.
func refusal(p spec.Printer, e *data.Error) string {
	sentence := p.T(e.Key, e.Args...)
	if e.Field == "" {
		return sentence
	}
	return p.T(imports.Field(e.Field).TextKey()) + ": " + sentence
}

// returnTitles are the titles of the file. One that is not understood as it was mapped by hand gets the label of its
// field before it, and one that was left out by hand says so.
func returnTitles(p spec.Printer, src imports.Source) []string {
	plain := strings.NewReplacer("[", "(", "]", ")") // as tables of Excel write titles
	titles := make([]string, len(src.Table.Titles))
	for i, title := range src.Table.Titles {
		titles[i] = plain.Replace(title)
	}
	guessed := imports.Guess(src.Kind, titles)
	for i := range titles {
		switch {
		case !mapped(src, i) && guessed[i] != "":
			titles[i] = p.T("importfile.left_out", "Title", strings.ReplaceAll(titles[i], " / ", ", "))
		case !mapped(src, i) || guessed[i] == src.Mapping[i]:
		case titles[i] == "":
			titles[i] = p.T(src.Mapping[i].TextKey())
		default:
			titles[i] = p.T(src.Mapping[i].TextKey()) + " (" + titles[i] + ")"
		}
	}
	return titles
}

// saysWhatIsWrong tells whether a title is that of the last column, in any language.
func saysWhatIsWrong(title string) bool {
	return slices.ContainsFunc(locale.Languages(), func(l locale.Lang) bool {
		return title == locale.New(l).T("importfile.wrong")
	})
}

// kindOf keeps what is typed into columns of numbers that are no amounts as text, with its leading zeros.
func kindOf(src imports.Source, i int) spec.Kind {
	if mapped(src, i) {
		return kindOfField(src.Mapping[i])
	}
	return spec.Text
}

func kindOfField(f imports.Field) spec.Kind {
	if slices.Contains([]imports.Field{"iin", "phones", "emergency_phone", "guardian_phone"}, f) {
		return spec.Code
	}
	return spec.Text
}

// inputOf offers what a column takes; other words for it can be typed as before.
func inputOf(src imports.Source, i int, choices func(imports.Field) []string) *spec.Input {
	if !mapped(src, i) {
		return nil
	}
	return inputOfField(src.Mapping[i], choices)
}

func inputOfField(f imports.Field, choices func(imports.Field) []string) *spec.Input {
	if words := choices(f); len(words) > 0 {
		return &spec.Input{Choices: words, Open: true}
	}
	return nil
}

// widthOf is what the first texts of a column need, within limits.
func widthOf(title string, rows []leftRow, col int) float64 {
	const least, most, looked = 12, 40, 200
	longest := utf8.RuneCountInString(title)
	for _, r := range rows[:min(len(rows), looked)] {
		longest = max(longest, utf8.RuneCountInString(r.cells[col].Raw()))
	}
	return float64(min(max(longest+3, least), most))
}
