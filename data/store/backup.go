package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
)

// backup copies one file whole into a folder beside it: written under another name, flushed, opened and checked,
// and only then given its name.
func (s *Store) backup(ctx context.Context, f *file, version int64) (err error) {
	defer func() { err = refuse(err) }()
	dir := filepath.Join(s.dir, "backups")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return fmt.Errorf("making the folder of backups: %w", err)
	}
	name := fmt.Sprintf("%s-v%d-%s.saya", f.wall, version, s.now().UTC().Format("20060102T150405Z"))
	part := &file{wall: f.wall, path: filepath.Join(dir, name+".part"), appID: f.appID}
	if err := os.Remove(part.path); err != nil && !errors.Is(err, os.ErrNotExist) {
		return fmt.Errorf("removing half a backup: %w", err)
	}
	if part.vault, err = f.vault.Copy(part.path); err != nil {
		return err
	}
	if err := errors.Join(f.copyInto(ctx, part), part.close()); err != nil {
		return errors.Join(err, os.Remove(part.path))
	}
	if err := os.Rename(part.path, filepath.Join(dir, name)); err != nil {
		return fmt.Errorf("naming the backup: %w", err)
	}
	return syncPath(dir)
}

// syncPath flushes a file or, where the system can, a folder.
func syncPath(path string) error {
	if info, err := os.Stat(path); err == nil && info.IsDir() && runtime.GOOS == "windows" {
		return nil
	}
	h, err := os.OpenFile(path, os.O_RDONLY, 0)
	if err != nil {
		return fmt.Errorf("flushing: %w", err)
	}
	return errors.Join(h.Sync(), h.Close())
}
