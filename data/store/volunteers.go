package store

import (
	"context"
	"fmt"

	"github.com/jmoiron/sqlx"

	"saya/data"
)

// Volunteers lists the ids of a filter in its order.
func (s *Store) Volunteers(ctx context.Context, f data.VolunteerFilter) ([]int64, error) {
	papers, err := s.papersDue(ctx, f)
	if err != nil {
		return nil, err
	}
	return read(ctx, s.people, func(q *sqlx.Tx) ([]int64, error) {
		b := s.volunteerQuery(f)
		papers(b)
		if err := b.narrow(ctx, q, f.Search); err != nil {
			return nil, err
		}
		return b.ids(ctx, q)
	})
}

// CountVolunteers counts the volunteers of a filter.
func (s *Store) CountVolunteers(ctx context.Context, f data.VolunteerFilter) (int, error) {
	papers, err := s.papersDue(ctx, f)
	if err != nil {
		return 0, err
	}
	f.Order = data.OrderByNumber
	return read(ctx, s.people, func(q *sqlx.Tx) (int, error) {
		b := s.volunteerQuery(f)
		papers(b)
		return b.count(ctx, q)
	})
}

// Districts lists the districts in which volunteers live, as they are written.
func (s *Store) Districts(ctx context.Context) ([]string, error) {
	return read(ctx, s.people, func(q *sqlx.Tx) (out []string, err error) {
		err = q.SelectContext(ctx, &out, "SELECT DISTINCT district FROM volunteers WHERE district <> '' ORDER BY district")
		return out, err
	})
}

func (s *Store) volunteerQuery(f data.VolunteerFilter) *query {
	b := &query{from: "volunteers", limit: f.Limit}
	b.searchPeople(f.Search)
	in(b, "status", f.Statuses)
	if f.Specialty != "" {
		b.and("specialty = ?", f.Specialty)
	}
	if f.Form != "" {
		b.and("form = ?", f.Form)
	}
	b.ref("group_id", f.GroupID)
	if f.Coordinators {
		b.and("coordinator = 1")
	}
	if f.BornAfter != "" {
		b.and("birth > ?", f.BornAfter)
	}
	b.listed("directions", f.Directions)
	narrowVolunteers(b, f)
	s.orderVolunteers(b, f.Listing)
	return b
}

func (s *Store) orderVolunteers(b *query, l data.Listing) {
	since := s.Today().AddDays(1 - data.RecentDays)
	switch l.Order {
	case data.OrderByNumber:
		b.orderBy(l.Desc, "number")
	case data.OrderByStatus:
		b.orderBy(l.Desc, "status", sortColumn(l.Lang))
	case data.OrderByAccepted:
		b.orderBy(l.Desc, "accepted")
	case data.OrderByMinutes:
		b.from += ` LEFT JOIN (SELECT volunteer_id, sum(minutes) AS recent FROM hours
			WHERE status = 'approved' AND day >= ? GROUP BY volunteer_id) ON volunteer_id = id`
		b.args = append([]any{since}, b.args...)
		b.orderBy(l.Desc, "coalesce(recent, 0)")
	case data.OrderByLastDay:
		b.from += ` LEFT JOIN (SELECT volunteer_id, max(day) AS last_day FROM hours
			WHERE status = 'approved' GROUP BY volunteer_id) ON volunteer_id = id`
		b.orderBy(l.Desc, "coalesce(last_day, '')")
	case data.OrderByEvents:
		b.from += ` LEFT JOIN (SELECT volunteer_id, count(DISTINCT event_id) AS held FROM hours
			WHERE status = 'approved' GROUP BY volunteer_id) ON volunteer_id = id`
		b.orderBy(l.Desc, "coalesce(held, 0)")
	default:
		b.orderBy(l.Desc, sortColumn(l.Lang))
	}
}

// VolunteerRows reads what lists show of volunteers, in the order of ids. The last days are counted back from today.
func (s *Store) VolunteerRows(ctx context.Context, ids []int64) ([]data.VolunteerRow, error) {
	since := s.Today().AddDays(1 - data.RecentDays)
	return read(ctx, s.people, func(q *sqlx.Tx) ([]data.VolunteerRow, error) {
		return chunk(ctx, q, ids, func(r data.VolunteerRow) int64 { return r.ID }, `
			SELECT v.id, v.number, v.surname, v.given, v.patronymic, v.birth, v.phones, v.email, v.specialty, v.directions, v.district,
				v.status, v.accepted, v.naming, v.coordinator, coalesce(v.group_id, 0) AS group_id, coalesce(g.name, '') AS group_name,
				(SELECT coalesce(sum(minutes), 0) FROM hours WHERE volunteer_id = v.id AND status = 'approved' AND day >= ?) AS recent_minutes,
				(SELECT count(DISTINCT event_id) FROM hours WHERE volunteer_id = v.id AND status = 'approved') AS events,
				(SELECT coalesce(max(day), '') FROM hours WHERE volunteer_id = v.id AND status = 'approved') AS last_day
			FROM volunteers v LEFT JOIN groups g ON g.id = v.group_id
			WHERE v.id IN (%s)`, since)
	})
}

// Volunteer reads one volunteer.
func (s *Store) Volunteer(ctx context.Context, id int64) (data.Volunteer, error) {
	return read(ctx, s.people, func(q *sqlx.Tx) (data.Volunteer, error) { return s.tables.volunteers.get(ctx, q, id) })
}

// SaveVolunteer saves a volunteer and returns the id; one without an id is new and gets the next number unless it has
// one. Leaving closes the open assignments in the same transaction; coming back revives none. The number never changes.
func (s *Store) SaveVolunteer(ctx context.Context, actor data.Actor, v data.Volunteer) (id int64, err error) {
	err = s.inPeople(ctx, actor, "save_volunteer", func(w *tx) error {
		id, err = s.saveVolunteer(ctx, w, v)
		return err
	})
	return id, err
}

func (s *Store) saveVolunteer(ctx context.Context, w *tx, v data.Volunteer) (int64, error) {
	if v.ID == 0 {
		var err error
		if v.Number, err = w.claimNumber(ctx, v.Number); err != nil {
			return 0, err
		}
		return put(ctx, s, w, s.tables.volunteers, &v)
	}
	old, err := s.tables.volunteers.get(ctx, w, v.ID)
	if err != nil {
		return 0, err
	}
	v.Number = old.Number
	if v.Version != old.Version {
		return 0, changedMeanwhile()
	}
	if err := data.CheckStatus(old.Status, v.Status); err != nil {
		return 0, err
	}
	if _, err := put(ctx, s, w, s.tables.volunteers, &v); err != nil {
		return 0, err
	}
	if v.Birth != old.Birth {
		if err := s.checkMinorOf(ctx, w, v.ID); err != nil {
			return 0, err
		}
	}
	if v.Status == data.Left {
		return v.ID, s.closeAssignments(ctx, w, v.ID)
	}
	return v.ID, nil
}

// claimNumber gives out a volunteer's number, wanted if it is not 0 and nobody has it.
func (w *tx) claimNumber(ctx context.Context, wanted int64) (int64, error) {
	last := w.number
	number, err := w.nextNumber(ctx, wanted)
	if err != nil || wanted == 0 || last != 0 && wanted > last {
		return number, err // nobody has had it
	}
	return number, numberFree(ctx, w, wanted)
}

// numberFree refuses a number that somebody has.
func numberFree(ctx context.Context, w *tx, number int64) error {
	var taken bool
	err := w.GetContext(ctx, &taken, "SELECT EXISTS (SELECT 1 FROM volunteers WHERE number = ?)", number)
	if err != nil {
		return fmt.Errorf("looking for a number: %w", err)
	}
	if taken {
		return &data.Error{Code: data.Conflict, Field: "number", Key: "errors.duplicate", Args: []any{"Number", number}}
	}
	return nil
}

// nextNumber gives out a volunteer's number, wanted if it is not 0. The highest is kept when the transaction ends.
func (w *tx) nextNumber(ctx context.Context, wanted int64) (int64, error) {
	if w.number == 0 {
		var err error
		if w.number, err = lastNumber(ctx, w); err != nil {
			return 0, err
		}
	}
	if wanted == 0 {
		wanted = w.number + 1
	}
	w.number = max(w.number, wanted)
	return wanted, nil
}

// lastNumber is the highest number ever given. It is kept apart from the volunteers, so that no number is given twice,
// not even after an undo.
func lastNumber(ctx context.Context, w *tx) (last int64, err error) {
	err = w.GetContext(ctx, &last, "SELECT coalesce(max(CAST(value AS INTEGER)), 0) FROM settings WHERE name = 'last_number'")
	if err != nil {
		return 0, fmt.Errorf("reading the last number: %w", err)
	}
	return last, nil
}

func (w *tx) keepNumber(ctx context.Context) error {
	if w.number == 0 {
		return nil
	}
	_, err := w.exec(ctx, "INSERT OR REPLACE INTO settings (name, value) VALUES ('last_number', CAST(? AS TEXT))", w.number)
	if err != nil {
		return fmt.Errorf("keeping the last number: %w", err)
	}
	return nil
}

// closeAssignments withdraws a volunteer from what she was to do and has not begun.
func (s *Store) closeAssignments(ctx context.Context, w *tx, volunteerID int64) error {
	open, err := s.tables.assignments.where(ctx, w,
		"volunteer_id = ? AND status IN ('requested', 'confirmed', 'waitlisted') AND attendance = ''", volunteerID)
	if err != nil {
		return err
	}
	for _, a := range open {
		a.Status = data.WithdrawnPlace
		if err := s.tables.assignments.update(ctx, w, a.ID, &a); err != nil {
			return err
		}
	}
	return nil
}

// Clearances lists a volunteer's proofs, the newest first.
func (s *Store) Clearances(ctx context.Context, volunteerID int64) ([]data.Clearance, error) {
	return read(ctx, s.people, func(q *sqlx.Tx) ([]data.Clearance, error) {
		return s.tables.clearances.where(ctx, q, "volunteer_id = ? ORDER BY issued_on DESC, id DESC", volunteerID)
	})
}

// SaveClearance saves a proof and returns its id.
func (s *Store) SaveClearance(ctx context.Context, actor data.Actor, c data.Clearance) (int64, error) {
	return putAlone(ctx, s, actor, "save_clearance", s.tables.clearances, c)
}

// DeleteClearance takes a proof back.
func (s *Store) DeleteClearance(ctx context.Context, actor data.Actor, id int64) error {
	return s.inPeople(ctx, actor, "delete_clearance", func(w *tx) error { return s.tables.clearances.remove(ctx, w, id) })
}
