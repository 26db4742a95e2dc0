package store

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"saya/data"
	"saya/data/vault"
)

// Backup is a copy of all files of the centre at about one moment.
type Backup struct {
	Path   string // its folder
	At     data.Stamp
	Why    BackupReason
	Files  []BackupFile
	Second bool // it lies in the second folder
	// Wrong is the key of a sentence that says why it cannot be restored, as far as one sees without reading it through;
	// [Store.VerifyBackup] does that.
	Wrong string
	// Warning is why [Store.Backup] could not copy it to the second folder or delete old ones; nil else.
	Warning error
}

func (b Backup) name() string { return filepath.Base(b.Path) }

// Bytes is how much room it takes.
func (b Backup) Bytes() int64 {
	var n int64
	for _, f := range b.Files {
		for _, p := range f.Parts {
			n += p.Bytes
		}
	}
	return n
}

// Verified tells whether the copies of all these files were looked through by somebody who opens them.
func (b Backup) Verified(walls ...Wall) bool {
	for _, w := range walls {
		i := slices.IndexFunc(b.Files, func(f BackupFile) bool { return f.Wall == w })
		if i < 0 || !b.Files[i].Verified || b.Files[i].Damaged {
			return false
		}
	}
	return true
}

// Backups lists the backups in the centre's folder and in the second one, the newest first, with what is wrong with each.
func (s *Store) Backups(ctx context.Context) ([]Backup, error) {
	out, err := s.backupsIn(s.backups(), false)
	if err != nil {
		return nil, refuse(err)
	}
	second, err := s.secondFolder(ctx)
	if err != nil {
		return nil, err
	}
	if more, err := s.backupsIn(second, true); err == nil { // a stick may be broken, or not ours to read
		out = append(out, more...)
	}
	slices.SortStableFunc(out, func(a, b Backup) int {
		return cmp.Or(cmp.Compare(b.At, a.At), cmp.Compare(len(b.name()), len(a.name())), cmp.Compare(b.name(), a.name()))
	})
	return out, nil
}

// backupsIn lists those of one folder, which need not be there.
func (s *Store) backupsIn(folder string, second bool) ([]Backup, error) {
	entries, err := os.ReadDir(folder)
	if err != nil && folder != "" && !errors.Is(err, os.ErrNotExist) {
		return nil, fmt.Errorf("listing backups: %w", err)
	}
	var out []Backup
	for _, e := range entries {
		if !e.IsDir() || !backupName().MatchString(e.Name()) {
			continue
		}
		out = append(out, s.inspect(filepath.Join(folder, e.Name()), second))
	}
	return out, nil
}

// inspect reads what a backup says of itself and compares it with what is there, without reading the files through.
func (s *Store) inspect(dir string, second bool) Backup {
	b := Backup{Path: dir, Second: second}
	m, err := readManifest(dir)
	if err == nil {
		err = s.fits(dir, m)
	}
	b.At, b.Why, b.Files = m.At, m.Why, m.Files
	if named, _, _ := strings.Cut(filepath.Base(dir), "-"); b.At == "" {
		at, _ := time.Parse(backupLayout, named) // zero of a moment that there never was
		b.At = data.StampOf(at)
	}
	refusals := data.Refusals(err)
	switch {
	case len(refusals) > 0:
		b.Wrong = refusals[0].Key
	case errors.Is(err, errManifest), errors.Is(err, os.ErrNotExist):
		b.Wrong = "backup.no_manifest"
	case err != nil:
		b.Wrong = "backup.unreadable"
	}
	return b
}

// fits refuses a backup that this program cannot restore here.
func (s *Store) fits(dir string, m manifest) error {
	if err := s.knows(m); err != nil {
		return err
	}
	for _, f := range m.Files {
		if err := present(dir, f); err != nil {
			return err
		}
		if f.Damaged {
			return changedBackup()
		}
	}
	if len(m.Files) < len(data.Walls()) {
		return &data.Error{Code: data.Storage, Key: "backup.missing_file"}
	}
	theirs, err := vault.HeaderOf(filepath.Join(dir, fileName(CentreWall)))
	if err != nil {
		return changedBackup()
	}
	// A centre whose own file is spoilt cannot say whose backup it is.
	if ours, _, err := s.centre.header(); err == nil && ours.ID() != theirs.ID() {
		return &data.Error{Code: data.Conflict, Key: "backup.other_centre"}
	}
	return nil
}

// knows refuses what a newer program has written.
func (s *Store) knows(m manifest) error {
	for _, f := range m.Files {
		newest, err := s.file(f.Wall).newest()
		if err != nil {
			return err
		}
		if f.Schema > newest {
			return newerBackup()
		}
	}
	return nil
}

// present refuses parts that are not there, or not as long as they should be.
func present(dir string, f BackupFile) error {
	for _, p := range f.Parts {
		info, err := os.Stat(filepath.Join(dir, p.Name))
		switch {
		case errors.Is(err, os.ErrNotExist):
			return &data.Error{Code: data.Storage, Key: "backup.missing_file", Err: err}
		case err != nil:
			return fmt.Errorf("looking at a backup: %w", err)
		case info.Size() != p.Bytes:
			return changedBackup()
		}
	}
	return nil
}

func changedBackup() error { return &data.Error{Code: data.Storage, Key: "backup.changed"} }

// NewestVerified is the moment of the newest backup in which all files that the account opens were verified, empty when
// there is none. Files that only others open are their matter. A backup of the future says nothing.
func (s *Store) NewestVerified(ctx context.Context) (data.Stamp, error) {
	all, err := s.Backups(ctx)
	if err != nil {
		return "", err
	}
	var walls []Wall
	for _, f := range s.open() {
		walls = append(walls, f.wall)
	}
	i := slices.IndexFunc(all, func(b Backup) bool { return s.past(b) && b.Wrong == "" && b.Verified(walls...) })
	if i < 0 {
		return "", nil
	}
	return all[i].At, nil
}

func (s *Store) past(b Backup) bool { return b.At <= data.StampOf(s.now()) }

// DueBackup tells whether there is no backup of this day yet.
func (s *Store) DueBackup(ctx context.Context) bool {
	all, err := s.Backups(ctx)
	return err != nil || !slices.ContainsFunc(all, func(b Backup) bool {
		return !b.Second && b.Wrong == "" && b.Why != BackupBeforeRestore && s.past(b) && day(b) == s.Today()
	})
}

// BackupsOpenTo lists the backups of which an account opens any file: one that was removed keeps what it could open when
// they were made.
func (s *Store) BackupsOpenTo(ctx context.Context, accountID int64) ([]Backup, error) {
	accounts, err := s.keyedAccounts(ctx)
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(accounts, func(a keyed) bool { return a.ID == accountID })
	if i < 0 {
		return nil, &data.Error{Code: data.NotFound, Key: "errors.not_found"}
	}
	all, err := s.Backups(ctx)
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(all, func(b Backup) bool { return !opensTo(b.Path, accounts[i]) }), nil
}

// opensTo tells whether a file in a folder has a slot of an account: of its present name or number, or of its key pair.
func opensTo(dir string, a keyed) bool {
	return slices.ContainsFunc(data.Walls(), func(w Wall) bool {
		h, err := vault.HeaderOf(filepath.Join(dir, fileName(w)))
		if err != nil {
			return false
		}
		_, named := h.Credential(slotName(w, a.Account))
		return named || h.OpensTo(a.credential)
	})
}

// DeleteBackup deletes a backup.
func (s *Store) DeleteBackup(ctx context.Context, actor data.Actor, b Backup) (err error) {
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
	if err := s.act(ctx, actor, "delete_backup", filepath.Base(b.Path)); err != nil {
		return err
	}
	return dropFolder(b.Path)
}

// backupAt finds one of our backups by its path, and nothing else.
func (s *Store) backupAt(ctx context.Context, path string) (Backup, error) {
	all, err := s.Backups(ctx)
	if err != nil {
		return Backup{}, err
	}
	i := slices.IndexFunc(all, func(b Backup) bool { return b.Path == path })
	if i < 0 {
		return Backup{}, &data.Error{Code: data.NotFound, Key: "backup.gone"}
	}
	return all[i], nil
}
