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

// open shows the section on a new centre.
func open(t *testing.T) (*applications.Page, *pagetest.Window, *store.Store) {
	t.Helper()
	s := storetest.New(t)
	env, w := pagetest.NewEnv(t, s)
	p := applications.New(env)
	w.Show(p)
	return p, w, s
}

func stored(t *testing.T, s *store.Store, id int64) data.Application {
	t.Helper()
	a, err := s.Application(t.Context(), id)
	require.NoError(t, err)
	return a
}

func unread(a *data.Application) { a.Status = data.NewApplication }

func TestAnApplicantBecomesAVolunteer(t *testing.T) {
	p, w, s := open(t)
	a := storetest.Application(t, s, unread)
	p.Shown(a.ID)
	require.False(t, w.Offers("Принять"), "nobody is accepted unseen")
	w.Press("Рассмотреть")
	require.Equal(t, data.Screening, stored(t, s, a.ID).Status)
	w.Press("Принять")
	a = stored(t, s, a.ID)
	require.Equal(t, data.Accepted, a.Status)
	require.Equal(t, []bool{true, true}, w.Undo)
	require.False(t, w.Offers("Отклонить"), "a decision is final")
	w.Press("Открыть волонтера")
	require.Equal(t, []string{"volunteers"}, w.Opened)
	v, err := s.Volunteer(t.Context(), a.VolunteerID)
	require.NoError(t, err)
	require.Equal(t, a.Person, v.Person)
	require.Empty(t, w.Failed)
}

// People apply with a given name and a telephone; the register asks for more.
func TestWhatAVolunteerMayNotLackIsAskedFor(t *testing.T) {
	p, w, s := open(t)
	a := storetest.Application(t, s, func(a *data.Application) { a.Surname = "" })
	p.Shown(a.ID)
	w.Press("Принять")
	require.Len(t, w.Failed, 1)
	require.Contains(t, w.Form().Errors(), "surname")
	w.Fill(map[string]string{"surname": "Омарова"})
	p.Save()
	w.Press("Принять")
	require.Equal(t, data.Accepted, stored(t, s, a.ID).Status)
}

func TestDecliningNeedsAReason(t *testing.T) {
	p, w, s := open(t)
	a := storetest.Application(t, s)
	p.Shown(a.ID)
	w.Press("Отклонить")
	w.Press("Отклонить")
	require.Contains(t, w.Form().Errors(), "reason")
	require.Equal(t, data.Screening, stored(t, s, a.ID).Status)
	w.Fill(map[string]string{"reason": "not_now"})
	w.Press("Отклонить")
	a = stored(t, s, a.ID)
	require.Equal(t, data.Declined, a.Status)
	require.Equal(t, "not_now", a.Reason)
	require.True(t, w.Shows("Сейчас нет потребности"))
	require.Equal(t, []bool{true}, w.Undo)
}

func TestWithdrawnApplicationLeavesTheWaiting(t *testing.T) {
	p, w, s := open(t)
	a := storetest.Application(t, s)
	require.True(t, w.Shows("1 заявка"))
	p.Shown(a.ID)
	w.Press("Отозвать")
	require.Equal(t, data.Withdrawn, stored(t, s, a.ID).Status)
	require.True(t, w.Shows("0 заявок"))
	require.True(t, w.Shows("Отозвана"), "its card stays in view, to undo or to read")
}

func TestDecidedMeanwhileIsSaid(t *testing.T) {
	p, w, s := open(t)
	a := storetest.Application(t, s)
	p.Shown(a.ID)
	w.Press("Отклонить")
	require.NoError(t, s.WithdrawApplication(t.Context(), storetest.Actor(), a.ID))
	w.Fill(map[string]string{"reason": "other"})
	w.Press("Отклонить")
	require.Len(t, w.Failed, 1)
	require.Equal(t, data.Withdrawn, stored(t, s, a.ID).Status)
}

func TestNewApplicationByKeyboard(t *testing.T) {
	p, w, s := open(t)
	p.New()
	w.Type("Омарова")
	w.Key(fyne.KeyReturn)
	p.Save()
	require.Contains(t, w.Form().Errors(), "given", "a surname alone is nobody")
	w.Type("Жанна")
	p.Save()
	ids, err := s.Applications(t.Context(), data.ApplicationFilter{})
	require.NoError(t, err)
	require.Len(t, ids, 1)
	a := stored(t, s, ids[0])
	require.Equal(t, "Омарова Жанна", a.FullName())
	require.Equal(t, data.NewApplication, a.Status)
	require.Equal(t, storetest.Day, a.ReceivedOn, "today, unless somebody says otherwise")
	require.Nil(t, w.Editor())
	require.True(t, w.Offers("Рассмотреть"), "the card of the new application is shown")
}

func TestWhoIsPerhapsKnownIsShown(t *testing.T) {
	p, w, s := open(t)
	v := storetest.Volunteer(t, s, func(v *data.Volunteer) { v.Phones = data.List{"+77010000001"} })
	a := storetest.Application(t, s, func(a *data.Application) {
		a.Surname, a.Given, a.Phones = "", v.Given, v.Phones
	})
	p.Shown(a.ID)
	require.True(t, w.Shows("Возможно, уже в реестре"))
	require.True(t, w.Shows("№ 1 · Қалиева Әсем"))
	require.True(t, w.Shows("те же телефон и имя"))
	w.Press("Открыть")
	require.Equal(t, []string{"volunteers"}, w.Opened)

	other := storetest.Application(t, s)
	p.Shown(other.ID)
	require.False(t, w.Shows("Возможно, уже в реестре"))
}

// The telephone is shown whole in the editor only.
func TestTelephonesAreMasked(t *testing.T) {
	p, w, s := open(t)
	a := storetest.Application(t, s, func(a *data.Application) { a.Phones = data.List{"+77010000001"} })
	p.Shown(a.ID)
	require.True(t, w.Shows(data.MaskPhone("+77010000001")))
	require.False(t, w.Shows(data.ShowPhone("+77010000001")))
	p.Edit(a.ID)
	require.Equal(t, data.ShowPhone("+77010000001"), w.Form().Snapshot()["phones"])
}

func TestNobodyWaits(t *testing.T) {
	_, w, s := open(t)
	require.True(t, w.Shows("0 заявок"))
	require.True(t, w.Offers("Новая заявка"))
	a := storetest.Application(t, s)
	require.True(t, w.Shows("1 заявка"))
	require.NoError(t, s.DeclineApplications(t.Context(), storetest.Actor(), []int64{a.ID}, "other"))
	require.True(t, w.Shows("0 заявок"), "only those who wait are listed first")
}
