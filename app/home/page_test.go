package home_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/require"

	"saya/app/home"
	"saya/app/page/pagetest"
	"saya/data"
	"saya/data/store"
	"saya/data/store/storetest"
	"saya/widgets"
)

func open(t *testing.T) (*pagetest.Window, *store.Store) {
	t.Helper()
	s := storetest.New(t)
	env, w := pagetest.NewEnv(t, s)
	w.Show(home.New(env))
	return w, s
}

// planned is an event without residents, some days from the day of tests, that wants five helpers.
func planned(t *testing.T, s *store.Store, days int) data.Event {
	t.Helper()
	e := storetest.Event(t, s, func(e *data.Event) {
		e.Status = data.Planned
		day := storetest.Day.AddDays(days)
		e.Start, e.End = data.NewLocal(day, 600), data.NewLocal(day, 720)
	})
	storetest.Need(t, s, e.ID)
	return e
}

func given(t *testing.T, s *store.Store, change func(*data.Contribution)) {
	t.Helper()
	c := data.Contribution{Kind: data.Money, GiverKind: data.GivenByPerson, Giver: "Омарова", Value: 500_000}
	change(&c)
	_, err := s.SaveContribution(t.Context(), storetest.Actor(), c)
	require.NoError(t, err)
}

// Whatever waits leads to where it is done.
func TestEveryLineLeadsSomewhere(t *testing.T) {
	for name, c := range map[string]struct {
		prepare     func(t *testing.T, s *store.Store)
		line, opens string
	}{
		"applications": {
			func(t *testing.T, s *store.Store) { storetest.Application(t, s) },
			"1 заявка ждет ответа", "applications/waiting",
		},
		"events without enough people": {
			func(t *testing.T, s *store.Store) { planned(t, s, 10) },
			"1 мероприятию не хватает людей", "events/short",
		},
		"attendance": {
			func(t *testing.T, s *store.Store) { planned(t, s, -10) },
			"1 мероприятие без отметки явки", "events/unmarked",
		},
		"hours": {
			func(t *testing.T, s *store.Store) { storetest.Hours(t, s, storetest.Volunteer(t, s).ID) },
			"1 запись часов ждет одобрения", "hours/waiting",
		},
		"a month to lock": {
			func(t *testing.T, s *store.Store) {
				storetest.Hours(t, s, storetest.Volunteer(t, s).ID, func(h *data.Hours) { h.Day, h.Status = "2026-10-05", data.Approved })
			},
			"Месяц можно закрыть", "hours/approved",
		},
		"pledges": {
			func(t *testing.T, s *store.Store) {
				given(t, s, func(c *data.Contribution) { c.PledgedOn = "2026-10-01" })
				given(t, s, func(c *data.Contribution) { c.PledgedOn = "2026-11-10" })
			},
			"1 обещанный вклад не получен больше месяца", "contributions/pledges",
		},
		"thanks": {
			func(t *testing.T, s *store.Store) { given(t, s, func(c *data.Contribution) { c.Day = "2026-11-10" }) },
			"1 вклад без благодарности", "contributions/unthanked",
		},
		"data of volunteers": {
			func(t *testing.T, s *store.Store) {
				storetest.Volunteer(t, s, func(v *data.Volunteer) { v.Phones = nil })
			},
			"У 1 волонтера неполные данные", "volunteers/missing",
		},
		"figures": {nil, "Охвачено человек", "events/past"},
		"money":   {nil, "Деньгами, ₸", "contributions/received"},
	} {
		t.Run(name, func(t *testing.T) {
			w, s := open(t)
			require.False(t, w.Shows("Все сделано."), "there is no backup")
			if c.prepare != nil {
				c.prepare(t, s)
			}
			w.PressLine(c.line)
			require.Equal(t, []string{c.opens}, w.Opened)
		})
	}
}

// Nobody is shown what she could do nothing about.
func TestHomeOfARole(t *testing.T) {
	s := storetest.New(t)
	storetest.Application(t, s)
	planned(t, s, 10)
	v := storetest.Volunteer(t, s)
	storetest.Hours(t, s, v.ID)
	h := storetest.Hours(t, s, v.ID, func(h *data.Hours) { h.Day = "2026-11-20" })
	require.NoError(t, s.ReturnHours(t.Context(), storetest.Actor(), []int64{h.ID}, "уточните", ""))
	for role, want := range map[data.Role]map[string]bool{
		data.Manager: {
			"1 заявка ждет ответа": true, "1 мероприятию не хватает людей": true, "1 запись часов ждет одобрения": true,
			"1 запись часов возвращена": false, "Новая заявка": true,
		},
		data.Staff: {
			"1 заявка ждет ответа": true, "1 мероприятию не хватает людей": false, "1 запись часов ждет одобрения": false,
			"1 запись часов возвращена": true, "Новая заявка": true, "Запланируйте мероприятие": false,
		},
		data.Organizer: {
			"1 заявка ждет ответа": false, "1 мероприятию не хватает людей": true, "1 запись часов возвращена": true,
			"Новая заявка": false, "Новое мероприятие": true,
		},
	} {
		t.Run(string(role), func(t *testing.T) {
			env, w := pagetest.NewEnv(t, s)
			env.Actor.Role = role
			w.Show(home.New(env))
			for text, shown := range want {
				require.Equal(t, shown, w.Shows(text), text)
			}
		})
	}
}

func TestANewCentreIsShownWhereToBegin(t *testing.T) {
	w, s := open(t)
	w.PressLine("Загрузите списки из Excel")
	w.PressLine("Запланируйте мероприятие")
	require.Equal(t, []string{"imports", "events"}, w.Opened)
	require.False(t, w.Shows("Сделано"))
	v := storetest.Volunteer(t, s)
	require.True(t, w.Shows("Сделано"))
	storetest.Event(t, s)
	require.True(t, w.Shows("С чего начать"))
	storetest.Hours(t, s, v.ID)
	require.False(t, w.Shows("С чего начать"))
}

func TestEventsToCome(t *testing.T) {
	w, s := open(t) // a Sunday
	require.True(t, w.Shows("Сегодня мероприятий нет."))
	require.False(t, w.Shows("Эта неделя"), "the week is over")
	planned(t, s, 0)
	planned(t, s, 3)
	for range 12 {
		planned(t, s, 5)
	}
	planned(t, s, 8)
	require.True(t, w.Shows("10:00"))
	require.True(t, w.Shows("ср 10:00") || w.Shows("Ср 10:00"), "%v", w.Texts())
	require.True(t, w.Shows("0 / 5"))
	w.PressLine("Еще 5 мероприятий")
	require.Equal(t, []string{"events/upcoming"}, w.Opened)
	w.PressLine("Мастер-класс")
	require.Equal(t, []string{"events/upcoming", "events"}, w.Opened)
}

func TestFiguresOfTheMonth(t *testing.T) {
	w, s := open(t)
	v := storetest.Volunteer(t, s)
	e := storetest.Event(t, s)
	hours := func(day data.Date, minutes int, status data.HoursStatus) {
		storetest.Hours(t, s, v.ID, func(h *data.Hours) { h.Day, h.Minutes, h.Status = day, minutes, status })
	}
	storetest.Hours(t, s, v.ID, func(h *data.Hours) { h.EventID, h.Minutes, h.Status = e.ID, 450, data.Approved })
	hours("2026-11-20", 60, data.Submitted)
	require.True(t, w.Shows("7,50"), "only approved hours are counted")
	require.True(t, w.Shows("+7,50"))
	hours("2026-10-22", 90, data.Approved)
	hours("2026-10-23", 240, data.Approved)
	require.True(t, w.Shows("+6,00"), "compared with the same days")
	hours("2026-10-01", 480, data.Approved)
	require.True(t, w.Shows("–2,00"))
	for day := range 7 {
		hours(data.Date("2026-11-02").AddDays(day), 954, data.Approved)
	}
	require.True(t, w.Shows("119"), "118.80 is more than 118")
	require.True(t, w.Shows("+109"), "as precise as what it stands below")
	given(t, s, func(c *data.Contribution) { c.Day, c.Value = "2026-11-03", 3_140_000_00 })
	require.True(t, w.Shows("3,1 млн"))
}

// A column of a chart leads to the report of its month.
func TestMonthsLeadToTheirReports(t *testing.T) {
	s := storetest.New(t)
	env, w := pagetest.NewEnv(t, s)
	p := home.New(env)
	w.Show(p)
	var chart *widgets.ColumnChooser
	pagetest.Walk(p.Content(), func(o fyne.CanvasObject) {
		if c, ok := o.(*widgets.ColumnChooser); ok && chart == nil {
			chart = c
		}
	})
	require.NotNil(t, chart)
	widgets.Focus(chart)
	for _, key := range []fyne.KeyName{fyne.KeyLeft, fyne.KeyReturn, fyne.KeyHome, fyne.KeyReturn} {
		w.Key(key)
	}
	require.Equal(t, []string{"reports/2026-10", "reports/2025-12"}, w.Opened)
}

// A window left open over midnight: the title is of the day on the clock.
func TestTitleFollowsTheClock(t *testing.T) {
	s := storetest.New(t)
	env, w := pagetest.NewEnv(t, s)
	now := storetest.Now()
	env.Now = func() time.Time { return now }
	p := home.New(env)
	w.Show(p)
	before := "Воскресенье, 22 ноября 2026 г."
	require.True(t, w.Shows(before))
	now = now.Add(24 * time.Hour)
	p.Shown(0)
	require.False(t, w.Shows(before))
	require.True(t, w.Shows("Понедельник, 23 ноября 2026 г."))
}

func TestSafetyOfTheData(t *testing.T) {
	w, s := open(t)
	require.True(t, w.Shows("проверенной копии нет"))
	_, err := s.Backup(t.Context(), s.Actor(), store.BackupAsked, nil)
	require.NoError(t, err)
	require.True(t, w.Shows("сегодня"))
	w.PressLine("Резервная копия")
	require.Equal(t, []string{"settings"}, w.Opened)
}
