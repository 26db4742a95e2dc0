package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"saya/data"
)

// CreateOptions say what a new centre is.
type CreateOptions struct {
	// Sample marks an invented centre. Until files are encrypted no other can be made.
	Sample bool
	Centre data.Centre      // the profile; its Sample is overwritten
	Now    func() time.Time // the clock, nil = the computer's
}

// OpenOptions say who opens.
type OpenOptions struct {
	Window bool             // only one window may work in a folder; commands may run beside it
	Now    func() time.Time // the clock, nil = the computer's
}

// Create makes a centre in a folder that is empty or not there yet, and opens it. After a failure nothing of it is left.
// centre.saya is made last: where it is, the centre is whole.
func Create(ctx context.Context, dir string, o CreateOptions) (*Store, error) {
	if !o.Sample {
		return nil, notSample()
	}
	s, err := newStore(dir, o.Now)
	if err != nil {
		return nil, err
	}
	made, err := s.prepareFolder()
	if err != nil {
		return nil, err
	}
	o.Centre.Sample = true
	if err := s.build(ctx, o.Centre); err != nil {
		return nil, errors.Join(err, s.Close(), s.sweep(made))
	}
	s.opened = true
	return s, nil
}

func (s *Store) build(ctx context.Context, centre data.Centre) (err error) {
	if s.guard, _, err = takeGuard(ctx, s.dir, false); err != nil {
		return err
	}
	for _, f := range s.files() {
		if err := s.createFile(ctx, f, centre); err != nil {
			return err
		}
	}
	return s.guard.share(ctx)
}

func notSample() error { return &data.Error{Code: data.Denied, Key: "errors.not_sample"} }

// createFile makes one file under another name and gives it its own when it is complete.
func (s *Store) createFile(ctx context.Context, f *file, centre data.Centre) error {
	whole := f.path
	f.path = whole + ".part"
	err := f.make()
	if err == nil {
		f.connect()
		err = errors.Join(s.furnish(ctx, f, centre), f.close())
	}
	if err == nil {
		err = refuse(os.Rename(f.path, whole))
	}
	f.path = whole
	if err != nil {
		f.read, f.write = nil, nil
		return err
	}
	f.connect()
	return refuse(syncPath(s.dir))
}

// furnish makes the schema and what every centre begins with.
func (s *Store) furnish(ctx context.Context, f *file, centre data.Centre) error {
	if err := f.create(ctx); err != nil {
		return err
	}
	if err := s.rebuildKeys(ctx, f); err != nil {
		return err
	}
	if f.wall == CentreWall {
		return s.furnishCentre(ctx, centre)
	}
	return nil
}

// prepareFolder makes the folder, for its owner only; made tells whether it was not there.
func (s *Store) prepareFolder() (made bool, err error) {
	entries, err := os.ReadDir(s.dir)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return true, refuse(os.MkdirAll(s.dir, 0o700))
	case err != nil:
		return false, refuse(fmt.Errorf("looking into the folder: %w", err))
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

// Open opens the centre in a folder. It refuses what is no centre, a newer or a foreign database, a damaged file,
// a second window, and any centre that is not a sample; an older schema is migrated after a backup.
func Open(ctx context.Context, dir string, o OpenOptions) (*Store, error) {
	s, err := newStore(dir, o.Now)
	if err != nil {
		return nil, err
	}
	if err := s.start(ctx, o.Window); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	s.opened = true
	return s, nil
}

func (s *Store) start(ctx context.Context, window bool) error {
	for _, f := range s.files() {
		if ok, err := f.exists(); err != nil || !ok {
			return errors.Join(refuse(err), missing(err))
		}
	}
	guard, alone, err := takeGuard(ctx, s.dir, window)
	if err != nil {
		return err
	}
	s.guard = guard
	if err := s.openFiles(ctx, alone); err != nil {
		return err
	}
	if !alone {
		return nil
	}
	return s.guard.share(ctx)
}

func missing(err error) error {
	if err != nil {
		return nil
	}
	return &data.Error{Code: data.NotFound, Key: "store.no_centre"}
}

func (s *Store) openFiles(ctx context.Context, alone bool) error {
	unclean, err := s.guard.unclean()
	if err != nil {
		return err
	}
	for _, f := range s.files() {
		f.connect()
		if err := f.ours(ctx); err != nil {
			return err
		}
		if alone && unclean {
			if err := f.quickCheck(ctx); err != nil {
				return err
			}
		}
		backup := func(version int64) error { return s.backup(ctx, f, version) }
		if err := f.migrate(ctx, alone, backup); err != nil {
			return err
		}
		if err := s.rebuildKeys(ctx, f); err != nil {
			return err
		}
	}
	centre, err := s.Centre(ctx)
	if err == nil && !centre.Sample {
		err = notSample()
	}
	return err
}
