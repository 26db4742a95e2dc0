package settings_test

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/require"

	"saya/app/page/pagetest"
	"saya/app/settings"
	"saya/assets"
	"saya/data"
	"saya/data/store"
	"saya/data/store/storetest"
	"saya/widgets"
)

func TestADirectionIsAddedRenamedAndRetired(t *testing.T) {
	dir, _ := centre(t)
	w, s, p := open(t, dir, data.Manager)
	turn(t, p, "directions")
	before, err := s.Directions(t.Context())
	require.NoError(t, err)
	w.Press("Новое направление")
	w.Press("Сохранить")
	require.Contains(t, w.Form().Errors(), "name_ru", "a name is asked for")
	w.Fill(map[string]string{"name_ru": "Наставничество", "short_ru": "Наставник"})
	w.Press("Сохранить")
	require.Empty(t, w.Failed)
	after, err := s.Directions(t.Context())
	require.NoError(t, err)
	added := after[len(after)-1]
	require.Equal(t, append(before, added), after, "the others are as they were")
	require.Equal(t, "Наставничество", added.Names.RU)
	require.NotEmpty(t, added.Code)

	w.Press("Изменить")
	w.Fill(map[string]string{"name_kk": "Тәлімгерлік"})
	w.Press("Сохранить")
	w.Press("Не использовать")
	require.True(t, w.Undo[len(w.Undo)-1], "it can be taken back")
	after, err = s.Directions(t.Context())
	require.NoError(t, err)
	changed := after[len(after)-1]
	require.Equal(t, []string{added.Code, "Тәлімгерлік", "Наставничество"}, []string{changed.Code, changed.Names.KK, changed.Names.RU})
	require.True(t, changed.Retired)
}

// No centre opens to minors what the law keeps from them.
func TestAKindStaysForAdultsByLaw(t *testing.T) {
	dir, _ := centre(t)
	w, s, p := open(t, dir, data.Manager)
	turn(t, p, "kinds")
	w.Choose(3)
	w.Press("Изменить")
	w.Fill(map[string]string{"adults_only": ""})
	w.Press("Сохранить")
	require.Contains(t, w.Form().Errors(), "adults_only")
	kinds, err := s.Kinds(t.Context())
	require.NoError(t, err)
	require.True(t, kinds[2].AdultsOnly)
}

func TestARequirementIsAdded(t *testing.T) {
	dir, _ := centre(t)
	w, s, p := open(t, dir, data.Admin)
	turn(t, p, "requirements")
	before, err := s.Requirements(t.Context())
	require.NoError(t, err)
	w.Press("Новое требование")
	w.Fill(map[string]string{"name_ru": "Медкнижка", "blocks": "warns", "months": "12"})
	w.Press("Сохранить")
	require.Empty(t, w.Failed)
	after, err := s.Requirements(t.Context())
	require.NoError(t, err)
	require.Len(t, after, len(before)+1)
	added := after[len(after)-1]
	require.Equal(t, data.Requirement{Code: added.Code, Names: data.Names{RU: "Медкнижка"}, Includes: data.List{}, Months: 12}, added)
	require.True(t, w.Shows("12 месяцев"), "on its card")
}

func TestHolidaysOfAYear(t *testing.T) {
	dir, _ := centre(t)
	w, s, p := open(t, dir, data.Manager)
	turn(t, p, "holidays")
	require.True(t, w.Shows("2026"))
	for range 4 {
		w.PressIcon(assets.IconRight)
	}
	require.True(t, w.Shows("2030"), "a year that nobody has entered")
	w.Press("Взять официальный список")
	require.Empty(t, w.Failed)
	of := func(year int) (days []data.Holiday) {
		all, err := s.Holidays(t.Context())
		require.NoError(t, err)
		for _, d := range all {
			if d.From.Year() == year {
				days = append(days, d)
			}
		}
		return days
	}
	official := of(2030)
	require.NotEmpty(t, official)
	require.False(t, w.Offers("Взять официальный список"), "it is the official one")

	w.Press("Добавить день")
	w.Fill(map[string]string{"name_ru": "День центра", "from_on": "5.6.2029"})
	w.Press("Сохранить")
	require.Contains(t, w.Form().Errors(), "from_on", "another year")
	w.Fill(map[string]string{"from_on": "5.6.30"})
	w.Press("Сохранить")
	require.Empty(t, w.Failed)
	require.Len(t, of(2030), len(official)+1)
	require.True(t, w.Shows("День центра"))

	w.PressIcon(assets.IconDelete)
	require.Len(t, of(2030), len(official))
	require.NotEqual(t, official[0], of(2030)[0], "the first one is gone")
	w.Press("Взять официальный список")
	w.Press("Взять официальный список")
	require.Equal(t, official, of(2030))
	require.NotEmpty(t, of(2026), "other years are as they were")
}

func TestCataloguesAreForThoseWhoKeepTheCentre(t *testing.T) {
	dir, _ := centre(t)
	_, _, p := open(t, dir, data.Staff)
	for _, s := range p.Scenes() {
		require.NotContains(t, []string{"centre", "directions", "kinds", "requirements", "holidays"}, s.Name)
	}
}

// What is typed in the editor of one part is not lost by looking at another.
func TestAPartWithAnEditorAsksBeforeItIsLeft(t *testing.T) {
	dir, _ := centre(t)
	w, _, p := open(t, dir, data.Manager)
	turn(t, p, "directions")
	w.Press("Новое направление")
	w.Fill(map[string]string{"name_ru": "Наст"})
	require.True(t, p.Editing())
	turn(t, p, "holidays")
	require.True(t, w.Offers("Выйти без сохранения"))
	w.Press("Продолжить правку")
	require.Equal(t, "Наст", w.Form().Snapshot()["name_ru"])
	require.Equal(t, "directions", p.State())
}

func TestAppearanceIsChosen(t *testing.T) {
	dir, _ := centre(t)
	w, _, p := open(t, dir, data.Staff)
	turn(t, p, "appearance")
	var fields []*widgets.Segments
	pagetest.Walk(p.Content(), func(o fyne.CanvasObject) {
		if f, ok := o.(*widgets.Segments); ok {
			fields = append(fields, f)
		}
	})
	require.Len(t, fields, 3)
	fields[0].SetID("kk")
	fields[1].SetID("dark")
	fields[2].SetID("130")
	require.Equal(t, []any{"kk", "dark", 130}, []any{w.Lang, w.Look, w.Size})
	p.Restore("backup")
	require.Equal(t, "backup", p.State())
}

// Everybody may see where the log of errors is.
func TestTheLogIsShownToEverybody(t *testing.T) {
	dir, _ := centre(t)
	w, _, p := open(t, dir, data.Staff)
	turn(t, p, "appearance")
	require.False(t, w.Offers("Открыть папку"), "this program writes none")
	s, err := store.Open(t.Context(), dir, store.OpenOptions{Now: storetest.Now, Account: "staff", Password: store.SamplePassword})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, s.Close()) })
	env, w := pagetest.NewEnv(t, s)
	env.Actor, env.Log = s.Actor(), filepath.Join(t.TempDir(), "saya.log")
	p = settings.New(env)
	w.Show(p)
	turn(t, p, "appearance")
	require.True(t, w.Shows(env.Log))
	w.Press("Открыть папку")
	require.Equal(t, []string{"Ошибок еще не было, журнала нет."}, w.Said)
	require.NoError(t, os.WriteFile(env.Log, nil, 0o600))
	w.Press("Открыть папку")
	require.Len(t, w.Said, 1)
	require.Empty(t, w.Failed)
}
