//go:build linux

package store_test

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/store"
	"saya/data/store/storetest"
	"saya/data/vault"
	"saya/data/vault/powercut"
)

// scenario is work that a kill or a cut of the power may end at any moment. Every point of the work has a number.
type scenario struct {
	prepare func(t *testing.T, dir string)   // the closed centre in which the work begins
	from    int                              // its point
	work    func(w *worker)                  // in a process of its own
	holds   func(c *cutOff, point int) error // tells whether a centre is at a point
	later   bool                             // the program has a later schema
	within  time.Duration                    // a kill comes before the work has gone on for so long
}

// scenarios are all that is cut, by name.
func scenarios() map[string]scenario {
	return map[string]scenario{
		"saving":        {prepare: emptyCentre, work: saving, holds: holdsSaved, within: 200 * time.Millisecond},
		"renewing keys": {prepare: emptyCentre, work: renewing, holds: holdsSaved, within: 400 * time.Millisecond},
		"accounts":      {prepare: emptyCentre, work: changingAccounts, holds: holdsAccounts, within: 1200 * time.Millisecond},
		"migrating":     {prepare: fullCentre, from: importSize, work: migrating, holds: holdsMigrated, later: true, within: 400 * time.Millisecond},
		"backing up":    {prepare: emptyCentre, work: backingUp, holds: holdsBackup, within: 400 * time.Millisecond},
		"restoring":     {prepare: emptyCentre, work: restoring, holds: holdsRestored, within: 600 * time.Millisecond},
	}
}

func emptyCentre(t *testing.T, dir string) {
	t.Helper()
	require.NoError(t, create(t, dir).Close())
}

// copied is a copy of a folder.
func copied(t *testing.T, dir string) string {
	t.Helper()
	to := filepath.Join(t.TempDir(), "copy")
	require.NoError(t, os.CopyFS(to, os.DirFS(dir)))
	return to
}

// The points of the work, as the process says them: the last that it has reached, and where it goes.
const (
	reached = "reached"
	goal    = "goal"
	started = "started" // nothing yet: the centre is being opened
)

// worker is the process that works.
type worker struct {
	*testing.T
	dir   string
	steps int // -1: until it is killed
	clock time.Time
}

// process works in a folder: for some steps, or, with -1, until it is killed. The clock of each round is later.
func process(name, dir string, steps, round int) *exec.Cmd {
	cmd := exec.Command(os.Args[0], "-test.run=^TestWorker$")
	cmd.Env = append(os.Environ(), "SAYA_TEST_WORK="+name, "SAYA_TEST_DIR="+dir,
		fmt.Sprint("SAYA_TEST_STEPS=", steps), fmt.Sprint("SAYA_TEST_ROUND=", round))
	return cmd
}

// TestWorker is what [process] runs; without a scenario it does nothing.
func TestWorker(t *testing.T) {
	sc, ok := scenarios()[os.Getenv("SAYA_TEST_WORK")]
	if !ok {
		return
	}
	w := &worker{T: t, dir: os.Getenv("SAYA_TEST_DIR"), steps: number(t, "SAYA_TEST_STEPS")}
	w.clock = storetest.Now().Add(time.Duration(number(t, "SAYA_TEST_ROUND")) * time.Hour)
	powercut.Say(started, 0)
	sc.work(w)
	if w.steps < 0 {
		select {} // all is done, and the kill is still to come
	}
}

// number is that of a variable, 0 when it is not set.
func number(t *testing.T, variable string) int {
	t.Helper()
	said := os.Getenv(variable)
	if said == "" {
		return 0
	}
	n, err := strconv.Atoi(said)
	require.NoError(t, err)
	return n
}

// now is a clock that ticks once a second each time it is asked.
func (w *worker) now() time.Time {
	w.clock = w.clock.Add(time.Second)
	return w.clock
}

// open opens the centre with an account of the sample.
func (w *worker) open(role data.Role) *store.Store {
	s, err := store.Open(w.Context(), w.dir, store.OpenOptions{Now: w.now, Account: string(role), Password: store.SamplePassword})
	require.NoError(w, err)
	return s
}

// begins says at which point the centre is.
func (w *worker) begins(point int) {
	powercut.Say(reached, point)
	powercut.Say(goal, point)
}

// does goes to another point, or does something that leads to none.
func (w *worker) does(point int, fn func() error) {
	powercut.Say(goal, point)
	require.NoError(w, fn())
	powercut.Say(reached, point)
}

// more tells whether there is another step to do.
func (w *worker) more() bool {
	if w.steps == 0 {
		return false
	}
	w.steps = max(w.steps-1, -1)
	return true
}

// merged is what was said last, by a process and by those before it.
func (sc scenario) merged(said ...map[string]int) map[string]int {
	out := map[string]int{reached: sc.from}
	for _, s := range said {
		maps.Copy(out, s)
	}
	return out
}

// cutOff is a centre whose work was cut off, and what had been said.
type cutOff struct {
	*testing.T
	dir   string
	said  map[string]int
	later bool
	now   func() time.Time // of whoever looks: nobody has to wait after a wrong password
}

// judge says what is wrong with the centre: an account that cannot sign in any more, damage, or a point of the work that
// had not been reached, or was reached and is left.
func (sc scenario) judge(c *cutOff) error {
	c.later = sc.later
	for _, role := range []data.Role{data.Manager, data.CaseWorker} { // they open all files
		if err := c.look(role); err != nil {
			return fmt.Errorf("as %s: %w", role, err)
		}
	}
	if err := c.everybodyEnters(); err != nil {
		return err
	}
	before := sc.holds(c, c.said[reached])
	next, ok := c.said[goal]
	if before == nil || !ok || next == c.said[reached] {
		return before
	}
	after := sc.holds(c, next)
	if after == nil {
		return nil
	}
	return fmt.Errorf("neither at %d: %w, nor at %d: %w", c.said[reached], before, next, after)
}

// everybodyEnters tries the passwords of all accounts of the sample on all files.
func (c *cutOff) everybodyEnters() error {
	for i, role := range data.Roles() {
		f, id, err := vault.Open(filepath.Join(c.dir, "centre.saya"), string(data.CentreWall), string(role), store.SamplePassword)
		if err != nil {
			return fmt.Errorf("as %s: %w", role, err)
		}
		f.Close()
		for _, wall := range []data.Wall{data.PeopleWall, data.ShelterWall, data.CasesWall} {
			f, err := vault.OpenAs(filepath.Join(c.dir, string(wall)+".saya"), string(wall), fmt.Sprint("a", i+1), id)
			if err == nil {
				f.Close()
			}
			if (err == nil) != role.Opens(wall) {
				return fmt.Errorf("%s as %s: %w", wall, role, err)
			}
		}
	}
	return nil
}

// look signs in as the account of a role and checks all that it opens.
func (c *cutOff) look(role data.Role) (err error) {
	s, err := c.open(string(role), store.SamplePassword)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	problems, err := s.Check(c.Context())
	if err != nil || len(problems) > 0 {
		return errors.Join(err, fmt.Errorf("problems: %v", problems))
	}
	backups, err := s.Backups(c.Context())
	for _, b := range backups {
		if b.Wrong != "" {
			err = errors.Join(err, fmt.Errorf("backup %s: %s", filepath.Base(b.Path), b.Wrong))
		}
	}
	return err
}

// open opens the centre as the next program does, which finishes what was begun.
func (c *cutOff) open(name, password string) (*store.Store, error) {
	return c.openAt(c.dir, name, password)
}

func (c *cutOff) openAt(dir, name, password string) (*store.Store, error) {
	o := store.OpenOptions{Now: c.now, Account: name, Password: password}
	if c.later {
		return store.OpenLater(c.Context(), c.T, dir, o)
	}
	return store.Open(c.Context(), dir, o)
}

// with looks into a centre as its manager.
func (c *cutOff) with(dir string, fn func(s *store.Store) error) error {
	s, err := c.openAt(dir, string(data.Manager), store.SamplePassword)
	if err != nil {
		return err
	}
	return errors.Join(fn(s), s.Close())
}
