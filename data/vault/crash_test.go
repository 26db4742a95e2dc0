//go:build unix

package vault_test

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"saya/data/vault"
)

// writerDir tells a process of the tests that it is the one to be killed, and where it writes.
const writerDir = "SAYA_VAULT_WRITER"

func TestMain(m *testing.M) {
	if dir := os.Getenv(writerDir); dir != "" {
		writeForever(dir)
	}
	os.Exit(m.Run())
}

// writeForever adds rows, one a transaction, and says each that is committed.
func writeForever(dir string) {
	path := filepath.Join(dir, "people.saya")
	f, _, err := vault.Open(path, "people", "айгүл", "верная лошадь")
	if err != nil {
		panic(err)
	}
	db := connect(&testing.B{}, path, f)
	fmt.Println("begun")
	for {
		if _, err := db.Exec("INSERT INTO notes (text) VALUES (?)", secret); err != nil {
			panic(err)
		}
		fmt.Println("written")
	}
}

// TestKilledWhileWriting kills a process at random moments, ten times over or as often as SAYA_KILL_ROUNDS says: the file
// is whole and holds all that was told of.
func TestKilledWhileWriting(t *testing.T) {
	rounds := 10
	if said := os.Getenv("SAYA_KILL_ROUNDS"); said != "" {
		var err error
		rounds, err = strconv.Atoi(said)
		require.NoError(t, err)
	}
	told := 0
	for left := rounds; left > 0; left -= roundsPerFile {
		told += killedOften(t, min(left, roundsPerFile))
	}
	t.Logf("killed %d times, %d rows told of, none lost", rounds, told)
}

// roundsPerFile is after how many kills a new file is begun: looking through a large one takes long.
const roundsPerFile = 30

// killedOften kills processes that write one after the other and returns how many rows are there in the end.
func killedOften(t *testing.T, rounds int) (told int) {
	t.Helper()
	dir := t.TempDir()
	path := filepath.Join(dir, "people.saya")
	f := create(t, dir, "people.saya")
	db := connect(t, path, f)
	fill(t, db, 1)
	require.NoError(t, db.Close())
	told = 1
	for round := range rounds {
		told += killed(t, dir)
		requireUnreadable(t, dir)
		db := connect(t, path, f)
		n := count(t, db)
		require.GreaterOrEqual(t, n, told, "round %d: what was told of is kept", round)
		require.LessOrEqual(t, n, told+1, round)
		told = n
		require.NoError(t, db.Close())
	}
	return told
}

// killed lets a process write for a while, kills it and returns how many rows it told of.
func killed(t *testing.T, dir string) (told int) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), writerDir+"="+dir)
	out, err := cmd.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, cmd.Start())
	for lines := bufio.NewScanner(out); lines.Scan(); {
		switch lines.Text() {
		case "begun":
			time.AfterFunc(time.Duration(rand.Int64N(int64(200*time.Millisecond))), func() { _ = cmd.Process.Kill() })
		case "written":
			told++
		}
	}
	require.Error(t, cmd.Wait())
	return told
}
