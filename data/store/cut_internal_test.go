package store

import (
	"context"
	"io/fs"
	"testing"
	"testing/fstest"

	"github.com/jmoiron/sqlx"
	"github.com/stretchr/testify/require"
)

// laterNote is what a later schema adds to the note of every volunteer: once.
const laterNote = " (later)"

// laterSchemas are our migrations and, for the files that a manager opens, some more that change much.
func laterSchemas(t *testing.T) fs.FS {
	t.Helper()
	out := later(t, "UPDATE volunteers SET note = note || '"+laterNote+"'; CREATE INDEX later_note ON volunteers (note);").(fstest.MapFS)
	const up = "-- +goose Up\n"
	out["migrations/sqlite/people/09998_table.sql"] = &fstest.MapFile{Data: []byte(up +
		"CREATE TABLE later (id INTEGER PRIMARY KEY, note TEXT NOT NULL) STRICT; INSERT INTO later SELECT id, note FROM volunteers;")}
	for _, wall := range []Wall{CentreWall, ShelterWall} {
		out["migrations/sqlite/"+string(wall)+"/09999_later.sql"] = &fstest.MapFile{Data: []byte(up + "CREATE TABLE later (id INTEGER) STRICT;")}
	}
	return out
}

// OpenLater opens a centre as a program with a later schema does.
func OpenLater(ctx context.Context, t *testing.T, dir string, o OpenOptions) (*Store, error) {
	t.Helper()
	s, err := newStore(dir, o.Now)
	require.NoError(t, err)
	for _, f := range s.files() {
		f.migrations = laterSchemas(t)
	}
	err = s.start(ctx, o)
	s.opened = err == nil
	return s, err
}

// NotesOfLater counts the volunteers, and those whose note says once that they came through the migration.
func (s *Store) NotesOfLater(ctx context.Context) (all, once int, err error) {
	err = s.people.view(ctx, func(q *sqlx.Tx) error {
		return q.QueryRowxContext(ctx, "SELECT count(*), coalesce(sum(v.note = l.note || ?), 0) FROM volunteers v JOIN later l USING (id)", laterNote).
			Scan(&all, &once)
	})
	return all, once, err
}
