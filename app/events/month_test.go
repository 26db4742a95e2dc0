package events_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/require"

	"saya/app/events"
	"saya/app/page"
	"saya/app/page/pagetest"
	"saya/data"
	"saya/data/store/storetest"
)

func at(start, end data.Local, more ...func(*data.Event)) func(*data.Event) {
	return func(e *data.Event) {
		e.Status, e.Start, e.End = data.Planned, start, end
		for _, change := range more {
			change(e)
		}
	}
}

// count is how often these words are drawn.
func count(w *pagetest.Window, text string) (n int) {
	for _, drawn := range w.Texts() {
		if drawn == text {
			n++
		}
	}
	return n
}

func TestTheMonthShowsEventsByTheirDays(t *testing.T) {
	p, w, s := open(t)
	concert := storetest.Event(t, s, at("2026-11-24T18:00", "2026-11-24T20:00", func(e *data.Event) { e.Title = data.Names{RU: "Концерт"} }))
	storetest.Event(t, s, at("2026-12-30T10:00", "2027-01-02T12:00", func(e *data.Event) { e.Title = data.Names{RU: "Выставка"} }))
	storetest.Event(t, s, at("2026-11-10T22:00", "2026-11-11T00:00", func(e *data.Event) { e.Title = data.Names{RU: "Вечер"} }))
	p.ShowMonth()
	require.True(t, w.Shows("18:00 Концерт"))
	require.Equal(t, 1, count(w, "22:00 Вечер"), "what ends at midnight is not of the next day; the month shows past days, too")
	w.Key(fyne.KeyRight)
	w.Key(fyne.KeyRight)
	w.Key(fyne.KeyReturn)
	require.Equal(t, concert.ID, p.Chosen(), "the card of the day's first event stands beside")
	require.True(t, w.Offers("Изменить"))
	w.Key(fyne.KeyPageDown)
	require.Contains(t, strings.Join(w.Texts(), " "), "День Не", "holidays are named")
	w.Key(fyne.KeyPageDown)
	require.Equal(t, 4, count(w, "Выставка"), "on each of its days on the page")
}

func TestNewEventOnTheDayOfTheMonth(t *testing.T) {
	p, w, _ := open(t)
	p.ShowMonth()
	w.Key(fyne.KeyDown)
	w.Type("n")
	require.Equal(t, "29.11.2026", w.Form().Snapshot()["date"])
	w.Key(fyne.KeyEscape)
	p.New() // Ctrl+N
	require.Equal(t, "29.11.2026", w.Form().Snapshot()["date"])
	require.Empty(t, w.Form().Snapshot()["start_at"])
}

func TestTheMonthIsNarrowedAsTheList(t *testing.T) {
	p, w, s := open(t)
	hall := storetest.Venue(t, s)
	storetest.Event(t, s, at("2026-11-24T18:00", "2026-11-24T20:00", with(hall.ID), func(e *data.Event) { e.Title = data.Names{RU: "Концерт"} }))
	e := storetest.Event(t, s, at("2026-11-25T18:00", "2026-11-25T20:00", func(e *data.Event) { e.Title = data.Names{RU: "Встреча"} }))
	storetest.Need(t, s, e.ID)
	p.ShowMonth()
	require.True(t, w.Shows("18:00 Концерт"))
	w.Filter("Не хватает людей")
	require.False(t, w.Shows("18:00 Концерт"))
	require.True(t, w.Shows("18:00 Встреча"))
	e.Title.RU = "Собрание"
	_, err := s.SaveEvent(t.Context(), storetest.Actor(), e)
	require.NoError(t, err)
	require.True(t, w.Shows("18:00 Собрание"), "changes are heard")
}

func TestMonthSurvivesAChangeOfLanguage(t *testing.T) {
	s := storetest.New(t)
	env, w := pagetest.NewEnv(t, s)
	p := events.New(env)
	w.Show(p)
	p.ShowMonth()
	w.Key(fyne.KeyPageUp)
	state := page.Keeper(p).State()
	next := events.New(env)
	w.Show(next)
	next.Restore(state)
	require.True(t, w.Shows("Октябрь 2026 г."))
	require.False(t, w.HasTable())
}

// The chip counts what Home counts.
func TestEventsWithoutEnoughPeople(t *testing.T) {
	p, w, s := open(t)
	short := storetest.Event(t, s, tomorrow)
	storetest.Need(t, s, short.ID)
	far := storetest.Event(t, s, at("2026-12-24T18:00", "2026-12-24T20:00"))
	storetest.Need(t, s, far.ID)
	storetest.Event(t, s, tomorrow)
	p.Narrow("short")
	w.ChooseFirst()
	require.Equal(t, short.ID, p.Chosen())
	require.Contains(t, w.Filters(), "Не хватает людей 1*")
}

func TestManyEventsAtOnce(t *testing.T) {
	p, w, s := open(t)
	one, two := storetest.Event(t, s, tomorrow), storetest.Event(t, s, tomorrow)
	held := storetest.Event(t, s)
	p.Narrow("all")
	w.ChooseRows(one.ID, two.ID, held.ID)
	w.Press("Подтвердить")
	require.Equal(t, []string{"Подтверждено 2 мероприятия"}, w.Said)
	require.True(t, w.Modals().Open(), "the third is named")
	w.Press("Закрыть")
	w.ChooseRows(one.ID, two.ID)
	w.Press("Отменить мероприятие")
	w.Fill(map[string]string{"cancel_reason": "Ремонт"})
	w.Press("Отменить мероприятие")
	for _, id := range []int64{one.ID, two.ID} {
		e, err := s.Event(t.Context(), id)
		require.NoError(t, err)
		require.Equal(t, data.Cancelled, e.Status)
	}
	undoLast(t, s)
	w.ChooseRows(one.ID, two.ID)
	w.Press("Удалить")
	w.Press("Удалить")
	require.Len(t, allEvents(t, s), 1)
	undoLast(t, s)
	require.Len(t, allEvents(t, s), 3)
}

// The month is there again in the next run of the program, whole: also its past days.
func TestTheMonthIsThereAgain(t *testing.T) {
	s := storetest.New(t)
	storetest.Event(t, s, at("2026-11-10T18:00", "2026-11-10T20:00", func(e *data.Event) { e.Title = data.Names{RU: "Концерт"} }))
	env, w := pagetest.NewEnv(t, s)
	p := events.New(env)
	w.Show(p)
	p.ShowMonth()
	require.True(t, w.Shows("18:00 Концерт"))
	p.KeepDraft()

	env, w = pagetest.NewEnv(t, s)
	run := &held{hold: true}
	env.Run = run
	next := events.New(env)
	w.Show(next)
	for len(run.due) > 0 {
		do := run.due[0]
		run.due = run.due[1:]
		do()
	}
	require.False(t, w.HasTable())
	require.True(t, w.Shows("18:00 Концерт"))
}
