package groups_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"saya/app/groups"
	"saya/app/page/pagetest"
	"saya/data"
	"saya/data/store"
	"saya/data/store/storetest"
)

func open(t *testing.T, s *store.Store, role data.Role) (*groups.Page, *pagetest.Window) {
	t.Helper()
	env, w := pagetest.NewEnv(t, s)
	env.Actor.Role = role
	p := groups.New(env)
	w.Show(p)
	return p, w
}

func save(t *testing.T, s *store.Store, g data.Group) int64 {
	t.Helper()
	id, err := s.SaveGroup(t.Context(), storetest.Actor(), g)
	require.NoError(t, err)
	return id
}

func TestGroupIsMadeAndEnded(t *testing.T) {
	s := storetest.New(t)
	p, w := open(t, s, data.Manager)
	p.New()
	p.Save()
	require.Contains(t, w.Form().Errors(), "name")
	w.Type("Хор")
	w.Fill(map[string]string{"formed_on": "01.02.2026", "note": "по субботам"})
	p.Save()
	require.Empty(t, w.Failed)
	g, err := s.Group(t.Context(), p.Chosen())
	require.NoError(t, err)
	require.Equal(t, data.Group{ID: g.ID, Version: g.Version, Name: "Хор", FormedOn: "2026-02-01", Note: "по субботам"}, g)

	w.Menu(g.ID)
	w.PressMenu("Распустить сегодня")
	g, err = s.Group(t.Context(), g.ID)
	require.NoError(t, err)
	require.Equal(t, storetest.Day, g.EndedOn)
	require.Equal(t, []bool{true, true}, w.Undo)
}

func TestCardNamesTheMembers(t *testing.T) {
	s := storetest.New(t)
	id := save(t, s, data.Group{Name: "Хор"})
	leader := storetest.Volunteer(t, s, func(v *data.Volunteer) { v.GroupID = id })
	storetest.Volunteer(t, s, func(v *data.Volunteer) {
		v.GroupID, v.Surname, v.Status, v.LeftOn, v.LeftReason = id, "Бывшая", data.Left, storetest.Day, "work"
	})
	g, err := s.Group(t.Context(), id)
	require.NoError(t, err)
	g.LeaderID = leader.ID
	save(t, s, g)
	p, w := open(t, s, data.Organizer)
	p.Shown(id)
	require.True(t, w.Shows("№ 1 · Қалиева Әсем"))
	require.False(t, w.Shows("№ 2 · Бывшая Әсем"), "who left is not in it")
	require.False(t, w.Offers("Изменить"), "an organizer only looks")
	w.PressLine("№ 1 · Қалиева Әсем")
	require.Equal(t, []string{"volunteers"}, w.Opened)
}

// A leader who left stays the leader until somebody says otherwise.
func TestEditorKeepsTheLeader(t *testing.T) {
	s := storetest.New(t)
	leader := storetest.Volunteer(t, s, func(v *data.Volunteer) { v.Status, v.LeftOn, v.LeftReason = data.Left, storetest.Day, "work" })
	id := save(t, s, data.Group{Name: "Хор", LeaderID: leader.ID})
	p, w := open(t, s, data.Manager)
	p.Edit(id)
	w.Fill(map[string]string{"name": "Хор и танцы"})
	p.Save()
	require.Empty(t, w.Failed)
	g, err := s.Group(t.Context(), id)
	require.NoError(t, err)
	require.Equal(t, []any{"Хор и танцы", leader.ID}, []any{g.Name, g.LeaderID})
}

func TestEndedGroupsAreBehindTheirChip(t *testing.T) {
	s := storetest.New(t)
	save(t, s, data.Group{Name: "Хор"})
	save(t, s, data.Group{Name: "Бывшая", EndedOn: "2026-01-01"})
	_, w := open(t, s, data.Manager)
	require.True(t, w.Shows("1 группа"))
	w.Filter("Все")
	require.True(t, w.Shows("2 группы"))
}
