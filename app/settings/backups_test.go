package settings_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/app/page/pagetest"
	"saya/app/settings"
	"saya/data"
	"saya/data/store"
	"saya/data/store/storetest"
)

// backups opens the part Backups for an account.
func backups(t *testing.T, dir string, role data.Role) (*pagetest.Window, *store.Store, *settings.Page) {
	t.Helper()
	w, s, p := open(t, dir, role)
	turn(t, p, "backup")
	return w, s, p
}

// chosen makes a backup and chooses it in the list.
func chosen(t *testing.T, w *pagetest.Window, s *store.Store) store.Backup {
	t.Helper()
	w.Press("Сделать копию")
	require.Empty(t, w.Failed)
	all, err := s.Backups(t.Context())
	require.NoError(t, err)
	require.NotEmpty(t, all)
	w.ChooseFirst()
	return all[0]
}

// Whoever works here backs up and sees how old the newest copy is.
func TestEverybodyBacksUp(t *testing.T) {
	dir, _ := centre(t)
	for _, role := range data.Roles() {
		t.Run(string(role), func(t *testing.T) {
			w, s, _ := backups(t, dir, role)
			chosen(t, w, s)
			require.True(t, w.Shows("сегодня"))
			require.Equal(t, role.May(data.RestoreBackups), w.Offers("Восстановить"))
			require.Equal(t, role.May(data.RestoreBackups), w.Offers("Удалить"))
			require.Equal(t, role.May(data.RestoreBackups), w.Offers("Создать пакет"))
			require.Equal(t, role.May(data.KeepCentre), w.Offers("Выбрать"))
			w.Press("Проверить")
			require.Empty(t, w.Failed)
			require.NoError(t, s.Close())
		})
	}
}

func TestASpoiltBackupIsSaid(t *testing.T) {
	dir, _ := centre(t)
	w, s, _ := backups(t, dir, data.Manager)
	b := chosen(t, w, s)
	path := filepath.Join(b.Path, "people.saya")
	whole, err := os.ReadFile(path)
	require.NoError(t, err)
	whole[len(whole)-1] ^= 1
	require.NoError(t, os.WriteFile(path, whole, 0o600))
	w.Press("Проверить")
	require.Len(t, w.Failed, 1)
	require.False(t, w.Offers("Восстановить"), "what is spoilt is not offered")
	require.True(t, w.Shows("проверенной копии нет"))
}

func TestARestoreEndsTheSession(t *testing.T) {
	dir, _ := centre(t)
	w, s, _ := backups(t, dir, data.Manager)
	before := storetest.Volunteer(t, s)
	chosen(t, w, s)
	before.Note = "потом"
	_, err := s.SaveVolunteer(t.Context(), s.Actor(), before)
	require.NoError(t, err)
	w.Press("Восстановить")
	require.Empty(t, w.Out, "asks first")
	w.Press("Восстановить")
	require.Empty(t, w.Failed)
	require.Len(t, w.Out, 1)

	again := enter(t, dir, "manager", store.SamplePassword)
	v, err := again.Volunteer(t.Context(), before.ID)
	require.NoError(t, err)
	require.Empty(t, v.Note)
	all, err := again.Backups(t.Context())
	require.NoError(t, err)
	require.Len(t, all, 2, "the state before is kept")
}

func TestTheSecondFolder(t *testing.T) {
	dir, _ := centre(t)
	w, s, _ := backups(t, dir, data.Manager)
	w.Folder = t.TempDir()
	w.Press("Выбрать")
	require.Empty(t, w.Failed)
	require.True(t, w.Shows(w.Folder))
	w.Press("Сделать копию")
	require.True(t, w.Shows("Вторая папка"))
	w.Press("Убрать")
	folder, err := s.BackupFolder(t.Context())
	require.NoError(t, err)
	require.Empty(t, folder)
	w.Folder = dir
	w.Press("Выбрать")
	require.Len(t, w.Failed, 1, "not in the centre's own folder")
}

func TestABackupIsDeleted(t *testing.T) {
	dir, _ := centre(t)
	w, s, _ := backups(t, dir, data.Admin)
	b := chosen(t, w, s)
	w.Press("Удалить")
	w.Press("Удалить")
	require.Empty(t, w.Failed)
	require.NoDirExists(t, b.Path)
}

func TestThePackage(t *testing.T) {
	dir, _ := centre(t)
	w, _, _ := backups(t, dir, data.Manager)
	to := t.TempDir()
	w.Press("Создать пакет")
	w.Fill(map[string]string{"folder": to})
	w.Press("Создать пакет")
	path := filepath.Join(to, "saya-Sample-2026-11-22"+store.PackageEnding)
	require.FileExists(t, path)
	other := filepath.Join(t.TempDir(), "other")
	require.NoError(t, store.ReadPackage(t.Context(), path, other))
	require.True(t, enter(t, other, "staff", store.SamplePassword).Holds(data.PeopleWall))
}
