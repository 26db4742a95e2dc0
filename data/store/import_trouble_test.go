//go:build linux

package store_test

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/store"
	"saya/data/store/storetest"
)

// importSize is how many volunteers the processes import that are killed; each brings an hours entry.
const importSize = 400

// importForever imports and takes back, and says each once it is committed, until it is killed.
func importForever(t *testing.T, dir string) {
	s, err := open(dir)
	require.NoError(t, err)
	rnd := rand.New(rand.NewPCG(1, 2))
	fmt.Println("begun")
	for {
		id, err := s.Import(context.Background(), storetest.Actor(), func(i *store.Importer) error {
			return importPeople(i, rnd, importSize)
		})
		require.NoError(t, err)
		fmt.Println("imported")
		require.NoError(t, s.Undo(context.Background(), storetest.Actor(), id))
		fmt.Println("undone")
	}
}

// TestKilledWhileImporting kills a process that imports and undoes, at random moments: there are all rows of an import or
// none, and all that was told of is kept.
func TestKilledWhileImporting(t *testing.T) {
	rounds := killRounds(t, 5, 20)
	dir := filepath.Join(t.TempDir(), "centre")
	require.NoError(t, create(t, dir).Close())
	rnd := rand.New(rand.NewPCG(uint64(os.Getpid()), 1))
	told := 0
	for round := range rounds {
		told += killedImport(t, helper(t, "import", dir), time.Duration(rnd.Int64N(int64(600*time.Millisecond))))
		s, err := open(dir) // runs the quick check
		require.NoError(t, err)
		people, err := s.Volunteers(t.Context(), data.VolunteerFilter{})
		require.NoError(t, err)
		hours, err := s.HoursList(t.Context(), data.HoursFilter{})
		require.NoError(t, err)
		imports, kept := importBatches(t, dir)
		require.Len(t, people, kept*importSize, "round %d: half an import", round)
		require.Len(t, hours, len(people), "round %d: half an import", round)
		require.GreaterOrEqual(t, imports, told, "round %d: what was told is kept", round)
		problems, err := s.Check(t.Context())
		require.NoError(t, err)
		require.Empty(t, problems)
		requireBlocks(t, s)
		require.NoError(t, s.Close())
	}
	t.Logf("killed %d times while importing: %d imports told of, none lost or half", rounds, told)
}

// importBatches counts the imports in the journal, and those that were not taken back.
func importBatches(t *testing.T, dir string) (all, kept int) {
	t.Helper()
	db := storetest.SQL(t, dir, data.PeopleWall)
	defer func() { require.NoError(t, db.Close()) }()
	err := db.QueryRow("SELECT count(*), coalesce(sum(undone IS NULL), 0) FROM batches WHERE kind = 'import'").Scan(&all, &kept)
	require.NoError(t, err)
	return all, kept
}

// killedImport lets a process import for a while, kills it and returns how many imports it told of.
func killedImport(t *testing.T, cmd *exec.Cmd, after time.Duration) (told int) {
	t.Helper()
	out, err := cmd.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, cmd.Start())
	for lines := bufio.NewScanner(out); lines.Scan(); {
		switch lines.Text() {
		case "begun":
			time.AfterFunc(after, func() { _ = cmd.Process.Kill() })
		case "imported":
			told++
		}
	}
	require.Error(t, cmd.Wait())
	return told
}

// importOnSmallDisk imports more than the files may grow.
func importOnSmallDisk(t *testing.T, dir string) {
	s, err := open(dir)
	require.NoError(t, err)
	limit := syscall.Rlimit{Cur: 600_000, Max: 600_000}
	require.NoError(t, syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit))
	_, err = s.Import(context.Background(), storetest.Actor(), func(i *store.Importer) error {
		return importPeople(i, rand.New(rand.NewPCG(1, 2)), 5_000)
	})
	refused(t, "errors.disk_full", err)
	ids, err := s.Volunteers(context.Background(), data.VolunteerFilter{})
	require.NoError(t, err)
	require.Len(t, ids, 1, "what was there can still be read")
	fmt.Println("refused")
}

func TestImportOnFullDisk(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "centre")
	s := create(t, dir)
	storetest.Volunteer(t, s)
	before := dump(t, dir)
	require.NoError(t, s.Close())
	out, err := helper(t, "import-full", dir).CombinedOutput()
	require.NoError(t, err, string(out))
	require.Contains(t, string(out), "refused")

	s, err = open(dir)
	require.NoError(t, err)
	require.Equal(t, before, dump(t, dir), "no half import is left")
	requireBlocks(t, s)
	storetest.Volunteer(t, s)
	requireBlocks(t, s)
	require.NoError(t, s.Close())
}
