package sample

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"time"

	"saya/data"
	"saya/data/store"
)

// Make makes an invented centre in a folder that is empty or not there yet. Equal options make equal centres, id for
// id; the clock of the computer does not matter. When it fails or ctx ends, nothing is left behind.
// The refusals of wrong options are [data.Errors]; those of the folder are the ones of [store.Create].
func Make(ctx context.Context, dir string, o Options) (err error) {
	o = o.filled()
	if err := o.check(); err != nil {
		return err
	}
	w, err := readWords()
	if err != nil {
		return err
	}
	_, statErr := os.Stat(dir)
	s, err := store.Create(ctx, dir, store.CreateOptions{Sample: true, Centre: w.centre.centre(), Now: o.clock})
	if err != nil {
		return err
	}
	if err = errors.Join(fill(ctx, s, o, w), s.Close()); err != nil {
		err = errors.Join(err, sweep(dir, errors.Is(statErr, os.ErrNotExist)))
	}
	return err
}

func fill(ctx context.Context, s *store.Store, o Options, w *words) error {
	// an account of its own: nobody who works in the centre is offered to take the making of it back
	actor := data.Actor{Account: "sample", Role: data.Manager}
	for _, r := range w.people.Requirements {
		if err := s.SaveRequirement(ctx, actor, data.Requirement{Code: r.Code, Names: r.Names, Blocks: r.Blocks}); err != nil {
			return err
		}
	}
	return s.Load(ctx, actor, func(l *store.Loader) error { return newBuilder(ctx, o, w, l).build() })
}

// clock is the evening of the last day, the moment at which the whole sample is written down.
func (o Options) clock() time.Time {
	t := o.Until.Time()
	return time.Date(t.Year(), t.Month(), t.Day(), 18, 0, 0, 0, data.Zone())
}

// sweep empties a folder that was empty before, and takes it away if it was not there.
func sweep(dir string, made bool) error {
	entries, err := os.ReadDir(dir)
	for _, e := range entries {
		err = errors.Join(err, os.RemoveAll(filepath.Join(dir, e.Name())))
	}
	if made {
		err = errors.Join(err, os.Remove(dir))
	}
	return err
}
