package sheetin_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data/sheetin"
)

// sheet makes a sheet of texts: cells between |, rows between line breaks; "<" repeats the cell to the left and "^" the
// one above, as merged areas do.
func sheet(rows ...string) sheetin.Sheet {
	var s sheetin.Sheet
	for i, line := range rows {
		var row []sheetin.Cell
		for j, word := range strings.Split(line, "|") {
			c := sheetin.Cell{Text: strings.TrimSpace(word), Kind: sheetin.Text}
			switch c.Text {
			case "":
				c = sheetin.Cell{}
			case "<":
				c = sheetin.Cell{Text: row[j-1].Text, Kind: sheetin.Text, Merged: true}
			case "^":
				c = sheetin.Cell{Text: s.Rows[i-1][j].Text, Kind: sheetin.Text, Merged: true}
			}
			row = append(row, c)
		}
		if line == "" {
			row = nil
		}
		s.Rows = append(s.Rows, row)
	}
	return s
}

func TestMatrix(t *testing.T) {
	months := sheet("Часы", "", "№|ФИО|январь|февраль|март|Итого", "1|Тестова|2|3|4|9")
	require.True(t, months.Matrix())
	_, ok := sheetin.Find(months, known)
	require.False(t, ok, "neither the title over it nor one name makes a table")
	days := sheet("ФИО|46327|46328|46329|Часы", "Тестова|1||2|3")
	table, ok := sheetin.Find(days, known)
	require.True(t, ok)
	require.True(t, table.Matrix())
	require.True(t, sheet("ФИО|1|2|3|4", "Тестова|1||2|3").Matrix())
	require.True(t, sheet("ФИО|01.11.2026|02.11.2026|3 ноября 2026", "Тестова|1||2|3").Matrix())
	list := sheet("Фамилия|Имя|Телефон", "1|2|3", "Тестова|Анна|1")
	require.False(t, list.Matrix())
	table, _ = sheetin.Find(list, known)
	require.False(t, table.Matrix())
}

func TestFind(t *testing.T) {
	for name, c := range map[string]struct {
		sheet          sheetin.Sheet
		header, height int
		titles         string
		lines          []int
	}{
		"words above the table do not count for more": {
			sheet("Город|Алматы", "", "Фамилия|Имя|Телефон", "Тестова|Анна|1"), 3, 1, "Фамилия|Имя|Телефон", []int{4},
		},
		"the first of two headers": {
			sheet("Фамилия|Имя", "Тестова|Анна", "", "ФАМИЛИЯ|имя", "Пробная|Ольга"), 1, 1, "Фамилия|Имя", []int{2, 5},
		},
		"notes and signatures are no records": {
			sheet("Фамилия|Имя|Телефон", "Тестова|Анна|1", "* - студенты", "Примечание: неполный||", "Руководитель|Анна|1", "|Руководитель|____ / Пробная", "", "Руководитель||Пробная О.", "|Исп.: Пробная"),
			1, 1, "Фамилия|Имя|Телефон",
			[]int{2, 5},
		},
		"one column": {sheet("Телефон", "1", "2"), 1, 1, "Телефон", []int{2, 3}},
		"unknown columns stay": {
			sheet("Фамилия|Имя|Размер футболки", "Тестова|Анна|M"), 1, 1, "Фамилия|Имя|Размер футболки", []int{2},
		},
		"columns without a title stay when they hold something": {
			sheet("Фамилия|Имя||", "Тестова|Анна||да"), 1, 1, "Фамилия|Имя||", []int{2},
		},
		"a title over the table is no header": {
			sheet("Телефон|<|<", "Фамилия|Имя|Телефон", "Тестова|Анна|1"), 2, 1, "Фамилия|Имя|Телефон", []int{3},
		},
		"an empty value below a column without a title": {
			sheet("Фамилия|Телефон|", "Тестова|1|заметка", "Пробная||город"), 1, 1, "Фамилия|Телефон|", []int{2, 3},
		},
		"line breaks in titles": {sheet("Дата\nрождения|Имя", "1|Анна"), 1, 1, "Дата рождения|Имя", []int{2}},
		"two rows, merged": {
			sheet("Город|Контакты|<", "^|Телефон|E-mail", "Алматы|1|2"), 2, 2, "Город|Контакты / Телефон|Контакты / E-mail", []int{3},
		},
		"two rows, the upper ones understood alone": {
			sheet("Фамилия|Имя|Контакты|<", "^|^|Телефон|Skype", "Тестова|Анна|1|2"), 2, 2, "Фамилия|Имя|Контакты / Телефон|Контакты / Skype", []int{3},
		},
		"groups over everything": {
			sheet("Человек|<|Связь|<", "Фамилия|Имя|Телефон|E-mail", "Тестова|Анна|1|2"),
			2, 2, "Человек / Фамилия|Человек / Имя|Связь / Телефон|Связь / E-mail",
			[]int{3},
		},
		"merged people": {
			sheet("Город|Имя", "Алматы|Анна", "^|Ольга", "^|^"), 1, 1, "Город|Имя", []int{2, 3},
		},
		"numbers of columns and totals": {
			sheet("Фамилия|Имя|Телефон", "1|2|3", "Тестова|Анна|1", "Всего человек: 1||", "ИТОГО|<|12,5", "Барлығы|1|", "Grand total||5"), 1, 1, "Фамилия|Имя|Телефон", []int{3},
		},
		"records that only look like totals": {
			sheet("Время|Имя|Город", "Всего|Анна|Алматы", "Жалпы жиналыс||", "1|1|1"), 1, 1, "Время|Имя|Город", []int{2, 3, 4},
		},
		"headings of parts": {
			sheet("Фамилия|Имя|Город", "Алматинские|<|<", "Тестова|Анна|Алматы"), 1, 1, "Фамилия|Имя|Город", []int{3},
		},
	} {
		t.Run(name, func(t *testing.T) {
			table, ok := sheetin.Find(c.sheet, known)
			require.True(t, ok)
			require.Equal(t, c.header, table.Header)
			require.Equal(t, c.height, table.Height)
			require.Equal(t, c.titles, strings.Join(table.Titles, "|"))
			var rows []int
			for _, line := range table.Lines {
				rows = append(rows, line.Row)
			}
			require.Equal(t, c.lines, rows)
		})
	}
}

func TestFindNothing(t *testing.T) {
	for name, s := range map[string]sheetin.Sheet{
		"nothing":               {},
		"one word among others": sheet("Тестова|Анна|Город|1", "Пробная|Ольга|2|3"),
		"no header":             sheet("Тестова|Анна", "Пробная|Ольга"),
		"far below":             sheet(append(make([]string, 150), "Фамилия|Имя")...),
	} {
		_, ok := sheetin.Find(s, known)
		require.False(t, ok, name)
	}
}

func TestAt(t *testing.T) {
	s := sheet("Список", "Фамилия|Имя", "Тестова|Анна")
	require.Equal(t, []string{"Фамилия", "Имя"}, sheetin.At(s, 2, 1).Titles)
	require.Len(t, sheetin.At(s, 2, 1).Lines, 1)
	require.Equal(t, []string{"Список / Фамилия", "Список / Имя"}, sheetin.At(s, 2, 9).Titles, "no more rows than there are")
	require.Empty(t, sheetin.At(s, 3, 1).Lines)
	for _, last := range []int{-1, 0, 4} {
		require.Zero(t, sheetin.At(s, last, 1).Header)
		require.Len(t, sheetin.At(s, last, 1).Lines, 3)
	}
	require.Empty(t, sheetin.At(sheetin.Sheet{}, 1, 1).Titles)
}
