package store

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"time"

	"github.com/jmoiron/sqlx"

	"saya/data"
	"saya/data/place"
)

// Store is an open centre. It is safe for concurrent use.
type Store struct {
	dir     string
	now     func() time.Time
	centre  *file
	people  *file
	shelter *file
	cases   *file
	tables  tables
	guard   *guard
	actor   data.Actor      // who opened; nobody while a centre is made
	account int64           // the actor's
	codes   map[Wall]string // of a centre that was made, until they are told
	opened  bool            // whole: only then its end can be a clean one
	signals signals
	// migrating tells that this opening has made a backup before it changes files
	migrating bool
}

func newStore(dir string, now func() time.Time) (*Store, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return nil, fmt.Errorf("finding the folder: %w", err)
	}
	if err := place.Check(abs); err != nil {
		return nil, refuse(err)
	}
	if now == nil {
		now = time.Now
	}
	s := &Store{dir: abs, now: now, tables: newTables()}
	s.centre = newFile(abs, CentreWall, 0x53617943, s.tables.ofCentre())
	s.people = newFile(abs, PeopleWall, 0x53617950, s.tables.ofPeople())
	s.shelter = newFile(abs, ShelterWall, 0x53617953, nil)
	s.cases = newFile(abs, CasesWall, 0x53617952, nil)
	return s, nil
}

func newFile(dir string, wall Wall, appID int64, entities []entity) *file {
	f := &file{
		wall: wall, path: filepath.Join(dir, string(wall)+".saya"), appID: appID, migrations: embedded,
		entities: map[Table]entity{},
	}
	for _, e := range entities {
		f.entities[e.base().name] = e
	}
	return f
}

// files are those of the centre. Its own is the last: where it is, the centre is whole.
func (s *Store) files() []*file { return []*file{s.people, s.shelter, s.cases, s.centre} }

// open are the files that the account can open.
func (s *Store) open() []*file {
	return slices.DeleteFunc(s.files(), func(f *file) bool { return !f.held() })
}

// Actor is who opened the centre: only she can write. It is nobody while a centre is made.
func (s *Store) Actor() data.Actor { return s.actor }

// Holds tells whether the account can open a file of the centre.
func (s *Store) Holds(w Wall) bool {
	return slices.ContainsFunc(s.open(), func(f *file) bool { return f.wall == w })
}

// RecoveryCodes are the codes of a centre that was just made, by file. They are told once and kept nowhere.
func (s *Store) RecoveryCodes() map[Wall]string {
	codes := s.codes
	s.codes = nil
	return codes
}

// Dir is the absolute path of the centre's folder.
func (s *Store) Dir() string { return s.dir }

// Today is the current day on the wall clock of the centre.
func (s *Store) Today() data.Date { return data.DateOf(s.now().In(data.Zone())) }

// Close lets go of the files and marks a clean end. What could not be opened stays marked as it was: a damaged file is
// checked again the next time.
func (s *Store) Close() error { return s.closeAs("sign_out") }

// Lock is Close when the same account is to go on soon: the audit says so.
func (s *Store) Lock() error { return s.closeAs("lock") }

func (s *Store) closeAs(kind string) error {
	s.account = 0 // an account that was ended meanwhile still ends its work
	err := s.sayEnd(kind)
	for _, f := range s.files() {
		err = errors.Join(err, f.close())
	}
	return errors.Join(err, s.guard.release(err == nil && s.opened))
}

// LastChange is the moment of the last change of the data, empty when there was none. Exports change nothing.
func (s *Store) LastChange(ctx context.Context) (data.Stamp, error) {
	var last data.Stamp
	for _, f := range s.open() {
		var at data.Stamp
		err := f.view(ctx, func(q *sqlx.Tx) error {
			return q.GetContext(ctx, &at, "SELECT coalesce((SELECT at FROM batches ORDER BY id DESC LIMIT 1), '')")
		})
		if err != nil {
			return "", fmt.Errorf("finding the last change: %w", err)
		}
		last = max(last, at)
	}
	return last, nil
}
