package vault

import (
	"database/sql"
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data/vault/powercut"
)

// cutStates is how many disks a test looks at: 80 of all tests together, or as many as SAYA_CUT_STATES says.
func cutStates(t *testing.T, share int) int {
	t.Helper()
	all := 80
	if said := os.Getenv("SAYA_CUT_STATES"); said != "" {
		var err error
		all, err = strconv.Atoi(said)
		require.NoError(t, err)
	}
	return (all*share + 99) / 100
}

// TestPowerCuts cuts the power while a file is written: what was acknowledged is there, nothing is there by half, and the
// file can be worked with. So it is when the power fails once more while the file is repaired.
func TestPowerCuts(t *testing.T) {
	for name, c := range map[string]struct {
		work  work
		share int // of all states, in hundredths
	}{
		"the log, as the store has it": {work{journal: "WAL", synchronous: "FULL", cache: 1000}, 30},
		"more than the memory holds":   {work{journal: "WAL", synchronous: "FULL", cache: 5}, 20},
		"a rollback journal":           {work{journal: "DELETE", synchronous: "EXTRA", cache: 5}, 10},
		"a second cut after the first": {work{journal: "WAL", synchronous: "FULL", cache: 1000, again: true}, 20},
		"mostly who opens the file":    {work{journal: "WAL", synchronous: "FULL", cache: 1000, quiet: true}, 10},
		"another file in its place":    {work{journal: "WAL", synchronous: "FULL", cache: 1000, swap: true}, 10},
	} {
		t.Run(name, func(t *testing.T) {
			found := c.work.cut(t, cutStates(t, c.share))
			t.Log(found)
			require.Empty(t, found.failures)
		})
	}
}

// TestCutsAreNoticed takes away what keeps acknowledged work safe: the test above would see it.
func TestCutsAreNoticed(t *testing.T) {
	for name, c := range map[string]struct {
		work work
		want verdict
	}{
		"a log that is synced at checkpoints only": {work{journal: "WAL", synchronous: "NORMAL", cache: 1000}, lostWork},
		"nothing is synced":                        {work{journal: "WAL", synchronous: "OFF", cache: 1000}, damaged},
		"a header that is not synced":              {work{journal: "WAL", synchronous: "FULL", cache: 1000, quiet: true, lazy: true}, closed},
	} {
		t.Run(name, func(t *testing.T) {
			found := c.work.cut(t, 40)
			t.Log(found)
			require.Positive(t, found.verdicts[c.want])
		})
	}
}

// verdict is what is wrong with a disk.
type verdict string

const (
	good     verdict = "good"
	closed   verdict = "nobody can open it"
	damaged  verdict = "damaged"
	halfDone verdict = "half a transaction"
	lostWork verdict = "acknowledged work lost"
)

// findings are those of many disks.
type findings struct {
	commits, headers, steps int
	verdicts                map[verdict]int
	failures                []string
}

func (f *findings) String() string {
	return fmt.Sprintf("%d transactions and %d changes of the header in %d steps: %v", f.commits, f.headers, f.steps, f.verdicts)
}

// cut lets the power fail n times, in different moments of the same work.
func (w work) cut(t *testing.T, n int) *findings {
	t.Helper()
	first := newPlace(t)
	began := first.record(t, w, 60)
	found := &findings{commits: first.commits, headers: len(first.codes) - 1, steps: began.Len(), verdicts: map[verdict]int{}}
	r := rand.New(rand.NewPCG(1, 2))
	p, log, before := first, began, ""
	for i := range n {
		if w.again && i%10 == 0 {
			state := began.Cut(r)
			p, before = first.after(t, state), state.String()+", then "
			log = p.record(t, w, 2)
		}
		state := log.Cut(r)
		v, err := p.judge(t, state)
		found.verdicts[v]++
		if v != good {
			found.failures = append(found.failures, fmt.Sprintf("%s%s: %s: %v", before, state, v, err))
		}
	}
	return found
}

// after is a place with the disk that a cut left.
func (p *place) after(t *testing.T, state *powercut.State) *place {
	t.Helper()
	q := &place{dir: t.TempDir()}
	require.NoError(t, state.Write(q.dir))
	f, code, err := q.open(p.codes[state.Noted["code"]:])
	require.NoError(t, err)
	defer f.Close()
	q.codes = []string{code}
	// Nothing is repaired yet: a copy tells how far the work got.
	copied := &place{dir: t.TempDir()}
	require.NoError(t, state.Write(copied.dir))
	g, _, err := copied.open(q.codes)
	require.NoError(t, err)
	defer g.Close()
	db := openDB(t, g)
	defer func() { require.NoError(t, db.Close()) }()
	require.NoError(t, db.QueryRow("SELECT n FROM done").Scan(&q.commits))
	return q
}

// open opens the file with the first code, the last that was told, or with the second, which may not have been told yet.
func (p *place) open(codes []string) (f *File, code string, err error) {
	for _, code = range codes[:min(len(codes), 2)] {
		if f, err = Recover(p.path(), "people", code); err == nil {
			return f, code, nil
		}
	}
	return nil, "", err
}

// judge opens the disk that a cut left and says what is wrong with it.
func (p *place) judge(t *testing.T, state *powercut.State) (verdict, error) {
	t.Helper()
	q := &place{dir: t.TempDir()}
	require.NoError(t, state.Write(q.dir))
	f, _, err := q.open(p.codes[state.Noted["code"]:])
	if err != nil {
		return closed, err
	}
	defer f.Close()
	db := openDB(t, f)
	defer func() { require.NoError(t, db.Close()) }()
	for range 2 { // as it is, and after it has been worked with
		if v, err := look(db, state.Noted["commit"]); v != good {
			return v, err
		}
		if _, err := db.Exec("UPDATE hours SET note = note || 'x' WHERE id % 7 = 0; PRAGMA wal_checkpoint(TRUNCATE)"); err != nil {
			return damaged, err
		}
	}
	return good, nil
}

// look compares a file with what was acknowledged.
func look(db *sql.DB, commits int) (verdict, error) {
	var check string
	var sum, n int
	err := db.QueryRow("PRAGMA integrity_check").Scan(&check)
	if err == nil && check == "ok" {
		err = db.QueryRow("SELECT sum(minutes), (SELECT n FROM done) FROM hours").Scan(&sum, &n)
	}
	switch {
	case err != nil || check != "ok":
		return damaged, fmt.Errorf("%.100s, %w", check, err)
	case sum != rows*60:
		return halfDone, fmt.Errorf("%d minutes", sum)
	case n < commits || n > commits+1:
		return lostWork, fmt.Errorf("%d of %d transactions", n, commits)
	}
	return good, nil
}
