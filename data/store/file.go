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

	"github.com/jmoiron/sqlx"
	"github.com/mattn/go-sqlite3"
)

// Wall is one file of a centre; whoever has no key to it cannot read it.
type Wall string

// The walls of today; the shelter and the cases follow.
const (
	CentreWall Wall = "centre"
	PeopleWall Wall = "people"
)

// readers is how many reports and lists may read at once.
const readers = 4

// file is one SQLite file: one connection that writes, a pool that only reads.
type file struct {
	wall       Wall
	path       string
	appID      int64
	migrations fs.FS
	write      *sqlx.DB
	read       *sqlx.DB
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

// dsn names a file to SQLite. The URI form keeps folders whose names hold ?, # or %.
func dsn(path string) string {
	p := filepath.ToSlash(path)
	if !strings.HasPrefix(p, "/") {
		p = "/" + p // C:/ of Windows
	}
	u := url.URL{Scheme: "file", Path: p, RawQuery: "_txlock=immediate"}
	return u.String()
}

// connect opens the pools of an existing file; nothing is read yet.
func (f *file) connect() {
	f.write = sqlx.NewDb(sql.OpenDB(connector{dsn(f.path), append(pragmas(), "journal_mode = WAL")}), "sqlite3")
	f.write.SetMaxOpenConns(1)
	f.read = sqlx.NewDb(sql.OpenDB(connector{
		strings.Replace(dsn(f.path), "immediate", "deferred", 1), append(pragmas(), "query_only = ON"),
	}), "sqlite3")
	f.read.SetMaxOpenConns(readers)
	f.read.SetMaxIdleConns(readers)
}

// connectReadOnly opens a finished file, such as a backup, without a log beside it.
func (f *file) connectReadOnly() {
	f.read = sqlx.NewDb(sql.OpenDB(connector{dsn(f.path) + "&mode=ro&immutable=1", []string{"trusted_schema = OFF"}}), "sqlite3")
}

// make creates the empty file, readable by its owner only, before SQLite opens it: its -wal and -shm inherit the mode.
func (f *file) make() error {
	h, err := os.OpenFile(f.path, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o600)
	if err != nil {
		return refuse(fmt.Errorf("creating the %s file: %w", f.wall, err))
	}
	return refuse(h.Close())
}

// close writes the log back into the file and lets go of it. The readers go first: the last connection truncates the log.
func (f *file) close() error {
	var err error
	for _, db := range []*sqlx.DB{f.read, f.write} {
		if db != nil {
			err = errors.Join(err, db.Close())
		}
	}
	return err
}

// view runs fn on one read-only snapshot: everything fn reads is of one moment.
func (f *file) view(ctx context.Context, fn func(q *sqlx.Tx) error) (err error) {
	defer func() { err = refuse(err) }()
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
