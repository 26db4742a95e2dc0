package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"

	"github.com/jmoiron/sqlx"
	"github.com/pressly/goose/v3"

	"saya/data"
	"saya/data/vault"
)

// copyFile copies one file of the centre into the folder of a backup.
func (s *Store) copyFile(ctx context.Context, f *file, dir string, m *meter) (b BackupFile, err error) {
	if f.held() {
		b, err = f.copyVerified(ctx, dir, m)
	} else {
		b, err = f.copySealed(ctx, dir, m)
	}
	if err != nil {
		return b, fmt.Errorf("copying %s: %w", f.wall, err)
	}
	return b, nil
}

// copyVerified copies a file that the account opens, opens the copy and compares it.
func (f *file) copyVerified(ctx context.Context, dir string, m *meter) (b BackupFile, err error) {
	let, err := f.hold()
	if err != nil {
		return b, err
	}
	defer let()
	part := &file{wall: f.wall, path: filepath.Join(dir, fileName(f.wall)), appID: f.appID}
	if part.vault, err = f.vault.Copy(part.path); err != nil {
		return b, refuseVault(err)
	}
	defer func() { err = errors.Join(err, part.close()) }()
	counts, err := f.vacuumInto(ctx, part)
	if err == nil {
		err = syncPath(part.path)
	}
	m.add(f)
	if err != nil {
		return b, err
	}
	part.connectReadOnly()
	b = BackupFile{Wall: f.wall, Parts: make([]BackupPart, 1), Verified: true}
	hashed := make(chan error, 1)
	go func() {
		var err error
		b.Parts[0], err = hashPart(ctx, part.path)
		hashed <- err
	}()
	b.Schema, err = part.lookThrough(ctx, counts)
	m.add(f)
	return b, errors.Join(err, <-hashed)
}

// vacuumInto fills an empty encrypted file with what f holds and counts its rows. Nobody writes meanwhile, so that both
// are of one moment.
func (f *file) vacuumInto(ctx context.Context, part *file) (counts map[string]int64, err error) {
	still, err := f.write.BeginTxx(ctx, nil)
	if err != nil {
		return nil, fmt.Errorf("holding writes up: %w", err)
	}
	defer func() { err = errors.Join(err, ignoreDone(still.Rollback())) }()
	if counts, err = countRows(ctx, still); err != nil {
		return nil, err
	}
	db := sql.OpenDB(connector{f.address(""), pragmas()}) // the pool of readers may not write, not even elsewhere
	defer func() { err = errors.Join(err, db.Close()) }()
	_, err = db.ExecContext(ctx, "VACUUM INTO ?", part.address(""))
	return counts, err
}

func countRows(ctx context.Context, q sqlx.QueryerContext) (map[string]int64, error) {
	var names []string
	err := sqlx.SelectContext(ctx, q, &names, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
	if err != nil {
		return nil, fmt.Errorf("listing tables: %w", err)
	}
	counts := map[string]int64{}
	for _, name := range names {
		var n int64
		if err := sqlx.GetContext(ctx, q, &n, `SELECT count(*) FROM "`+name+`"`); err != nil {
			return nil, fmt.Errorf("counting %s: %w", name, err)
		}
		counts[name] = n
	}
	return counts, nil
}

// lookThrough checks an open file whole, against the numbers of rows if they are known, and returns its schema version.
func (f *file) lookThrough(ctx context.Context, counts map[string]int64) (schema int64, err error) {
	if err := f.ours(ctx); err != nil {
		return 0, err
	}
	err = f.view(ctx, func(q *sqlx.Tx) error {
		problems, err := checkFile(ctx, q)
		if err != nil {
			return err
		}
		have, err := countRows(ctx, q)
		if err != nil {
			return err
		}
		if len(problems) > 0 || counts != nil && !maps.Equal(have, counts) {
			return damaged(f.wall)
		}
		return q.GetContext(ctx, &schema, "SELECT coalesce(max(version_id), 0) FROM goose_db_version WHERE is_applied")
	})
	return schema, err
}

func damaged(w Wall) error {
	return &data.Error{Code: data.Storage, Key: "errors.damaged_database", Err: fmt.Errorf("checking %s", w)}
}

// newest is the version of the schema that this program makes.
func (f *file) newest() (version int64, err error) {
	entries, err := fs.ReadDir(f.migrations, "migrations/sqlite/"+string(f.wall))
	if err != nil {
		return 0, fmt.Errorf("reading the migrations of %s: %w", f.wall, err)
	}
	for _, e := range entries {
		v, err := goose.NumericComponent(e.Name())
		if err != nil {
			return 0, fmt.Errorf("reading the migrations of %s: %w", f.wall, err)
		}
		version = max(version, v)
	}
	return version, nil
}

// steadyTries is how often a file that is written to meanwhile is copied anew.
const steadyTries = 5

// copySealed copies a file that the account cannot open: its bytes, and those of a log that was not written back.
func (f *file) copySealed(ctx context.Context, dir string, m *meter) (b BackupFile, err error) {
	b.Wall = f.wall
	if b.Schema, err = f.newest(); err != nil {
		return b, err
	}
	for range steadyTries {
		steady, err := f.copySteady(ctx, dir, &b)
		if err != nil {
			return b, err
		}
		if !steady {
			continue
		}
		m.add(f)
		m.add(f)
		return b, sealedAs(filepath.Join(dir, fileName(f.wall)), f.wall)
	}
	return b, &data.Error{Code: data.Locked, Key: "backup.in_use"}
}

// copySteady copies the parts of a file and reads them once more: when both are the same, then both were so at one
// moment in between.
func (f *file) copySteady(ctx context.Context, dir string, b *BackupFile) (steady bool, err error) {
	paths := []string{f.path}
	if info, err := os.Stat(f.path + "-wal"); err == nil && info.Size() > 0 {
		paths = append(paths, f.path+"-wal")
	}
	err = errors.Join(removeIfThere(filepath.Join(dir, fileName(f.wall))), removeIfThere(filepath.Join(dir, logName(f.wall))))
	if err != nil {
		return false, err
	}
	b.Parts = nil
	for _, path := range paths {
		p, err := copyPart(ctx, path, filepath.Join(dir, filepath.Base(path)))
		if gone := path != f.path && errors.Is(err, fs.ErrNotExist); err != nil {
			return false, unless(gone, err)
		}
		b.Parts = append(b.Parts, p)
	}
	for i, path := range paths {
		again, err := hashPart(ctx, path)
		gone := path != f.path && errors.Is(err, fs.ErrNotExist)
		if err != nil || again != b.Parts[i] {
			return false, unless(gone, err)
		}
	}
	return true, nil
}

// unless passes an error by that was to be expected: a log goes when it is written back.
func unless(expected bool, err error) error {
	if expected {
		return nil
	}
	return err
}

// sealedAs tells whether something is the file of a wall, as far as one can who does not open it.
func sealedAs(path string, w Wall) error {
	h, err := vault.HeaderOf(path)
	if err == nil && h.Kind() != string(w) {
		err = vault.ErrKind
	}
	if err != nil {
		return refuseVault(err)
	}
	return nil
}

// copyPart copies a file, flushes it and says its length and hash.
func copyPart(ctx context.Context, from, to string) (p BackupPart, err error) {
	h, err := os.Open(from)
	if err != nil {
		return p, fmt.Errorf("reading a file: %w", err)
	}
	defer func() { err = errors.Join(err, h.Close()) }()
	return writePart(ctx, h, to)
}

// writePart writes a new file, flushes it and says its length and hash.
func writePart(ctx context.Context, from io.Reader, to string) (p BackupPart, err error) {
	h, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return p, fmt.Errorf("writing a file: %w", err)
	}
	p, err = sumOf(ctx, from, h)
	if err == nil {
		err = h.Sync()
	}
	p.Name = filepath.Base(to)
	return p, errors.Join(err, h.Close())
}

func hashPart(ctx context.Context, path string) (p BackupPart, err error) {
	h, err := os.Open(path)
	if err != nil {
		return p, fmt.Errorf("reading a file: %w", err)
	}
	p, err = sumOf(ctx, h, io.Discard)
	p.Name = filepath.Base(path)
	return p, errors.Join(err, h.Close())
}

// sumOf copies all that there is to read, and says how much it was and its hash.
func sumOf(ctx context.Context, from io.Reader, to io.Writer) (p BackupPart, err error) {
	sum := sha256.New()
	p.Bytes, err = io.Copy(io.MultiWriter(sum, to), untilDone{ctx, from})
	if err != nil {
		return p, fmt.Errorf("copying a file: %w", err)
	}
	p.SHA256 = hex.EncodeToString(sum.Sum(nil))
	return p, nil
}

// untilDone reads until ctx ends.
type untilDone struct {
	ctx context.Context
	io.Reader
}

// Read reads on, or says why ctx ended.
func (r untilDone) Read(b []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	return r.Reader.Read(b)
}

// meter tells how far a backup has come: every file is written once and read once.
type meter struct {
	done, total int64
	sizes       map[Wall]int64
	tell        func(done, total int64)
}

func newMeter(files []*file, tell func(done, total int64)) *meter {
	m := &meter{sizes: map[Wall]int64{}, tell: tell}
	for _, f := range files {
		if info, err := os.Stat(f.path); err == nil {
			m.sizes[f.wall] = info.Size()
			m.total += 2 * info.Size()
		}
	}
	m.say()
	return m
}

func (m *meter) add(f *file) {
	m.done += m.sizes[f.wall]
	m.say()
}

func (m *meter) end() {
	m.done = m.total
	m.say()
}

func (m *meter) say() {
	if m.tell != nil {
		m.tell(m.done, m.total)
	}
}
