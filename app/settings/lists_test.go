package settings_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/store"
	"saya/data/store/storetest"
)

// deleted makes an hours entry and deletes it as an account of a role.
func deleted(t *testing.T, dir string, role data.Role) {
	t.Helper()
	m := enter(t, dir, "manager", store.SamplePassword)
	h := storetest.Hours(t, m, storetest.Volunteer(t, m).ID)
	require.NoError(t, m.Close())
	s := enter(t, dir, string(role), store.SamplePassword)
	require.NoError(t, s.DeleteHours(t.Context(), s.Actor(), h.ID))
	require.NoError(t, s.Close())
}

func TestTheBinGivesBack(t *testing.T) {
	dir, _ := centre(t)
	deleted(t, dir, data.Staff)
	w, s, p := open(t, dir, data.Manager)
	turn(t, p, "bin")
	require.True(t, w.Shows("30 дней"))
	items, err := s.Bin(t.Context())
	require.NoError(t, err)
	w.Choose(items[0].ID.N)
	require.True(t, w.Shows("22.11.2026 10:00 · staff"))
	w.Press("Вернуть")
	require.Empty(t, w.Failed)
	require.False(t, w.Offers("Вернуть"))
	ids, err := s.HoursList(t.Context(), data.HoursFilter{})
	require.NoError(t, err)
	require.Len(t, ids, 1)
}

// What others deleted is theirs, or the manager's, to bring back.
func TestTheBinSaysWhoGivesBack(t *testing.T) {
	dir, _ := centre(t)
	deleted(t, dir, data.Manager)
	w, s, p := open(t, dir, data.Staff)
	turn(t, p, "bin")
	items, err := s.Bin(t.Context())
	require.NoError(t, err)
	w.Choose(items[0].ID.N)
	require.False(t, w.Offers("Вернуть"))
}

func TestFilesOutside(t *testing.T) {
	for name, c := range map[string]struct {
		press string
		there bool
	}{
		"deleted":   {"Удалить файл", false},
		"forgotten": {"Убрать из списка", true},
	} {
		t.Run(name, func(t *testing.T) {
			dir, _ := centre(t)
			path := filepath.Join(t.TempDir(), "report.xlsx")
			require.NoError(t, os.WriteFile(path, []byte("x"), 0o600))
			w, s, p := open(t, dir, data.Manager)
			turn(t, p, "outside")
			id, err := s.AddOutside(t.Context(), s.Actor(), "front-office", path)
			require.NoError(t, err)
			require.True(t, w.Shows("report.xlsx"))
			require.True(t, w.Shows("Отчет для фронт-офиса"))
			w.Choose(id)
			w.Press(c.press)
			w.Press(c.press)
			require.Empty(t, w.Failed)
			left, err := s.Outside(t.Context())
			require.NoError(t, err)
			require.Empty(t, left)
			_, err = os.Lstat(path)
			require.Equal(t, c.there, err == nil)
		})
	}
}

func TestTheAuditIsReadAndChecked(t *testing.T) {
	dir, _ := centre(t)
	deleted(t, dir, data.Staff)
	newStaff(t, dir, "Айгүл")
	w, _, p := open(t, dir, data.Manager)
	turn(t, p, "audit")
	require.True(t, w.Shows("Центр: журнал цел"))
	require.True(t, w.Shows("запись часов удалена"))
	require.True(t, w.Shows("Учетная запись: Айгүл"))
	require.True(t, w.Shows("учетная запись добавлена"))
}

func TestABrokenAuditIsSaid(t *testing.T) {
	dir, _ := centre(t)
	db := storetest.SQL(t, dir, data.CentreWall)
	_, err := db.Exec("UPDATE audit SET account = 'nobody' WHERE id = 2")
	require.NoError(t, err)
	require.NoError(t, db.Close())
	w, _, p := open(t, dir, data.Admin)
	turn(t, p, "audit")
	require.False(t, w.Shows("Центр: журнал цел"))
	w.Press("Центр: журнал нарушен")
	require.True(t, w.Offers("Закрыть"))
}

func TestTheProfileIsEdited(t *testing.T) {
	dir, _ := centre(t)
	w, s, p := open(t, dir, data.Admin)
	turn(t, p, "centre")
	w.Press("Изменить")
	w.Fill(map[string]string{"name_ru": "Дом", "phone": "123", "bin": "1", "head_post_ru": "Директор", "wait_days": "3"})
	w.Press("Сохранить")
	errors := w.Form().Errors()
	require.Contains(t, errors, "phone")
	require.Contains(t, errors, "bin")
	w.Fill(map[string]string{"phone": "8 727 000 00 01", "bin": ""})
	w.Press("Сохранить")
	require.Empty(t, w.Failed)
	c, err := s.Centre(t.Context())
	require.NoError(t, err)
	require.Equal(t, "Дом", c.Name.RU)
	require.Equal(t, "Директор", c.HeadPost.RU)
	require.Equal(t, "+77270000001", c.Phone)
	require.Equal(t, 3, c.WaitDays)
	require.True(t, c.Sample)
	require.True(t, w.Shows("Дом"), "shown at once")
}
