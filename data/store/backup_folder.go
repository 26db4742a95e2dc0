package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/jmoiron/sqlx"

	"saya/data"
	"saya/data/place"
)

// BackupFolder is the second folder, to which every backup is copied, empty when none is set. It need not be there, as
// the folder of a stick that is not plugged in.
func (s *Store) BackupFolder(ctx context.Context) (string, error) {
	return read(ctx, s.centre, func(q *sqlx.Tx) (dir string, err error) {
		err = q.GetContext(ctx, &dir, "SELECT coalesce(max(value), '') FROM settings WHERE name = 'backup_folder'")
		return dir, err
	})
}

// SetBackupFolder sets the second folder, "" for none. It has to be there, on this computer or a drive plugged into it,
// not synced, and outside of the centre's own folder.
func (s *Store) SetBackupFolder(ctx context.Context, actor data.Actor, dir string) (err error) {
	defer func() { err = refuse(ended(ctx, err)) }()
	if err := s.permit(actor, data.KeepCentre); err != nil {
		return err
	}
	if dir != "" {
		if dir, err = s.fitFolder(dir); err != nil {
			return err
		}
	}
	return s.inTx(ctx, s.centre, actor, "set_backup_folder", func(w *tx) error {
		w.acted("")
		_, err := w.ExecContext(ctx, "INSERT OR REPLACE INTO settings (name, value) VALUES ('backup_folder', ?)", dir)
		return err
	})
}

// fitFolder checks a second folder, also by writing to it, and returns its whole name.
func (s *Store) fitFolder(dir string) (string, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return "", fmt.Errorf("finding a folder: %w", err)
	}
	info, err := os.Stat(dir)
	if err != nil {
		return "", fmt.Errorf("looking for a folder: %w", err)
	}
	if !info.IsDir() {
		return "", &data.Error{Code: data.Storage, Key: "errors.folder_missing"}
	}
	if inside(dir, s.dir) {
		return "", &data.Error{Code: data.Denied, Key: "backup.folder_inside"}
	}
	if err := place.CheckBackup(dir); err != nil {
		return "", err
	}
	probe, err := os.MkdirTemp(dir, "saya-*"+partEnding)
	if err != nil {
		return "", fmt.Errorf("trying a folder: %w", err)
	}
	return dir, os.Remove(probe)
}

// inside tells whether a folder that is there is another one or under it.
func inside(dir, root string) bool {
	outer, err := os.Stat(root)
	if err != nil {
		return false
	}
	if real, err := filepath.EvalSymlinks(dir); err == nil {
		dir = real
	}
	for at := dir; ; at = filepath.Dir(at) {
		if info, err := os.Stat(at); err == nil && os.SameFile(info, outer) {
			return true
		}
		if filepath.Dir(at) == at {
			return false
		}
	}
}

// secondFolder is where the backups of this centre lie in the second folder, which several centres may share; empty
// when none is set.
func (s *Store) secondFolder(ctx context.Context) (string, error) {
	dir, err := s.BackupFolder(ctx)
	if err != nil || dir == "" {
		return "", err
	}
	h, _, err := s.centre.header()
	if err != nil {
		return "", refuseVault(err)
	}
	return filepath.Join(dir, "saya-"+h.ID()[:16]), nil
}

// copyToSecond copies a finished backup to the second folder, if one is set.
func (s *Store) copyToSecond(ctx context.Context, dir string, m manifest) error {
	folder, err := s.secondFolder(ctx)
	if err != nil || folder == "" {
		return err
	}
	root := filepath.Dir(folder)
	if info, err := os.Stat(root); err != nil || !info.IsDir() {
		return &data.Error{Code: data.Storage, Key: "backup.second_missing", Err: err}
	}
	if err := place.CheckBackup(root); err != nil {
		return err
	}
	if err := errors.Join(os.MkdirAll(folder, 0o700), syncPath(root)); err != nil {
		return fmt.Errorf("making the second folder: %w", err)
	}
	_, err = writeFolder(folder, m.At, func(to string) error {
		if err := copyParts(ctx, dir, m, to); err != nil {
			return err
		}
		return m.write(to)
	})
	return err
}

// copyParts copies the files of a backup elsewhere; files that are not what the manifest says are refused.
func copyParts(ctx context.Context, from string, m manifest, to string) error {
	for _, want := range m.parts() {
		path := filepath.Join(to, want.Name)
		if _, err := copyPart(ctx, filepath.Join(from, want.Name), path); err != nil {
			return err
		}
		got, err := hashPart(ctx, path) // as it is read back
		if err != nil {
			return err
		}
		if got != want {
			return changedBackup()
		}
	}
	return nil
}
