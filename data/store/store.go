package store

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"time"

	"github.com/jmoiron/sqlx"

	"saya/data"
)

// Store is an open centre. It is safe for concurrent use.
type Store struct {
	dir     string
	now     func() time.Time
	centre  *file
	people  *file
	tables  tables
	guard   *guard
	opened  bool // whole: only then its end can be a clean one
	signals signals
}

func newStore(dir string, now func() time.Time) (*Store, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return nil, fmt.Errorf("finding the folder: %w", err)
	}
	if now == nil {
		now = time.Now
	}
	s := &Store{dir: abs, now: now, tables: newTables()}
	s.centre = newFile(abs, CentreWall, 0x53617943, s.tables.ofCentre())
	s.people = newFile(abs, PeopleWall, 0x53617950, s.tables.ofPeople())
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

func (s *Store) files() []*file { return []*file{s.people, s.centre} }

// Dir is the absolute path of the centre's folder.
func (s *Store) Dir() string { return s.dir }

// Today is the current day on the wall clock of the centre.
func (s *Store) Today() data.Date { return data.DateOf(s.now().In(data.Zone())) }

// Close lets go of the files and marks a clean end. What could not be opened stays marked as it was: a damaged file is
// checked again the next time.
func (s *Store) Close() error {
	err := errors.Join(s.people.close(), s.centre.close())
	return errors.Join(err, s.guard.release(err == nil && s.opened))
}

// LastChange is the moment of the last change of the data, empty when there was none. Exports change nothing.
func (s *Store) LastChange(ctx context.Context) (data.Stamp, error) {
	var last data.Stamp
	for _, f := range s.files() {
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
