package vault

import (
	"database/sql"
	"fmt"
	"math/rand/v2"
	"net/url"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data/vault/powercut"
)

const (
	fileName = "people.saya"
	rows     = 200
)

// work is how a file is written while the power may be cut.
type work struct {
	journal, synchronous string
	cache                int  // pages
	again                bool // there is a second cut while the file is opened after the first
	quiet                bool // who opens the file changes more often than what is in it
	swap                 bool // files with new data keys take its place
	lazy                 bool // the header is not synced
}

// place is a folder with a file and what has been done to it.
type place struct {
	dir     string
	codes   []string // the recovery codes, each instead of the one before
	commits int
}

func (p *place) path() string { return filepath.Join(p.dir, fileName) }

// newPlace makes a file of hours: whatever is done to it, their sum stays.
func newPlace(t *testing.T) *place {
	t.Helper()
	p := &place{dir: t.TempDir()}
	f, code, err := Create(p.path(), "people")
	require.NoError(t, err)
	defer f.Close()
	p.codes = []string{code}
	db := openDB(t, f, "synchronous = OFF")
	defer func() { require.NoError(t, db.Close()) }()
	must(t, db, `CREATE TABLE hours (id INTEGER PRIMARY KEY, minutes INTEGER NOT NULL, note TEXT NOT NULL) STRICT;
		CREATE INDEX by_minutes ON hours (minutes);
		CREATE TABLE done (n INTEGER NOT NULL) STRICT;
		INSERT INTO done VALUES (0)`)
	must(t, db, "WITH n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < ?) INSERT INTO hours SELECT i, 60, '' FROM n", rows)
	return p
}

func address(f *File) string {
	u := url.URL{Scheme: "file", Path: filepath.ToSlash(f.path), RawQuery: "_txlock=immediate&vfs=" + f.VFS()}
	return u.String()
}

func openDB(t *testing.T, f *File, pragmas ...string) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite3", address(f))
	require.NoError(t, err)
	db.SetMaxOpenConns(1)
	for _, pragma := range pragmas {
		must(t, db, "PRAGMA "+pragma)
	}
	return db
}

// executor is a database or a transaction.
type executor interface {
	Exec(query string, args ...any) (sql.Result, error)
}

func must(t *testing.T, e executor, query string, args ...any) {
	t.Helper()
	_, err := e.Exec(query, args...)
	require.NoError(t, err)
}

// writer is a program that works in a place while it is recorded.
type writer struct {
	*place
	work     work
	recorder *powercut.Recorder
	file     *File
	db       *sql.DB
}

// record works for some transactions and gives what was done to the files.
func (p *place) record(t *testing.T, w work, transactions int) *powercut.Log {
	t.Helper()
	recorder, err := powercut.Record(p.dir)
	require.NoError(t, err)
	recorder.Note("commit", p.commits)
	recorder.Note("code", len(p.codes)-1)
	at := &writer{place: p, work: w, recorder: recorder}
	at.open(t)
	r := rand.New(rand.NewPCG(3, uint64(p.commits)))
	for i := range transactions {
		if w.quiet || i%6 == 5 {
			at.changeHeader(t)
		}
		if !w.quiet || i%10 == 0 {
			at.transact(t, r)
		}
		if i%13 == 12 {
			must(t, at.db, "PRAGMA wal_checkpoint("+[]string{"PASSIVE", "RESTART", "TRUNCATE"}[i/13%3]+")")
		}
		if w.swap && i%5 == 4 {
			at.replace(t)
		}
	}
	at.close(t)
	return recorder.Stop()
}

// open opens the file as the store does after an unclean end: the log is written back at once. Later this is done after
// a few pages, so that there are many checkpoints.
func (w *writer) open(t *testing.T) {
	t.Helper()
	var err error
	w.file, err = Recover(w.path(), "people", w.codes[len(w.codes)-1])
	require.NoError(t, err)
	w.db = openDB(t, w.file, "synchronous = "+w.work.synchronous, "journal_mode = "+w.work.journal, "wal_autocheckpoint = 30",
		fmt.Sprintf("cache_size = %d", w.work.cache), "temp_store = MEMORY", "fullfsync = ON", "checkpoint_fullfsync = ON",
		"wal_checkpoint(TRUNCATE)")
}

func (w *writer) close(t *testing.T) {
	t.Helper()
	require.NoError(t, w.db.Close())
	w.file.Close()
}

// replace puts a file with a new data key in the place of the one there is, in the order in which the store does it.
func (w *writer) replace(t *testing.T) {
	t.Helper()
	const part = fileName + ".part"
	next, err := w.file.Successor(w.path()+".part", nil)
	require.NoError(t, err)
	must(t, w.db, "VACUUM INTO ?", address(next))
	next.Close()
	whole, err := w.recorder.File(part)
	require.NoError(t, err)
	require.NoError(t, whole.Sync())
	w.close(t)
	require.NoError(t, w.recorder.Rename(part, fileName))
	w.recorder.SyncFolder()
	w.open(t)
}

// transact moves hours, makes a row move to another page and changes long texts; some of it is taken back first.
func (w *writer) transact(t *testing.T, r *rand.Rand) {
	t.Helper()
	for _, end := range []func(*sql.Tx) error{(*sql.Tx).Rollback, (*sql.Tx).Commit} {
		tx, err := w.db.Begin()
		require.NoError(t, err)
		for range 1 + r.IntN(12) {
			minutes := r.IntN(50)
			must(t, tx, "UPDATE hours SET minutes = minutes - ?, note = ? WHERE id = (SELECT id FROM hours ORDER BY id LIMIT 1 OFFSET ?)",
				minutes, strings.Repeat("долгая запись ", r.IntN(60)), r.IntN(rows))
			must(t, tx, "UPDATE hours SET minutes = minutes + ? WHERE id = (SELECT id FROM hours ORDER BY id LIMIT 1 OFFSET ?)",
				minutes, r.IntN(rows))
		}
		must(t, tx, "UPDATE hours SET id = (SELECT max(id) + 1 FROM hours) WHERE id = (SELECT min(id) FROM hours)")
		must(t, tx, "UPDATE done SET n = ?", w.commits+1)
		require.NoError(t, end(tx))
	}
	w.commits++
	w.recorder.Note("commit", w.commits)
}

// changeHeader gives the file another recovery code and another account, as [File.NewRecoveryCode] and [File.Grant] do.
func (w *writer) changeHeader(t *testing.T) {
	t.Helper()
	h, err := HeaderOf(w.path())
	require.NoError(t, err)
	code, err := h.newRecovery(w.file.key)
	require.NoError(t, err)
	require.NoError(t, h.put(h.accountID(fmt.Sprintf("a%d", len(w.codes)%20)), cheap(t, "b"), w.file.key))
	var to file
	to, err = w.recorder.File(fileName)
	require.NoError(t, err)
	if w.work.lazy {
		to = unsynced{to}
	}
	w.codes = append(w.codes, code)
	require.NoError(t, h.write(to, w.file.key))
	w.file.header = h
	w.recorder.Note("code", len(w.codes)-1)
}

// unsynced is a file that nobody syncs.
type unsynced struct{ file }

func (unsynced) Sync() error { return nil }
