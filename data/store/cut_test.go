//go:build linux && amd64

package store_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data/vault/powercut"
)

// TestPowerCuts cuts the power at any moment of all that is done to a centre, by SQLite and by our own code: nothing is
// damaged, what was told is kept, what was begun is finished or taken back, and everybody signs in as before.
func TestPowerCuts(t *testing.T) {
	mayTrace(t)
	for name, c := range map[string]struct{ steps, share int }{
		"saving": {24, 25}, "renewing keys": {3, 15}, "accounts": {1, 10}, "migrating": {1, 15}, "backing up": {4, 5}, "restoring": {2, 15},
	} {
		t.Run(name, func(t *testing.T) {
			sc := scenarios()[name]
			log, n := sc.traced(t, name, c.steps), cutStates(t, c.share)
			r := rand.New(rand.NewPCG(1, 2))
			for range n {
				require.NoError(t, sc.judgeCut(t, nil, log.Cut(r)))
			}
			t.Logf("power cut %d times in %d steps of %s: nothing was lost", n, log.Len(), name)
		})
	}
}

// cutStates is how many disks a test looks at: 50 of all tests together, or as many as SAYA_CUT_STATES says.
func cutStates(t *testing.T, share int) int {
	t.Helper()
	all := number(t, "SAYA_CUT_STATES")
	if all == 0 {
		all = 50
	}
	return (all*share + 99) / 100
}

// TestPowerCutsTwice cuts the power once more while the next program finishes, or takes back, what the first cut left.
func TestPowerCutsTwice(t *testing.T) {
	mayTrace(t)
	for name, c := range map[string]struct{ steps, share int }{"migrating": {1, 5}, "restoring": {2, 10}} {
		t.Run(name, func(t *testing.T) {
			sc := scenarios()[name]
			log, n := sc.traced(t, name, c.steps), cutStates(t, c.share)
			r := rand.New(rand.NewPCG(3, 4))
			var first *powercut.State
			var again *powercut.Log
			for i := range n {
				if i%4 == 0 {
					dir := t.TempDir()
					first = log.Cut(r)
					require.NoError(t, first.Write(dir))
					var err error
					again, err = powercut.Trace(process(name, dir, 0, 1), dir)
					require.NoError(t, err, first)
				}
				require.NoError(t, sc.judgeCut(t, first, again.Cut(r)))
			}
			t.Logf("power cut %d times after a first cut of %s: nothing was lost", n, name)
		})
	}
}

// TestPowerCutsAreNoticed cuts the power of a disk that does not sync: the test above would see it.
func TestPowerCutsAreNoticed(t *testing.T) {
	mayTrace(t)
	for name, steps := range map[string]int{"saving": 4, "restoring": 1} {
		t.Run(name, func(t *testing.T) {
			sc := scenarios()[name]
			log := sc.traced(t, name, steps).Lying()
			var err error
			for r := rand.New(rand.NewPCG(1, 2)); err == nil; {
				err = sc.judgeCut(t, nil, log.Cut(r))
			}
			t.Log(err)
		})
	}
}

// traced does the work for some steps and notes all that it does to the disk.
func (sc scenario) traced(t *testing.T, name string, steps int) *powercut.Log {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "centre")
	sc.prepare(t, dir)
	log, err := powercut.Trace(process(name, dir, steps, 0), dir)
	require.NoError(t, err)
	return log
}

// judgeCut says what is wrong with what a cut left, after a first cut if there was one.
func (sc scenario) judgeCut(t *testing.T, first, state *powercut.State) error {
	t.Helper()
	dir, said, about := t.TempDir(), sc.merged(state.Noted), state.String()
	if first != nil {
		said, about = sc.merged(first.Noted, state.Noted), first.String()+", then "+about
	}
	require.NoError(t, state.Write(dir))
	if err := sc.judge(&cutOff{T: t, dir: dir, said: said, now: hoursLater()}); err != nil {
		return fmt.Errorf("%s: %w", about, err)
	}
	return os.RemoveAll(dir)
}

// mayTrace skips a test where programs cannot be traced, but not the long form: whoever asks for that is to know.
func mayTrace(t *testing.T) {
	t.Helper()
	if os.Getenv("SAYA_CUT_STATES") == "" && !powercut.Allowed() {
		t.Skip("this system lets nobody trace programs")
	}
}
