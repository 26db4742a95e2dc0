//go:build linux && amd64

package store_test

import (
	"errors"
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
	all := number(t, "SAYA_CUT_STATES")
	if all == 0 {
		all = 50
	}
	for name, c := range map[string]struct{ steps, share int }{
		"saving": {24, 30}, "renewing keys": {3, 20}, "accounts": {1, 10}, "migrating": {1, 15}, "backing up": {4, 5}, "restoring": {2, 20},
	} {
		t.Run(name, func(t *testing.T) {
			sc := scenarios()[name]
			log, n := sc.traced(t, name, c.steps), (all*c.share+99)/100
			r := rand.New(rand.NewPCG(1, 2))
			for range n {
				require.NoError(t, sc.judgeCut(t, log.Cut(r)))
			}
			t.Logf("power cut %d times in %d steps of %s: nothing was lost", n, log.Len(), name)
		})
	}
}

// TestPowerCutsAreNoticed cuts the power of a disk that does not sync: the test above would see it.
func TestPowerCutsAreNoticed(t *testing.T) {
	for name, steps := range map[string]int{"saving": 4, "restoring": 1} {
		t.Run(name, func(t *testing.T) {
			sc := scenarios()[name]
			log := sc.traced(t, name, steps).Lying()
			var err error
			for r := rand.New(rand.NewPCG(1, 2)); err == nil; {
				err = sc.judgeCut(t, log.Cut(r))
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

// judgeCut says what is wrong with what a cut left.
func (sc scenario) judgeCut(t *testing.T, state *powercut.State) error {
	t.Helper()
	dir := t.TempDir()
	require.NoError(t, state.Write(dir))
	if err := sc.judge(t, dir, state.Noted); err != nil {
		return errors.Join(errors.New(state.String()), err)
	}
	return os.RemoveAll(dir)
}
