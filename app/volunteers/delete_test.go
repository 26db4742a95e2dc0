package volunteers_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/require"

	"saya/app/page/pagetest"
	"saya/app/volunteers"
	"saya/assets"
	"saya/data"
	"saya/data/store/storetest"
	"saya/widgets"
)

func TestVolunteerMadeTwiceIsDeleted(t *testing.T) {
	s := storetest.New(t)
	twice := storetest.Volunteer(t, s)
	env, w := pagetest.NewEnv(t, s)
	p := volunteers.New(env)
	w.Show(p)
	p.ChooseRow(0)
	require.True(t, w.Shows("Допуски"))
	w.PressIcon(assets.IconMore)
	w.Key(fyne.KeyReturn)
	require.Empty(t, w.Failed)
	require.Equal(t, []bool{true}, w.Undo, "it can be taken back")
	require.False(t, w.Shows("Допуски"), "the card is gone")
	_, err := s.Volunteer(t.Context(), twice.ID)
	require.True(t, data.IsCode(err, data.NotFound))

	items, err := s.Bin(t.Context())
	require.NoError(t, err)
	require.NoError(t, s.RestoreDeleted(t.Context(), storetest.Actor(), items[0].ID))
	storetest.Hours(t, s, twice.ID)
	p.ChooseRow(0)
	w.PressIcon(assets.IconMore)
	w.Key(fyne.KeyReturn)
	require.Len(t, w.Failed, 1, "she has hours now")
}

func TestWhoMayNotDeleteIsNotOffered(t *testing.T) {
	s := storetest.New(t)
	storetest.Volunteer(t, s)
	env, w := pagetest.NewEnv(t, s)
	env.Actor = data.Actor{Account: "organizer", Role: data.Organizer}
	p := volunteers.New(env)
	w.Show(p)
	p.ChooseRow(0)
	require.True(t, w.Shows("Допуски"))
	require.False(t, w.Offers("Изменить"))
	pagetest.Walk(p.Content(), func(o fyne.CanvasObject) {
		if b, ok := o.(*widgets.Button); ok {
			require.NotEqual(t, assets.IconMore, b.Icon)
		}
	})
}
