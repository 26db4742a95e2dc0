//go:build linux

package store_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/store"
	"saya/data/vault/powercut"
)

// counted are the volunteers of a surname and the hours of all: a point of the work in which records are saved.
func counted(ctx context.Context, s *store.Store, surname string) (int, error) {
	people, err := s.Volunteers(ctx, data.VolunteerFilter{Listing: data.Listing{Search: surname}})
	if err != nil {
		return 0, err
	}
	hours, err := s.HoursList(ctx, data.HoursFilter{})
	return len(people) + len(hours), err
}

// The volunteers who are saved, and those who are there for a while.
const (
	kept    = "Қалиева"
	passing = "Омарова"
)

// save saves a volunteer with a note of some length.
func save(w *worker, s *store.Store, surname string, n int) (id int64, err error) {
	return s.SaveVolunteer(w.Context(), s.Actor(), data.Volunteer{
		Person:   data.Person{Surname: surname, Given: "Әсем", Birth: "1990-05-01", Note: strings.Repeat("долгая запись ", n%100)},
		Accepted: "2026-01-10",
	})
}

// saveBoth saves a volunteer and her hours, and gives the point that it leads to.
func saveBoth(w *worker, s *store.Store, point int) int {
	var id int64
	w.does(point+1, func() (err error) {
		id, err = save(w, s, kept, point)
		return err
	})
	w.does(point+2, func() error {
		_, err := s.SaveHours(w.Context(), s.Actor(), data.Hours{VolunteerID: id, Day: "2026-11-21", Minutes: 120, Status: data.Submitted})
		return err
	})
	return point + 2
}

// saving saves volunteers with hours, and closes and opens the centre now and then.
func saving(w *worker) {
	s := w.open(data.Manager)
	point, err := counted(w.Context(), s, kept)
	require.NoError(w, err)
	w.begins(point)
	for n := 1; w.more(); n++ {
		point = saveBoth(w, s, point)
		if n%8 == 0 {
			require.NoError(w, s.Close())
			s = w.open(data.Manager)
		}
	}
	require.NoError(w, s.Close())
}

func holdsSaved(c *cutOff, point int) error {
	return c.with(c.dir, func(s *store.Store) error {
		have, err := counted(c.Context(), s, kept)
		if err == nil && have != point {
			err = fmt.Errorf("%d records", have)
		}
		return err
	})
}

// renewing saves and gives file after file a new key.
func renewing(w *worker) {
	s := w.open(data.Manager)
	point, err := counted(w.Context(), s, kept)
	require.NoError(w, err)
	w.begins(point)
	rekey := func(wall store.Wall) {
		w.does(point, func() error { return s.Rekey(w.Context(), s.Actor(), wall) })
	}
	for w.more() {
		rekey(data.PeopleWall)
		point = saveBoth(w, s, point)
		rekey(data.ShelterWall)
		require.NoError(w, s.Close())
		s = w.open(data.Admin)
		rekey(data.CentreWall)
		require.NoError(w, s.Close())
		s = w.open(data.Manager)
	}
	require.NoError(w, s.Close())
}

// fullCentre has so many volunteers that their migration is some work.
func fullCentre(t *testing.T, dir string) {
	t.Helper()
	s := create(t, dir)
	_, err := s.Import(t.Context(), data.Actor{}, func(i *store.Importer) error {
		return importPeople(i, rand.New(rand.NewPCG(1, 2)), importSize)
	})
	require.NoError(t, err)
	require.NoError(t, s.Close())
}

// migrating opens the centre with a later schema and goes on to work.
func migrating(w *worker) {
	s, err := store.OpenLater(w.Context(), w.T, w.dir, store.OpenOptions{Now: w.now})
	require.NoError(w, err)
	people, err := s.Volunteers(w.Context(), data.VolunteerFilter{})
	require.NoError(w, err)
	w.begins(len(people))
	for n := range 3 {
		w.does(len(people)+n+1, func() error {
			_, err := save(w, s, kept, n)
			return err
		})
	}
	require.NoError(w, s.Close())
}

// holdsMigrated: whoever was there came through the migration, once.
func holdsMigrated(c *cutOff, point int) error {
	return c.with(c.dir, func(s *store.Store) error {
		all, once, err := s.NotesOfLater(c.Context())
		if err != nil || all != importSize || once != importSize {
			return errors.Join(err, fmt.Errorf("%d volunteers, %d of them migrated once", all, once))
		}
		people, err := s.Volunteers(c.Context(), data.VolunteerFilter{})
		if err != nil || len(people) != point {
			return errors.Join(err, fmt.Errorf("%d volunteers", len(people)))
		}
		backups, err := s.Backups(c.Context())
		if err != nil || len(backups) == 0 || backups[len(backups)-1].Why != store.BackupMigration {
			return errors.Join(err, errors.New("no backup of what there was before"))
		}
		return nil
	})
}

// backedUp is the point of the newest backup that the process has told of.
const backedUp = "backup"

// backingUp saves and backs up.
func backingUp(w *worker) {
	s := w.open(data.Manager)
	point, err := counted(w.Context(), s, kept)
	require.NoError(w, err)
	w.begins(point)
	for w.more() {
		point = saveBoth(w, s, point)
		w.does(point, func() error { return backUp(w, s) })
		powercut.Say(backedUp, point)
	}
	require.NoError(w, s.Close())
}

func backUp(w *worker, s *store.Store) error {
	b, err := s.Backup(w.Context(), s.Actor(), store.BackupAsked, nil)
	return errors.Join(err, b.Warning)
}

func holdsBackup(c *cutOff, point int) error {
	if err := holdsSaved(c, point); err != nil || c.said[backedUp] == 0 {
		return err
	}
	newest, err := c.backups(store.BackupAsked)
	if err != nil || len(newest) == 0 {
		return errors.Join(err, errors.New("no backup"))
	}
	return c.inside(newest[0], func(s *store.Store) error {
		have, err := counted(c.Context(), s, kept)
		if err == nil && have < c.said[backedUp] {
			err = fmt.Errorf("%d records in the newest backup, not %d", have, c.said[backedUp])
		}
		return err
	})
}

// backups are those that were made for a reason, the newest first.
func (c *cutOff) backups(why store.BackupReason) (out []store.Backup, err error) {
	err = c.with(c.dir, func(s *store.Store) error {
		all, err := s.Backups(c.Context())
		for _, b := range all {
			if b.Why == why {
				out = append(out, b)
			}
		}
		return err
	})
	return out, err
}

// inside opens a copy of a backup.
func (c *cutOff) inside(b store.Backup, fn func(s *store.Store) error) error {
	dir := filepath.Join(c.TempDir(), "backup")
	if err := os.CopyFS(dir, os.DirFS(b.Path)); err != nil {
		return err
	}
	return errors.Join(c.with(dir, fn), os.RemoveAll(dir))
}

// manyKept is more than there ever are of the volunteers that pass.
const manyKept = 1000

// lives is a point of the work that restores: who is kept, and who passes.
func lives(ctx context.Context, s *store.Store) (int, error) {
	point := 0
	for surname, weight := range map[string]int{kept: manyKept, passing: 1} {
		people, err := s.Volunteers(ctx, data.VolunteerFilter{Listing: data.Listing{Search: surname}})
		if err != nil {
			return 0, err
		}
		point += weight * len(people)
	}
	return point, nil
}

// restoring backs up, saves somebody, restores what was before her and saves somebody who stays.
func restoring(w *worker) {
	s := w.open(data.Manager)
	point, err := lives(w.Context(), s)
	require.NoError(w, err)
	w.begins(point)
	for w.more() {
		var b store.Backup
		w.does(point, func() (err error) {
			b, err = s.Backup(w.Context(), s.Actor(), store.BackupAsked, nil)
			return err
		})
		w.does(point+1, func() error {
			_, err := save(w, s, passing, point)
			return err
		})
		w.does(point, func() error { return s.Restore(w.Context(), s.Actor(), b) })
		s = w.open(data.Manager)
		point += manyKept
		w.does(point, func() error {
			_, err := save(w, s, kept, point)
			return err
		})
	}
	require.NoError(w, s.Close())
}

// holdsRestored: when somebody who passed is gone, she is in the backup of what the restore replaced.
func holdsRestored(c *cutOff, point int) error {
	err := c.with(c.dir, func(s *store.Store) error {
		have, err := lives(c.Context(), s)
		if err == nil && have != point {
			err = fmt.Errorf("%d, with %d for each who is kept", have, manyKept)
		}
		return err
	})
	if err != nil || point != c.said[goal] || c.said[reached] != point+1 {
		return err
	}
	aside, err := c.backups(store.BackupBeforeRestore)
	if err != nil || len(aside) == 0 {
		return errors.Join(err, errors.New("what was replaced is gone"))
	}
	return c.inside(aside[0], func(s *store.Store) error {
		have, err := lives(c.Context(), s)
		if err == nil && have != point+1 {
			err = fmt.Errorf("%d in what was replaced", have)
		}
		return err
	})
}
