package store

import (
	"context"

	"saya/data"
)

// Importer saves records within one import, each under the rules of the single save; ids of 0 are new. It is used by
// one goroutine, and only until the import ends. A save that was refused may have written a part, so one refusal is
// enough for [Store.Import] to keep nothing, even when fn goes on to gather others.
type Importer struct {
	store  *Store
	ctx    context.Context
	w      *tx
	failed error // the first refusal
}

// Import writes many records in one transaction and one batch, whole or not at all; one [Store.Undo] takes all of it
// back. When ctx ends, the next save is refused and nothing is kept. Other writes wait until fn returns. The id is
// zero when nothing differed from what was there.
func (s *Store) Import(ctx context.Context, actor data.Actor, fn func(*Importer) error) (id BatchID, err error) {
	if err := s.permit(actor, data.ImportRecords); err != nil {
		return BatchID{}, err
	}
	err = s.inPeople(ctx, actor, "import", func(w *tx) error {
		i := &Importer{store: s, ctx: ctx, w: w}
		if err := writeMany(ctx, w, func() error { return fn(i) }); err != nil {
			return err
		}
		if i.failed == nil && w.batch != 0 {
			id = BatchID{Wall: PeopleWall, N: w.batch}
		}
		return i.failed
	})
	if err != nil {
		return BatchID{}, err
	}
	return id, nil
}

// Unchanged refuses when anything was written since a batch, see [Store.LastBatch].
func (i *Importer) Unchanged(since int64) error {
	last, err := lastBatch(i.ctx, i.w)
	if err == nil && last != since {
		err = changedMeanwhile()
	}
	return err
}

// importing saves one record.
func importing[T any](i *Importer, row T, save func(context.Context, *tx, T) (int64, error)) (int64, error) {
	id, err := save(i.ctx, i.w, row)
	if err != nil && i.failed == nil {
		i.failed = err
	}
	return id, err
}

// SaveVolunteer is [Store.SaveVolunteer].
func (i *Importer) SaveVolunteer(v data.Volunteer) (int64, error) {
	return importing(i, v, i.store.saveVolunteer)
}

// SaveApplication is [Store.SaveApplication].
func (i *Importer) SaveApplication(a data.Application) (int64, error) {
	return importing(i, a, i.store.saveApplication)
}

// SaveVenue is [Store.SaveVenue].
func (i *Importer) SaveVenue(v data.Venue) (int64, error) { return importing(i, v, i.store.saveVenue) }

// SaveEvent is [Store.SaveEvent].
func (i *Importer) SaveEvent(e data.Event) (int64, error) { return importing(i, e, i.store.saveEvent) }

// SaveNeed is [Store.SaveNeed].
func (i *Importer) SaveNeed(n data.Need) (int64, error) { return importing(i, n, i.store.saveNeed) }

// SaveAssignment is [Store.SaveAssignment]; a new mark of attendance is taken as [Store.SaveAttendance] takes it.
func (i *Importer) SaveAssignment(a data.Assignment) (int64, error) {
	return importing(i, a, i.store.saveMarked)
}

// SaveHours is [Store.SaveHours]: an approved entry is approved by whoever imports.
func (i *Importer) SaveHours(h data.Hours) (int64, error) { return importing(i, h, i.store.saveHours) }

// SaveContribution is [Store.SaveContribution].
func (i *Importer) SaveContribution(c data.Contribution) (int64, error) {
	return importing(i, c, i.store.saveContribution)
}
