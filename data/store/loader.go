package store

import (
	"context"

	"saya/data"
)

// Loader adds many rows in one transaction. Ids of the rows passed in are not looked at; each method returns the new one.
// Entries are taken as they are: whoever loads answers for the rules, the file only for its own checks.
type Loader struct {
	store *Store
	ctx   context.Context
	w     *tx
}

// Load fills a centre that was just made from fn in one transaction and one batch, whole or not at all. The journal gets the batch without a
// record per row: there is nothing to go back to but an empty centre, so it can not be undone, and the journal of a large
// centre would outweigh its data.
func (s *Store) Load(ctx context.Context, actor data.Actor, fn func(*Loader) error) error {
	if s.actor != (data.Actor{}) {
		return notAllowed()
	}
	return s.inTx(ctx, s.people, actor, "load", func(w *tx) error {
		w.bulk = true
		// made at once, indexes cost less than row by row
		return without(ctx, w, "index", func() error {
			return writeMany(ctx, w, func() error { return fn(&Loader{store: s, ctx: ctx, w: w}) })
		})
	})
}

// AddVolunteer adds a volunteer; without a number she gets the next one.
func (l *Loader) AddVolunteer(v data.Volunteer) (int64, error) {
	var err error
	if v.Number, err = l.w.nextNumber(l.ctx, v.Number); err != nil {
		return 0, err
	}
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
