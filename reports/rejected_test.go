package reports_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"saya/assets/locale"
	"saya/data"
	"saya/data/imports"
	"saya/data/sheetin"
	"saya/data/store/storetest"
	"saya/reports"
	"saya/reports/xlsx"
)

// book writes rows of cells into a workbook, as people bring them.
func book(t testing.TB, rows ...[]any) string {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for i, row := range rows {
		cell, err := excelize.CoordinatesToCellName(1, i+1)
		require.NoError(t, err)
		require.NoError(t, f.SetSheetRow("Sheet1", cell, &row))
	}
	path := filepath.Join(t.TempDir(), "list.xlsx")
	require.NoError(t, f.SaveAs(path))
	return path
}

// correct writes a text into the column of a title, in a row under the header.
func correct(t testing.TB, path, title string, row int, text string) {
	t.Helper()
	f, err := excelize.OpenFile(path)
	require.NoError(t, err)
	defer f.Close()
	sheet := f.GetSheetName(0)
	rows, err := f.GetRows(sheet)
	require.NoError(t, err)
	for i := range rows {
		if col := slices.Index(rows[i], title); col >= 0 {
			cell, err := excelize.CoordinatesToCellName(col+1, i+1+row)
			require.NoError(t, err)
			require.NoError(t, f.SetCellValue(sheet, cell, text))
			require.NoError(t, f.Save())
			return
		}
	}
	require.Failf(t, "no such title", "%q", title)
}

// none offers no drop-downs.
func none(imports.Field) []string { return nil }

// withoutReason is the mapping of the columns before the last, which must be left out.
func withoutReason(t testing.TB, src imports.Source, p *locale.Printer) imports.Mapping {
	t.Helper()
	last := len(src.Table.Titles) - 1
	require.Equal(t, p.T("importfile.wrong"), src.Table.Titles[last])
	require.Empty(t, src.Mapping[last])
	return src.Mapping[:last]
}

func TestRejectedVolunteersComeBack(t *testing.T) {
	for _, l := range locale.Languages() {
		t.Run(string(l), func(t *testing.T) {
			p, st := locale.New(l), storetest.New(t)
			src := understood(t, book(t,
				[]any{"ФИО", "Дата рожд.", "ИИН", "Телефон", "Телефон", "Контакты [доп]", "Любимый цвет", "Принята"},
				[]any{"Омарова Жанна", "31.02.1990", nil, "8 701 000 00 01", nil, nil, "синий", "01.02.2026"},
				[]any{"Сейтова Алия", nil, 40514600010, "123", 87010000002, nil, 7, "01.02.2026"},
				[]any{"Ахметова Дана", "01.05.1995", nil, "8 701 000 00 03", nil, nil, "", "01.02.2026"},
			), imports.Volunteers)
			plan := planned(t, st, src)
			require.Equal(t, imports.Counts{New: 1, Rejected: 2}, plan.Counts())

			path := saved(t, reports.Rejected(p, src, plan.Rows(), plan.Choices), p)
			back := understood(t, path, imports.Volunteers)
			require.Equal(t, src.Mapping, withoutReason(t, back, p))
			require.Len(t, back.Table.Lines, 2)
			last := len(back.Table.Titles) - 1
			require.Contains(t, back.Table.Lines[0].Cells[last].Text, p.T("field.birth")+": "+p.T("errors.date"))
			require.Equal(t, "синий", back.Table.Lines[0].Cells[6].Text)
			require.Equal(t, imports.Counts{Rejected: 2}, planned(t, st, back).Counts())

			correct(t, path, "Дата рожд.", 1, "28.02.1990")
			correct(t, path, "Телефон", 2, "8 701 000 00 02")
			again := planned(t, st, understood(t, path, imports.Volunteers))
			require.Equal(t, imports.Counts{New: 2}, again.Counts(), again.Rows())
		})
	}
}

func TestRejectedHoursComeBack(t *testing.T) {
	for _, l := range locale.Languages() {
		t.Run(string(l), func(t *testing.T) {
			p, st := locale.New(l), storetest.New(t)
			storetest.Volunteer(t, st)
			src := understood(t, book(t,
				[]any{"Волонтер", "Дата", "Время работы", "Кол-во часов", "Примечание"},
				[]any{"Қалиева Әсем", storetest.Day.AddDays(-3).Time(), "10:00-12:30", 2.5, "нет"},
				[]any{"Неизвестная Ирина", storetest.Day.AddDays(-2).Time(), "10:00-12:30", 2.5, ""},
				[]any{"Қалиева Әсем", storetest.Day.AddDays(-1).Time(), nil, 1.0 / 12, ""},
				[]any{"Қалиева Әсем", "вчера", nil, 3, ""},
			), imports.Hours)
			plan := planned(t, st, src)
			require.Equal(t, imports.Counts{New: 2, Rejected: 2}, plan.Counts(), plan.Rows())
			path := saved(t, reports.Rejected(p, src, plan.Rows(), plan.Choices), p)
			require.Equal(t, src.Mapping, withoutReason(t, understood(t, path, imports.Hours), p))

			correct(t, path, "Волонтер", 1, "Қалиева Әсем")
			correct(t, path, "Дата", 2, "20.10.2026")
			again := planned(t, st, understood(t, path, imports.Hours))
			require.Equal(t, imports.Counts{New: 2}, again.Counts(), again.Rows())
		})
	}
}

// A length of time that the sheet keeps as a part of a day is one in the workbook, too, and not 0.083 hours.
func TestRejectedNumbersStayNumbers(t *testing.T) {
	p, st := locale.New(locale.Russian), storetest.New(t)
	src := understood(t, book(t,
		[]any{"Волонтер", "Дата", "Кол-во часов"},
		[]any{"Қалиева Әсем", storetest.Day.AddDays(-1).Time(), 1.0 / 12},
	), imports.Hours)
	path := saved(t, reports.Rejected(p, src, planned(t, st, src).Rows(), none), p)
	back := understood(t, path, imports.Hours)
	require.Equal(t, sheetin.Number, back.Table.Lines[0].Cells[2].Kind)
	storetest.Volunteer(t, st)
	_, err := planned(t, st, back).Apply(t.Context(), st, storetest.Actor(), nil)
	require.NoError(t, err)
	require.NoError(t, st.EachHours(t.Context(), data.Period{From: "2026-01-01", To: "2026-12-31"}, func(h data.Hours) error {
		require.Equal(t, 120, h.Minutes)
		return nil
	}))
}

func TestRejectedKeepsCorrectionsAndDoubts(t *testing.T) {
	p, st := locale.New(locale.Russian), storetest.New(t)
	storetest.Volunteer(t, st, func(v *data.Volunteer) { v.Phones = data.List{"+77010000009"} })
	src := understood(t, book(t,
		[]any{"Фамилия", "Имя", "Телефон", "E-mail"},
		[]any{"Совсемдругая", "Әсем", "8 701 000 00 09", ""},
		[]any{"Омарова", "Жанна", "12", "плохой"},
		[]any{"Сейтова", "Алия", "13", ""},
	), imports.Volunteers)
	plan := planned(t, st, src)
	require.Equal(t, imports.Counts{Doubtful: 1, Rejected: 2}, plan.Counts())
	require.NoError(t, plan.Correct(1, "phones", "8 701 000 00 10"))
	require.NoError(t, plan.Decide(2, imports.Decision{Skip: true}))

	back := understood(t, saved(t, reports.Rejected(p, src, plan.Rows(), plan.Choices), p), imports.Volunteers)
	require.Len(t, back.Table.Lines, 2, "the row that was left out by hand is not in it")
	require.Contains(t, back.Table.Lines[0].Cells[4].Text, "Қалиева Әсем")
	require.Contains(t, back.Table.Lines[0].Cells[4].Text, p.T("importfile.decide"))
	require.Equal(t, "8 701 000 00 10", back.Table.Lines[1].Cells[2].Text)
}

// What somebody mapped by hand is mapped so again, without her.
func TestRejectedKeepsAMappingByHand(t *testing.T) {
	for _, l := range locale.Languages() {
		t.Run(string(l), func(t *testing.T) {
			p := locale.New(l)
			src := understood(t, book(t,
				[]any{"Кто", "Телефон", "Контакты / Почта", "Дата", "Итого", ""},
				[]any{"Омарова Жанна", "12", "8 701 000 00 01", "31.02.1990", "5", "x@example.invalid"},
			), "")
			src.Kind = imports.Volunteers
			src.Mapping = imports.Mapping{"full_name", "", "phones", "birth", "", "email"}
			for len(src.Table.Titles) < 6 {
				src.Table.Titles = append(src.Table.Titles, "")
			}
			rows := planned(t, storetest.New(t), src).Rows()
			back := understood(t, saved(t, reports.Rejected(p, src, rows, none), p), imports.Volunteers)
			require.Equal(t, src.Mapping, withoutReason(t, back, p))
		})
	}
}

// The rows of such a workbook that are still wrong get one last column, not two, whatever the language was.
func TestRejectedTwice(t *testing.T) {
	p, st := locale.New(locale.Kazakh), storetest.New(t)
	src := understood(t, book(t, []any{"ФИО", "Телефон"}, []any{"Омарова Жанна", "12"}), imports.Volunteers)
	path := saved(t, reports.Rejected(p, src, planned(t, st, src).Rows(), none), p)
	src = understood(t, path, imports.Volunteers)
	p = locale.New(locale.English)
	path = saved(t, reports.Rejected(p, src, planned(t, st, src).Rows(), none), p)
	require.Equal(t, []string{"ФИО", "Телефон", "What is wrong"}, understood(t, path, imports.Volunteers).Table.Titles)
}

// No kind of record takes what the workbook adds for a field, and every label that it may put before a title is known.
func TestTitlesOfRejected(t *testing.T) {
	for _, l := range locale.Languages() {
		p := locale.New(l)
		for _, kind := range imports.Kinds() {
			require.False(t, imports.Known(kind)(p.T("importfile.wrong")))
			require.False(t, imports.Known(kind)(p.T("importfile.left_out", "Title", "Контакты, Телефон")))
			for _, f := range imports.Fields(kind) {
				title := p.T(f.Field.TextKey()) + " (X)"
				if f.Field != "given" { // alone, that is taken for the whole name
					require.Equal(t, f.Field, imports.Guess(kind, []string{title})[0], "%s %s", kind, title)
				}
			}
		}
	}
}

func TestRejectedIsForItsOwnerOnly(t *testing.T) {
	p := locale.New(locale.English)
	path := filepath.Join(t.TempDir(), "rest.xlsx")
	require.NoError(t, xlsx.WriteFile(t.Context(), path, reports.Rejected(p, imports.Source{}, nil, none), p))
	info, err := os.Stat(path)
	require.NoError(t, err)
	require.Equal(t, os.FileMode(0o600), info.Mode().Perm())
}

func TestFieldsWithoutAColumnComeBack(t *testing.T) {
	for _, l := range locale.Languages() {
		t.Run(string(l), func(t *testing.T) {
			p, st := locale.New(l), storetest.New(t)
			src := understood(t, book(t,
				[]any{"Название", "Дата", "Время"},
				[]any{"День открытых дверей", "20.12.2026", "10:00"},
				[]any{"Концерт", "21.12.2026", "10:00"},
			), imports.Events)
			plan := planned(t, st, src)
			require.Equal(t, imports.Counts{Rejected: 2}, plan.Counts())
			require.NoError(t, plan.Correct(0, "type", "экскурсия"))
			path := saved(t, reports.Rejected(p, src, plan.Rows(), plan.Choices), p)
			back := understood(t, path, imports.Events)
			require.ElementsMatch(t, []imports.Field{"title", "day", "start_at", "type", "end_at"}, withoutReason(t, back, p))
			correct(t, path, p.T("field.end_at"), 1, "12:00")
			correct(t, path, p.T("field.end_at"), 2, "11:00")
			require.Equal(t, imports.Counts{New: 2}, planned(t, st, understood(t, path, imports.Events)).Counts())
		})
	}
}

func TestADoubtWithoutACandidateIsSaid(t *testing.T) {
	p, st := locale.New("ru"), storetest.New(t)
	v := storetest.Volunteer(t, st)
	src := understood(t, book(t, []any{"Волонтер", "Дата", "Кол-во часов"}, []any{"Қалиева Ә.", "20.11.2026", 2}), imports.Hours)
	plan := planned(t, st, src)
	require.Equal(t, imports.Counts{Doubtful: 1}, plan.Counts())
	back := understood(t, saved(t, reports.Rejected(p, src, plan.Rows(), plan.Choices), p), imports.Hours)
	last := back.Table.Lines[0].Cells[len(back.Table.Titles)-1].Text
	require.Contains(t, last, p.T("imports.volunteer_by_initial", "Number", v.Number, "Name", v.FullName()))
}

// Words of closed lists are chosen in the workbook, and what it offers is understood when it comes back.
func TestRejectedOffersWords(t *testing.T) {
	for _, l := range locale.Languages() {
		p, st := locale.New(l), storetest.New(t)
		src := understood(t, book(t,
			[]any{"ФИО", "Пол", "Принята"}, []any{"Омарова Жанна", "ж?", "01.02.2026"}, []any{"Сейтова Алия", "женщ", "01.02.2026"},
		), imports.Volunteers)
		plan := planned(t, st, src)
		require.Positive(t, plan.Counts().Rejected)
		path := saved(t, reports.Rejected(p, src, plan.Rows(), plan.Choices), p)
		f, err := excelize.OpenFile(path)
		require.NoError(t, err)
		validations, err := f.GetDataValidations(f.GetSheetName(0))
		require.NoError(t, err)
		require.NoError(t, f.Close())
		require.Len(t, validations, 1)
		require.Equal(t, "list", validations[0].Type)

		for _, kind := range imports.Kinds() {
			wordsAreUnderstood(t, p, kind)
		}
	}
}

// wordsAreUnderstood takes each word that a field offers for a row of its own.
func wordsAreUnderstood(t *testing.T, p *locale.Printer, kind imports.Kind) {
	t.Helper()
	src := imports.Source{Kind: kind, Today: "2026-11-22", Table: sheetin.Table{Header: 1, Height: 1}}
	for _, info := range imports.Fields(kind) {
		src.Mapping = append(src.Mapping, info.Field)
		src.Table.Titles = append(src.Table.Titles, string(info.Field))
	}
	src.Table.Lines = []sheetin.Line{{Row: 2, Cells: make([]sheetin.Cell, len(src.Mapping))}}
	plan := planned(t, storetest.New(t), src)
	for _, f := range src.Mapping {
		for _, word := range plan.Choices(f) {
			require.NoError(t, plan.Correct(0, f, p.T(word)))
			for _, e := range slices.Concat(plan.Rows()[0].Problems, plan.Rows()[0].Warnings) {
				require.False(t, e.Field == string(f) && (e.Key == "errors.choice" || e.Key == "imports.unknown_word"), "%s: %q", f, p.T(word))
			}
		}
		require.NoError(t, plan.Correct(0, f, ""))
	}
}
