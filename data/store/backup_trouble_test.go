//go:build linux

package store_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/store"
	"saya/data/store/storetest"
)

// smallDisk is where a process of the tests works in which no file may grow large.
const smallDisk = "SAYA_BACKUP_SMALL_DISK"

// largeCentre has a people's file of more than a megabyte, so that the limits below tell it from the others.
func largeCentre(t *testing.T) (dir string) {
	t.Helper()
	dir = filepath.Join(t.TempDir(), "centre")
	s := create(t, dir)
	require.NoError(t, s.Load(t.Context(), data.Actor{}, func(l *store.Loader) error {
		for range 400 {
			if _, err := l.AddVolunteer(data.Volunteer{
				Person:   data.Person{Surname: "Қалиева", Given: "Әсем", Birth: "1990-05-01", Note: strings.Repeat("запись ", 250)},
				Accepted: "2026-01-10", Status: data.Active, Naming: data.ByNumber,
			}); err != nil {
				return err
			}
		}
		return nil
	}))
	require.NoError(t, s.Close())
	return dir
}

// TestSmallDiskProcess works where no file can grow over the people's file: it is refused with a sentence, nothing is
// left half, and the centre can be worked in.
func TestSmallDiskProcess(t *testing.T) {
	dir := os.Getenv(smallDisk)
	if dir == "" {
		return
	}
	s := signedIn(t, dir, data.Manager)
	info, err := os.Stat(filepath.Join(dir, "people.saya"))
	require.NoError(t, err)
	require.Greater(t, info.Size(), int64(1_000_000))
	packages := t.TempDir()

	limitFiles(t, uint64(info.Size()+100_000))
	refused(t, "errors.disk_full", s.WritePackage(t.Context(), s.Actor(), filepath.Join(packages, "p")))
	require.Empty(t, entries(t, packages))

	b := backup(t, s)
	limitFiles(t, uint64(info.Size()/2))
	whole := entries(t, filepath.Join(dir, "backups"))
	_, err = s.Backup(t.Context(), s.Actor(), store.BackupAsked, nil)
	refused(t, "errors.disk_full", err)
	refused(t, "errors.disk_full", s.Restore(t.Context(), s.Actor(), b))
	refused(t, "errors.disk_full", s.WritePackage(t.Context(), s.Actor(), filepath.Join(packages, "p")))
	require.Equal(t, whole, entries(t, filepath.Join(dir, "backups")))
	require.Empty(t, entries(t, packages))
	require.NotContains(t, entries(t, dir), "restore.part")
	storetest.Volunteer(t, s)
	fmt.Println("refused")
}

func limitFiles(t *testing.T, bytes uint64) {
	t.Helper()
	var limit syscall.Rlimit
	require.NoError(t, syscall.Getrlimit(syscall.RLIMIT_FSIZE, &limit))
	limit.Cur = bytes
	require.NoError(t, syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit))
}

func TestBackupOnAFullDisk(t *testing.T) {
	dir := largeCentre(t)
	cmd := exec.Command(os.Args[0], "-test.run=^TestSmallDiskProcess$")
	cmd.Env = append(os.Environ(), smallDisk+"="+dir)
	out, err := cmd.CombinedOutput()
	require.NoError(t, err, string(out))
	require.Contains(t, string(out), "refused")
	s := signedIn(t, dir, data.Manager)
	require.Equal(t, 401, volunteers(t, s))
	backup(t, s)
}

func TestFullStick(t *testing.T) {
	stick := t.TempDir()
	if err := syscall.Mount("tmpfs", stick, "tmpfs", 0, "size=600k"); err != nil {
		t.Skipf("needs the right to mount: %v", err)
	}
	defer func() { require.NoError(t, syscall.Unmount(stick, 0)) }()
	s := signedIn(t, centre(t), data.Manager)
	require.NoError(t, s.SetBackupFolder(t.Context(), s.Actor(), stick))
	b, err := s.Backup(t.Context(), s.Actor(), store.BackupClosing, nil)
	require.NoError(t, err)
	refused(t, "errors.disk_full", b.Warning)
	require.Len(t, backups(t, s), 1)
	for _, name := range entries(t, stick) {
		require.Empty(t, entries(t, filepath.Join(stick, name)))
	}
}

// A folder of backups in which nothing can be written.
func TestReadOnlyStick(t *testing.T) {
	stick := t.TempDir()
	if err := syscall.Mount("tmpfs", stick, "tmpfs", 0, "size=8m"); err != nil {
		t.Skipf("needs the right to mount: %v", err)
	}
	defer func() { require.NoError(t, syscall.Unmount(stick, 0)) }()
	s := signedIn(t, centre(t), data.Manager)
	require.NoError(t, s.SetBackupFolder(t.Context(), s.Actor(), stick))
	require.NoError(t, syscall.Mount("", stick, "", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""))
	b, err := s.Backup(t.Context(), s.Actor(), store.BackupClosing, nil)
	require.NoError(t, err)
	refused(t, "errors.read_only", b.Warning)
	refused(t, "errors.read_only", s.SetBackupFolder(t.Context(), s.Actor(), stick))
}
