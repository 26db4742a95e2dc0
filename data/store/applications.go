package store

import (
	"context"

	"github.com/jmoiron/sqlx"

	"saya/data"
)

// Applications lists the ids of a filter in its order.
func (s *Store) Applications(ctx context.Context, f data.ApplicationFilter) ([]int64, error) {
	b := applicationQuery(f)
	switch f.Order {
	case data.OrderByName:
		b.orderBy(f.Desc, sortColumn(f.Lang))
	case data.OrderByStatus:
		b.orderBy(f.Desc, "status", "received_on")
	default:
		b.orderBy(f.Desc, "received_on")
	}
	return read(ctx, s.people, func(q *sqlx.Tx) ([]int64, error) { return b.ids(ctx, q) })
}

// CountApplications counts the applications of a filter.
func (s *Store) CountApplications(ctx context.Context, f data.ApplicationFilter) (int, error) {
	return read(ctx, s.people, func(q *sqlx.Tx) (int, error) { return applicationQuery(f).count(ctx, q) })
}

func applicationQuery(f data.ApplicationFilter) *query {
	b := &query{from: "applications", limit: f.Limit}
	b.searchPeople(f.Search)
	in(b, "status", f.Statuses)
	b.days("received_on", f.Received)
	return b
}

// ApplicationRows reads what lists show of applications, in the order of ids.
func (s *Store) ApplicationRows(ctx context.Context, ids []int64) ([]data.ApplicationRow, error) {
	return read(ctx, s.people, func(q *sqlx.Tx) ([]data.ApplicationRow, error) {
		return chunk(ctx, q, ids, func(r data.ApplicationRow) int64 { return r.ID }, `
			SELECT id, surname, given, patronymic, birth, phones, email, directions, status, received_on, decided_on,
				coalesce(volunteer_id, 0) AS volunteer_id
			FROM applications WHERE id IN (%s)`)
	})
}

// Application reads one application.
func (s *Store) Application(ctx context.Context, id int64) (data.Application, error) {
	return read(ctx, s.people, func(q *sqlx.Tx) (data.Application, error) { return s.tables.applications.get(ctx, q, id) })
}

// SaveApplication saves an application and returns its id. Decisions are made by [Store.AcceptApplication],
// [Store.DeclineApplications] and [Store.WithdrawApplication].
func (s *Store) SaveApplication(ctx context.Context, actor data.Actor, a data.Application) (id int64, err error) {
	err = s.inPeople(ctx, actor, "save_application", func(w *tx) error {
		id, err = s.saveApplication(ctx, w, a)
		return err
	})
	return id, err
}

func (s *Store) saveApplication(ctx context.Context, w *tx, a data.Application) (int64, error) {
	if a.ID != 0 {
		old, err := s.tables.applications.get(ctx, w, a.ID)
		if err != nil {
			return 0, err
		}
		a.VolunteerID = old.VolunteerID
		if err := data.CheckStatus(old.Status, a.Status); err != nil {
			return 0, err
		}
	}
	if a.Status == data.Accepted && a.VolunteerID == 0 {
		return 0, data.CheckStatus(data.NewApplication, data.Accepted) // accepting makes a volunteer: AcceptApplication
	}
	return put(ctx, s, w, s.tables.applications, &a)
}

// AcceptApplication makes an active volunteer of an open application, from today, and returns her id.
func (s *Store) AcceptApplication(ctx context.Context, actor data.Actor, id int64) (volunteerID int64, err error) {
	err = s.inPeople(ctx, actor, "accept_application", func(w *tx) error {
		a, err := s.decide(ctx, w, id, data.Accepted)
		if err != nil {
			return err
		}
		v := data.Volunteer{Person: a.Person, Status: data.Active, Accepted: a.DecidedOn, Naming: data.ByNumber, Form: "1"}
		if volunteerID, err = s.saveVolunteer(ctx, w, v); err != nil {
			return err
		}
		a.VolunteerID = volunteerID
		return s.tables.applications.update(ctx, w, id, &a)
	})
	return volunteerID, err
}

// DeclineApplications closes open applications with one reason from the list, all of them or none.
func (s *Store) DeclineApplications(ctx context.Context, actor data.Actor, ids []int64, reason string) error {
	return s.inPeople(ctx, actor, "decline_application", func(w *tx) error {
		for _, id := range ids {
			if err := s.close(ctx, w, id, data.Declined, reason); err != nil {
				return err
			}
		}
		return nil
	})
}

// WithdrawApplication closes an open application that the applicant took back.
func (s *Store) WithdrawApplication(ctx context.Context, actor data.Actor, id int64) error {
	return s.inPeople(ctx, actor, "withdraw_application", func(w *tx) error {
		return s.close(ctx, w, id, data.Withdrawn, "")
	})
}

func (s *Store) close(ctx context.Context, w *tx, id int64, status data.ApplicationStatus, reason string) error {
	a, err := s.decide(ctx, w, id, status)
	if err != nil {
		return err
	}
	a.Reason = reason
	_, err = put(ctx, s, w, s.tables.applications, &a)
	return err
}

// decide reads an open application and gives it its end; it is not saved yet.
func (s *Store) decide(ctx context.Context, w *tx, id int64, status data.ApplicationStatus) (data.Application, error) {
	a, err := s.tables.applications.get(ctx, w, id)
	if err != nil {
		return a, err
	}
	if err := data.CheckStatus(a.Status, status); err != nil {
		return a, err
	}
	if a.Status == status {
		return a, changedMeanwhile() // decided already
	}
	a.Status, a.DecidedOn = status, s.Today()
	return a, nil
}
