package store_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/store"
	"saya/data/store/storetest"
	"saya/data/vault"
)

// spoil overwrites the page at which the table of volunteers begins.
func spoil(t *testing.T, dir string) {
	t.Helper()
	var page int64
	db := storetest.SQL(t, dir, data.PeopleWall)
	require.NoError(t, db.QueryRow("SELECT rootpage FROM sqlite_schema WHERE name = 'volunteers'").Scan(&page))
	require.NoError(t, db.Close())
	h, err := os.OpenFile(filepath.Join(dir, "people.saya"), os.O_RDWR, 0)
	require.NoError(t, err)
	_, err = h.WriteAt(make([]byte, 8), vault.HeaderSize+(page-1)*4096)
	require.NoError(t, err)
	require.NoError(t, h.Close())
}

func flip(t *testing.T, path string, at int64) {
	t.Helper()
	h, err := os.OpenFile(path, os.O_RDWR, 0)
	require.NoError(t, err)
	b := make([]byte, 1)
	_, err = h.ReadAt(b, at)
	require.NoError(t, err)
	b[0] ^= 4
	_, err = h.WriteAt(b, at)
	require.NoError(t, err)
	require.NoError(t, h.Close())
}

func replaceIn(t *testing.T, path, old, next string) {
	t.Helper()
	text := content(t, path)
	require.Contains(t, text, old)
	require.NoError(t, os.WriteFile(path, []byte(strings.Replace(text, old, next, 1)), 0o600))
}

// What is wrong with a backup is in the list, or found when it is read through and then in the list; it cannot be
// restored, is not the newest verified one and not in anybody's way.
func TestWhatIsWrongWithABackup(t *testing.T) {
	for name, c := range map[string]struct {
		spoil func(t *testing.T, b store.Backup)
		wrong string
		deep  bool // seen only when it is read through
	}{
		"a file is missing": {func(t *testing.T, b store.Backup) { require.NoError(t, os.Remove(filepath.Join(b.Path, "cases.saya"))) }, "backup.missing_file", false},
		"the manifest is missing": {func(t *testing.T, b store.Backup) {
			require.NoError(t, os.Remove(filepath.Join(b.Path, "manifest.json")))
		}, "backup.no_manifest", false},
		"the manifest is half": {func(t *testing.T, b store.Backup) {
			require.NoError(t, os.Truncate(filepath.Join(b.Path, "manifest.json"), 200))
		}, "backup.no_manifest", false},
		"a file is shorter": {func(t *testing.T, b store.Backup) {
			require.NoError(t, os.Truncate(filepath.Join(b.Path, "people.saya"), 70_000))
		}, "backup.changed", false},
		"a bit differs":           {func(t *testing.T, b store.Backup) { flip(t, filepath.Join(b.Path, "people.saya"), 80_000) }, "backup.changed", true},
		"a bit that nobody opens": {func(t *testing.T, b store.Backup) { flip(t, filepath.Join(b.Path, "cases.saya"), 80_000) }, "backup.changed", true},
		"a hash of another": {func(t *testing.T, b store.Backup) {
			replaceIn(t, filepath.Join(b.Path, "manifest.json"), `"sha256": "`, `"sha256": "`+strings.Repeat("0", 64)+`", "was": "`)
		}, "backup.changed", true},
		"a newer program's": {func(t *testing.T, b store.Backup) {
			replaceIn(t, filepath.Join(b.Path, "manifest.json"), `"schema": 1`, `"schema": 9999`)
		}, "backup.newer", false},
		"a newer form": {func(t *testing.T, b store.Backup) {
			replaceIn(t, filepath.Join(b.Path, "manifest.json"), `"format": 1`, `"format": 2`)
		}, "backup.newer", false},
		"an unknown reason": {func(t *testing.T, b store.Backup) {
			replaceIn(t, filepath.Join(b.Path, "manifest.json"), `"asked"`, `"forced"`)
		}, "backup.no_manifest", false},
		"a name that leads out": {func(t *testing.T, b store.Backup) {
			replaceIn(t, filepath.Join(b.Path, "manifest.json"), `"cases.saya"`, `"../cases.saya"`)
		}, "backup.no_manifest", false},
		"a centre's file is empty": {func(t *testing.T, b store.Backup) {
			require.NoError(t, os.WriteFile(filepath.Join(b.Path, "centre.saya"), make([]byte, size(t, b, "centre.saya")), 0o600))
		}, "backup.changed", false},
	} {
		t.Run(name, func(t *testing.T) {
			dir := centre(t)
			s := signedIn(t, dir, data.Manager)
			b := backup(t, s)
			c.spoil(t, b)
			if c.deep {
				require.Empty(t, backups(t, s)[0].Wrong)
				refused(t, c.wrong, s.Restore(t.Context(), s.Actor(), b))
			}
			_, err := s.VerifyBackup(t.Context(), b)
			refused(t, c.wrong, err)
			require.Equal(t, c.wrong, backups(t, s)[0].Wrong)
			require.Equal(t, data.StampOf(storetest.Now()), backups(t, s)[0].At, "at least its name says when")
			at, err := s.NewestVerified(t.Context())
			require.NoError(t, err)
			require.Empty(t, at)
			require.True(t, s.DueBackup(t.Context()))
			refused(t, c.wrong, s.Restore(t.Context(), s.Actor(), b))
			require.NotContains(t, entries(t, dir), "restore.part")
			storetest.Volunteer(t, s)
			good := backup(t, s)
			require.Len(t, backups(t, s), 2, "rotation leaves it to people")
			require.Equal(t, good.Path, b.Path+"-2")
			require.NoError(t, s.DeleteBackup(t.Context(), s.Actor(), b))
		})
	}
}

func size(t *testing.T, b store.Backup, name string) int64 {
	t.Helper()
	info, err := os.Stat(filepath.Join(b.Path, name))
	require.NoError(t, err)
	return info.Size()
}

func TestBackupOfAnotherCentre(t *testing.T) {
	other := signedIn(t, centre(t), data.Manager)
	theirs := backup(t, other)
	dir := centre(t)
	require.NoError(t, os.Mkdir(filepath.Join(dir, "backups"), 0o700))
	require.NoError(t, os.CopyFS(filepath.Join(dir, "backups", "20261101T000000Z"), os.DirFS(theirs.Path)))
	s := signedIn(t, dir, data.Manager)
	require.Equal(t, "backup.other_centre", backups(t, s)[0].Wrong)
	refused(t, "backup.other_centre", s.Restore(t.Context(), s.Actor(), backups(t, s)[0]))
}

func TestSecondFolder(t *testing.T) {
	dir, stick := centre(t), t.TempDir()
	s := signedIn(t, dir, data.Manager)
	for name, c := range map[string]struct{ dir, key string }{
		"the centre's own": {dir, "backup.folder_inside"},
		"inside of it":     {filepath.Join(dir, "backups"), "backup.folder_inside"},
		"not there":        {filepath.Join(stick, "nowhere"), "errors.folder_missing"},
		"a file":           {filepath.Join(dir, "people.saya"), "errors.folder_missing"},
	} {
		require.NoError(t, os.MkdirAll(filepath.Join(dir, "backups"), 0o700))
		refused(t, c.key, s.SetBackupFolder(t.Context(), s.Actor(), c.dir))
		have, err := s.BackupFolder(t.Context())
		require.NoError(t, err, name)
		require.Empty(t, have, name)
	}
	synced := filepath.Join(stick, "Dropbox")
	require.NoError(t, os.Mkdir(synced, 0o700))
	refused(t, "place.backup_synced", s.SetBackupFolder(t.Context(), s.Actor(), synced))
	require.NoError(t, os.Remove(synced))
	link := filepath.Join(stick, "link")
	require.NoError(t, os.Symlink(dir, link))
	refused(t, "backup.folder_inside", s.SetBackupFolder(t.Context(), s.Actor(), link))
	require.NoError(t, os.Remove(link))

	require.NoError(t, s.SetBackupFolder(t.Context(), s.Actor(), stick))
	have, err := s.BackupFolder(t.Context())
	require.NoError(t, err)
	require.Equal(t, stick, have)
	backup(t, s)
	all := backups(t, s)
	require.Len(t, all, 2)
	own, second := all[0], all[1]
	if own.Second {
		own, second = second, own
	}
	require.False(t, own.Second)
	require.True(t, second.Second)
	require.True(t, strings.HasPrefix(second.Path, stick))
	require.Equal(t, own.Files, second.Files)

	// The centre's own backups are lost, and so is what was written since.
	storetest.Volunteer(t, s)
	require.NoError(t, os.RemoveAll(own.Path))
	require.NoError(t, s.Restore(t.Context(), s.Actor(), second))
	s = signedIn(t, dir, data.Manager)
	ids, err := s.Volunteers(t.Context(), data.VolunteerFilter{})
	require.NoError(t, err)
	require.Len(t, ids, 1)

	require.NoError(t, s.SetBackupFolder(t.Context(), s.Actor(), ""))
	backup(t, s)
	require.Len(t, entries(t, filepath.Dir(second.Path)), 1)
}

func TestStickThatIsNotThere(t *testing.T) {
	dir, stick := centre(t), filepath.Join(t.TempDir(), "stick")
	require.NoError(t, os.Mkdir(stick, 0o700))
	s := signedIn(t, dir, data.Manager)
	require.NoError(t, s.SetBackupFolder(t.Context(), s.Actor(), stick))
	require.NoError(t, os.Remove(stick))
	b, err := s.Backup(t.Context(), s.Actor(), store.BackupClosing, nil)
	require.NoError(t, err)
	refused(t, "backup.second_missing", b.Warning)
	require.Len(t, backups(t, s), 1)
	_, err = os.Stat(stick)
	require.ErrorIs(t, err, os.ErrNotExist, "a folder where the stick would be is no stick")
}

func TestSecondFolderNeedsTheRight(t *testing.T) {
	for _, role := range data.Roles() {
		s := signedIn(t, centre(t), role)
		err := s.SetBackupFolder(t.Context(), s.Actor(), t.TempDir())
		if role.May(data.KeepCentre) {
			require.NoError(t, err)
		} else {
			refused(t, "errors.not_allowed", err)
		}
	}
}

// A clock that was set back: backups of the future count for nothing and are left alone.
func TestBackupsOfTheFuture(t *testing.T) {
	dir := centre(t)
	ahead := openAt(t, dir, data.Manager, func() time.Time { return storetest.Now().AddDate(1, 0, 0) })
	future := backup(t, ahead)
	require.NoError(t, ahead.Close())
	s := signedIn(t, dir, data.Manager)
	require.True(t, s.DueBackup(t.Context()))
	at, err := s.NewestVerified(t.Context())
	require.NoError(t, err)
	require.Empty(t, at)
	today := backup(t, s)
	at, err = s.NewestVerified(t.Context())
	require.NoError(t, err)
	require.Equal(t, today.At, at)
	require.False(t, s.DueBackup(t.Context()))
	require.Equal(t, []string{future.Path, today.Path}, []string{backups(t, s)[0].Path, backups(t, s)[1].Path})
}

// A backup a day; old ones go from both folders.
func TestOldBackupsGo(t *testing.T) {
	dir, stick := centre(t), t.TempDir()
	now := storetest.Now()
	s := openAt(t, dir, data.Manager, func() time.Time { return now })
	require.NoError(t, s.SetBackupFolder(t.Context(), s.Actor(), stick))
	for range 12 {
		require.True(t, s.DueBackup(t.Context()))
		backup(t, s)
		now = now.AddDate(0, 0, 1)
	}
	all := backups(t, s)
	require.Len(t, all, 2*(7+1), "the last days and the Sunday before them")
	for _, b := range all {
		_, err := s.VerifyBackup(t.Context(), b)
		require.NoError(t, err)
	}
}

// What a removed account could open stays open to it in old backups, under its old name and password, too.
func TestBackupsThatOpenToARemovedAccount(t *testing.T) {
	dir := centre(t)
	s := signedIn(t, dir, data.Admin)
	account := func(name string) int64 {
		all, err := s.Accounts(t.Context())
		require.NoError(t, err)
		for _, a := range all {
			if a.Name == name {
				return a.ID
			}
		}
		require.Fail(t, "no account "+name)
		return 0
	}
	organizer, worker := account("organizer"), account("caseworker")
	first := backup(t, s)
	require.NoError(t, s.RenameAccount(t.Context(), s.Actor(), organizer, "gulnar"))
	require.NoError(t, s.ResetPassword(t.Context(), s.Actor(), worker, "тұман басқан тау 71"))
	require.NoError(t, s.RemoveAccount(t.Context(), s.Actor(), organizer))
	require.NoError(t, s.RemoveAccount(t.Context(), s.Actor(), worker))
	for _, id := range []int64{organizer, worker} {
		open, err := s.BackupsOpenTo(t.Context(), id)
		require.NoError(t, err)
		require.Equal(t, []store.Backup{first}, open)
	}
	require.NoError(t, s.DeleteBackup(t.Context(), s.Actor(), first))
	require.NoError(t, s.Close())

	manager := signedIn(t, dir, data.Manager)
	for _, id := range []int64{organizer, worker} {
		access, err := manager.Access(t.Context())
		require.NoError(t, err)
		for _, a := range access {
			if a.Account.ID == id && a.Has && a.Held && a.Wall != data.CentreWall {
				require.NoError(t, manager.ShutOut(t.Context(), manager.Actor(), id, a.Wall, false))
			}
		}
	}
	backup(t, manager)
	open, err := manager.BackupsOpenTo(t.Context(), organizer)
	require.NoError(t, err)
	require.Empty(t, open)
	open, err = manager.BackupsOpenTo(t.Context(), worker)
	require.NoError(t, err)
	require.Len(t, open, 1, "nobody has shut the case worker out of the cases yet")
	_, err = manager.BackupsOpenTo(t.Context(), 999)
	refused(t, "errors.not_found", err)
}
