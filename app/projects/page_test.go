package projects_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/require"

	"saya/app/page/pagetest"
	"saya/app/projects"
	"saya/assets"
	"saya/data"
	"saya/data/store"
	"saya/data/store/storetest"
)

func show(t *testing.T, s *store.Store, role data.Role) *pagetest.Window {
	t.Helper()
	env, w := pagetest.NewEnv(t, s)
	env.Actor.Role = role
	w.Show(projects.New(env))
	return w
}

func saved(t *testing.T, s *store.Store, p data.Project) int64 {
	t.Helper()
	id, err := s.SaveProject(t.Context(), storetest.Actor(), p)
	require.NoError(t, err)
	return id
}

func TestProjectIsAdded(t *testing.T) {
	s := storetest.New(t)
	w := show(t, s, data.Organizer)
	w.Press("Новый проект")
	w.Fill(map[string]string{"name_ru": "Новая жизнь", "from_on": "1.1.26", "to_on": "31.12.25"})
	w.Press("Сохранить")
	require.Contains(t, w.Form().Errors(), "to_on", "it ends before it begins")
	w.Fill(map[string]string{
		"to_on": "311226", "aim": "Помочь", "planned": "12", "direction": "qamqor", "law_kind": "3",
		"expected": "Пособие", "actual": "Ничего", "partners": "Фонд",
	})
	w.Press("Сохранить")
	require.Empty(t, w.Failed)
	ids, err := s.Projects(t.Context(), data.ProjectFilter{})
	require.NoError(t, err)
	require.Len(t, ids, 1)
	p, err := s.Project(t.Context(), ids[0])
	require.NoError(t, err)
	require.Equal(t, data.Project{
		ID: p.ID, Version: p.Version, Name: data.Names{RU: "Новая жизнь"}, Aim: "Помочь", From: "2026-01-01", To: "2026-12-31", Planned: 12,
		Expected: "Пособие", Actual: "Ничего", Partners: "Фонд", Direction: "qamqor", LawKind: "3",
	}, p)
}

// A name is needed in one language, and asked for before anything else.
func TestProjectNeedsAName(t *testing.T) {
	w := show(t, storetest.New(t), data.Organizer)
	w.Press("Новый проект")
	w.Press("Сохранить")
	require.Equal(t, map[string]string{
		"name_ru": "Напишите название хотя бы на одном языке.", "from_on": "Заполните это поле.",
	}, w.Form().Errors())
	w.Fill(map[string]string{"name_en": "A new life"})
	require.NotContains(t, w.Form().Errors(), "name_ru")
}

func TestProjectShowsWhereItStands(t *testing.T) {
	s := storetest.New(t)
	named := func(name string, from, to data.Date) int64 {
		return saved(t, s, data.Project{Name: data.Names{RU: name}, From: from, To: to, Planned: 3})
	}
	running, over := named("Идущий", "2026-01-01", ""), named("Прошлый", "2025-01-01", "2025-12-31")
	storetest.Event(t, s, func(e *data.Event) { e.ProjectID = running })
	w := show(t, s, data.Staff)
	require.False(t, w.Shows("Прошлый"), "not among the current ones")
	w.Choose(running)
	require.True(t, w.Shows("с 01.01.2026"))
	w.PressLine("21.11.2026")
	require.Equal(t, []string{"events"}, w.Opened)
	w.Filter("Все")
	w.Choose(over)
	require.True(t, w.Shows("Завершен"))
	require.False(t, w.Offers("Новый проект"), "staff only reads")
}

func TestProjectIsDeletedUnlessItHasEvents(t *testing.T) {
	s := storetest.New(t)
	id := saved(t, s, data.Project{Name: data.Names{RU: "Ошибка"}, From: "2026-01-01"})
	used := saved(t, s, data.Project{Name: data.Names{RU: "Нужный"}, From: "2026-01-01"})
	storetest.Event(t, s, func(e *data.Event) { e.ProjectID = used })
	w := show(t, s, data.Organizer)
	for _, c := range []struct {
		id     int64
		failed int
	}{{used, 1}, {id, 1}} {
		w.Choose(c.id)
		w.PressIcon(assets.IconMore)
		w.Key(fyne.KeyReturn)
		require.Len(t, w.Failed, c.failed)
	}
	ids, err := s.Projects(t.Context(), data.ProjectFilter{})
	require.NoError(t, err)
	require.Equal(t, []int64{used}, ids)
}
