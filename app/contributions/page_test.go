package contributions_test

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/require"

	"saya/app/contributions"
	"saya/app/page/pagetest"
	"saya/assets"
	"saya/data"
	"saya/data/store"
	"saya/data/store/storetest"
)

func open(t *testing.T, role data.Role) (*contributions.Page, *pagetest.Window, *store.Store) {
	t.Helper()
	s := storetest.New(t)
	env, w := pagetest.NewEnv(t, s)
	env.Actor = data.Actor{Account: storetest.Actor().Account, Role: role}
	p := contributions.New(env)
	w.Show(p)
	return p, w, s
}

func give(t *testing.T, s *store.Store, change ...func(*data.Contribution)) int64 {
	t.Helper()
	k := data.Contribution{Kind: data.Money, GiverKind: data.GivenByPerson, Giver: "Абаева Мария", Day: "2026-11-10", Value: 1_000_000}
	for _, do := range change {
		do(&k)
	}
	id, err := s.SaveContribution(t.Context(), storetest.Actor(), k)
	require.NoError(t, err)
	return id
}

func stored(t *testing.T, s *store.Store, id int64) data.Contribution {
	t.Helper()
	k, err := s.Contribution(t.Context(), id)
	require.NoError(t, err)
	return k
}

func TestMoneyIsRecorded(t *testing.T) {
	p, w, s := open(t, data.Staff)
	p.New()
	p.Save()
	require.Contains(t, w.Form().Errors(), "value")
	require.Contains(t, w.Form().Errors(), "giver")
	w.Fill(map[string]string{"value": "12 500,50", "giver": "Пекарня", "giver_kind": "organisation", "campaign": "Жылы қыс"})
	p.Save()
	require.Equal(t, []string{"Вклад сохранен"}, w.Said)
	k := stored(t, s, p.Chosen())
	require.Equal(t, int64(1_250_050), k.Value)
	require.Equal(t, storetest.Day, k.Day)
	require.Equal(t, data.GivenByOrganisation, k.GiverKind)
	require.Equal(t, "Жылы қыс", k.Campaign)
	require.True(t, w.Shows("1 вклад · 12\u00a0500,50\u00a0₸"))
}

// What was typed for another kind before does not stay with the contribution.
func TestKindDecidesWhatIsAskedFor(t *testing.T) {
	p, w, s := open(t, data.Manager)
	p.New()
	w.Fill(map[string]string{"value": "500", "basis": "Чек", "giver": "Газета"})
	w.Fill(map[string]string{"kind": "information"})
	w.Fill(map[string]string{"what": "Статья", "channel": "Сайт", "reach": "5000", "giver_kind": "anonymous"})
	p.Save()
	k := stored(t, s, p.Chosen())
	require.Zero(t, k.Value)
	require.Empty(t, k.Basis)
	require.Empty(t, k.Giver)
	require.Equal(t, "Статья", k.What)
	require.Equal(t, data.KnownCount(5000), k.Reach)
}

func TestThanksAreNotedForSeveral(t *testing.T) {
	_, w, s := open(t, data.Manager)
	first, second := give(t, s), give(t, s)
	thanked := give(t, s, func(k *data.Contribution) { k.ThankedOn = "2026-11-12" })
	w.ChooseRows(first, second, thanked)
	w.Press("Поблагодарили сегодня")
	require.Equal(t, []string{"Отмечена благодарность за 2 вклада"}, w.Said)
	require.Equal(t, storetest.Day, stored(t, s, second).ThankedOn)
	require.Equal(t, data.Date("2026-11-12"), stored(t, s, thanked).ThankedOn)
	batches, err := s.Batches(t.Context(), storetest.Actor())
	require.NoError(t, err)
	require.NoError(t, s.Undo(t.Context(), storetest.Actor(), batches[0].ID))
	require.Empty(t, stored(t, s, first).ThankedOn)
}

func TestPledgeIsReceived(t *testing.T) {
	p, w, s := open(t, data.Manager)
	id := give(t, s, func(k *data.Contribution) { k.PledgedOn, k.Day = "2026-11-01", "" })
	p.Shown(id)
	require.True(t, w.Shows("Обещание"))
	require.False(t, w.Offers("Поблагодарили сегодня"), "nothing was given yet")
	w.Press("Получено сегодня")
	require.Equal(t, storetest.Day, stored(t, s, id).Day)
	require.True(t, w.Offers("Поблагодарили сегодня"))
}

func TestLikeThisAgain(t *testing.T) {
	p, w, s := open(t, data.Manager)
	id := give(t, s, func(k *data.Contribution) { k.ThankedOn = "2026-11-12" })
	p.Shown(id)
	w.Press("Еще такой же")
	p.Save()
	require.NotEqual(t, id, p.Chosen())
	k := stored(t, s, p.Chosen())
	require.Equal(t, "Абаева Мария", k.Giver)
	require.Equal(t, storetest.Day, k.Day)
	require.Empty(t, k.ThankedOn)
}

func TestContributionIsDeletedIntoTheBin(t *testing.T) {
	p, w, s := open(t, data.Manager)
	p.Shown(give(t, s))
	w.PressIcon(assets.IconMore)
	w.Key(fyne.KeyReturn)
	require.Equal(t, []bool{true}, w.Undo)
	items, err := s.Bin(t.Context())
	require.NoError(t, err)
	require.Len(t, items, 1)
}

func TestHistoryOfAContributionIsRead(t *testing.T) {
	p, w, s := open(t, data.Manager)
	id := give(t, s)
	k := stored(t, s, id)
	k.Value, k.MayName, k.Kind, k.What = 2_000_000, true, data.Goods, "Одеяла"
	_, err := s.SaveContribution(t.Context(), storetest.Actor(), k)
	require.NoError(t, err)
	p.Shown(id)
	said := strings.Join(w.Texts(), " ") // long lines wrap
	for _, line := range []string{
		"Стоимость, тенге: было «10\u00a0000\u00a0₸», стало «20\u00a0000\u00a0₸»", "Вид: было «Деньги», стало «Вещи и товары»",
		"Можно назвать публично: было «Нет», стало «Да»",
	} {
		require.Contains(t, said, line)
	}
}

// A window stays open over midnight.
func TestEventsOfTheNewDayAreFound(t *testing.T) {
	s := storetest.New(t)
	env, w := pagetest.NewEnv(t, s)
	now := storetest.Now()
	env.Now = func() time.Time { return now }
	w.Show(contributions.New(env))
	day := env.Today().AddDays(1)
	storetest.Event(t, s, func(e *data.Event) {
		e.Status, e.Start, e.End = data.Planned, data.NewLocal(day, 600), data.NewLocal(day, 720)
	})
	now = now.AddDate(0, 0, 1)
	w.Filter("Фильтр")
	w.PressMenu("Мероприятие")
	w.Type("мастер")
	require.True(t, w.Shows("Мастер-класс"))
}
