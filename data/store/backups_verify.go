package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"saya/data"
	"saya/data/vault"
)

// VerifyBackup reads a backup through: the hash of every file, and the content of those that the account opens and whose
// key has not been changed since. What it finds, good or bad, it writes into the backup; the error says what is wrong.
func (s *Store) VerifyBackup(ctx context.Context, b Backup) (_ Backup, err error) {
	defer func() { err = refuse(ended(ctx, err)) }()
	unlock, err := s.lockBackups(ctx)
	if err != nil {
		return b, err
	}
	defer func() { err = errors.Join(err, unlock()) }()
	if b, err = s.backupAt(ctx, b.Path); err != nil {
		return b, err
	}
	m, err := readManifest(b.Path)
	if err != nil {
		return b, unreadable(b, err)
	}
	found := m
	found.Files = slices.Clone(m.Files)
	var wrong error
	for i := range found.Files {
		err := s.verifyFile(ctx, b.Path, &found.Files[i])
		if err != nil && !spoilt(err) {
			return b, err
		}
		wrong = errors.Join(wrong, err)
	}
	if slices.EqualFunc(m.Files, found.Files, sameMarks) {
		return b, errors.Join(wrong, s.fits(b.Path, found))
	}
	if err := found.write(b.Path); err != nil {
		return b, errors.Join(wrong, err)
	}
	return s.inspect(b.Path, b.Second), errors.Join(wrong, s.fits(b.Path, found))
}

func unreadable(b Backup, err error) error {
	if b.Wrong == "" {
		return err
	}
	return &data.Error{Code: data.Storage, Key: b.Wrong, Err: err}
}

func sameMarks(a, b BackupFile) bool { return a.Verified == b.Verified && a.Damaged == b.Damaged }

// spoilt tells whether an error says that a copy is damaged, not that it could not be read now.
func spoilt(err error) bool {
	return slices.ContainsFunc(data.Refusals(err), func(e *data.Error) bool {
		switch e.Key {
		case "backup.changed", "backup.missing_file", "errors.damaged_database", "errors.foreign_database":
			return true
		}
		return false
	})
}

// VerifyBackups verifies what nobody has verified yet of the files that the account opens, the newest backup first, and
// says how many were looked at. Backups with which something is wrong are passed over.
func (s *Store) VerifyBackups(ctx context.Context) (int, error) {
	all, err := s.Backups(ctx)
	if err != nil {
		return 0, err
	}
	all = slices.DeleteFunc(all, func(b Backup) bool {
		return b.Wrong != "" || !slices.ContainsFunc(b.Files, func(f BackupFile) bool { return s.couldVerify(b, f) })
	})
	for _, b := range all {
		if ctx.Err() != nil {
			return 0, ctx.Err()
		}
		_, vErr := s.VerifyBackup(ctx, b)
		err = errors.Join(err, vErr)
	}
	return len(all), err
}

// couldVerify tells whether a file was not verified and has the key that the account holds.
func (s *Store) couldVerify(b Backup, f BackupFile) bool {
	if f.Verified || !s.Holds(f.Wall) {
		return false
	}
	opened, err := s.file(f.Wall).vault.OpenCopy(filepath.Join(b.Path, fileName(f.Wall)))
	if err != nil {
		return false
	}
	opened.Close()
	return true
}

// verifyFile sets the marks of one file of a backup. The error says what is wrong with it, or why that is not known.
func (s *Store) verifyFile(ctx context.Context, dir string, b *BackupFile) error {
	if err := present(dir, *b); errors.Is(err, os.ErrNotExist) { // it may come back
		return err
	}
	err := hashesHold(ctx, dir, *b)
	seen := false
	if err == nil {
		seen, err = s.lookInto(ctx, dir, *b)
	}
	if err == nil || spoilt(err) {
		b.Verified, b.Damaged = err == nil && (seen || b.Verified), err != nil
	}
	return err
}

func hashesHold(ctx context.Context, dir string, b BackupFile) error {
	if err := present(dir, b); err != nil {
		return err
	}
	for _, want := range b.Parts {
		got, err := hashPart(ctx, filepath.Join(dir, want.Name))
		if err != nil {
			return err
		}
		if got != want {
			return changedBackup()
		}
	}
	return nil
}

// lookInto looks through the content of one file of a backup, if the account can. One whose log was not written back is
// copied first: SQLite would do that at once.
func (s *Store) lookInto(ctx context.Context, dir string, b BackupFile) (seen bool, err error) {
	f, logged := s.file(b.Wall), len(b.Parts) > 1
	if !f.held() {
		return false, nil
	}
	if logged {
		temp := filepath.Join(s.backups(), filepath.Base(dir)+partEnding) // what a crash leaves of it is swept with the others
		if err := errors.Join(os.RemoveAll(temp), os.Mkdir(temp, 0o700)); err != nil {
			return false, fmt.Errorf("making a folder: %w", err)
		}
		defer func() { err = errors.Join(err, os.RemoveAll(temp)) }()
		if err := copyParts(ctx, dir, manifest{Files: []BackupFile{b}}, temp); err != nil {
			return false, err
		}
		dir = temp
	}
	copied := &file{wall: f.wall, path: filepath.Join(dir, fileName(f.wall)), appID: f.appID}
	copied.vault, err = f.vault.OpenCopy(copied.path)
	switch {
	case errors.Is(err, vault.ErrPassword):
		return false, nil
	case err != nil:
		return false, refuseVault(err)
	case logged:
		copied.connect()
	default:
		copied.connectReadOnly()
	}
	_, err = copied.lookThrough(ctx, nil)
	return true, refuse(errors.Join(err, copied.close()))
}
