package volunteers_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/store"
	"saya/data/store/storetest"
)

func volunteer(t *testing.T, s *store.Store, id int64) data.Volunteer {
	t.Helper()
	v, err := s.Volunteer(t.Context(), id)
	require.NoError(t, err)
	return v
}

func TestSeveralLeaveTogether(t *testing.T) {
	s := storetest.New(t)
	first, second := storetest.Volunteer(t, s), storetest.Volunteer(t, s)
	n := start(t, s)
	n.w.ChooseRows(first.ID, second.ID)
	n.w.Press("Сменить статус")
	n.w.Fill(map[string]string{"status": "left"})
	n.w.Press("Изменить у 2 волонтеров")
	require.Contains(t, n.w.Form().Errors(), "left_reason", "nobody leaves without a reason")
	n.w.Fill(map[string]string{"left_reason": "studies"})
	n.w.Press("Изменить у 2 волонтеров")
	require.Empty(t, n.w.Failed)
	require.Equal(t, []string{"Изменено у 2 волонтеров"}, n.w.Said)
	require.Equal(t, []bool{true}, n.w.Undo)
	for _, id := range []int64{first.ID, second.ID} {
		v := volunteer(t, s, id)
		require.Equal(t, []any{data.Left, "studies", storetest.Day}, []any{v.Status, v.LeftReason, v.LeftOn})
	}
	batches, err := s.Batches(t.Context(), storetest.Actor())
	require.NoError(t, err)
	require.NoError(t, s.Undo(t.Context(), storetest.Actor(), batches[0].ID))
	require.Equal(t, first, volunteer(t, s, first.ID))
}

func TestBulkChangesOfOneChoice(t *testing.T) {
	s := storetest.New(t)
	v, other := storetest.Volunteer(t, s), storetest.Volunteer(t, s)
	group, err := s.SaveGroup(t.Context(), storetest.Actor(), data.Group{Name: "Хор"})
	require.NoError(t, err)
	require.NoError(t, s.SaveRequirement(t.Context(), storetest.Actor(), data.Requirement{Code: "induction", Names: data.Names{RU: "Вводный курс"}}))
	n := start(t, s)
	n.w.ChooseRows(v.ID, other.ID)
	for _, c := range []struct {
		act    string
		fields map[string]string
		done   func(data.Volunteer) bool
	}{
		{"Добавить направление", map[string]string{"direction": "qamqor"}, func(v data.Volunteer) bool { return v.Directions.First() == "qamqor" }},
		{"Включить в группу", map[string]string{"group_id": "1"}, func(v data.Volunteer) bool { return v.GroupID == group }},
		{"Имя в документах", map[string]string{"naming": "none"}, func(v data.Volunteer) bool { return v.Naming == data.NotNamed }},
		{"Отметить допуск", map[string]string{"requirement": "induction"}, func(v data.Volunteer) bool {
			proofs, err := s.Clearances(t.Context(), v.ID)
			require.NoError(t, err)
			return len(proofs) == 1 && proofs[0].IssuedOn == storetest.Day
		}},
	} {
		n.w.Press(c.act)
		n.w.Fill(c.fields)
		n.w.Press("Изменить у 2 волонтеров")
		require.Empty(t, n.w.Failed, c.act)
		require.True(t, c.done(volunteer(t, s, v.ID)), c.act)
		require.True(t, c.done(volunteer(t, s, other.ID)), c.act)
	}
	n.w.Press("Убрать из группы")
	require.Zero(t, volunteer(t, s, v.ID).GroupID)
	n.w.Press("Убрать из группы")
	require.Equal(t, "Менять нечего: у всех уже так", n.w.Said[len(n.w.Said)-1])
	require.False(t, n.w.Undo[len(n.w.Undo)-1], "there is nothing to take back")
}

func TestWhoCannotBeNamedIsSaidBeforeTheOthersAre(t *testing.T) {
	s := storetest.New(t)
	adult := storetest.Volunteer(t, s, func(v *data.Volunteer) { v.ConsentOn, v.ConsentThird = "2026-02-01", true })
	minor := storetest.Volunteer(t, s, func(v *data.Volunteer) { v.Surname, v.Birth = "Юная", "2010-02-01" })
	n := start(t, s)
	n.w.ChooseRows(adult.ID, minor.ID)
	n.w.Press("Имя в документах")
	n.w.Fill(map[string]string{"naming": "name"})
	n.w.Press("Изменить у 2 волонтеров")
	require.Equal(t, data.ByNumber, volunteer(t, s, adult.ID).Naming, "nobody was asked yet")
	require.True(t, n.w.Shows("№ 2 · Юная Әсем"))
	n.w.Press("Закрыть")
	require.Equal(t, "name", n.w.Form().Snapshot()["naming"][:4], "the form is still there")
	n.w.Press("Изменить у 2 волонтеров")
	n.w.Press("Изменить остальных (1)")
	require.Equal(t, data.ByName, volunteer(t, s, adult.ID).Naming)
	require.Equal(t, data.ByNumber, volunteer(t, s, minor.ID).Naming)
}

// What is refused of everybody is wrong in the form: it is said there, and nothing typed is lost.
func TestAFormThatIsRefusedOfAllIsMended(t *testing.T) {
	s := storetest.New(t)
	first, second := storetest.Volunteer(t, s), storetest.Volunteer(t, s)
	n := start(t, s)
	n.w.ChooseRows(first.ID, second.ID)
	n.w.Press("Сменить статус")
	n.w.Fill(map[string]string{"status": "left", "left_reason": "studies", "left_on": "01.01.2001"})
	n.w.Press("Изменить у 2 волонтеров")
	require.Contains(t, n.w.Form().Errors(), "left_on")
	require.Empty(t, n.w.Failed)
	n.w.Key(fyne.KeyEscape)
	n.w.Press("Продолжить правку")
	n.w.Fill(map[string]string{"left_on": "20.11.2026"})
	n.w.Press("Изменить у 2 волонтеров")
	require.Equal(t, data.Date("2026-11-20"), volunteer(t, s, second.ID).LeftOn)
}

func TestWhoMayNotKeepVolunteersChangesNobody(t *testing.T) {
	s := storetest.New(t)
	first, second := storetest.Volunteer(t, s), storetest.Volunteer(t, s)
	n := start(t, s, data.Actor{Account: "organizer", Role: data.Organizer})
	n.w.ChooseRows(first.ID, second.ID)
	require.False(t, n.w.Offers("Сменить статус"))
	n.Shown(first.ID)
	require.False(t, n.w.Offers("Изменить"))
	require.NotContains(t, n.w.Menu(first.ID), "Сменить статус")
	_, err := s.ChangeVolunteers(t.Context(), data.Actor{Account: "organizer", Role: data.Organizer},
		data.Bulk{IDs: []int64{first.ID}, Change: data.VolunteerChange{Naming: data.NotNamed}}, nil)
	require.True(t, data.IsCode(err, data.Denied))
}
