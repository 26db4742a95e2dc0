package store

import (
	"context"
	"slices"

	"github.com/jmoiron/sqlx"

	"saya/data"
)

// catalogues are what rules read from the centre's file. They are read before a write of people begins, because no
// transaction spans files.
type catalogues struct {
	kinds        []data.Choice
	holidays     []data.Holiday
	requirements []data.Requirement
}

func (s *Store) catalogues(ctx context.Context) (catalogues, error) {
	return read(ctx, s.centre, func(q *sqlx.Tx) (c catalogues, err error) {
		if c.kinds, err = s.tables.kinds.where(ctx, q, "1"); err != nil {
			return c, err
		}
		if c.holidays, err = s.tables.holidays.where(ctx, q, "1"); err != nil {
			return c, err
		}
		c.requirements, err = s.tables.requirements.where(ctx, q, "1")
		return c, err
	})
}

func (c catalogues) kind(code string) data.Choice {
	for _, k := range c.kinds {
		if k.Code == code {
			return k
		}
	}
	return data.Choice{}
}

// setting gathers what the rules need to know of an event, which may not be saved yet.
func (s *Store) setting(ctx context.Context, q sqlx.QueryerContext, c catalogues, e data.Event) (data.Setting, error) {
	out := data.Setting{Event: e, Kind: c.kind(e.LawKind), Holidays: c.holidays, Requirements: c.requirements}
	if e.VenueID == 0 {
		return out, nil
	}
	var err error
	if out.Venue, err = s.tables.venues.get(ctx, q, e.VenueID); err != nil {
		return out, err
	}
	out.AtVenue, err = s.tables.events.where(ctx, q, "venue_id = ? AND start_at < ? AND end_at > ? ORDER BY start_at, id",
		e.VenueID, e.End, e.Start)
	return out, err
}

// standing are the places of volunteers at events that keep them from being elsewhere, for the end of a query.
const standing = ` FROM assignments a JOIN needs n ON n.id = a.need_id WHERE a.status IN ('requested', 'confirmed')`

// helper gathers what the rules need to know of one person at an event.
func (s *Store) helper(ctx context.Context, q sqlx.QueryerContext, e data.Event, volunteerID int64, required data.List) (data.Helper, error) {
	h := data.Helper{Required: required, Leads: volunteerID == e.CoordinatorID}
	var err error
	if h.Volunteer, err = s.tables.volunteers.get(ctx, q, volunteerID); err != nil {
		return h, err
	}
	if h.Clearances, err = s.tables.clearances.where(ctx, q, "volunteer_id = ?", volunteerID); err != nil {
		return h, err
	}
	h.Elsewhere, err = s.tables.events.where(ctx, q, `id <> ? AND start_at < ? AND end_at > ? AND (coordinator_id = ? OR id IN (
			SELECT n.event_id`+standing+` AND a.volunteer_id = ?)) ORDER BY start_at, id`, e.ID, e.End, e.Start, volunteerID, volunteerID)
	return h, err
}

// helpers are the open assignments of a saved event, and its coordinator. overridden are those whose conflicts were
// accepted with a reason.
func (s *Store) helpers(ctx context.Context, q sqlx.QueryerContext, e data.Event) (list []data.Helper, overridden []int64, err error) {
	var places []struct {
		VolunteerID int64     `db:"volunteer_id"`
		Clearances  data.List `db:"clearances"`
		Reason      string    `db:"override_reason"`
	}
	err = sqlx.SelectContext(ctx, q, &places, "SELECT a.volunteer_id, n.clearances, a.override_reason"+standing+
		" AND n.event_id = ? ORDER BY a.id", e.ID)
	if err != nil {
		return nil, nil, err
	}
	led := e.CoordinatorID == 0
	for _, p := range places {
		h, err := s.helper(ctx, q, e, p.VolunteerID, p.Clearances)
		if err != nil {
			return nil, nil, err
		}
		list = append(list, h)
		led = led || h.Leads
		if p.Reason != "" {
			overridden = append(overridden, p.VolunteerID)
		}
	}
	if led {
		return list, overridden, nil
	}
	coordinator, err := s.helper(ctx, q, e, e.CoordinatorID, nil)
	return append(list, coordinator), overridden, err
}

// eventFindings are the conflicts of an event as it would be saved, but for those accepted with an assignment.
func (s *Store) eventFindings(ctx context.Context, q sqlx.QueryerContext, c catalogues, e data.Event) ([]data.Finding, error) {
	setting, err := s.setting(ctx, q, c, e)
	if err != nil {
		return nil, err
	}
	helpers, overridden, err := s.helpers(ctx, q, e)
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(data.CheckEvent(setting, helpers), func(f data.Finding) bool {
		return f.Severity == data.NeedsReason && slices.Contains(overridden, f.VolunteerID)
	}), nil
}

// EventFindings lists the conflicts of an event as it would be saved: what forbids it, what needs a reason, and what is
// only worth a look. [Store.SaveEvent] refuses by the same list.
func (s *Store) EventFindings(ctx context.Context, e data.Event) ([]data.Finding, error) {
	c, err := s.catalogues(ctx)
	if err != nil {
		return nil, err
	}
	return read(ctx, s.people, func(q *sqlx.Tx) ([]data.Finding, error) { return s.eventFindings(ctx, q, c, e) })
}

// AssignmentFindings lists the conflicts of giving a need to a volunteer. [Store.AssignVolunteer] refuses by the same list.
func (s *Store) AssignmentFindings(ctx context.Context, needID, volunteerID int64) ([]data.Finding, error) {
	c, err := s.catalogues(ctx)
	if err != nil {
		return nil, err
	}
	return read(ctx, s.people, func(q *sqlx.Tx) ([]data.Finding, error) {
		need, err := s.tables.needs.get(ctx, q, needID)
		if err != nil {
			return nil, err
		}
		return s.assignmentFindings(ctx, q, c, need, volunteerID)
	})
}

func (s *Store) assignmentFindings(
	ctx context.Context, q sqlx.QueryerContext, c catalogues, need data.Need, volunteerID int64,
) ([]data.Finding, error) {
	e, err := s.tables.events.get(ctx, q, need.EventID)
	if err != nil {
		return nil, err
	}
	setting, err := s.setting(ctx, q, c, e)
	if err != nil {
		return nil, err
	}
	h, err := s.helper(ctx, q, e, volunteerID, need.Clearances)
	if err != nil {
		return nil, err
	}
	return data.CheckAssignment(setting, h), nil
}
