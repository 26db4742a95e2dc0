package settings_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/store"
)

// newStaff makes an account that nobody has let into the people's file yet.
func newStaff(t *testing.T, dir, name string) (password string) {
	t.Helper()
	s := enter(t, dir, "admin", store.SamplePassword)
	password = data.SuggestOneTime()
	_, err := s.AddAccount(t.Context(), s.Actor(), store.NewAccount{Name: name, Role: data.Staff, Password: password, OneTime: true})
	require.NoError(t, err)
	require.NoError(t, s.Close())
	return password
}

func holds(t *testing.T, dir, name, password string) bool {
	t.Helper()
	s := enter(t, dir, name, password)
	defer func() { require.NoError(t, s.Close()) }()
	return s.Holds(data.PeopleWall)
}

func TestWhoOpensAFileLetsOthersIn(t *testing.T) {
	dir, _ := centre(t)
	password := newStaff(t, dir, "Айгүл")
	require.False(t, holds(t, dir, "Айгүл", password))
	w, _, p := open(t, dir, data.Manager)
	turn(t, p, "access")
	require.True(t, w.Shows("Айгүл · Сотрудник"))
	w.Press("Дать доступ")
	require.Empty(t, w.Failed)
	require.True(t, w.Shows("Никто не ждет."))
	require.True(t, holds(t, dir, "Айгүл", password))
}

// Who does not open a file learns who does, and can use its recovery code.
func TestAnAdministratorNeedsTheCode(t *testing.T) {
	dir, codes := centre(t)
	password := newStaff(t, dir, "Айгүл")
	w, _, p := open(t, dir, data.Admin)
	turn(t, p, "access")
	require.False(t, w.Offers("Дать доступ"))
	require.True(t, w.Shows("Волонтеры и мероприятия. Это может сделать: manager"), "the organizer opens it, too, but lets nobody in")
	w.Press("По коду восстановления")
	w.Fill(map[string]string{"recovery_code": codes[data.CasesWall]})
	w.Press("Дать доступ")
	require.NotEmpty(t, w.Form().Errors()["recovery_code"])
	w.Fill(map[string]string{"recovery_code": codes[data.PeopleWall]})
	w.Press("Дать доступ")
	require.Empty(t, w.Failed)
	require.True(t, holds(t, dir, "Айгүл", password))
}

func TestShuttingOut(t *testing.T) {
	for name, button := range map[string]string{"keeping the key": "Только закрыть", "with a new key": "Закрыть и сменить ключ"} {
		t.Run(name, func(t *testing.T) {
			dir, _ := centre(t)
			admin := enter(t, dir, "admin", store.SamplePassword)
			require.NoError(t, admin.SetRole(t.Context(), admin.Actor(), account(t, admin, "staff").ID, data.CaseWorker))
			require.NoError(t, admin.Close())
			require.True(t, holds(t, dir, "staff", store.SamplePassword))
			w, _, p := open(t, dir, data.Manager)
			turn(t, p, "access")
			w.Press("Закрыть доступ")
			w.Press(button)
			require.Empty(t, w.Failed)
			require.False(t, w.Offers("Закрыть доступ"))
			require.False(t, holds(t, dir, "staff", store.SamplePassword))
		})
	}
}

func TestANewRecoveryCodeWorks(t *testing.T) {
	dir, codes := centre(t)
	newStaff(t, dir, "Айгүл")
	w, s, p := open(t, dir, data.CaseWorker)
	turn(t, p, "access")
	w.Press("Новый код") // of the last file: casework
	w.Press("Новый код")
	code := told(t, w)
	require.NotEqual(t, codes[data.CasesWall], code)
	folder := t.TempDir()
	w.Press("Сохранить лист для печати")
	w.Fill(map[string]string{"folder": folder})
	w.Press("Сохранить")
	require.Empty(t, w.Failed)
	files, err := os.ReadDir(folder)
	require.NoError(t, err)
	require.Len(t, files, 1)
	printed, err := os.ReadFile(filepath.Join(folder, files[0].Name()))
	require.NoError(t, err)
	for _, group := range strings.Split(code, "-") {
		require.Contains(t, string(printed), group)
	}
	require.Equal(t, code, told(t, w), "the code is still shown")
	w.Press("Записано")
	require.NoError(t, s.Close())

	admin := enter(t, dir, "admin", store.SamplePassword)
	id := account(t, admin, "Айгүл").ID
	require.NoError(t, admin.SetRole(t.Context(), admin.Actor(), id, data.CaseWorker))
	require.Error(t, admin.LetInByCode(t.Context(), admin.Actor(), id, data.CasesWall, codes[data.CasesWall]))
	require.NoError(t, admin.LetInByCode(t.Context(), admin.Actor(), id, data.CasesWall, code))
}

// After an account was removed, what is left to do is said file by file.
func TestWhatARemovalLeavesToDo(t *testing.T) {
	dir, _ := centre(t)
	w, s, p := open(t, dir, data.Admin)
	old, err := s.Backup(t.Context(), s.Actor(), store.BackupAsked, nil)
	require.NoError(t, err)
	turn(t, p, "accounts")
	w.Choose(account(t, s, "staff").ID)
	w.Press("Удалить")
	w.Press("Удалить")
	require.Contains(t, strings.Join(w.Texts(), " "), "1 резервную копию еще открывает прежний пароль этой записи.")
	w.Press("Удалить эти копии")
	require.NoDirExists(t, old.Path)
	left, err := s.Backups(t.Context())
	require.NoError(t, err)
	require.Len(t, left, 1, "a new one was made first")
	require.True(t, w.Shows("Это может сделать: manager"))
	w.Press("Сменить ключ")
	require.Empty(t, w.Failed)
	require.True(t, w.Offers("Ключ сменен"))
	w.Press("Закрыть")
	require.NoError(t, s.Close())

	m, _, p := open(t, dir, data.Manager)
	turn(t, p, "access")
	require.True(t, m.Offers("Закрыть доступ"))
}
