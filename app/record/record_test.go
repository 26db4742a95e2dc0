package record_test

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"github.com/stretchr/testify/require"

	"saya/app/page"
	"saya/app/page/pagetest"
	"saya/app/record"
	"saya/data"
	"saya/data/store"
	"saya/data/store/storetest"
)

// plain is a page that is one card.
type plain struct {
	page.Plain
	body *fyne.Container
}

func (p *plain) Content() fyne.CanvasObject { return p.body }

func (p *plain) Shown(int64) {}

func (p *plain) Changed(store.Change) {}

func TestHistoryOnACard(t *testing.T) {
	s := storetest.New(t)
	v := storetest.Volunteer(t, s)
	for _, change := range []func(*data.Volunteer){
		func(v *data.Volunteer) { v.Phones = data.List{"+77010000001"} },
		func(v *data.Volunteer) { v.Phones, v.Accepted = data.List{"+77019999901"}, "2026-02-03" },
		func(v *data.Volunteer) { v.Availability.Known, v.Coordinator = true, true },
		func(v *data.Volunteer) { v.Status, v.LeaveSince = data.OnLeave, "2026-11-01" },
	} {
		change(&v)
		_, err := s.SaveVolunteer(t.Context(), storetest.Actor(), v)
		require.NoError(t, err)
		v, err = s.Volunteer(t.Context(), v.ID)
		require.NoError(t, err)
	}
	env, w := pagetest.NewEnv(t, s)
	h, err := record.ReadHistory(t.Context(), env, store.Volunteers, v.ID)
	require.NoError(t, err)
	card := &plain{body: container.NewVBox()}
	h.AddTo(card.body, env)
	w.Show(card)
	require.True(t, w.Shows("22.11.2026, 10:00 · manager"))
	require.True(t, w.Shows("Статус: было «Активный», стало «В отпуске»"))
	require.True(t, w.Shows("Может быть координатором: было «Нет», стало «Да»"))
	require.True(t, w.Shows("Когда может приходить: изменено"))
	require.True(t, w.Shows("Дата принятия: было «10.01.2026», стало «03.02.2026»"))
	require.True(t, w.Shows("Телефоны: изменено"), "masked alike")
	require.False(t, w.Shows("Телефоны: было пусто, стало «+7 701 ••• •• 01»"), "older than the latest")
	w.Press("Все: 5")
	require.True(t, w.Shows("Телефоны: было пусто, стало «+7 701 ••• •• 01»"))
}

func TestNoHistoryNoCard(t *testing.T) {
	env, _ := pagetest.NewEnv(t, storetest.New(t))
	h, err := record.ReadHistory(t.Context(), env, store.Events, 1)
	require.NoError(t, err)
	body := container.NewVBox()
	h.AddTo(body, env)
	require.Empty(t, body.Objects)
}

func TestDeletedIsNamed(t *testing.T) {
	s := storetest.New(t)
	v := storetest.Volunteer(t, s)
	h := storetest.Hours(t, s, v.ID)
	require.NoError(t, s.DeleteHours(t.Context(), storetest.Actor(), h.ID))
	env, _ := pagetest.NewEnv(t, s)
	items, err := s.Bin(context.Background())
	require.NoError(t, err)
	require.Equal(t, "Часы · Қалиева Әсем · 21.11.2026 · 2,00", record.Deleted(env, items[0].Things[0]))
}
