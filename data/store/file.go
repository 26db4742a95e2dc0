package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/jmoiron/sqlx"
	"github.com/mattn/go-sqlite3"

	"saya/data"
	"saya/data/vault"
)

// Wall is one file of a centre.
type Wall = data.Wall

// The walls, as in [data.Wall].
const (
	CentreWall  = data.CentreWall
	PeopleWall  = data.PeopleWall
	ShelterWall = data.ShelterWall
	CasesWall   = data.CasesWall
)

// readers is how many reports and lists may read at once.
const readers = 4

// file is one encrypted SQLite file: one connection that writes, a pool that only reads. Without a vault it is one that
// the account cannot open.
type file struct {
	wall       Wall
	path       string
	vault      *vault.File
	appID      int64
	migrations fs.FS
	write      *sqlx.DB
	read       *sqlx.DB
	swap       sync.RWMutex // held alone while another file takes this one's place
	// entities by the name of their table, for undo and history
	entities map[Table]entity
}

// pragmas for every connection. temp_store: a sort once wrote plain text into a temporary file.
// cache_size is in KiB. synchronous=FULL: NORMAL lost acknowledged commits in simulated power cuts.
func pragmas() []string {
	return []string{
		"synchronous = FULL", "foreign_keys = ON", "busy_timeout = 5000", "cache_size = -32768", "temp_store = MEMORY",
		"trusted_schema = OFF", "cell_size_check = ON", "fullfsync = ON", "checkpoint_fullfsync = ON",
	}
}

// connector opens connections to one SQLite file without registering a driver for the whole program.
type connector struct {
	dsn     string
	pragmas []string
}

func (c connector) Connect(context.Context) (driver.Conn, error) { return c.Driver().Open(c.dsn) }

func (c connector) Driver() driver.Driver {
	return &sqlite3.SQLiteDriver{ConnectHook: func(conn *sqlite3.SQLiteConn) error {
		for _, p := range c.pragmas {
			if _, err := conn.Exec("PRAGMA "+p, nil); err != nil {
				return fmt.Errorf("setting %s: %w", p, err)
			}
		}
		return nil
	}}
}

// address names a file to SQLite, and the layer that decrypts it. The URI form keeps folders whose names hold ?, # or %.
func (f *file) address(options string) string {
	p := filepath.ToSlash(f.path)
	if !strings.HasPrefix(p, "/") {
		p = "/" + p // C:/ of Windows
	}
	u := url.URL{Scheme: "file", Path: p, RawQuery: "vfs=" + f.vault.VFS() + "&" + options}
	return u.String()
}

// connect opens the pools of an existing file; nothing is read yet.
func (f *file) connect() {
	f.write = sqlx.NewDb(sql.OpenDB(connector{f.address("_txlock=immediate"), append(pragmas(), "journal_mode = WAL")}), "sqlite3")
	f.write.SetMaxOpenConns(1)
	f.read = sqlx.NewDb(sql.OpenDB(connector{f.address("_txlock=deferred"), append(pragmas(), "query_only = ON")}), "sqlite3")
	f.read.SetMaxOpenConns(readers)
	f.read.SetMaxIdleConns(readers)
}

// connectReadOnly opens a finished file, such as a backup, without a log beside it, to be looked through: with a small
// cache that would take three times as long, since every page is decrypted again and again.
func (f *file) connectReadOnly() {
	pragmas := []string{"trusted_schema = OFF", "cell_size_check = ON", "cache_size = -262144"}
	f.read = sqlx.NewDb(sql.OpenDB(connector{f.address("mode=ro&immutable=1"), pragmas}), "sqlite3")
	f.read.SetMaxOpenConns(1)
}

// disconnect writes the log back into the file. The readers go first: the last connection truncates the log.
func (f *file) disconnect() error {
	var err error
	for _, db := range []*sqlx.DB{f.read, f.write} {
		if db != nil {
			err = errors.Join(err, db.Close())
			drain(db)
		}
	}
	f.read, f.write = nil, nil
	return err
}

// drain waits until all connections are closed: a transaction whose context ended is rolled back behind the one who began
// it, and must not reach for a vault that is gone.
func drain(db *sqlx.DB) {
	for db.Stats().OpenConnections > 0 {
		time.Sleep(time.Millisecond)
	}
}

// close lets go of the file and wipes its keys.
func (f *file) close() error {
	err := f.disconnect()
	if f.vault != nil {
		f.vault.Close()
		f.vault = nil
	}
	return err
}

// held tells whether the account can open the file.
func (f *file) held() bool { return f.vault != nil }

// hold keeps the file in its place while it is used; it refuses a file that the account cannot open.
func (f *file) hold() (let func(), err error) {
	f.swap.RLock()
	if f.read == nil {
		f.swap.RUnlock()
		return nil, &data.Error{Code: data.Denied, Key: "errors.no_access"}
	}
	return f.swap.RUnlock, nil
}

// view runs fn on one read-only snapshot: everything fn reads is of one moment.
func (f *file) view(ctx context.Context, fn func(q *sqlx.Tx) error) (err error) {
	defer func() { err = refuse(ended(ctx, err)) }()
	let, err := f.hold()
	if err != nil {
		return err
	}
	defer let()
	q, err := f.read.BeginTxx(ctx, nil)
	if err != nil {
		return fmt.Errorf("beginning to read %s: %w", f.wall, err)
	}
	defer func() { err = errors.Join(err, ignoreDone(q.Rollback())) }()
	return fn(q)
}

func ignoreDone(err error) error {
	if errors.Is(err, sql.ErrTxDone) {
		return nil
	}
	return err
}

// exists tells whether the file is there.
func (f *file) exists() (bool, error) {
	_, err := os.Stat(f.path)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	return err == nil, err
}
