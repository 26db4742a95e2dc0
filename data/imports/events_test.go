package imports_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/imports"
	"saya/data/sheetin"
	"saya/data/store"
	"saya/data/store/storetest"
)

func events(t testing.TB, s *store.Store) []data.Event {
	t.Helper()
	var out []data.Event
	require.NoError(t, s.EachEvent(t.Context(), func(e data.Event) error {
		out = append(out, e)
		return nil
	}))
	return out
}

func TestEventsOfEveryOutcome(t *testing.T) {
	s := storetest.New(t)
	v := storetest.Volunteer(t, s)
	hall := storetest.Venue(t, s)
	known := storetest.Event(t, s)
	lines := []string{
		"Дата|Время|Название|Место проведения|Ответственный|Количество участников|С участием проживающих|Тип",
		"21.11.2026|10:00-12:00|Мастер-класс||||нет|",
		"21.11.2026|10:00 – 12:00|МАСТЕР КЛАСС|||15|нет|",
		"20.11.2026|15:00-17:00|Концерт студентов|зал|Қалиева Ә.|40|нет|концерт",
		"20.11.2026|16:00-18:00|Выставка|Зал|||нет|",
		"05.12.2026|10.00-11.30|Шеберлік сабағы: кілем|Көгілдір бөлме|Қалиева Әсем||иә|",
		"06.12.2026|10:00-11:30|Мастер-класс|Көгілдір бөлме|1||нет|",
		"06.12.2026|11:00-12:00|Семинар|көгілдір бөлме|||нет|",
		"07.12.2026||Семинар||||нет|",
		"08.12.2026|10:00|Семинар||||нет|",
		"09.12.2026|10:00-11:00|День||||нет|",
	}
	p := plan(t, s, imports.Events, lines...)
	require.Equal(t, []imports.Outcome{
		isSame, isDoubtful, isNew, isRejected, isNew, isNew, isRejected, isRejected, isRejected, isRejected,
	}, outcomes(p))
	rows := p.Rows()
	require.Equal(t, known.ID, rows[0].ID)
	require.Contains(t, keys(rows[2].Warnings), "coordinator_id imports.coordinator_unknown")
	require.Equal(t, []string{"venue_id errors.venue_twice"}, keys(rows[3].Problems), "the hall holds one event at a time")
	require.Equal(t, []string{"venue_id errors.venue_twice"}, keys(rows[6].Problems), "also a hall that is to be made")
	require.Equal(t, []string{"start_at errors.required", "end_at errors.required"}, keys(rows[7].Problems))
	require.Equal(t, []string{"end_at errors.required"}, keys(rows[8].Problems))
	require.Equal(t, []string{"type errors.required"}, keys(rows[9].Problems), "nothing was written")
	require.Equal(t, []string{"venue_id imports.venues_new"}, keys(p.Notices()))

	require.NoError(t, p.Decide(1, imports.Decision{SameAs: -2}))
	require.Equal(t, isChanged, p.Rows()[1].Outcome)
	id := apply(t, s, p)
	list := events(t, s)
	require.Len(t, list, 4)
	require.Equal(t, data.KnownCount(15), list[0].PublicCount)
	require.Equal(t, data.Names{RU: "Концерт студентов"}, list[1].Title)
	require.Equal(t, hall.ID, list[1].VenueID)
	require.Equal(t, data.Held, list[1].Status, "it is over")
	e := list[2]
	require.Equal(t, data.Names{KK: "Шеберлік сабағы: кілем"}, e.Title)
	require.Equal(t, data.MasterClass, e.Type)
	require.Equal(t, data.Planned, e.Status)
	require.True(t, e.Residents)
	require.Equal(t, v.ID, e.CoordinatorID)
	require.Equal(t, data.Local("2026-12-05T11:30"), e.End)
	require.Equal(t, e.VenueID, list[3].VenueID, "a new place is made once")

	again := plan(t, s, imports.Events, lines...)
	require.Equal(t, []imports.Outcome{isSame, isSame, isSame, isRejected, isSame, isSame}, outcomes(again)[:6])
	require.NoError(t, s.Undo(t.Context(), storetest.Actor(), id))
	require.Equal(t, []data.Event{known}, events(t, s))
	venues, err := s.Venues(t.Context(), data.VenueFilter{})
	require.NoError(t, err)
	require.Equal(t, []int64{hall.ID}, venues)
}

func TestEventsThatAreSilentAboutResidents(t *testing.T) {
	s := storetest.New(t)
	p := plan(t, s, imports.Events, "Дата и время|Продолжительность|Тема|Статус",
		"20.11.2026 15:00|2 ч|Тренинг по общению|проведено", "20.12.2026 15:00|1:30|Тренинг по общению|план",
		"20.12.2026 18:00|1:30|Тренинг по праву|проведено")
	require.Equal(t, []imports.Outcome{isNew, isNew, isRejected}, outcomes(p), keys(p.Rows()[0].Problems))
	require.Equal(t, []string{"residents imports.residents_unsaid"}, keys(p.Notices()))
	require.Equal(t, []any{"Count", 2}, p.Notices()[0].Args)
	require.Equal(t, []string{"status errors.event_not_held"}, keys(p.Rows()[2].Problems))
	apply(t, s, p)
	require.Equal(t, data.Local("2026-12-20T16:30"), events(t, s)[1].End)
}

func TestNumbersOfPeopleThatAreNotExact(t *testing.T) {
	s := storetest.New(t)
	p := plan(t, s, imports.Events, "Дата|Время|Тема|Кол-во участников", "20.12.2026|10:00-11:00|Концерт|25 чел.",
		"21.12.2026|10:00-11:00|Концерт|ок. 120", "22.12.2026|10:00-11:00|Концерт|200-300", "23.12.2026|10:00-11:00|Концерт|много")
	require.Equal(t, []imports.Outcome{isNew, isNew, isNew, isNew}, outcomes(p))
	for i, want := range []string{"", "imports.count_about", "imports.count_left_out", "imports.count_left_out"} {
		if want == "" {
			require.NotContains(t, keys(p.Rows()[i].Warnings), "public_count imports.count_about")
			continue
		}
		require.Contains(t, keys(p.Rows()[i].Warnings), "public_count "+want)
	}
	apply(t, s, p)
	var counts []data.Count
	for _, e := range events(t, s) {
		counts = append(counts, e.PublicCount)
	}
	require.Equal(t, []data.Count{data.KnownCount(25), data.KnownCount(120), {}, {}}, counts)
}

func TestWhyADayIsNone(t *testing.T) {
	s := storetest.New(t)
	for day, want := range map[string]string{
		"по средам": "imports.date_series", "Әр сәрсенбі сайын": "imports.date_series", "every Monday": "imports.date_series",
		"1-3 июня 2027": "imports.date_several", "25 ноября – 10 декабря 2026": "imports.date_several", "с 1.12.2026 по 3.12.2026": "imports.date_several",
		"28-29 ноября": "imports.date_several", "15-20 мая 2026": "imports.date_several", "Dec 20-26": "imports.date_several", "28-29 қараша": "imports.date_several",
		"5, 12 ноября 2026": "imports.date_several", "5 и 12 ноября": "imports.date_several", "5-6.11.2026": "imports.date_several",
		"январь 2027": "imports.date_no_day", "2027": "errors.date", "3.11": "imports.date_no_year", "=3.11": "imports.date_no_year",
		"3 ноября": "imports.date_no_year", "31.02.2026": "errors.date", "2026-02-31": "errors.date", "31-02-2026": "errors.date", "скоро": "errors.date",
	} {
		p := plan(t, s, imports.Events, "Дата|Время|Тема", day+"|10:00-11:00|Концерт")
		require.Equal(t, []string{"day " + want}, keys(p.Rows()[0].Problems), day)
	}
}

func TestDaysOfBothOrdersAreRefused(t *testing.T) {
	s := storetest.New(t)
	src := source(t, imports.Events, "Дата|Время|Тема", "14/3/2026|10:00-11:00|Концерт", "3/15/2026|10:00-11:00|Концерт", "3/4/2026|10:00-11:00|Концерт")
	rows := [][]sheetin.Cell{{cell("Дата"), cell("Время"), cell("Тема")}}
	for _, line := range src.Table.Lines {
		rows = append(rows, line.Cells)
	}
	src.Table = sheetin.At(sheetin.Sheet{Rows: rows}, 1, 1)
	p, err := imports.NewPlan(t.Context(), s, storetest.Actor(), src)
	require.NoError(t, err)
	require.Equal(t, []imports.Outcome{isNew, isNew, isRejected}, outcomes(p))
	require.Equal(t, []string{"day imports.day_or_month"}, keys(p.Rows()[2].Problems))
}

func TestAMinorCoordinatesNoEventWithResidents(t *testing.T) {
	s := storetest.New(t)
	storetest.Volunteer(t, s, func(v *data.Volunteer) { v.Birth = "2010-01-01" })
	p := plan(t, s, imports.Events, "Дата|Время|Название|Координатор|Проживающие",
		"20.11.2026|10:00-11:00|Концерт|№ 1|да", "21.11.2026|10:00-11:00|Концерт|№ 1|нет")
	require.Equal(t, []imports.Outcome{isRejected, isNew}, outcomes(p))
	require.Equal(t, []string{"volunteer_id errors.minor_with_residents"}, keys(p.Rows()[0].Problems))
}

func TestACoordinatorIsNotAtTwoEventsOfAFile(t *testing.T) {
	s := storetest.New(t)
	storetest.Volunteer(t, s)
	p := plan(t, s, imports.Events, "Дата|Начало|Окончание|Название|Координатор|Проживающие|Причина сохранения при конфликте",
		"20.11.2026|10:00|11:00|Концерт|Қалиева Әсем|нет|", "20.11.2026|10:30|11:00|Выставка|Қалиева Әсем|нет|",
		"20.11.2026|10:30|11:00|Тренинг|Қалиева Әсем|нет|вместе", "20.11.2026|23:00|01:00|Встреча||нет|")
	require.Equal(t, []imports.Outcome{isNew, isRejected, isNew, isNew}, outcomes(p))
	require.Equal(t, []string{"volunteer_id errors.person_twice"}, keys(p.Rows()[1].Problems))
	apply(t, s, p)
	list := events(t, s)
	require.Equal(t, data.Local("2026-11-21T01:00"), list[len(list)-1].End, "past midnight")
}

func TestResidentsHaveToBeSaidWhereTheyMayBe(t *testing.T) {
	s := storetest.New(t)
	storetest.Venue(t, s, func(v *data.Venue) {
		v.Name, v.Closed = data.Names{RU: "Синий дом"}, true
		v.Address = ""
	})
	p := plan(t, s, imports.Events, "Дата|Время|Тема|Площадка|Участие подопечных|Тип",
		"20.11.2026|15:00-16:00|Концерт|Синий дом||",
		"21.11.2026|15:00-16:00|Встреча с подопечными|||",
		"22.11.2026|15:00-16:00|Тұрғындарға арналған концерт|||",
		"23.11.2026|15:00-16:00|Концерт|Закрытый зал||",
		"24.11.2026|15:00-16:00|Концерт|Парк||",
		"25.11.2026|15:00-16:00|Встреча с подопечными|Синий дом|да|")
	require.Equal(t, []imports.Outcome{isRejected, isRejected, isRejected, isRejected, isNew, isNew}, outcomes(p))
	for _, row := range p.Rows()[:4] {
		require.Equal(t, []string{"residents imports.residents_needed"}, keys(row.Problems))
	}
	require.NoError(t, p.Correct(0, "residents", "да"))
	require.NoError(t, p.Correct(1, "residents", "нет"))
	require.Equal(t, isNew, p.Rows()[0].Outcome)
	require.Equal(t, isNew, p.Rows()[1].Outcome)
	apply(t, s, p)
	for _, e := range events(t, s) {
		require.Equal(t, e.Start.Date() == "2026-11-20" || e.Start.Date() == "2026-11-25", e.Residents, e.Start)
	}
}
