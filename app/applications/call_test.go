package applications_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/require"

	"saya/app/applications"
	"saya/app/page/pagetest"
	"saya/data"
	"saya/data/store"
	"saya/data/store/storetest"
)

// The fields of a call come first, and Enter goes on.
func TestCallIsNotedByKeyboard(t *testing.T) {
	p, w, s := open(t)
	p.New()
	for _, text := range []string{"Омарова", "Жанна", "8 701 000 00 01"} {
		w.Type(text)
		w.Key(fyne.KeyReturn)
	}
	p.Save()
	require.Empty(t, w.Failed)
	a := stored(t, s, p.Chosen())
	require.Equal(t, "Омарова Жанна", a.FullName())
	require.Equal(t, data.List{"+77010000001"}, a.Phones)
	require.Equal(t, storetest.Day, a.ReceivedOn)
}

func TestSeveralAreDeclinedWithOneReason(t *testing.T) {
	_, w, s := open(t)
	first, second := storetest.Application(t, s), storetest.Application(t, s, unread)
	w.ChooseRows(first.ID, second.ID)
	w.Press("Отклонить")
	require.True(t, w.Shows("Отклонить 2 заявки"))
	w.Fill(map[string]string{"reason": "no_contact"})
	w.Press("Отклонить")
	require.Empty(t, w.Failed)
	require.Equal(t, []string{"Отклонены 2 заявки"}, w.Said)
	for _, id := range []int64{first.ID, second.ID} {
		require.Equal(t, data.Declined, stored(t, s, id).Status)
	}
	batches, err := s.Batches(t.Context(), storetest.Actor())
	require.NoError(t, err)
	require.NoError(t, s.Undo(t.Context(), storetest.Actor(), batches[0].ID))
	require.Equal(t, data.Screening, stored(t, s, first.ID).Status, "one undo for both")
	require.Equal(t, data.NewApplication, stored(t, s, second.ID).Status)
}

func TestMenuOffersTheNextStep(t *testing.T) {
	_, w, s := open(t)
	unseen, seen := storetest.Application(t, s, unread), storetest.Application(t, s)
	declined := storetest.Application(t, s)
	require.NoError(t, s.DeclineApplications(t.Context(), storetest.Actor(), []int64{declined.ID}, "other"))
	require.Subset(t, w.Menu(unseen.ID), []string{"Рассмотреть", "Отклонить", "Отозвать"})
	require.NotContains(t, w.Menu(unseen.ID), "Принять", "nobody is accepted unseen")
	w.Menu(seen.ID)
	w.PressMenu("Принять")
	require.Equal(t, data.Accepted, stored(t, s, seen.ID).Status)
	w.Filter("Все")
	require.NotContains(t, w.Menu(declined.ID), "Отклонить", "a decision is final")
}

// Nothing that was chosen in the refusal is lost with the program.
func TestRefusalSurvivesTheProgram(t *testing.T) {
	s := storetest.New(t)
	a := storetest.Application(t, s)
	w, clock, _ := start(t, s)
	w.Choose(a.ID)
	w.Press("Отклонить")
	w.Fill(map[string]string{"reason": "not_now"})
	clock.Pass()
	w, _, p := start(t, s)
	w.Press("Продолжить")
	p.Shown(a.ID)
	require.Contains(t, w.Form().Snapshot()["reason"], "not_now")
	w.Press("Отклонить")
	require.Equal(t, "not_now", stored(t, s, a.ID).Reason)
}

// A name of 500 letters, signs that reverse the text, line ends of a paste: cleaned, or refused at the field.
func TestStrangeNames(t *testing.T) {
	p, w, s := open(t)
	p.New()
	long := ""
	for range 500 {
		long += "ә"
	}
	w.Fill(map[string]string{"surname": long, "given": "Ж"})
	p.Save()
	require.Contains(t, w.Form().Errors(), "surname")
	w.Fill(map[string]string{"surname": "Ома\nрова\u202eаво", "given": "  Жан\u200bна \t"})
	p.Save()
	require.Empty(t, w.Failed)
	a := stored(t, s, p.Chosen())
	require.Equal(t, "Ома ровааво Жанна", a.FullName())
}

// start shows the section in a window of its own, as after a start of the program.
func start(t *testing.T, s *store.Store) (*pagetest.Window, *pagetest.Clock, *applications.Page) {
	t.Helper()
	env, w := pagetest.NewEnv(t, s)
	clock := &pagetest.Clock{}
	env.Run = clock
	p := applications.New(env)
	w.Show(p)
	env.OfferDrafts()
	return w, clock, p
}
