package imports_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/imports"
	"saya/data/store"
	"saya/data/store/storetest"
)

// messy writes a list as a hurried person does: people in any order and spelling, some twice, some cells wrong.
func messy(rnd *rand.Rand, n int) []string {
	lines := []string{"№|Аты-жөні|Тел.|Д.р.|Пол|Почта|Район|Навыки|Статус|Принята|Согласие на ПД|Примечание"}
	pick := func(list ...string) string { return list[rnd.IntN(len(list))] }
	for i := range n {
		who := rnd.IntN(n)
		surname := []string{"Омарова", "Қалиева", "Ким", "Петренко", "Сейітова"}[who%5]
		given := []string{"Жанна", "Әсем", "Ольга"}[who%3]
		name := pick(surname+" "+given, surname+" "+given+" Ерланқызы", strings.ToUpper(surname)+" "+given)
		phone := fmt.Sprintf("8 70%d %03d 45 %02d", who%9, who, who%100)
		lines = append(lines, strings.Join([]string{
			fmt.Sprint(i + 1), name, pick(phone, phone, "", "12"), pick("12.03.1990", "1990-03-12", "", "31.02.1990", "1990"),
			pick("ж", "Әйел", "", "?"), pick("", fmt.Sprintf("p%d@example.invalid", who)), pick("Медеу", "Ауэзов", ""),
			pick("пение; танцы", "", "дизайн"), pick("", "активная", "в отпуске"), pick("10.01.2026", "11.01.2026", ""),
			pick("10.01.2026", "да", ""), pick("", "=звонить вечером", "x"),
		}, "|"))
	}
	return lines
}

// content is all that a centre holds of people, without versions.
func content(t *testing.T, s *store.Store) []data.Volunteer {
	list := volunteers(t, s)
	for i := range list {
		list[i].Version = 0
	}
	return list
}

func TestImportingTwiceChangesNothing(t *testing.T) {
	for seed := range uint64(25) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			rnd := rand.New(rand.NewPCG(seed, 1))
			s := storetest.New(t)
			storetest.Volunteer(t, s)
			lines := messy(rnd, 40)
			before := content(t, s)
			p := planLoosely(t, s, lines)
			require.Equal(t, before, content(t, s), "a plan writes nothing")
			require.Len(t, p.Rows(), 40)
			counts := p.Counts()
			require.Equal(t, 40, counts.New+counts.Changed+counts.Same+counts.Doubtful+counts.Rejected+counts.Skipped)
			id := apply(t, s, p)
			first := content(t, s)
			require.Len(t, first, len(before)+counts.New)

			again := planLoosely(t, s, lines)
			for i, row := range p.Rows() {
				if row.Outcome == isNew || row.Outcome == isSame {
					require.NotContains(t, []imports.Outcome{isNew, isChanged}, again.Rows()[i].Outcome, "row %d: %s", i, lines[i+1])
				}
			}
			require.Zero(t, again.Counts().Changed)

			// what is written as the centre holds it, comes back the same, row by row
			rows := []string{exportHeader}
			for _, v := range first {
				rows = append(rows, exported(v))
			}
			back := plan(t, s, imports.Volunteers, rows...)
			require.Equal(t, imports.Counts{Same: len(first)}, back.Counts())
			empty := apply(t, s, back)
			require.Zero(t, empty, "nothing differs, nothing is written")
			require.Equal(t, first, content(t, s))

			require.NoError(t, s.Undo(t.Context(), storetest.Actor(), id))
			require.Equal(t, before, content(t, s))
		})
	}
}

// planLoosely plans a list with a column of line numbers, which means nothing.
func planLoosely(t *testing.T, s *store.Store, lines []string) *imports.Plan {
	t.Helper()
	tab := table(t, lines...)
	m := imports.Guess(imports.Volunteers, tab.Titles)
	require.Equal(t, 1, strings.Count(fmt.Sprint(m), "[ "), "only the line numbers are left out")
	p, err := imports.NewPlan(t.Context(), s, storetest.Actor(), imports.Source{Kind: imports.Volunteers, Table: tab, Mapping: m, Today: storetest.Day})
	require.NoError(t, err)
	return p
}

const exportHeader = "Нөмірі|Тегі|Аты|Әкесінің аты|Телефондары|Туған күні|Жынысы|Электрондық пошта|Қаланың ауданы|Дағдылары|Күйі|Қабылданған күні|Ескертпе"

func exported(v data.Volunteer) string {
	return strings.Join([]string{
		fmt.Sprint(v.Number), v.Surname, v.Given, v.Patronymic, strings.Join(v.Phones, "; "), string(v.Birth), string(v.Sex), v.Email,
		v.District, strings.Join(v.Skills, ", "), string(v.Status), string(v.Accepted), v.Note,
	}, "|")
}
