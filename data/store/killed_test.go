//go:build linux

package store_test

import (
	"bufio"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"saya/data/store/storetest"
	"saya/data/vault/powercut"
)

// killRounds is how often a process is killed: so often, or so many hundredths of what SAYA_KILL_ROUNDS says.
func killRounds(t *testing.T, few, share int) int {
	t.Helper()
	if all := number(t, "SAYA_KILL_ROUNDS"); all > 0 {
		return (all*share + 99) / 100
	}
	return few
}

// roundsPerCentre is after how many kills a new centre is begun: checking a large one takes long.
const roundsPerCentre = 30

// TestKilled kills a process at random moments of all that it does to a centre: nothing is damaged, what it told of is
// kept, what it did not finish is finished or taken back, and everybody signs in as before.
func TestKilled(t *testing.T) {
	for name, share := range map[string]int{
		"saving": 40, "renewing keys": 40, "accounts": 20, "migrating": 20, "backing up": 20, "restoring": 40,
	} {
		t.Run(name, func(t *testing.T) {
			sc := scenarios()[name]
			began, dir, told := filepath.Join(t.TempDir(), "centre"), "", 0
			sc.prepare(t, began)
			rounds := killRounds(t, 2, share)
			now := hoursLater()
			var said map[string]int
			for round := range rounds {
				if dir == "" || sc.later || round%roundsPerCentre == 0 {
					dir, said = copied(t, began), sc.merged()
				}
				heard, n := killed(t, process(name, dir, -1, round), rand.N(sc.within))
				said, told = sc.merged(said, heard), told+n
				require.NoError(t, sc.judge(&cutOff{T: t, dir: dir, said: said, now: now}), "round %d, after %v", round, said)
			}
			t.Logf("killed %d times while %s: %d times something was told, nothing was lost", rounds, name, told)
		})
	}
}

// killed lets a process work for a while, kills it and returns what it said last, and how often it said something.
func killed(t *testing.T, cmd *exec.Cmd, after time.Duration) (heard map[string]int, told int) {
	t.Helper()
	out, err := cmd.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, cmd.Start())
	heard = map[string]int{}
	other := ""
	for text := bufio.NewScanner(out); text.Scan(); {
		what, n, ok := powercut.Said(text.Text())
		if !ok {
			other += text.Text() + "\n"
			continue
		}
		if told == 0 {
			time.AfterFunc(after, func() { _ = cmd.Process.Kill() })
		}
		heard[what] = n
		told++
	}
	require.ErrorContains(t, cmd.Wait(), "killed", other)
	return heard, told
}

// What somebody sees after a crash is safe from then on: the log is written back before anything else is written, also
// when an account has been there in between that does not open the file.
func TestKilledLeavesNoLog(t *testing.T) {
	s := storetest.New(t)
	storetest.Volunteer(t, s)
	dir := copied(t, s.Dir())
	log := filepath.Join(dir, "people.saya-wal")
	info, err := os.Stat(log)
	require.NoError(t, err)
	require.NotZero(t, info.Size())
	require.NoError(t, os.Remove(filepath.Join(dir, "centre.open")))
	again, err := open(dir)
	require.NoError(t, err)
	info, err = os.Stat(log)
	require.NoError(t, err)
	require.Zero(t, info.Size())
	require.NoError(t, again.Close())
}
