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

func openDB(t *testing.T, f *File, pragmas ...string) *sql.DB {
	t.Helper()
	u := url.URL{Scheme: "file", Path: filepath.ToSlash(f.path), RawQuery: "_txlock=immediate&vfs=" + f.VFS()}
	db, err := sql.Open("sqlite3", u.String())
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

// record works for some transactions and gives what was done to the files. Few pages of the log bring a checkpoint, so
// that there are many.
func (p *place) record(t *testing.T, w work, transactions int) *powercut.Log {
	t.Helper()
	recorder, err := powercut.Record(p.dir)
	require.NoError(t, err)
	recorder.Note("commit", p.commits)
	recorder.Note("code", len(p.codes)-1)
	f, err := Recover(p.path(), "people", p.codes[len(p.codes)-1])
	require.NoError(t, err)
	db := openDB(t, f, "synchronous = "+w.synchronous, "journal_mode = "+w.journal, "wal_autocheckpoint = 30",
		fmt.Sprintf("cache_size = %d", w.cache), "temp_store = MEMORY", "fullfsync = ON", "checkpoint_fullfsync = ON")
	r := rand.New(rand.NewPCG(3, uint64(p.commits)))
	for i := range transactions {
		if w.quiet || i%6 == 5 {
			p.changeHeader(t, recorder, f, w.lazy)
		}
		if !w.quiet || i%10 == 0 {
			p.transact(t, db, r)
			recorder.Note("commit", p.commits)
		}
		if i%13 == 12 {
			must(t, db, "PRAGMA wal_checkpoint("+[]string{"PASSIVE", "RESTART", "TRUNCATE"}[i/13%3]+")")
		}
	}
	require.NoError(t, db.Close())
	f.Close()
	return recorder.Stop()
}

// transact moves hours, makes a row move to another page and changes long texts; some of it is taken back first.
func (p *place) transact(t *testing.T, db *sql.DB, r *rand.Rand) {
	t.Helper()
	for _, end := range []func(*sql.Tx) error{(*sql.Tx).Rollback, (*sql.Tx).Commit} {
		tx, err := db.Begin()
		require.NoError(t, err)
		for range 1 + r.IntN(12) {
			minutes := r.IntN(50)
			must(t, tx, "UPDATE hours SET minutes = minutes - ?, note = ? WHERE id = (SELECT id FROM hours ORDER BY id LIMIT 1 OFFSET ?)",
				minutes, strings.Repeat("долгая запись ", r.IntN(60)), r.IntN(rows))
			must(t, tx, "UPDATE hours SET minutes = minutes + ? WHERE id = (SELECT id FROM hours ORDER BY id LIMIT 1 OFFSET ?)",
				minutes, r.IntN(rows))
		}
		must(t, tx, "UPDATE hours SET id = (SELECT max(id) + 1 FROM hours) WHERE id = (SELECT min(id) FROM hours)")
		must(t, tx, "UPDATE done SET n = ?", p.commits+1)
		require.NoError(t, end(tx))
	}
	p.commits++
}

// changeHeader gives the file another recovery code and another account, as [File.NewRecoveryCode] and [File.Grant] do.
func (p *place) changeHeader(t *testing.T, recorder *powercut.Recorder, f *File, lazy bool) {
	t.Helper()
	h, err := HeaderOf(f.path)
	require.NoError(t, err)
	code, err := h.newRecovery(f.key)
	require.NoError(t, err)
	require.NoError(t, h.put(h.accountID(fmt.Sprintf("a%d", len(p.codes)%20)), cheap(t, "b"), f.key))
	file, err := recorder.File(fileName)
	require.NoError(t, err)
	var to interface {
		WriteAt([]byte, int64) (int, error)
		Sync() error
	} = file
	if lazy {
		to = unsynced{file}
	}
	p.codes = append(p.codes, code)
	require.NoError(t, h.write(to, f.key))
	recorder.Note("code", len(p.codes)-1)
}

// unsynced is a file that never reaches the disk in time.
type unsynced struct{ *powercut.File }

func (unsynced) Sync() error { return nil }
