package venues_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"saya/app/page/pagetest"
	"saya/app/venues"
	"saya/data"
	"saya/data/store"
	"saya/data/store/storetest"
)

func show(t *testing.T, s *store.Store, role data.Role) *pagetest.Window {
	t.Helper()
	env, w := pagetest.NewEnv(t, s)
	env.Actor.Role = role
	w.Show(venues.New(env))
	return w
}

func venue(t *testing.T, s *store.Store, id int64) data.Venue {
	t.Helper()
	v, err := s.Venue(t.Context(), id)
	require.NoError(t, err)
	return v
}

func TestVenueIsAdded(t *testing.T) {
	s := storetest.New(t)
	w := show(t, s, data.Organizer)
	w.Press("Новое место")
	w.Press("Сохранить")
	require.Contains(t, w.Form().Errors(), "name_ru", "the language of the window")
	w.Fill(map[string]string{"name_ru": "Библиотека", "address": "Алматы", "capacity": "40", "region": "750000000", "note": "Вход со двора"})
	w.Press("Сохранить")
	require.Empty(t, w.Failed)
	ids, err := s.Venues(t.Context(), data.VenueFilter{})
	require.NoError(t, err)
	require.Len(t, ids, 1)
	v := venue(t, s, ids[0])
	require.Equal(t, data.Venue{
		ID: v.ID, Version: v.Version, Name: data.Names{RU: "Библиотека"}, Address: "Алматы", Region: "750000000", Capacity: 40, Parallel: 1,
		Note: "Вход со двора",
	}, v)
	require.True(t, w.Shows("Вход со двора"), "its card is shown")
}

// The shelter's address is nowhere, whatever was typed before.
func TestVenueThatBecomesClosedLosesItsAddress(t *testing.T) {
	s := storetest.New(t)
	v := storetest.Venue(t, s, func(v *data.Venue) { v.Address = "Алматы, Абая 1" })
	w := show(t, s, data.Organizer)
	w.Choose(v.ID)
	require.True(t, w.Shows("Алматы, Абая 1"))
	w.Press("Изменить")
	w.Fill(map[string]string{"closed": "yes"})
	w.Press("Сохранить")
	require.Empty(t, w.Failed)
	require.Empty(t, venue(t, s, v.ID).Address)
	require.False(t, w.Shows("Алматы, Абая 1"))
	require.True(t, w.Shows("Закрытая площадка"))
}

func TestVenueIsRetiredAndOfferedAgain(t *testing.T) {
	s := storetest.New(t)
	v := storetest.Venue(t, s)
	w := show(t, s, data.Organizer)
	w.Choose(v.ID)
	w.Press("Не использовать")
	require.True(t, venue(t, s, v.ID).Retired)
	require.True(t, w.Undo[len(w.Undo)-1])
	w.Filter("Все")
	w.Choose(v.ID)
	w.Press("Использовать снова")
	require.False(t, venue(t, s, v.ID).Retired)
}

func TestVenueLeadsToItsEvents(t *testing.T) {
	s := storetest.New(t)
	v := storetest.Venue(t, s)
	storetest.Event(t, s, func(e *data.Event) {
		e.VenueID, e.Status, e.Start, e.End = v.ID, data.Planned, "2026-12-01T10:00", "2026-12-01T12:00"
	})
	w := show(t, s, data.Staff)
	w.Choose(v.ID)
	require.True(t, w.Shows("01.12.2026"))
	w.PressLine("01.12.2026")
	require.Equal(t, []string{"events"}, w.Opened)
	for _, act := range []string{"Новое место", "Не использовать"} {
		require.False(t, w.Offers(act), "staff only reads")
	}
}
