package store

import (
	"context"
	"embed"
	"fmt"
	"io/fs"

	"github.com/pressly/goose/v3"

	"saya/data"
)

//go:embed migrations
var embedded embed.FS

// migrator reads the migrations of a file's wall; goose keeps the version of the schema in the file.
func (f *file) migrator() (*goose.Provider, error) {
	dir, err := fs.Sub(f.migrations, "migrations/sqlite/"+string(f.wall))
	if err != nil {
		return nil, fmt.Errorf("reading the migrations of %s: %w", f.wall, err)
	}
	p, err := goose.NewProvider(goose.DialectSQLite3, f.write.DB, dir, goose.WithDisableGlobalRegistry(true))
	if err != nil {
		return nil, fmt.Errorf("reading the migrations of %s: %w", f.wall, err)
	}
	return p, nil
}

// create makes the schema in an empty file.
func (f *file) create(ctx context.Context) error {
	p, err := f.migrator()
	if err != nil {
		return err
	}
	if _, err := p.Up(ctx); err != nil {
		return refuse(fmt.Errorf("making the schema of %s: %w", f.wall, err))
	}
	return nil
}

// ours refuses a file that another program made, before anything is asked of its tables.
func (f *file) ours(ctx context.Context) error {
	var id int64
	if err := f.read.GetContext(ctx, &id, "PRAGMA application_id"); err != nil {
		return refuse(fmt.Errorf("opening %s: %w", f.wall, err))
	}
	if id != f.appID {
		return &data.Error{Code: data.Storage, Key: "errors.foreign_database"}
	}
	return nil
}

// migrate brings an older schema to ours, after a backup, and refuses a newer one. It needs the folder to itself.
func (f *file) migrate(ctx context.Context, alone bool, backup func(version int64) error) error {
	p, err := f.migrator()
	if err != nil {
		return err
	}
	have, want, err := p.GetVersions(ctx)
	if err != nil {
		return refuse(fmt.Errorf("reading the schema version of %s: %w", f.wall, err))
	}
	switch {
	case have > want:
		return &data.Error{Code: data.Storage, Key: "errors.newer_database"}
	case have == want:
		return nil
	case !alone:
		return &data.Error{Code: data.Locked, Key: "errors.locked"}
	}
	if err := backup(have); err != nil {
		return err
	}
	if _, err := p.Up(ctx); err != nil {
		return refuse(fmt.Errorf("migrating %s: %w", f.wall, err))
	}
	return nil
}

// settle looks through a file that was not closed and writes its log back. The last transaction in the log may be one that
// was neither flushed nor told of: whoever has seen it once sees it after the next cut of the power, too.
func (f *file) settle(ctx context.Context) error {
	if err := f.check(ctx, "quick_check(1)"); err != nil {
		return err
	}
	if _, err := f.write.ExecContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)"); err != nil {
		return refuse(fmt.Errorf("writing the log of %s back: %w", f.wall, err))
	}
	return nil
}

// check runs one of SQLite's checks, which answers "ok" or what is wrong.
func (f *file) check(ctx context.Context, pragma string) error {
	var said string
	if err := f.read.GetContext(ctx, &said, "PRAGMA "+pragma); err != nil {
		return refuse(fmt.Errorf("checking %s: %w", f.wall, err))
	}
	if said != "ok" {
		return &data.Error{Code: data.Storage, Key: "errors.damaged_database", Err: fmt.Errorf("checking %s: %s", f.wall, said)}
	}
	return nil
}
