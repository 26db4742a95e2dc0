package home_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"saya/app/home"
	"saya/app/page/pagetest"
	"saya/data"
	"saya/data/store"
	"saya/data/store/storetest"
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

// Whatever waits leads to where it is done.
func TestEveryLineLeadsSomewhere(t *testing.T) {
	for name, c := range map[string]struct {
		prepare func(t *testing.T, s *store.Store)
		line    string
		section string
	}{
		"applications": {
			func(t *testing.T, s *store.Store) { storetest.Application(t, s) },
			"1 заявка ждет ответа, дольше всего 12 дн.", "applications",
		},
		"events without enough people": {
			func(t *testing.T, s *store.Store) { planned(t, s, 10) },
			"1 мероприятию не хватает людей", "events",
		},
		"attendance": {
			func(t *testing.T, s *store.Store) { planned(t, s, -10) },
			"У 1 прошедшего мероприятия не отмечена явка", "events",
		},
		"hours": {
			func(t *testing.T, s *store.Store) { storetest.Hours(t, s, storetest.Volunteer(t, s).ID) },
			"1 запись часов не одобрена", "events",
		},
	} {
		t.Run(name, func(t *testing.T) {
			w, s := open(t)
			require.True(t, w.Shows("Все сделано."))
			c.prepare(t, s)
			require.True(t, w.Shows(c.line))
			w.Press("Открыть")
			require.Equal(t, []string{c.section}, w.Opened)
		})
	}
}

func TestFiguresOfTheMonth(t *testing.T) {
	w, s := open(t)
	v := storetest.Volunteer(t, s)
	e := storetest.Event(t, s)
	storetest.Hours(t, s, v.ID, func(h *data.Hours) { h.EventID, h.Minutes, h.Status = e.ID, 450, data.Approved })
	storetest.Hours(t, s, v.ID, func(h *data.Hours) { h.Day, h.Minutes = "2026-11-20", 60 })
	require.True(t, w.Shows("7,50"), "only approved hours are counted")
	require.True(t, w.Shows("в прошлом месяце 0,00"))
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
	w.Press("Открыть")
	require.Equal(t, []string{"settings"}, w.Opened)
}
