package store

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"saya/data"
	"saya/data/vault"
)

// OpenOptions say who opens.
type OpenOptions struct {
	Window bool             // only one window may work in a folder; commands may run beside it
	Now    func() time.Time // the clock, nil = the computer's
	// Account and Password of who signs in. Without an account the manager of a sample centre does.
	Account, Password string
}

// Open opens the centre in a folder for an account: what its role opens, see [Store.Holds]. It refuses what is no
// centre, a wrong name or password, a newer or a foreign file, a damaged one, and a second window; an older schema is
// migrated after a backup.
func Open(ctx context.Context, dir string, o OpenOptions) (*Store, error) {
	s, err := newStore(dir, o.Now)
	if err != nil {
		return nil, err
	}
	if err := s.start(ctx, o); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	s.opened = true
	return s, nil
}

func (s *Store) start(ctx context.Context, o OpenOptions) error {
	if err := resumeRestore(ctx, s.dir); err != nil {
		return err
	}
	if err := s.present(); err != nil {
		return err
	}
	guard, alone, err := takeGuard(ctx, s.dir, o.Window)
	if err != nil {
		return err
	}
	s.guard = guard
	if err := s.signIn(ctx, o, alone); err != nil {
		return err
	}
	if !alone {
		return nil
	}
	return s.guard.share(ctx)
}

// present refuses a folder without a centre, and a centre of which a file is missing.
func (s *Store) present() error {
	var missing []string
	for _, f := range s.files() {
		ok, err := f.exists()
		if err != nil {
			return refuse(err)
		}
		if !ok {
			missing = append(missing, filepath.Base(f.path))
		}
	}
	switch {
	case len(missing) == len(s.files()), slices.Contains(missing, filepath.Base(s.centre.path)):
		return &data.Error{Code: data.NotFound, Key: "store.no_centre"}
	case len(missing) > 0:
		return &data.Error{Code: data.Storage, Key: "store.file_missing", Args: []any{"File", strings.Join(missing, ", ")}}
	}
	return nil
}

// signIn opens the centre's file with the password and the others with what that gave.
func (s *Store) signIn(ctx context.Context, o OpenOptions, alone bool) error {
	sample := o.Account == ""
	if sample {
		o.Account, o.Password = string(data.Manager), SamplePassword
	}
	tries := newTries(s.dir, o.Account)
	if err := tries.admit(s.now()); err != nil && !sample {
		return err
	}
	opened, id, err := vault.Open(s.centre.path, string(CentreWall), o.Account, o.Password)
	if err != nil {
		if errors.Is(err, vault.ErrPassword) && !sample {
			tries.failed(s.now())
		}
		return refuseVault(err)
	}
	s.centre.vault = opened
	unclean, err := s.guard.unclean()
	if err != nil {
		return err
	}
	if err := s.openFile(ctx, s.centre, alone, unclean); err != nil {
		return err
	}
	account, err := s.whoIs(ctx, o.Account, sample)
	if err != nil {
		return err
	}
	if alone && unclean {
		if err := s.sweepSlots(ctx); err != nil {
			return err
		}
	}
	if err := s.openOthers(ctx, account, id, alone, unclean); err != nil {
		return err
	}
	s.actor, s.account = data.Actor{Account: account.Name, Role: account.Role}, account.ID
	return s.noteSignIn(ctx, tries.succeeded())
}

// openOthers opens the files in which the account has a slot; another is not for it.
func (s *Store) openOthers(ctx context.Context, a data.Account, id *vault.Identity, alone, unclean bool) error {
	for _, f := range s.files() {
		if f.held() {
			continue
		}
		opened, err := vault.OpenAs(f.path, string(f.wall), slotName(f.wall, a), id)
		switch {
		case errors.Is(err, vault.ErrPassword):
			continue
		case err != nil:
			return refuseVault(err)
		}
		f.vault = opened
		if err := s.openFile(ctx, f, alone, unclean); err != nil {
			return err
		}
	}
	return nil
}

func (s *Store) openFile(ctx context.Context, f *file, alone, unclean bool) error {
	// The mark of an unclean end goes with the next clean one, even of an account that does not open this file.
	unclean = unclean || there(f.path+"-wal")
	f.connect()
	if err := f.ours(ctx); err != nil {
		return err
	}
	if alone && unclean {
		if err := f.settle(ctx); err != nil {
			return err
		}
	}
	backup := func(int64) error { return s.beforeMigration(ctx) }
	if err := f.migrate(ctx, alone, backup); err != nil {
		return err
	}
	if alone {
		if err := ignoreMissing(os.Remove(f.path + ".part")); err != nil { // of a key that was not renewed to the end
			return refuse(err)
		}
		if err := f.expire(ctx, s.now()); err != nil {
			return err
		}
	}
	return s.rebuildKeys(ctx, f)
}

// refuseVault says what a person can do about a file that does not open.
func refuseVault(err error) error {
	if err == nil {
		return nil
	}
	for cause, key := range map[error]string{
		vault.ErrPassword: "store.wrong_password", vault.ErrNewer: "errors.newer_database", vault.ErrKind: "errors.foreign_database",
	} {
		if errors.Is(err, cause) {
			return &data.Error{Code: data.Denied, Key: key, Err: err}
		}
	}
	if errors.Is(err, vault.ErrHeader) {
		return &data.Error{Code: data.Storage, Key: "errors.foreign_database", Err: err}
	}
	return refuse(err)
}

// prepareFolder makes the folder, for its owner only; made tells whether it was not there.
func (s *Store) prepareFolder() (made bool, err error) {
	entries, err := os.ReadDir(s.dir)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return true, refuse(os.MkdirAll(s.dir, 0o700))
	case err != nil:
		return false, refuse(err)
	case len(entries) > 0:
		return false, &data.Error{Code: data.Conflict, Key: "errors.folder_not_empty"}
	}
	return false, refuse(os.Chmod(s.dir, 0o700))
}

// sweep takes away what a failed creation left in a folder that was empty before.
func (s *Store) sweep(made bool) error {
	entries, err := os.ReadDir(s.dir)
	for _, e := range entries {
		err = errors.Join(err, os.Remove(filepath.Join(s.dir, e.Name())))
	}
	if made {
		err = errors.Join(err, os.Remove(s.dir))
	}
	return err
}
