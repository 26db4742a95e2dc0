//go:build linux

package store_test

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/store"
	"saya/data/store/storetest"
)

// helper runs one test function of this binary in another process, with a role and a folder in its environment.
func helper(t *testing.T, role, dir string) *exec.Cmd {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^TestHelperProcess$")
	cmd.Env = append(os.Environ(), "SAYA_TEST_ROLE="+role, "SAYA_TEST_DIR="+dir)
	return cmd
}

// TestHelperProcess is what [helper] runs; without a role it does nothing.
func TestHelperProcess(t *testing.T) {
	dir := os.Getenv("SAYA_TEST_DIR")
	switch os.Getenv("SAYA_TEST_ROLE") {
	case "fill":
		fillSmallDisk(t, dir)
	case "import":
		importForever(t, dir)
	case "import-full":
		importOnSmallDisk(t, dir)
	case "migrate":
		s, err := open(dir)
		require.NoError(t, err)
		fmt.Println("open")
		time.Sleep(time.Minute)
		require.NoError(t, s.Close())
	}
}

// fillSmallDisk saves until no file may grow any more, as on a full disk.
func fillSmallDisk(t *testing.T, dir string) {
	s, err := open(dir)
	require.NoError(t, err)
	limit := syscall.Rlimit{Cur: 600_000, Max: 600_000}
	require.NoError(t, syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit))
	note := strings.Repeat("запись ", 500)
	var ids []int64
	for len(ids) < 10_000 {
		var id int64
		id, err = s.SaveVolunteer(context.Background(), storetest.Actor(), data.Volunteer{
			Person: data.Person{Surname: "Абаева", Given: "Мария", Note: note}, Accepted: "2026-01-01",
		})
		if err != nil {
			break
		}
		ids = append(ids, id)
	}
	refused(t, "errors.disk_full", err)
	require.Equal(t, data.Storage, data.Refusals(err)[0].Code)
	rows, err := s.VolunteerRows(context.Background(), ids)
	require.NoError(t, err)
	require.Len(t, rows, len(ids), "what was saved can still be read")
	fmt.Println("saved", len(ids))
}

func TestFullDisk(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "centre")
	require.NoError(t, create(t, dir).Close())
	out, err := helper(t, "fill", dir).CombinedOutput()
	require.NoError(t, err, string(out))
	_, after, found := strings.Cut(string(out), "saved ")
	require.True(t, found, string(out))
	count, err := strconv.Atoi(strings.Fields(after)[0])
	require.NoError(t, err)
	require.Positive(t, count)

	s, err := open(dir)
	require.NoError(t, err)
	ids, err := s.Volunteers(t.Context(), data.VolunteerFilter{})
	require.NoError(t, err)
	require.Len(t, ids, count, "no half save is left")
	storetest.Volunteer(t, s)
	require.NoError(t, s.Close())
}

func TestReadOnlyFolder(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root may write everywhere; TestReadOnlyDisk tests the same by a mount")
	}
	dir := filepath.Join(t.TempDir(), "centre")
	require.NoError(t, create(t, dir).Close())
	require.NoError(t, os.Chmod(dir, 0o500))
	_, err := open(dir)
	require.NoError(t, os.Chmod(dir, 0o700))
	refused(t, "errors.read_only", err)
	_, err = store.Create(t.Context(), "/proc/centre", store.CreateOptions{Sample: true})
	require.True(t, data.IsCode(err, data.Storage))
}

func TestReadOnlyDisk(t *testing.T) {
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=8m"); err != nil {
		t.Skipf("needs the right to mount: %v", err)
	}
	defer func() { require.NoError(t, syscall.Unmount(dir, 0)) }()
	centre := filepath.Join(dir, "centre")
	require.NoError(t, create(t, centre).Close())
	require.NoError(t, syscall.Mount("", dir, "", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""))
	_, err := open(centre)
	refused(t, "errors.read_only", err)
	_, err = store.Create(t.Context(), filepath.Join(dir, "other"), store.CreateOptions{Sample: true, Now: storetest.Now})
	refused(t, "errors.read_only", err)
}

func TestSmallDisk(t *testing.T) {
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=200k"); err != nil {
		t.Skipf("needs the right to mount: %v", err)
	}
	defer func() { require.NoError(t, syscall.Unmount(dir, 0)) }()
	_, err := store.Create(t.Context(), filepath.Join(dir, "centre"), store.CreateOptions{Sample: true, Now: storetest.Now})
	refused(t, "errors.disk_full", err)
	left, err := os.ReadDir(dir)
	require.NoError(t, err)
	require.Empty(t, left, "no half centre is left")
}

func TestForeignLockIsWaitedForAndThenTold(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "centre")
	s := create(t, dir)
	db := storetest.SQL(t, dir, data.PeopleWall)
	defer func() { require.NoError(t, db.Close()) }()
	db.SetMaxOpenConns(1)
	_, err := db.Exec("BEGIN IMMEDIATE")
	require.NoError(t, err)
	_, err = s.SaveVolunteer(t.Context(), storetest.Actor(), data.Volunteer{Person: data.Person{Surname: "Абаева", Given: "Мария"}, Accepted: "2026-01-01"})
	refused(t, "errors.locked", err)
	_, err = db.Exec("ROLLBACK")
	require.NoError(t, err)
	storetest.Volunteer(t, s)
	require.NoError(t, s.Close())
}

func TestManySaveAtOnce(t *testing.T) {
	s := storetest.New(t)
	cancel := s.OnChange(func(store.Change) {})
	defer cancel()
	var all sync.WaitGroup
	errs := make(chan error, 200)
	for range 8 {
		all.Go(func() {
			for range 10 {
				_, err := s.SaveVolunteer(t.Context(), storetest.Actor(), data.Volunteer{Person: data.Person{Surname: "Абаева", Given: "Мария"}, Accepted: "2026-01-01"})
				errs <- err
				_, err = s.Volunteers(t.Context(), search("абаева"))
				errs <- err
			}
		})
	}
	all.Wait()
	close(errs)
	for err := range errs {
		require.NoError(t, err)
	}
	ids, err := s.Volunteers(t.Context(), data.VolunteerFilter{Listing: data.Listing{Order: data.OrderByNumber}})
	require.NoError(t, err)
	rows, err := s.VolunteerRows(t.Context(), ids)
	require.NoError(t, err)
	for i, r := range rows {
		require.Equal(t, int64(i+1), r.Number)
	}
	require.Len(t, rows, 80)
}
