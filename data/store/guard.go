package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"github.com/gofrs/flock"

	"saya/data"
)

// guard holds the locks of a folder. Everyone who works holds the centre's lock shared, so that a command may run
// beside the window; whoever opens takes it alone for a moment, if it can, to look for an unclean end and to migrate.
type guard struct {
	dir    string
	work   *flock.Flock
	window *flock.Flock // nil for a command
	// lost tells that another program took the folder while this one let go of it for a moment: nothing is written any more
	lost atomic.Bool
}

const (
	lockPatience = 5 * time.Second
	lockRetry    = 50 * time.Millisecond
)

func (g *guard) path(name string) string { return filepath.Join(g.dir, name) }

// take locks the folder. alone is true when nobody else works in it: then release follows with [guard.share].
func takeGuard(ctx context.Context, dir string, window bool) (g *guard, alone bool, err error) {
	g = &guard{dir: dir}
	g.work = flock.New(g.path("centre.lock"), flock.SetPermissions(0o600))
	if window {
		if err := g.takeWindow(); err != nil {
			return nil, false, err
		}
	}
	if alone, err = g.work.TryLock(); err != nil {
		return nil, false, errors.Join(refuse(fmt.Errorf("locking the centre: %w", err)), g.unlock())
	}
	if alone {
		return g, true, nil
	}
	if err := g.share(ctx); err != nil {
		return nil, false, errors.Join(err, g.unlock())
	}
	return g, false, nil
}

// share keeps the lock in common with others; it waits a while for one who migrates or restores.
func (g *guard) share(ctx context.Context) (err error) {
	defer func() { g.lost.Store(err != nil) }()
	if g.work.Locked() {
		if err := g.work.Unlock(); err != nil {
			return fmt.Errorf("sharing the lock: %w", err)
		}
	}
	ctx, cancel := context.WithTimeout(ctx, lockPatience)
	defer cancel()
	ok, err := g.work.TryRLockContext(ctx, lockRetry)
	if !ok && (err == nil || errors.Is(err, context.DeadlineExceeded)) {
		return &data.Error{Code: data.Locked, Key: "errors.locked"}
	}
	if err != nil {
		return refuse(fmt.Errorf("locking the centre: %w", err))
	}
	return refuse(os.WriteFile(g.path("centre.open"), nil, 0o600))
}

// alone takes the folder from its sharing to itself, when nobody else works in it; [guard.share] gives it back.
func (g *guard) alone(ctx context.Context) error {
	if err := g.work.Unlock(); err != nil {
		return fmt.Errorf("taking the lock: %w", err)
	}
	ok, err := g.work.TryLock()
	if err == nil && ok {
		return nil
	}
	locked := &data.Error{Code: data.Locked, Key: "errors.locked", Err: err}
	return errors.Join(locked, g.share(context.WithoutCancel(ctx)))
}

// takeWindow lets one window only work in a folder; the next is told which process it is.
func (g *guard) takeWindow() error {
	g.window = flock.New(g.path("window.lock"), flock.SetPermissions(0o600))
	ok, err := g.window.TryLock()
	if err != nil {
		return refuse(fmt.Errorf("locking the window: %w", err))
	}
	if !ok {
		pid, err := os.ReadFile(g.path("window.pid"))
		if err != nil {
			pid = []byte("?")
		}
		return &data.Error{Code: data.Locked, Key: "store.window_open", Args: []any{"Process", strings.TrimSpace(string(pid))}}
	}
	return refuse(os.WriteFile(g.path("window.pid"), []byte(strconv.Itoa(os.Getpid())+"\n"), 0o600))
}

// unclean tells whether the last to work here did not close the files: a crash, or a cut of power.
func (g *guard) unclean() (bool, error) {
	_, err := os.Stat(g.path("centre.open"))
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	return err == nil, err
}

// release ends the work. The last to leave, if its files closed well, takes away the mark of work.
func (g *guard) release(clean bool) error {
	if g == nil {
		return nil
	}
	err := g.work.Unlock()
	if alone, tryErr := g.work.TryLock(); tryErr == nil && alone && clean {
		if rmErr := os.Remove(g.path("centre.open")); !errors.Is(rmErr, fs.ErrNotExist) {
			err = errors.Join(err, rmErr)
		}
	}
	return errors.Join(err, g.unlock())
}

func (g *guard) unlock() error {
	err := g.work.Unlock()
	if g.window != nil {
		err = errors.Join(err, g.window.Unlock())
	}
	return err
}
