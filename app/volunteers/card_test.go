package volunteers_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"

	"saya/app/page/pagetest"
	"saya/assets"
	"saya/data"
	"saya/data/store/storetest"
	"saya/widgets"
)

// turn turns the card to a part.
func turn(t *testing.T, n session, part int) {
	t.Helper()
	var tabs *widgets.Tabs
	pagetest.Walk(n.Content(), func(o fyne.CanvasObject) {
		if found, ok := o.(*widgets.Tabs); ok {
			tabs = found
		}
	})
	require.NotNil(t, tabs, "no card")
	tabs.Select(part)
}

// pressLast presses the last of the buttons of a card that are only this icon.
func pressLast(t *testing.T, n session, icon assets.IconName) {
	t.Helper()
	var last *widgets.Button
	pagetest.Walk(n.Content(), func(o fyne.CanvasObject) {
		if b, ok := o.(*widgets.Button); ok && b.Text == "" && b.Icon == icon {
			last = b
		}
	})
	require.NotNil(t, last, "no such button")
	test.Tap(last)
}

const (
	schedule = iota + 1
	papers
	hours
	history
)

func TestCardStaysAtItsPart(t *testing.T) {
	s := storetest.New(t)
	first := storetest.Volunteer(t, s)
	second := storetest.Volunteer(t, s, func(v *data.Volunteer) {
		v.Availability = data.Availability{Known: true, Week: []data.WeekSpan{{Weekday: 1, From: 540, To: 780}}}
	})
	n := start(t, s)
	n.Shown(first.ID)
	require.True(t, n.w.Shows("Неполные данные"))
	turn(t, n, schedule)
	require.True(t, n.w.Shows("Еще не спрашивали"))
	n.Shown(second.ID)
	require.True(t, n.w.Shows("09:00–13:00"))
	require.True(t, n.w.Shows("Понедельник"))
}

func TestHoursOfAVolunteer(t *testing.T) {
	s := storetest.New(t)
	v := storetest.Volunteer(t, s)
	storetest.Hours(t, s, v.ID, func(h *data.Hours) { h.Status = data.Approved })
	storetest.Hours(t, s, v.ID, func(h *data.Hours) { h.Day, h.Minutes = "2026-11-20", 90 })
	n := start(t, s)
	n.Shown(v.ID)
	turn(t, n, hours)
	require.True(t, n.w.Shows("2,00"), "approved")
	require.True(t, n.w.Shows("1,50"), "not approved")
	require.True(t, n.w.Shows("21.11.2026 · 2,00 ч"))
	turn(t, n, history)
	require.True(t, n.w.Shows("История изменений"))
}

func TestPapersAreAddedRenewedAndDeleted(t *testing.T) {
	s := storetest.New(t)
	require.NoError(t, s.SaveRequirement(t.Context(), storetest.Actor(), data.Requirement{
		Code: "induction", Names: data.Names{RU: "Вводный курс"}, Blocks: true, Months: 12,
	}))
	v := storetest.Volunteer(t, s)
	n := start(t, s)
	n.Shown(v.ID)
	turn(t, n, papers)
	require.True(t, n.w.Shows("Нет"))
	n.w.Press("Добавить")
	n.w.Fill(map[string]string{"requirement": "induction"})
	require.Equal(t, "22.11.2027", n.w.Form().Snapshot()["until"], "as long as the requirement says")
	n.w.Fill(map[string]string{"issued_on": "01.12.2025", "until": "01.12.2026"})
	n.w.Press("Сохранить")
	require.True(t, n.w.Shows("осталось 9 дней"))

	pressLast(t, n, assets.IconMore)
	n.w.PressMenu("Продлить")
	n.w.Press("Сохранить")
	require.True(t, n.w.Shows("Действует"))
	proofs, err := s.Clearances(t.Context(), v.ID)
	require.NoError(t, err)
	require.Equal(t, []data.Date{"2027-11-22", "2026-12-01"}, []data.Date{proofs[0].Until, proofs[1].Until})
	require.True(t, n.w.Shows("Прежние допуски"))

	pressLast(t, n, assets.IconMore)
	n.w.PressMenu("Удалить")
	require.False(t, n.w.Shows("Прежние допуски"))
	require.Equal(t, []bool{true, true, true}, n.w.Undo)
	require.Empty(t, n.w.Failed)
}

func TestProofSurvivesTheProgram(t *testing.T) {
	s := storetest.New(t)
	require.NoError(t, s.SaveRequirement(t.Context(), storetest.Actor(), data.Requirement{Code: "induction", Names: data.Names{RU: "Вводный курс"}}))
	v := storetest.Volunteer(t, s)
	killed := start(t, s)
	killed.Shown(v.ID)
	turn(t, killed, papers)
	killed.w.Press("Добавить")
	killed.w.Fill(map[string]string{"requirement": "induction", "until": "30.11"})
	killed.clock.Pass()
	next := start(t, s)
	next.env.OfferDrafts()
	next.w.Press("Продолжить")
	next.Shown(v.ID)
	require.Equal(t, "30.11", next.w.Form().Snapshot()["until"])
}

// An organizer reads papers and changes none.
func TestPapersOfWhoMayNotKeepThem(t *testing.T) {
	s := storetest.New(t)
	require.NoError(t, s.SaveRequirement(t.Context(), storetest.Actor(), data.Requirement{Code: "induction", Names: data.Names{RU: "Вводный курс"}}))
	v := storetest.Volunteer(t, s)
	n := start(t, s, data.Actor{Account: "organizer", Role: data.Organizer})
	n.Shown(v.ID)
	turn(t, n, papers)
	require.True(t, n.w.Shows("Вводный курс"))
	require.False(t, n.w.Offers("Добавить"))
}
