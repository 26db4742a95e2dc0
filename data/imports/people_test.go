package imports_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/imports"
	"saya/data/store/storetest"
)

func TestAllFieldsOfAVolunteer(t *testing.T) {
	s := storetest.New(t)
	p := plan(t, s, imports.Volunteers,
		"Номер|Фамилия|Имя|Отчество|Дата рождения|ИИН|Пол|Телефон|Доп. телефон|Почта|Регион|Район|Место учебы|Курс|Языки|Навыки|Направления|Статус|Дата принятия|Согласие на ПД|Передача третьим лицам|Координатор|Форма волонтерства|Как упоминать|Кодекс этики",
		"12|Омарова|Жанна|Ерлановна|01.01.1985|850101450008|ж|8 701 111 22 33; 8 702 111 22 33|87031112233|ZH@Example.invalid|г. Алматы|Медеу|КазНУ|2 курс|казахский, английский B2|пение; дизайн|Bilim, Саулық|активная|=46032|10.01.2026|да|нет|корпоративная|по имени|+",
	)
	row := p.Rows()[0]
	require.Equal(t, isNew, row.Outcome, keys(row.Problems))
	require.Equal(t, []string{"ethics_on imports.day_unsaid"}, keys(row.Warnings))
	require.Equal(t, "2026-01-10", row.Texts()[18], "the serial reads as a day")
	apply(t, s, p)
	v := volunteers(t, s)[0]
	require.Equal(t, data.Volunteer{
		ID: v.ID, Version: v.Version, Number: 12, Status: data.Active, Accepted: "2026-01-10", ConsentOn: "2026-01-10", ConsentThird: true,
		Form: "2-1", Naming: data.ByName,
		Person: data.Person{
			Surname: "Омарова", Given: "Жанна", Patronymic: "Ерлановна", Birth: "1985-01-01", IIN: "850101450008", Sex: data.Female,
			Phones: data.List{"+77011112233", "+77021112233", "+77031112233"}, Email: "zh@example.invalid", Region: "750000000",
			District: "Медеу", Workplace: "КазНУ", StudyYear: 2,
			Languages: data.Languages{{Code: "kk"}, {Code: "en", Level: "B2"}}, Skills: data.List{"пение", "дизайн"},
			Directions: data.List{"bilim", "saulyq"},
		},
	}, v)
}

func TestOddValuesOfPeople(t *testing.T) {
	s := storetest.New(t)
	storetest.Volunteer(t, s, func(v *data.Volunteer) { v.IIN = "850101450008" })
	header := "Номер|ФИО|ИИН|Дата рождения|Телефон|Статус|Причина ухода|Дата ухода|Пол|Направление|Дата принятия|Ата-анасы|Согласие на ПД"
	for name, c := range map[string]struct {
		row      string
		outcome  imports.Outcome
		problems []string
		warnings []string
	}{
		"year of birth":     {"|Омарова Жанна||1999|||||||||", isNew, nil, []string{"birth imports.birth_year", "accepted imports.day_today", "consent_on errors.consent_required"}},
		"year as a number":  {"|Омарова Жанна||=1999|||||||10.01.2026||10.01.2026", isNew, nil, []string{"birth imports.birth_year"}},
		"iin states birth":  {"|Омарова Жанна|990101451231||||||||10.01.2026||10.01.2026", isRejected, []string{"iin errors.iin_checksum"}, nil},
		"iin differs":       {"|Омарова Жанна|900101351235|02.01.1990|||||||10.01.2026||10.01.2026", isNew, nil, []string{"sex imports.from_iin", "birth errors.iin_birth"}},
		"no such day":       {"|Омарова Жанна||31.02.1990|||||||||", isRejected, []string{"birth errors.date"}, nil},
		"born in 2031":      {"|Омарова Жанна||01.01.2031|||||||10.01.2026||", isRejected, []string{"birth errors.date_future"}, nil},
		"unknown status":    {"|Омарова Жанна||||странный||||||| ", isRejected, []string{"status errors.choice"}, nil},
		"is she one: yes":   {"|Омарова Жанна||01.01.1990||да|||||10.01.2026||10.01.2026", isNew, nil, nil},
		"is she one: no":    {"|Омарова Жанна||01.01.1990||нет|||||10.01.2026||10.01.2026", isRejected, []string{"left_reason errors.reason_required", "left_on errors.required"}, nil},
		"left, no reason":   {"|Омарова Жанна||01.01.1990||выбыла||01.11.2026|||10.01.2026||10.01.2026", isRejected, []string{"left_reason errors.reason_required"}, nil},
		"left elsewhere":    {"|Омарова Жанна||01.01.1990||выбыла|вышла замуж|01.11.2026|||10.01.2026||10.01.2026", isNew, nil, []string{"left_reason imports.other_reason"}},
		"unknown direction": {"|Омарова Жанна||01.01.1990||||||космос|10.01.2026||10.01.2026", isNew, nil, []string{"directions imports.unknown_word"}},
		"under 14":          {"|Омарова Жанна||01.01.2015|||||||10.01.2026||10.01.2026", isRejected, []string{"guardian_name errors.guardian_required"}, nil},
		"under 14 guarded":  {"|Омарова Жанна||01.01.2015|||||||10.01.2026|Омарова Дана|10.01.2026", isNew, nil, nil},
		"name order":        {"|Нұрлан Айдос||01.01.1990|||||||10.01.2026||10.01.2026", isNew, nil, []string{"full_name imports.name_order"}},
		"known iin":         {"|Бекова Әсем|850101450008||||||||||", isChanged, nil, nil},
		"iin, other names":  {"|Петрова Нина|850101450008||||||||||", isDoubtful, nil, nil},
		"several phones":    {"|Омарова Жанна||01.01.1990|8701; 87011234567||||||10.01.2026||", isRejected, []string{"phones errors.phone"}, nil},
		"not a word of sex": {"|Омарова Жанна|||||||?||||", isRejected, []string{"sex errors.choice"}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			p := plan(t, s, imports.Volunteers, header, c.row)
			row := p.Rows()[0]
			require.Equal(t, c.outcome, row.Outcome, keys(row.Problems))
			if c.problems != nil {
				require.Equal(t, c.problems, keys(row.Problems))
			}
			if c.outcome == isNew {
				require.ElementsMatch(t, c.warnings, keys(row.Warnings))
			}
		})
	}
}

func TestSpellingsOfOneNameMeet(t *testing.T) {
	s := storetest.New(t)
	known := storetest.Volunteer(t, s, func(v *data.Volunteer) { v.Phones = data.List{"+77011234567"} })
	for _, name := range []string{"Қалиева Әсем", "КАЛИЕВА АСЕМ", "Qalieva Ásem", "Qaliyeva Äsem", "Kaliyeva Asem", "Асем Калиева", "Әсем Қалиева"} {
		p := plan(t, s, imports.Volunteers, "Аты-жөні|Ұялы тел.", name+"|8 701 123 45 67")
		require.Equal(t, []imports.Outcome{isSame}, outcomes(p), name)
		require.Equal(t, known.ID, p.Rows()[0].ID)
	}
}

func TestApplicationsOfEveryOutcome(t *testing.T) {
	s := storetest.New(t)
	open := storetest.Application(t, s, func(a *data.Application) { a.Phones = data.List{"+77011234567"} })
	decided := storetest.Application(t, s, func(a *data.Application) {
		a.Surname, a.Given, a.Phones, a.Status = "Ким", "Ольга", data.List{"+77021234567"}, data.Declined
		a.Reason, a.DecidedOn = "not_now", "2026-11-12"
	})
	header := "Отметка времени|ФИО|Телефон|Статус|Причина|Район"
	p := plan(t, s, imports.Applications, header,
		"10.11.2026 14:05:33|Омарова Жанна|87011234567|на рассмотрении||",
		"10.11.2026|Ким Ольга|87021234567|||Медеу",
		"20.11.2026|Ким Ольга|87021234567|||",
		"20.11.2026|Айгерим|87031234567|||",
		"20.11.2026|Айгерим|87041234567|принята||",
		"20.11.2026|Айгерим|87051234567|отказ|переехала|",
		"12.11.2026|Омарова Жанна|87011234567|||",
	)
	require.Equal(t, []imports.Outcome{isSame, isChanged, isNew, isNew, isRejected, isNew, isDoubtful}, outcomes(p))
	rows := p.Rows()
	require.Equal(t, open.ID, rows[0].ID)
	require.Equal(t, decided.ID, rows[1].ID)
	require.Equal(t, []string{"status imports.accepted_is_volunteer"}, keys(rows[4].Problems))
	require.Contains(t, keys(rows[5].Warnings), "reason imports.other_reason")
	require.NoError(t, p.Decide(6, imports.Decision{Skip: true}))
	id := apply(t, s, p)
	var list []data.Application
	require.NoError(t, s.EachApplication(t.Context(), nil, func(a data.Application) error {
		list = append(list, a)
		return nil
	}))
	require.Len(t, list, 5)
	require.Equal(t, "Медеу", list[1].District)
	require.Equal(t, data.Date("2026-11-20"), list[3].ReceivedOn)
	require.NoError(t, s.Undo(t.Context(), storetest.Actor(), id))
}

func TestSeveralPeopleInACell(t *testing.T) {
	s := storetest.New(t)
	for _, k := range []imports.Kind{imports.Volunteers, imports.Applications} {
		p := plan(t, s, k, "ФИО|Телефон", "Ли Виктория / Ли Анна (сестры)|8 705 111 22 33", "Савченко (Петрова) Юлия Александровна|8 705 111 22 44")
		require.Equal(t, []imports.Outcome{isRejected, isNew}, outcomes(p))
		require.Equal(t, []string{"full_name imports.name_several"}, keys(p.Rows()[0].Problems))
	}
}

func TestNoTelephones(t *testing.T) {
	for cell, warned := range map[string]bool{"нет": false, "Жоқ": false, "no": false, "не знаю": true, "Белгісіз": true} {
		s := storetest.New(t)
		p := plan(t, s, imports.Volunteers, "ФИО|Телефон", "Омарова Жанна|"+cell)
		require.Equal(t, []imports.Outcome{isNew}, outcomes(p), cell)
		require.Equal(t, warned, slices.Contains(keys(p.Rows()[0].Warnings), "phones imports.phone_unknown"), cell)
		apply(t, s, p)
		require.Empty(t, volunteers(t, s)[0].Phones, cell)
	}
}

func TestSeveralTelephonesInACell(t *testing.T) {
	for cell, want := range map[string]struct {
		phones data.List
		warned bool
	}{
		"8 705 111 22 33 / 8 705 111 22 44":      {data.List{"+77051112233", "+77051112244"}, false},
		"8-705-111-22-33 (мама 8-705-111-22-44)": {data.List{"+77051112233"}, true},
		"8 (705) 111-22-33/8(705)1112244":        {data.List{"+77051112233", "+77051112244"}, false},
		"8 705 111 22 33; нет":                   {data.List{"+77051112233"}, true},
		"8 705 111 22 33 (8 705 111 22 44)":      {data.List{"+77051112233", "+77051112244"}, false},
		"87051112233 (WhatsApp)":                 {data.List{"+77051112233"}, true},
	} {
		s := storetest.New(t)
		p := plan(t, s, imports.Volunteers, "ФИО|Телефон", "Омарова Жанна|"+cell)
		require.Equal(t, []imports.Outcome{isNew}, outcomes(p), cell)
		if want.warned {
			require.Contains(t, keys(p.Rows()[0].Warnings), "phones imports.phone_left_out", cell)
		}
		apply(t, s, p)
		require.Equal(t, want.phones, volunteers(t, s)[0].Phones, cell)
	}
}

func TestADashIsAnEmptyCell(t *testing.T) {
	s := storetest.New(t)
	p := plan(t, s, imports.Volunteers, "ФИО|Телефон|Место работы|Дата рождения|Координатор", "Омарова Жанна|-|—|–|-")
	require.Equal(t, []imports.Outcome{isNew}, outcomes(p), keys(p.Rows()[0].Problems))
	apply(t, s, p)
	require.Empty(t, volunteers(t, s)[0].Workplace)
}

func TestApplicantsWhoAreVolunteersOrDoNotConsent(t *testing.T) {
	s := storetest.New(t)
	storetest.Volunteer(t, s, func(v *data.Volunteer) { v.Phones = data.List{"+77011234567"} })
	p := plan(t, s, imports.Applications, "ФИО|Телефон|Даю согласие на сбор и обработку персональных данных",
		"Қалиева Әсем|8 701 123 45 67|да", "Омарова Жанна|8 701 123 45 67|Нет")
	require.Equal(t, []imports.Outcome{isNew, isNew}, outcomes(p))
	require.Contains(t, keys(p.Rows()[0].Warnings), "full_name imports.already_volunteer")
	require.NotContains(t, keys(p.Rows()[1].Warnings), "full_name imports.already_volunteer")
	require.Contains(t, keys(p.Rows()[0].Warnings), "consent_on imports.consent_later")
	require.Contains(t, keys(p.Rows()[1].Warnings), "consent_on imports.consent_refused")
	require.NotContains(t, keys(p.Rows()[0].Warnings), "consent_on imports.consent_refused")
}

func TestInitialsThatFitAreDoubtful(t *testing.T) {
	s := storetest.New(t)
	known := storetest.Volunteer(t, s, func(v *data.Volunteer) {
		v.Surname, v.Given, v.Patronymic, v.Birth, v.Phones = "Токарева", "Светлана", "Ивановна", "1990-02-03", data.List{"+77011234567"}
	})
	p := plan(t, s, imports.Volunteers, "ФИО|Дата рождения|Телефон", "Токарева С.И.|03.02.1990|87011234567", "Токарева С.|03.02.1990|",
		"Токарева Д.И.|03.02.1990|87011234567", "Омарова Ж.|01.01.1991|", "Омарова Жанна|01.01.1991|")
	require.Equal(t, []imports.Outcome{isDoubtful, isDoubtful, isDoubtful, isNew, isDoubtful}, outcomes(p), "twins of one family are asked about")
	require.Equal(t, known.ID, p.Rows()[0].Candidates[0].ID)
	require.NoError(t, p.Decide(0, imports.Decision{SameAs: known.ID}))
	require.Equal(t, isSame, p.Rows()[0].Outcome, "an initial does not replace the name")
}
