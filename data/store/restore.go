package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"saya/data"
	"saya/data/vault"
)

// Restore puts a backup in the place of the centre's files and closes the store: accounts, passwords and who opens what
// are those of the backup from then on, so everybody signs in anew. The backup is copied and checked first, also its
// content where the account opens it; what is there now is kept as a backup, too. It needs the folder to itself. After a
// refusal the store is open as before; when it is closed after an error ([Store.Holds] tells), the next to open the
// centre finishes the restore.
func (s *Store) Restore(ctx context.Context, actor data.Actor, b Backup) (err error) {
	defer func() { err = refuse(ended(ctx, err)) }()
	if err := s.permit(actor, data.RestoreBackups); err != nil {
		return err
	}
	unlock, err := s.lockBackups(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, unlock()) }()
	if b, err = s.backupAt(ctx, b.Path); err != nil {
		return err
	}
	if err := s.guard.alone(ctx); err != nil {
		return err
	}
	closed, err := s.restore(ctx, actor, b.Path)
	if !closed {
		return errors.Join(err, clearRestore(s.dir), s.guard.share(context.WithoutCancel(ctx)))
	}
	err = errors.Join(err, s.Close())
	s.guard = nil
	return err
}

// restore tells whether it came so far that the present files are closed for good.
func (s *Store) restore(ctx context.Context, actor data.Actor, from string) (closed bool, err error) {
	next, err := s.stage(ctx, from)
	if err != nil {
		return false, err
	}
	next.actor = s.actor
	if err := s.checkStaged(ctx, next, filepath.Base(from)); err != nil {
		return false, err
	}
	if err := s.act(ctx, actor, "restore", filepath.Base(from)); err != nil {
		return false, err
	}
	for _, f := range s.files() {
		f.swap.Lock()
		defer f.swap.Unlock()
	}
	for _, f := range s.files() {
		err = errors.Join(err, f.disconnect())
	}
	if err == nil {
		err = s.planRestore(ctx)
	}
	if err != nil {
		for _, f := range s.open() {
			f.connect()
		}
		return false, errors.Join(err, removeIfThere(filepath.Join(s.dir, planName)))
	}
	for _, f := range s.files() {
		err = errors.Join(err, f.close())
	}
	if err := errors.Join(err, finishRestore(s.dir)); err != nil {
		return true, &data.Error{Code: data.Storage, Key: "backup.restore_pending", Err: err}
	}
	return true, nil
}

// stage copies a backup into the folder of the restore and compares it with its manifest. What it returns is a centre of
// these files, not open.
func (s *Store) stage(ctx context.Context, from string) (*Store, error) {
	m, err := readManifest(from)
	if errors.Is(err, errManifest) || errors.Is(err, os.ErrNotExist) {
		return nil, &data.Error{Code: data.Storage, Key: "backup.no_manifest", Err: err}
	}
	if err == nil {
		err = s.fits(from, m)
	}
	if err != nil {
		return nil, err
	}
	in, out := restoreIn(s.dir), restoreOut(s.dir)
	if err := os.RemoveAll(filepath.Dir(in)); err != nil {
		return nil, fmt.Errorf("clearing up after a restore: %w", err)
	}
	if err := errors.Join(os.MkdirAll(in, 0o700), os.MkdirAll(out, 0o700)); err != nil {
		return nil, fmt.Errorf("making room for a restore: %w", err)
	}
	if err := copyParts(ctx, from, m, in); err != nil {
		return nil, err
	}
	for _, w := range data.Walls() {
		if err := sealedAs(filepath.Join(in, fileName(w)), w); err != nil {
			return nil, err
		}
	}
	return newStore(in, s.now)
}

// checkStaged looks through those files of a staged centre that open with the keys of this one, and writes the act into
// it, too.
func (s *Store) checkStaged(ctx context.Context, next *Store, from string) (err error) {
	defer func() {
		for _, f := range next.files() {
			err = errors.Join(err, f.close())
		}
	}()
	for _, f := range s.open() {
		staged := next.file(f.wall)
		staged.vault, err = f.vault.OpenCopy(staged.path)
		switch {
		case errors.Is(err, vault.ErrPassword): // its key has been changed since
			continue
		case err != nil:
			return refuseVault(err)
		}
		staged.connect()
		if err := next.noteRestore(ctx, staged, from); err != nil {
			return err
		}
	}
	return nil
}

// noteRestore looks through a staged file. The one with the audit gets a line, if it has the form that we write.
func (s *Store) noteRestore(ctx context.Context, f *file, from string) error {
	schema, err := f.lookThrough(ctx, nil)
	if err != nil || f != s.centre {
		return err
	}
	newest, err := f.newest()
	if err != nil || schema < newest {
		return err
	}
	return s.act(ctx, s.actor, "restore", from)
}

// planRestore writes the manifest of what goes and the plan: from then on there is no way back. No file is open.
func (s *Store) planRestore(ctx context.Context) error {
	if err := os.MkdirAll(s.backups(), 0o700); err != nil {
		return fmt.Errorf("making the folder of backups: %w", err)
	}
	m, err := s.manifestOf(ctx, BackupBeforeRestore)
	if err != nil {
		return err
	}
	aside, err := freeName(s.backups(), m.At)
	if err != nil {
		return err
	}
	out := restoreOut(s.dir)
	if err := m.write(out); err != nil {
		return err
	}
	for _, dir := range []string{restoreIn(s.dir), out, filepath.Dir(out), s.dir} {
		if err := syncPath(dir); err != nil {
			return err
		}
	}
	return restorePlan{Format: planFormat, Aside: filepath.Base(aside)}.write(s.dir)
}

// manifestOf describes the centre's files as they lie there, verified by nobody. Those that are missing are left out.
func (s *Store) manifestOf(ctx context.Context, why BackupReason) (manifest, error) {
	m := manifest{Format: backupFormat, At: data.StampOf(s.now()), Why: why}
	for _, f := range s.files() {
		b := BackupFile{Wall: f.wall}
		var err error
		if b.Schema, err = f.newest(); err != nil {
			return m, err
		}
		for _, path := range []string{f.path, f.path + "-wal"} {
			p, err := hashPart(ctx, path)
			switch {
			case errors.Is(err, os.ErrNotExist):
				continue
			case err != nil:
				return m, err
			}
			b.Parts = append(b.Parts, p)
		}
		if len(b.Parts) > 0 {
			m.Files = append(m.Files, b)
		}
	}
	return m, nil
}

// RestoreInto restores a backup into the folder of a centre that nobody can open any more, such as one with spoilt
// files. Whoever does it has to open the backup, with an account that had the right to restore when it was made. What
// lies in the folder is kept as a backup. It needs the folder to itself. The options' Window says nothing here.
func RestoreInto(ctx context.Context, dir, backupPath string, o OpenOptions) (err error) {
	defer func() { err = refuse(ended(ctx, err)) }()
	s, err := newStore(dir, o.Now)
	if err != nil {
		return err
	}
	if err := resumeRestore(ctx, s.dir); err != nil {
		return err
	}
	var alone bool
	if s.guard, alone, err = takeGuard(ctx, s.dir, false); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.guard.unlock()) }()
	if !alone {
		return &data.Error{Code: data.Locked, Key: "errors.locked"}
	}
	err = s.restoreInto(ctx, backupPath, o)
	if err == nil {
		err = s.planRestore(ctx)
	}
	return errors.Join(err, finishRestore(s.dir))
}

// restoreInto makes a backup ready to take the place of the centre's files.
func (s *Store) restoreInto(ctx context.Context, from string, o OpenOptions) error {
	next, err := s.stage(ctx, from)
	if err != nil {
		return err
	}
	o.Window, o.Now = false, s.now
	next, err = Open(ctx, next.dir, o)
	if err != nil {
		return err
	}
	err = next.permit(next.actor, data.RestoreBackups)
	for _, f := range next.open() {
		if err == nil {
			_, err = f.lookThrough(ctx, nil)
		}
	}
	if err == nil {
		err = next.act(ctx, next.actor, "restore", filepath.Base(from))
	}
	return errors.Join(err, next.Close())
}
