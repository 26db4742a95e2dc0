package app

import (
	"context"
	"errors"
	"sync"
	"time"

	"fyne.io/fyne/v2"

	"saya/app/page"
	"saya/app/shell"
	"saya/data"
	"saya/data/store"
)

// session is the work of one account in an open centre, from signing in until the centre is closed.
type session struct {
	store    *store.Store
	centre   data.Centre
	account  data.Account
	password string // until it is known whether it has to be changed
	ctx      context.Context
	stop     context.CancelFunc
	run      Runner
	shell    *shell.Shell // nil while something has to be done before the work
	idle     *idle
}

func (p *Program) newSession(st *store.Store) (*session, error) {
	account, err := st.Me(p.ctx)
	if err != nil {
		return nil, err
	}
	centre, err := st.Centre(p.ctx)
	if err != nil {
		return nil, err
	}
	s := &session{store: st, account: account, centre: centre}
	s.ctx, s.stop = context.WithCancel(p.ctx)
	s.run = p.NewRunner(s.ctx)
	return s, nil
}

// end stops the work: nothing of it comes back. What was typed is kept first. It runs on the UI goroutine; interrupted
// tells whether somebody waited for something.
func (s *session) end() (interrupted bool) {
	if s.shell != nil {
		s.shell.KeepDrafts()
		s.shell.Close()
	}
	interrupted = s.run.Busy()
	s.stop()
	return interrupted
}

// close locks the centre: it waits for what still works and closes the files, which wipes their keys. It runs off the UI
// goroutine.
func (s *session) close() error {
	s.run.Wait()
	return s.store.Lock()
}

// signOut is close when somebody else is to go on.
func (s *session) signOut() error {
	s.run.Wait()
	return s.store.Close()
}

// finish closes a centre for good: its changes are backed up first. Locking does not, because nobody is to wait then, and
// the keys are to go at once.
func (s *session) finish() error {
	s.run.Wait()
	err := s.store.BackupChanges(context.Background(), s.store.Actor(), store.BackupClosing)
	return errors.Join(err, s.store.Close())
}

// backUpDaily makes the backup of the day in the background, after a rest.
func (s *session) backUpDaily(rest time.Duration) {
	if rest > 0 {
		s.run.After(rest, func() { s.backUpDaily(0) })
		return
	}
	s.run.Go(func(ctx context.Context) error {
		if !s.store.DueBackup(ctx) {
			return nil
		}
		return s.store.BackupChanges(ctx, s.store.Actor(), store.BackupDaily)
	}, func(err error) {
		if err != nil {
			s.shell.Fail(err)
		}
	})
}

// leave ends the session and closes its centre in the background; the window is for others to fill.
func (p *Program) leave() { p.leaveBy((*session).close) }

func (p *Program) leaveBy(end func(*session) error) {
	s := p.session
	if s == nil {
		return
	}
	p.session = nil
	if s.shell != nil {
		p.place = spot{s.store.Dir(), s.store.Actor().Account, s.shell.Current()}
	}
	if s.end() {
		p.notes = append(p.notes, p.Text.T("lock.interrupted"))
	}
	p.ending.Add(1)
	p.run.Go(func(context.Context) error { return p.ending.note(end(s)) }, func(err error) {
		if err != nil {
			p.notes = append(p.notes, p.env().Sentence(err))
		}
	})
}

// endings are the centres that are being closed.
type endings struct {
	sync.WaitGroup
	mu  sync.Mutex
	err error
}

// note counts an ending as done, and remembers what went wrong.
func (e *endings) note(err error) error {
	defer e.Done()
	e.mu.Lock()
	defer e.mu.Unlock()
	e.err = errors.Join(e.err, err)
	return err
}

// failed tells what went wrong.
func (e *endings) failed() error {
	e.Wait()
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.err
}

// NewShell shows an open centre in a window to the account that opened it. env brings language, runner, clock and
// preferences.
func NewShell(ctx context.Context, w fyne.Window, st *store.Store, env page.Env) (*shell.Shell, error) {
	centre, err := st.Centre(ctx)
	if err != nil {
		return nil, err
	}
	if env.Directions, err = st.Directions(ctx); err != nil {
		return nil, err
	}
	if env.Kinds, err = st.Kinds(ctx); err != nil {
		return nil, err
	}
	env.Store, env.Actor = st, st.Actor()
	return shell.New(w, env, centre, SectionsOf(st)), nil
}
