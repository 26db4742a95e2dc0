package reports

import (
	"cmp"
	"strings"

	"saya/assets/locale"
	"saya/data"
	"saya/data/imports"
	"saya/data/reference"
	"saya/reports/spec"
)

// formRows is how many people one form takes.
const formRows = 200

// Form makes the workbook in which people apply to become volunteers, one in a row: a sheet to fill in, with drop-downs
// and notes beside the cells, and a sheet that explains it with an example. It is in the language of the printer, and
// an import of applications understands all of it. directions are those that the centre offers; centre may be zero.
func Form(p *locale.Printer, centre data.Centre, directions []data.Choice) spec.Report {
	fields := formFields(p, directions)
	return spec.Report{
		Title: "importfile.form", Organisation: centre.Name.In(string(p.Lang())),
		Sheets: []spec.Sheet{
			{
				Name: "importfile.form_sheet", Note: "importfile.form_note",
				Blocks: []spec.Block{spec.Register[struct{}]{Columns: formColumns(p, fields), Rows: make([]struct{}, formRows)}},
			},
			{
				Name: "importfile.form_help", Title: "importfile.form_help",
				Blocks: []spec.Block{formSteps(), formHelp(p, fields), formDirections(p, directions)},
			},
		},
	}
}

// formField is what a form asks for, in one column or, of a field with several values, in several.
type formField struct {
	name    imports.Field
	kind    spec.Kind
	width   float64
	columns int // 0: one
	needed  bool
	choices []string
	open    bool // something beside the choices can be written
	example []string
}

func formFields(p *locale.Printer, directions []data.Choice) []formField {
	example := func(field string) []string { return []string{"importfile.example." + field} }
	yesNo := []string{"common.yes", "common.no"}
	return []formField{
		{name: "surname", width: 20, needed: true, example: example("surname")},
		{name: "given", width: 18, needed: true, example: example("given")},
		{name: "patronymic", width: 20, example: example("patronymic")},
		{name: "birth", kind: spec.Date, width: 15, example: []string{"14.05.2004"}},
		{name: "sex", width: 13, choices: []string{"status.sex.female", "status.sex.male"}, example: []string{"status.sex.female"}},
		{name: "iin", kind: spec.Code, width: 17, example: []string{"—"}},
		{name: "phones", kind: spec.Code, width: 20, example: []string{"+7 700 000 00 00"}},
		{name: "email", width: 26, example: []string{"ulgi@example.invalid"}},
		{name: "messenger", width: 18, example: []string{"@ulgi"}},
		{name: "region", width: 26, choices: regionNames(p), example: example("region")},
		{name: "district", width: 18, example: example("district")},
		{name: "workplace", width: 28, example: example("workplace")},
		{name: "faculty", width: 20, example: example("faculty")},
		{name: "study_year", kind: spec.Count, width: 12, example: []string{"2"}},
		{
			name: "specialty", width: 17, example: []string{"status.specialty.creative"},
			choices: []string{"status.specialty.creative", "status.specialty.technical", "status.specialty.other"},
		},
		{name: "languages", width: 18, columns: 3, choices: languageNames(), open: true, example: []string{
			"importfile.language.kk", "importfile.language.ru", "importfile.example.language",
		}},
		{name: "skills", width: 26, example: example("skills")},
		{name: "directions", width: 20, columns: 3, choices: directionNames(p, directions), example: []string{firstDirection(p, directions)}},
		{name: "emergency_name", width: 24, example: example("emergency_name")},
		{name: "emergency_phone", kind: spec.Code, width: 20, example: []string{"+7 700 000 00 01"}},
		{name: "guardian_name", width: 24, example: []string{"—"}},
		{name: "guardian_phone", kind: spec.Code, width: 20, example: []string{"—"}},
		{name: "guardian_consent", kind: spec.Date, width: 20, choices: yesNo, open: true, example: []string{"—"}},
		{name: "source", width: 24, example: example("source")},
		{name: "note", width: 26, example: example("note")},
		{name: "received_on", kind: spec.Date, width: 15, example: []string{"—"}},
	}
}

// formColumns are empty cells to be filled in. Columns of one field are numbered.
func formColumns(p spec.Printer, fields []formField) []spec.Column[struct{}] {
	var out []spec.Column[struct{}]
	for _, f := range fields {
		for i := range max(f.columns, 1) {
			column := spec.Column[struct{}]{
				Title: f.title(p), Kind: f.kind, Width: f.width,
				Value: func(struct{}) spec.Value { return spec.Value{} },
				Input: &spec.Input{Hint: f.hint(), Choices: f.choices, Open: f.open},
			}
			if f.columns > 1 {
				column.Title += " " + p.Int(int64(i+1))
			}
			out = append(out, column)
		}
	}
	return out
}

// title marks what is needed with a star.
func (f formField) title(p spec.Printer) string {
	title := p.T(f.name.TextKey())
	if f.needed {
		title += " *"
	}
	return title
}

func (f formField) hint() string { return "importfile.hint." + string(f.name) }

func formSteps() spec.Notes {
	return spec.Notes{Lines: []spec.Note{
		{Term: "importfile.step_rows", Text: "importfile.step_rows_text"},
		{Term: "importfile.step_choose", Text: "importfile.step_choose_text"},
		{Term: "importfile.step_keep", Text: "importfile.step_keep_text"},
		{Term: "importfile.step_send", Text: "importfile.step_send_text"},
	}}
}

// formHelp explains the columns, a row for each: lying, it is not taken for a list of people.
func formHelp(p spec.Printer, fields []formField) spec.Matrix {
	m := spec.Matrix{
		Title: "importfile.form_columns", Corner: "importfile.form_column",
		Columns: []spec.Head{{Title: "importfile.form_write", Width: 70}, {Title: "importfile.form_example", Width: 34}},
	}
	for _, f := range fields {
		var example []string
		for _, s := range f.example {
			example = append(example, p.T(s))
		}
		m.Rows = append(m.Rows, spec.Row{
			Label: f.title(p), Values: []spec.Value{spec.Word(f.hint()), spec.Str(strings.Join(example, ", "))},
		})
	}
	return m
}

// formDirections say what the short names of the directions stand for.
func formDirections(p *locale.Printer, directions []data.Choice) spec.Notes {
	n := spec.Notes{Title: "importfile.form_directions"}
	for _, c := range directions {
		if !c.Retired {
			n.Lines = append(n.Lines, spec.Note{Term: directionName(p, c), Text: c.Names.In(string(p.Lang()))})
		}
	}
	return n
}

func directionNames(p *locale.Printer, directions []data.Choice) []string {
	var out []string
	for _, c := range directions {
		if !c.Retired {
			out = append(out, directionName(p, c))
		}
	}
	return out
}

// directionName is a name without signs that part several values in a cell, else the code, which is understood too.
func directionName(p *locale.Printer, c data.Choice) string {
	name := cmp.Or(c.Short.In(string(p.Lang())), c.Names.In(string(p.Lang())))
	if strings.ContainsAny(name, ",;\n") {
		return c.Code
	}
	return name
}

func firstDirection(p *locale.Printer, directions []data.Choice) string {
	return cmp.Or(append(directionNames(p, directions), "—")...)
}

func regionNames(p *locale.Printer) []string {
	var out []string
	for _, r := range reference.Regions() {
		out = append(out, r.Names.In(string(p.Lang())))
	}
	return out
}

func languageNames() []string {
	var out []string
	for _, code := range []string{"kk", "ru", "en", "ug", "uz", "tr", "de", "fr", "ko", "zh", "ar"} {
		out = append(out, "importfile.language."+code)
	}
	return out
}
