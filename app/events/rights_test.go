package events_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/require"

	"saya/app/events"
	"saya/app/page/pagetest"
	"saya/data"
	"saya/data/store/storetest"
)

// Staff mark attendance and see the month, and are offered nothing that changes events.
func TestStaffChangeNoEvents(t *testing.T) {
	s := storetest.New(t)
	e, _ := attended(t, s)
	env, w := pagetest.NewEnv(t, s)
	env.Actor = data.Actor{Account: "staff", Role: data.Staff}
	p := events.New(env)
	w.Show(p)
	p.Shown(e.ID)
	for _, words := range []string{"Еще такое же", "Изменить", "Отменить мероприятие"} {
		require.False(t, w.Offers(words), words)
	}
	w.Key(fyne.KeyF6)
	require.Nil(t, w.Editor())
	w.Key(fyne.KeyF7)
	require.NotNil(t, w.Editor(), "the desk is theirs")
	w.Key(fyne.KeyEscape)
	p.ShowMonth()
	w.Type("n")
	require.Nil(t, w.Editor())
	w.Key(fyne.KeyLeft)
	w.Key(fyne.KeyReturn)
	require.Equal(t, e.ID, p.Chosen())
}

// A place is given by the keyboard alone: the name is typed, Enter chooses and Enter adds.
func TestPlaceIsGivenByKeys(t *testing.T) {
	p, w, s := open(t)
	e := storetest.Event(t, s, tomorrow)
	storetest.Need(t, s, e.ID)
	v := storetest.Volunteer(t, s, func(v *data.Volunteer) { v.Surname, v.Given = "Ахметова", "Дана" })
	storetest.Volunteer(t, s)
	p.Shown(e.ID)
	w.Press("Добавить волонтера")
	w.Type("ахмет")
	w.Key(fyne.KeyReturn)
	w.Key(fyne.KeyReturn)
	people, err := s.Assignments(t.Context(), e.ID)
	require.NoError(t, err)
	require.Len(t, people, 1)
	require.Equal(t, v.ID, people[0].VolunteerID)
}
