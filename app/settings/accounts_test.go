package settings_test

import (
	"regexp"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/app/page/pagetest"
	"saya/data"
	"saya/data/store"
)

// told is the secret that a dialog shows.
func told(t *testing.T, w *pagetest.Window) string {
	t.Helper()
	secret := ""
	for _, text := range w.Texts() {
		if regexp.MustCompile(`^([0-9A-Za-z]{4}-){3,}[0-9A-Za-z]{4}$`).MatchString(text) {
			secret = text
		}
	}
	require.NotEmpty(t, secret, "nothing is told")
	return secret
}

func TestANewAccountSignsInWithThePasswordThatIsShown(t *testing.T) {
	dir, _ := centre(t)
	w, s, p := open(t, dir, data.Admin)
	turn(t, p, "accounts")
	w.Press("Новая учетная запись")
	w.Fill(map[string]string{"account_name": "Айгүл"})
	w.Press("Добавить")
	require.NotEmpty(t, w.Form().Errors()["role"])
	w.Fill(map[string]string{"account_name": "Айгүл", "role": "staff"})
	w.Press("Добавить")
	password := told(t, w)
	w.Press("Записано")
	require.True(t, w.Shows("Айгүл"))
	require.False(t, w.Shows(password), "told once")

	theirs := enter(t, dir, "айгүл", password)
	me, err := theirs.Me(t.Context())
	require.NoError(t, err)
	require.True(t, me.MustChange)
	require.Equal(t, data.Staff, me.Role)
	require.NoError(t, theirs.Close())
	require.NotEmpty(t, account(t, s, "Айгүл"))
}

func TestActsOnAnAccount(t *testing.T) {
	for name, c := range map[string]struct {
		do    func(w *pagetest.Window)
		after func(a data.Account) bool
	}{
		"rename": {func(w *pagetest.Window) {
			w.Press("Переименовать")
			w.Fill(map[string]string{"account_name": "staff"})
			w.Press("Сохранить")
		}, func(a data.Account) bool { return a.Name == "staff" }},
		"role": {func(w *pagetest.Window) {
			w.Press("Сменить роль")
			w.Fill(map[string]string{"role": "organizer"})
			w.Press("Сохранить")
		}, func(a data.Account) bool { return a.Role == data.Organizer }},
		"reset": {func(w *pagetest.Window) {
			w.Press("Выдать новый пароль")
			w.Press("Выдать новый пароль")
			w.Press("Записано")
		}, func(a data.Account) bool { return a.MustChange }},
		"disable": {func(w *pagetest.Window) {
			w.Press("Отключить")
			w.Press("Отключить")
		}, func(a data.Account) bool { return a.State == data.AccountDisabled }},
		"disable and enable": {func(w *pagetest.Window) {
			w.Press("Отключить")
			w.Press("Отключить")
			w.Press("Включить")
		}, func(a data.Account) bool { return a.State == data.AccountActive && !a.MustChange }},
		"remove": {func(w *pagetest.Window) {
			w.Press("Удалить")
			w.Press("Удалить")
		}, func(a data.Account) bool { return a.State == data.AccountRemoved }},
		"think again": {func(w *pagetest.Window) {
			w.Press("Удалить")
			w.Press("Отмена")
		}, func(a data.Account) bool { return a.State == data.AccountActive }},
	} {
		t.Run(name, func(t *testing.T) {
			dir, _ := centre(t)
			w, s, p := open(t, dir, data.Admin)
			before := account(t, s, "staff")
			turn(t, p, "accounts")
			w.Choose(before.ID)
			if name == "rename" {
				require.NoError(t, s.RenameAccount(t.Context(), s.Actor(), before.ID, "раньше"))
			}
			c.do(w)
			require.Empty(t, w.Failed)
			require.True(t, c.after(accountOf(t, s, before.ID)))
		})
	}
}

func accountOf(t *testing.T, s *store.Store, id int64) data.Account {
	t.Helper()
	all, err := s.Accounts(t.Context())
	require.NoError(t, err)
	for _, a := range all {
		if a.ID == id {
			return a
		}
	}
	return data.Account{}
}
