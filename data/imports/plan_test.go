package imports_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/imports"
	"saya/data/store/storetest"
)

const (
	isNew      = imports.New
	isChanged  = imports.Changed
	isSame     = imports.Same
	isDoubtful = imports.Doubtful
	isRejected = imports.Rejected
	isSkipped  = imports.Skipped
)

func TestVolunteersOfEveryOutcome(t *testing.T) {
	s := storetest.New(t)
	known := storetest.Volunteer(t, s, func(v *data.Volunteer) {
		v.Phones, v.Email, v.ConsentOn, v.District = data.List{"+77011234567"}, "a@example.invalid", "2026-01-10", "Медеу"
	})
	p := plan(t, s, imports.Volunteers, "Номер|ФИО|Телефон|Район|Дата рождения",
		"1|Қалиева Әсем|8 701 123 45 67||",
		"1|Калиева Асем|8 (701) 123-45-67|Ауэзов|",
		"|Асем Қалиева|+7 701 123 45 67||01.05.1990",
		"|Бекова Асем|+77011234567||",
		"|Омарова Жанна|87051112233|Медеу|31.02.1990",
		"|Ким Ольга|87051112244||12.03.2001",
		"1|Петрова Нина|||",
		"|Ким|не звонить||",
	)
	require.Equal(t, []imports.Outcome{isSame, isDoubtful, isSame, isDoubtful, isRejected, isNew, isDoubtful, isRejected}, outcomes(p))
	require.Equal(t, imports.Counts{New: 1, Same: 2, Doubtful: 3, Rejected: 2}, p.Counts())
	rows := p.Rows()
	require.Equal(t, known.ID, rows[0].ID)
	require.Equal(t, 2, rows[1].Candidates[0].Row, "row 3 is the person of row 2")
	require.Equal(t, []imports.Change{{"district", "Медеу", "Ауэзов"}}, rows[1].Candidates[0].Changes)
	require.Equal(t, []string{"birth errors.date"}, keys(rows[4].Problems))
	require.Contains(t, keys(rows[5].Warnings), "accepted imports.day_today")
	require.Equal(t, []string{"surname errors.required", "phones errors.phone"}, keys(rows[7].Problems))
	require.Empty(t, rows[5].Changes)
	require.Len(t, volunteers(t, s), 1, "a plan writes nothing")

	apply(t, s, p)
	list := volunteers(t, s)
	require.Len(t, list, 2)
	require.Equal(t, known, list[0])
	ours := list[1]
	require.Equal(t, data.Person{
		Surname: "Ким", Given: "Ольга", Birth: "2001-03-12", Phones: data.List{"+77051112244"},
		Availability: data.Availability{}, Skills: ours.Skills, Directions: ours.Directions, Languages: ours.Languages,
	}, ours.Person)
	require.Equal(t, storetest.Day, ours.Accepted)
	require.Equal(t, int64(2), ours.Number)
}

func TestAnEmptyCellErasesNothing(t *testing.T) {
	s := storetest.New(t)
	known := storetest.Volunteer(t, s, func(v *data.Volunteer) {
		v.Patronymic, v.Email, v.Phones, v.Note = "Ерланқызы", "a@example.invalid", data.List{"+77011234567", "+77021234567"}, "заметка"
		v.Skills, v.Status, v.LeaveSince = data.List{"пение"}, data.OnLeave, "2026-11-01"
	})
	p := plan(t, s, imports.Volunteers, "Номер|ФИО|Телефон|Почта|Примечание|Навыки|Статус|Отчество",
		"1|Қалиева Әсем|8 702 123 45 67| |\u200b|||")
	require.Equal(t, []imports.Outcome{isSame}, outcomes(p))
	apply(t, s, p)
	require.Equal(t, []data.Volunteer{known}, volunteers(t, s))
}

func TestDoubtsAreDecided(t *testing.T) {
	lines := []string{"Номер|ФИО|Телефон|Дата рождения", "1|Петрова Нина|87051112244|12.03.2001"}
	for name, c := range map[string]struct {
		decision func(id int64) imports.Decision
		outcome  imports.Outcome
		surnames []string
		numbers  []int64
	}{
		"same":      {func(id int64) imports.Decision { return imports.Decision{SameAs: id} }, isChanged, []string{"Петрова"}, []int64{1}},
		"new":       {func(int64) imports.Decision { return imports.Decision{New: true} }, isNew, []string{"Қалиева", "Петрова"}, []int64{1, 2}},
		"skipped":   {func(int64) imports.Decision { return imports.Decision{Skip: true} }, isSkipped, []string{"Қалиева"}, []int64{1}},
		"undecided": {func(int64) imports.Decision { return imports.Decision{} }, isDoubtful, []string{"Қалиева"}, []int64{1}},
		"nobody":    {func(int64) imports.Decision { return imports.Decision{SameAs: 4711} }, isDoubtful, []string{"Қалиева"}, []int64{1}},
	} {
		t.Run(name, func(t *testing.T) {
			s := storetest.New(t)
			known := storetest.Volunteer(t, s)
			p := plan(t, s, imports.Volunteers, lines...)
			require.Equal(t, []imports.Outcome{isDoubtful}, outcomes(p))
			require.Equal(t, data.SameNumber, p.Rows()[0].Candidates[0].Rule)
			require.Equal(t, "№ 1 Қалиева Әсем", p.Rows()[0].Candidates[0].Label)
			require.NoError(t, p.Decide(0, c.decision(known.ID)))
			require.Equal(t, []imports.Outcome{c.outcome}, outcomes(p))
			apply(t, s, p)
			var surnames []string
			var numbers []int64
			for _, v := range volunteers(t, s) {
				surnames, numbers = append(surnames, v.Surname), append(numbers, v.Number)
			}
			require.Equal(t, c.surnames, surnames)
			require.Equal(t, c.numbers, numbers)
		})
	}
}

func TestSeveralCandidatesAreDoubtful(t *testing.T) {
	s := storetest.New(t)
	for range 2 {
		storetest.Volunteer(t, s, func(v *data.Volunteer) { v.Phones = data.List{"+77011234567"} })
	}
	p := plan(t, s, imports.Volunteers, "ФИО|Телефон", "Қалиева Әсем|87011234567", "Қалиева Айгерім|87011234567")
	require.Equal(t, []imports.Outcome{isDoubtful, isNew}, outcomes(p), "a telephone alone never matches")
	require.Len(t, p.Rows()[0].Candidates, 2)
}

func TestTheSamePersonTwiceInAFile(t *testing.T) {
	s := storetest.New(t)
	p := plan(t, s, imports.Volunteers, "ФИО|Телефон|Район",
		"Омарова Жанна|8 705 111 22 33|Медеу",
		"Жанна Омарова|+7 705 111-22-33|",
		"Омарова Жанна|8(705)1112233|Ауэзов",
		"Омарова Жанна|77051112233|Алатау",
	)
	require.Equal(t, []imports.Outcome{isNew, isSame, isDoubtful, isDoubtful}, outcomes(p))
	candidate := p.Rows()[2].Candidates[0]
	require.Equal(t, imports.Candidate{
		ID: -2, Row: 2, Rule: data.SamePhoneGiven, Label: "Омарова Жанна",
		Changes: []imports.Change{{"district", "Медеу", "Ауэзов"}},
	}, candidate)

	require.NoError(t, p.Decide(2, imports.Decision{SameAs: candidate.ID}))
	require.Equal(t, []imports.Outcome{isNew, isSame, isChanged, isDoubtful}, outcomes(p))
	require.NoError(t, p.Decide(3, imports.Decision{New: true}))
	require.Equal(t, []imports.Outcome{isNew, isSame, isChanged, isNew}, outcomes(p))
	apply(t, s, p)
	list := volunteers(t, s)
	require.Len(t, list, 2)
	require.Equal(t, "Ауэзов", list[0].District, "the later row on top of the earlier")
	require.Equal(t, "Алатау", list[1].District)
}

func TestAFileOfOnePersonDoesNotGrowSquarely(t *testing.T) {
	s := storetest.New(t)
	lines := []string{"ФИО|Телефон"}
	for range 300 {
		lines = append(lines, "Омарова Жанна|87051112233")
	}
	p := plan(t, s, imports.Volunteers, lines...)
	require.Equal(t, imports.Counts{New: 1, Same: 299}, p.Counts())
}

func TestCorrectedCells(t *testing.T) {
	s := storetest.New(t)
	p := plan(t, s, imports.Volunteers, "ФИО|Телефон|Дата рождения",
		"Омарова Жанна|8705111|12.03.2001",
		"Омарова Жанна|87051112233|13.03.2001",
		"Ким Ольга|#N/A|",
	)
	require.Equal(t, []imports.Outcome{isRejected, isNew, isRejected}, outcomes(p))
	require.Equal(t, []string{"phones imports.cell_failed"}, keys(p.Rows()[2].Problems))

	require.NoError(t, p.Correct(2, "phones", ""))
	require.NoError(t, p.Correct(0, "phones", "8 705 111 22 33"))
	require.Equal(t, []imports.Outcome{isNew, isDoubtful, isNew}, outcomes(p), "now row 3 is the person of row 2")
	require.Equal(t, "8 705 111 22 33", p.Rows()[0].Texts()[1])
	require.NoError(t, p.Correct(1, "birth", "12.03.2001"))
	require.Equal(t, []imports.Outcome{isNew, isSame, isNew}, outcomes(p))
	require.NoError(t, p.Correct(0, "full_name", "Ахметова Дана"))
	require.Equal(t, []imports.Outcome{isNew, isDoubtful, isNew}, outcomes(p), "telephone and birth date are still hers")
	require.NoError(t, p.Correct(0, "phones", "8 705 111 22 34"))
	require.Equal(t, []imports.Outcome{isNew, isNew, isNew}, outcomes(p))
	require.Equal(t, []string{"value imports.no_column"}, keys(data.Refusals(p.Correct(0, "value", "x"))))
	apply(t, s, p)
	require.Len(t, volunteers(t, s), 3)
}

func TestAFieldWithoutAColumnIsFilledIn(t *testing.T) {
	s := storetest.New(t)
	p := plan(t, s, imports.Events, "Дата|Время|Название", "05.12.2026|10:00|День открытых дверей", "06.12.2026|10:00-11:00|Концерт")
	require.Equal(t, []imports.Outcome{isRejected, isNew}, outcomes(p))
	require.NoError(t, p.Correct(0, "type", "экскурсия"))
	require.NoError(t, p.Correct(0, "end_at", "12:30"))
	require.Equal(t, []imports.Outcome{isNew, isNew}, outcomes(p), keys(p.Rows()[0].Problems))
	require.Equal(t, map[imports.Field]string{"type": "экскурсия", "end_at": "12:30"}, p.Rows()[0].Extra())
	require.Equal(t, []string{"05.12.2026", "10:00", "День открытых дверей"}, p.Rows()[0].Texts())
	require.Empty(t, p.Rows()[1].Extra())
	require.NoError(t, p.Correct(0, "type", ""))
	require.Equal(t, []imports.Outcome{isRejected, isNew}, outcomes(p))
	require.Equal(t, map[imports.Field]string{"end_at": "12:30"}, p.Rows()[0].Extra())
	require.NoError(t, p.Correct(0, "type", "экскурсия"))
	apply(t, s, p)
	require.Equal(t, data.Local("2026-12-05T12:30"), events(t, s)[0].End)
	require.Equal(t, data.Excursion, events(t, s)[0].Type)
}

func TestAMatrixIsRefused(t *testing.T) {
	tab := table(t, "ФИО|46327|46328|46329|Всего часов", "Қалиева Әсем|1||2|3")
	src := imports.Source{Kind: imports.Hours, Table: tab, Mapping: imports.Guess(imports.Hours, tab.Titles), Today: storetest.Day}
	_, err := imports.NewPlan(t.Context(), storetest.New(t), storetest.Actor(), src)
	require.Equal(t, []string{" imports.matrix"}, keys(data.Refusals(err)))
}

func TestNotesAreNoPeople(t *testing.T) {
	for _, note := range []string{
		"* - студенты КазНУ", "Примечание: список неполный", "Составила: Ахметова Дина", "Новые волонтёры", "Жаңадан келген волонтерлер",
		"список неполный, дополнить до конца месяца", "Қабылданды 5 адам", "Исп.: Савченко Ю., 8 701 000 00 02",
	} {
		for _, k := range []imports.Kind{imports.Volunteers, imports.Applications} {
			p := plan(t, storetest.New(t), k, "ФИО|Телефон", note+"|")
			require.Equal(t, []imports.Outcome{isRejected}, outcomes(p), note)
			require.Contains(t, keys(p.Rows()[0].Problems), "full_name imports.not_a_name", note)
		}
	}
	p := plan(t, storetest.New(t), imports.Volunteers, "ФИО|Телефон", "Омарова Жаңагүл Ерлан қызы|", "Новикова Жана|")
	require.Equal(t, []imports.Outcome{isNew, isNew}, outcomes(p))
}

func TestASecondTableIsNotReadWithTheTitlesOfTheFirst(t *testing.T) {
	s := storetest.New(t)
	p := plan(t, s, imports.Volunteers, "ФИО|Телефон|Дата вступления", "Иванкина Роза Петровна|87015551201|01.02.2025",
		"Выбывшие||", "ФИО|Телефон|Дата ухода", "Петренко Ольга Ивановна|87015551202|01.02.2026")
	require.Equal(t, []imports.Outcome{isNew}, outcomes(p))
	require.Equal(t, []string{" imports.table_below"}, keys(p.Notices()))
	require.Equal(t, []any{"Row", 4}, p.Notices()[0].Args)
}

func TestAllThatIsWrongWithARowIsSaidAtOnce(t *testing.T) {
	s := storetest.New(t)
	p := plan(t, s, imports.Volunteers, "ФИО|Телефон|Дата рождения|Почта|Статус", "Омарова Жанна|87051112233|31.02.1990|нет почты|странный")
	require.ElementsMatch(t, []string{"birth errors.date", "status errors.choice", "email errors.email"}, keys(p.Rows()[0].Problems))
	p = plan(t, s, imports.Events, "Дата|Время|Название", "когда-нибудь|10:00|Просто день", "05.12.2026|10:00-11:00|Просто день")
	require.ElementsMatch(t, []string{"day errors.date", "type errors.required"}, keys(p.Rows()[0].Problems))
	require.Equal(t, []string{"type errors.required"}, keys(p.Rows()[1].Problems))
}

func TestApplyAndUndo(t *testing.T) {
	s := storetest.New(t)
	known := storetest.Volunteer(t, s)
	lines := []string{"Номер|ФИО|Район", "1|Қалиева Әсем|Медеу", "|Омарова Жанна|"}
	p := plan(t, s, imports.Volunteers, lines...)
	require.Equal(t, []imports.Outcome{isChanged, isNew}, outcomes(p))
	done := 0
	id, err := p.Apply(t.Context(), s, storetest.Actor(), func(n, total int) {
		done = n
		require.Equal(t, 2, total)
	})
	require.NoError(t, err)
	require.Equal(t, 2, done)
	require.Len(t, volunteers(t, s), 2)
	require.Equal(t, imports.Counts{Same: 2}, plan(t, s, imports.Volunteers, lines...).Counts())

	require.NoError(t, s.Undo(t.Context(), storetest.Actor(), id))
	require.Equal(t, []data.Volunteer{known}, volunteers(t, s))
}

func TestAnImportIsWholeOrNotAtAll(t *testing.T) {
	s := storetest.New(t)
	storetest.Volunteer(t, s)
	p := plan(t, s, imports.Volunteers, "Номер|ФИО|Район", "|Омарова Жанна|", "1|Қалиева Әсем|Медеу")
	v := volunteers(t, s)[0]
	v.Note = "changed meanwhile"
	_, err := s.SaveVolunteer(t.Context(), storetest.Actor(), v)
	require.NoError(t, err)
	_, err = p.Apply(t.Context(), s, storetest.Actor(), nil)
	require.Equal(t, []string{" errors.changed_meanwhile"}, keys(data.Refusals(err)))
	require.Len(t, volunteers(t, s), 1)

	ctx, cancel := context.WithCancel(t.Context())
	p = plan(t, s, imports.Volunteers, "ФИО", "Омарова Жанна")
	_, err = p.Apply(ctx, s, storetest.Actor(), func(int, int) { cancel() })
	require.ErrorIs(t, err, context.Canceled)
	require.Len(t, volunteers(t, s), 1)
}

func TestNumbersOfTheFileGoBeforeGivenOnes(t *testing.T) {
	s := storetest.New(t)
	p := plan(t, s, imports.Volunteers, "Номер|ФИО", "|Омарова Жанна", "1|Ким Ольга", "№ 7|Ахметова Дана", "87011234567|Сейтова Айна")
	require.Equal(t, []imports.Outcome{isNew, isNew, isNew, isRejected}, outcomes(p))
	apply(t, s, p)
	got := map[string]int64{}
	for _, v := range volunteers(t, s) {
		got[v.Surname] = v.Number
	}
	require.Equal(t, map[string]int64{"Омарова": 8, "Ким": 1, "Ахметова": 7}, got)
}

func TestAMappingWithoutANameIsRefused(t *testing.T) {
	s := storetest.New(t)
	src := imports.Source{Kind: imports.Volunteers, Table: table(t, "А", "Б"), Mapping: imports.Mapping{"phones"}, Today: storetest.Day}
	_, err := imports.NewPlan(t.Context(), s, storetest.Actor(), src)
	require.Equal(t, []string{"full_name imports.no_column"}, keys(data.Refusals(err)))
	src.Kind = "cats"
	_, err = imports.NewPlan(t.Context(), s, storetest.Actor(), src)
	require.Equal(t, []string{" imports.no_column"}, keys(data.Refusals(err)))
}
