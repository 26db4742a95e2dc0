package reports_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"saya/assets/locale"
	"saya/data"
	"saya/data/imports"
	"saya/data/reference"
	"saya/data/sheetin"
	"saya/data/store"
	"saya/data/store/storetest"
	"saya/reports"
	"saya/reports/spec"
	"saya/reports/xlsx"
	"saya/reports/xlsx/xlsxtest"
)

// saved writes a workbook to a file that the checker has seen.
func saved(t testing.TB, r spec.Report, p spec.Printer) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "book.xlsx")
	require.NoError(t, xlsx.WriteFile(t.Context(), path, r, p))
	xlsxtest.Check(t, path)
	return path
}

// understood reads the first sheet of a file as an import does.
func understood(t testing.TB, path string, kind imports.Kind) imports.Source {
	t.Helper()
	file, err := sheetin.Read(t.Context(), path)
	require.NoError(t, err)
	table, ok := sheetin.Find(file.Sheets[0], imports.Known(kind))
	require.True(t, ok)
	return imports.Source{Kind: kind, Table: table, Mapping: imports.Guess(kind, table.Titles), Today: storetest.Day}
}

// planned plans an import.
func planned(t testing.TB, st *store.Store, src imports.Source) *imports.Plan {
	t.Helper()
	plan, err := imports.NewPlan(t.Context(), st, storetest.Actor(), src)
	require.NoError(t, err)
	return plan
}

func form(l locale.Lang) (*locale.Printer, spec.Report) {
	p := locale.New(l)
	return p, reports.Form(p, storetest.Profile(), reference.Directions())
}

// fill writes the first offer of every drop-down, and what else the form asks for, into a row of the form.
func fill(t testing.TB, path string, typed map[imports.Field]any, offered map[imports.Field]int) {
	t.Helper()
	f, err := excelize.OpenFile(path)
	require.NoError(t, err)
	defer f.Close()
	sheet := f.GetSheetName(0)
	rows, err := f.GetRows(sheet)
	require.NoError(t, err)
	header := slices.IndexFunc(rows, func(r []string) bool { return len(r) > 10 })
	mapping := imports.Guess(imports.Applications, rows[header])
	seen := map[imports.Field]int{}
	for col, field := range mapping {
		cell, err := excelize.CoordinatesToCellName(col+1, header+2)
		require.NoError(t, err)
		if nth, ok := offered[field]; ok {
			require.NoError(t, f.SetCellValue(sheet, cell, offers(t, f, cell)[nth+seen[field]]))
			seen[field]++
		} else if value, ok := typed[field]; ok {
			require.NoError(t, f.SetCellValue(sheet, cell, value))
		}
	}
	require.NoError(t, f.Save())
}

// offers are what the drop-down of a cell of the first sheet offers.
func offers(t testing.TB, f *excelize.File, cell string) []string {
	t.Helper()
	validations, err := f.GetDataValidations(f.GetSheetName(0))
	require.NoError(t, err)
	col, row, err := excelize.CellNameToCoordinates(cell)
	require.NoError(t, err)
	for _, v := range validations {
		left, top, right, bottom := corners(t, v.Sqref)
		if v.Type != "list" || col < left || col > right || row < top || row > bottom {
			continue
		}
		lists := f.GetSheetName(f.SheetCount - 1)
		left, top, _, bottom = corners(t, strings.TrimPrefix(v.Formula1, "'"+lists+"'!"))
		var out []string
		for row := top; row <= bottom; row++ {
			name, err := excelize.CoordinatesToCellName(left, row)
			require.NoError(t, err)
			text, err := f.GetCellValue(lists, name)
			require.NoError(t, err)
			out = append(out, text)
		}
		return out
	}
	require.Failf(t, "no drop-down", "at %s", cell)
	return nil
}

// corners are the columns and rows of "B6:B205" or "$B$6:$B$205".
func corners(t testing.TB, area string) (left, top, right, bottom int) {
	t.Helper()
	from, to, _ := strings.Cut(strings.ReplaceAll(area, "$", ""), ":")
	left, top, err := excelize.CellNameToCoordinates(from)
	require.NoError(t, err)
	right, bottom, err = excelize.CellNameToCoordinates(to)
	require.NoError(t, err)
	return left, top, right, bottom
}

func TestFormIsReadBackInEveryLanguage(t *testing.T) {
	for _, l := range locale.Languages() {
		t.Run(string(l), func(t *testing.T) {
			p, r := form(l)
			path := saved(t, r, p)
			fill(t, path, map[imports.Field]any{
				"surname": "Үлгіева", "given": "Айгүл", "patronymic": "Ерланқызы", "birth": storetest.Day.AddDays(-8000).Time(),
				"iin": "", "phones": "8 700 000 00 00, 8 700 000 00 02", "email": "ulgi@example.invalid", "messenger": "@ulgi",
				"district": "Әуезов", "workplace": "Үлгі университеті", "faculty": "Психология", "study_year": 2,
				"skills": "сурет, фото", "emergency_name": "Анасы", "emergency_phone": "87000000001", "guardian_name": "Үлгіева Сәуле",
				"guardian_phone": "8 700 000 00 03", "guardian_consent": "22.11.2026", "source": "Достар", "note": "Сенбі", "received_on": "21.11.2026",
			}, map[imports.Field]int{"sex": 0, "region": 17, "specialty": 1, "languages": 0, "directions": 1})

			src := understood(t, path, imports.Applications)
			require.NotContains(t, src.Mapping, imports.Field(""))
			require.Len(t, src.Table.Lines, 1)
			require.Equal(t, imports.Applications, imports.GuessKind(src.Table.Titles))

			st := storetest.New(t)
			plan := planned(t, st, src)
			require.Equal(t, imports.Counts{New: 1}, plan.Counts(), plan.Rows()[0].Problems)
			require.Empty(t, plan.Rows()[0].Warnings)
			_, err := plan.Apply(t.Context(), st, storetest.Actor(), nil)
			require.NoError(t, err)

			var got data.Application
			require.NoError(t, st.EachApplication(t.Context(), nil, func(a data.Application) error { got = a; return nil }))
			require.Equal(t, data.Person{
				Surname: "Үлгіева", Given: "Айгүл", Patronymic: "Ерланқызы", Birth: storetest.Day.AddDays(-8000), Sex: data.Female,
				Phones: data.List{"+77000000000", "+77000000002"}, Email: "ulgi@example.invalid", Messenger: "@ulgi",
				Region: reference.Regions()[17].Code, District: "Әуезов", Workplace: "Үлгі университеті", Faculty: "Психология", StudyYear: 2,
				Specialty: data.Technical, Languages: data.Languages{{Code: "kk"}, {Code: "ru"}, {Code: "en"}}, Skills: data.List{"сурет", "фото"},
				Directions:    data.List{reference.Directions()[1].Code, reference.Directions()[2].Code, reference.Directions()[3].Code},
				EmergencyName: "Анасы", EmergencyPhone: "+77000000001", GuardianName: "Үлгіева Сәуле", GuardianPhone: "+77000000003",
				GuardianConsent: "2026-11-22", Source: "Достар", Note: "Сенбі",
			}, got.Person)
			require.Equal(t, data.Date("2026-11-21"), got.ReceivedOn)
		})
	}
}

// Everything that the drop-downs offer is understood, in every language.
func TestFormOffersWhatImportsKnow(t *testing.T) {
	for _, l := range locale.Languages() {
		t.Run(string(l), func(t *testing.T) {
			p, r := form(l)
			table := r.Sheets[0].Blocks[0].Table()
			src := imports.Source{Kind: imports.Applications, Today: storetest.Day}
			longest := 0
			for _, h := range table.Columns {
				src.Table.Titles = append(src.Table.Titles, p.T(h.Title))
				longest = max(longest, len(h.Input.Choices))
			}
			src.Mapping = imports.Guess(src.Kind, src.Table.Titles)
			for n := range longest {
				cells := make([]sheetin.Cell, len(table.Columns))
				for col, h := range table.Columns {
					if src.Mapping[col] == "given" {
						cells[col] = sheetin.Cell{Kind: sheetin.Text, Text: strings.Repeat("Үлгі", n+1)}
					} else if n < len(h.Input.Choices) && src.Mapping[col] != "guardian_consent" {
						cells[col] = sheetin.Cell{Kind: sheetin.Text, Text: p.T(h.Input.Choices[n])}
					} else if src.Mapping[col] == "received_on" {
						cells[col] = sheetin.Cell{Kind: sheetin.Text, Text: "21.11.2026"}
					}
				}
				src.Table.Lines = append(src.Table.Lines, sheetin.Line{Row: n + 2, Cells: cells})
			}
			for _, row := range planned(t, storetest.New(t), src).Rows() {
				require.Equal(t, imports.New, row.Outcome, row.Problems)
				require.Empty(t, row.Warnings)
			}
		})
	}
}

// Only the sheet to fill in is taken for a list of people: not the example, nor what the drop-downs offer.
func TestFormHasOneListOfPeople(t *testing.T) {
	for _, l := range locale.Languages() {
		t.Run(string(l), func(t *testing.T) {
			p, r := form(l)
			file, err := sheetin.Read(t.Context(), saved(t, r, p))
			require.NoError(t, err)
			require.Len(t, file.Sheets, 3)
			require.Equal(t, []bool{false, false, true}, []bool{file.Sheets[0].Hidden, file.Sheets[1].Hidden, file.Sheets[2].Hidden})
			for i, sheet := range file.Sheets {
				for _, kind := range append(imports.Kinds(), "") {
					table, ok := sheetin.Find(sheet, imports.Known(kind))
					require.True(t, !ok || i == 0, "%s in %s: %v", kind, sheet.Name, table.Titles)
				}
			}
		})
	}
}

func TestFormHasNoDirectionsWithCommas(t *testing.T) {
	p := locale.New(locale.Russian)
	r := reports.Form(p, data.Centre{}, []data.Choice{
		{Code: "one", Names: data.Names{RU: "Раз, два"}},
		{Code: "old", Names: data.Names{RU: "Старое"}, Retired: true},
		{Code: "two", Names: data.Names{RU: "Три"}},
	})
	for _, h := range r.Sheets[0].Blocks[0].Table().Columns {
		if strings.HasPrefix(h.Title, p.T("field.directions")) {
			require.Equal(t, []string{"one", "Три"}, h.Input.Choices)
		}
	}
	saved(t, reports.Form(p, data.Centre{}, nil), p)
}

func forms(t testing.TB) []string {
	var paths []string
	for _, l := range locale.Languages() {
		p, r := form(l)
		paths = append(paths, saved(t, r, p))
	}
	return paths
}

func TestMicrosoftFindsNoErrorsInForms(t *testing.T) { xlsxtest.Validate(t, forms(t)...) }

func TestLibreOfficeOpensForms(t *testing.T) { xlsxtest.Recalculate(t, forms(t)...) }
