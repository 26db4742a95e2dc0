package store

import (
	"context"
	"errors"
	"fmt"

	"saya/data"
)

// Loader adds many rows in one transaction. Ids of the rows passed in are not looked at; each method returns the new one.
// Entries are taken as they are: whoever loads answers for the rules, the file only for its own checks.
type Loader struct {
	store  *Store
	ctx    context.Context // without the end of the caller's, see [Store.Load]
	w      *tx
	number int64 // the last volunteer's
}

// Load fills a centre from fn in one transaction and one batch, whole or not at all. The journal gets the batch without a
// record per row: there is nothing to go back to but an empty centre, so it can not be undone, and the journal of a large
// centre would outweigh its data.
func (s *Store) Load(ctx context.Context, actor data.Actor, fn func(*Loader) error) error {
	return s.inTx(ctx, s.people, actor, "load", func(w *tx) error {
		w.bulk = true
		return bulk(ctx, w, func() error {
			// with a context that can end, the driver starts a goroutine for every row; a commit still asks the caller's
			l := &Loader{store: s, ctx: context.WithoutCancel(ctx), w: w}
			var err error
			if l.number, err = lastNumber(ctx, w); err != nil {
				return err
			}
			return errors.Join(fn(l), keepNumber(ctx, w, l.number))
		})
	})
}

// bulk runs fn without the indexes of the file and makes them again at the end: made at once they cost less than row by
// row.
func bulk(ctx context.Context, w *tx, fn func() error) error {
	var indexes []struct {
		Name string `db:"name"`
		SQL  string `db:"sql"`
	}
	if err := w.SelectContext(ctx, &indexes, "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL"); err != nil {
		return fmt.Errorf("listing the indexes: %w", err)
	}
	for _, i := range indexes {
		if _, err := w.ExecContext(ctx, "DROP INDEX "+i.Name); err != nil {
			return fmt.Errorf("dropping an index: %w", err)
		}
	}
	if err := fn(); err != nil {
		return err
	}
	for _, i := range indexes {
		if _, err := w.ExecContext(ctx, i.SQL); err != nil {
			return fmt.Errorf("making an index: %w", err)
		}
	}
	return ctx.Err()
}

// AddVolunteer adds a volunteer; without a number she gets the next one.
func (l *Loader) AddVolunteer(v data.Volunteer) (int64, error) {
	if v.Number == 0 {
		v.Number = l.number + 1
	}
	l.number = max(l.number, v.Number)
	return l.store.tables.volunteers.insert(l.ctx, l.w, &v)
}

// AddApplication adds an application.
func (l *Loader) AddApplication(a data.Application) (int64, error) {
	return l.store.tables.applications.insert(l.ctx, l.w, &a)
}

// AddGroup adds a group.
func (l *Loader) AddGroup(g data.Group) (int64, error) {
	return l.store.tables.groups.insert(l.ctx, l.w, &g)
}

// SetLeader names the leader of a group, who could only be added after it.
func (l *Loader) SetLeader(groupID, volunteerID int64) error {
	g, err := l.store.tables.groups.get(l.ctx, l.w, groupID)
	if err != nil {
		return err
	}
	g.LeaderID = volunteerID
	return l.store.tables.groups.update(l.ctx, l.w, groupID, &g)
}

// AddClearance adds a volunteer's proof of a requirement.
func (l *Loader) AddClearance(c data.Clearance) (int64, error) {
	return l.store.tables.clearances.insert(l.ctx, l.w, &c)
}

// AddVenue adds a venue. An unset parallel limit means one event at a time.
func (l *Loader) AddVenue(v data.Venue) (int64, error) {
	v.Parallel = max(1, v.Parallel)
	return l.store.tables.venues.insert(l.ctx, l.w, &v)
}

// AddProject adds a project.
func (l *Loader) AddProject(p data.Project) (int64, error) {
	return l.store.tables.projects.insert(l.ctx, l.w, &p)
}

// AddEvent adds an event.
func (l *Loader) AddEvent(e data.Event) (int64, error) {
	return l.store.tables.events.insert(l.ctx, l.w, &e)
}

// AddNeed adds a need of an event.
func (l *Loader) AddNeed(n data.Need) (int64, error) {
	return l.store.tables.needs.insert(l.ctx, l.w, &n)
}

// AddAssignment adds an assignment.
func (l *Loader) AddAssignment(a data.Assignment) (int64, error) {
	return l.store.tables.assignments.insert(l.ctx, l.w, &a)
}

// AddHours adds an hours entry.
func (l *Loader) AddHours(h data.Hours) (int64, error) {
	return l.store.tables.hours.insert(l.ctx, l.w, &h)
}

// AddContribution adds a contribution.
func (l *Loader) AddContribution(c data.Contribution) (int64, error) {
	return l.store.tables.contributions.insert(l.ctx, l.w, &c)
}

// LockMonth closes a month for changes of hours.
func (l *Loader) LockMonth(m data.Month) error {
	_, err := l.store.tables.months.insert(l.ctx, l.w, &data.LockedMonth{Month: m})
	return err
}
