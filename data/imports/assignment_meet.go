package imports

import (
	"context"

	"saya/data"
)

func (a *assignmentRow) need() needOf {
	if a.NeedID == toBeMade {
		return needOf{event: a.event.id, role: titleKey(a.role)}
	}
	return needOf{id: a.NeedID}
}

func (s *assignments) begin() {
	s.rows, s.taken, s.places = map[int]assignmentRow{}, map[needOf]map[int]bool{}, map[int64][]int{}
}

// meet holds the places of the need, the minor rule and the other conflicts of an open place.
func (s *assignments) meet(ctx context.Context, r *reader, row int, a *assignmentRow) error {
	e := s.diary.byID[a.event.id]
	if a.Attendance != data.Expected && e.Start.Date() > s.today {
		r.refuseField("attendance", "errors.event_not_held")
	}
	if a.Open() {
		if err := s.mayTake(ctx, r, row, a, e); err != nil {
			return err
		}
	}
	if len(r.problems) > 0 {
		return nil
	}
	if _, again := s.rows[row]; !again {
		s.places[a.VolunteerID] = append(s.places[a.VolunteerID], row)
	}
	s.rows[row] = *a
	if a.Status == data.ConfirmedPlace {
		if s.taken[a.need()] == nil {
			s.taken[a.need()] = map[int]bool{}
		}
		s.taken[a.need()][row] = true
	}
	return nil
}

func (s *assignments) mayTake(ctx context.Context, r *reader, row int, a *assignmentRow, e data.Event) error {
	if !e.TakesPlace() {
		r.refuseField("event_id", "store.event_off")
		return nil
	}
	need := s.needByID(a.event.id, a.NeedID)
	venue, err := s.diary.venue(ctx, e.VenueID)
	if err != nil {
		return err
	}
	h := data.Helper{Volunteer: *s.roll.byID[a.VolunteerID], Leads: e.CoordinatorID == a.VolunteerID, Required: need.Clearances}
	if len(need.Clearances) > 0 {
		if h.Clearances, err = s.st.Clearances(ctx, a.VolunteerID); err != nil {
			return err
		}
	}
	if h.Elsewhere, err = s.elsewhere(ctx, row, a, e); err != nil {
		return err
	}
	setting := data.Setting{Event: e, Venue: venue, Kind: s.diary.kind(e.LawKind), Requirements: s.requirements}
	findings(r, data.CheckAssignment(setting, h), a.OverrideReason)
	if len(r.problems) == 0 && a.Status == data.ConfirmedPlace && need.ID != 0 && s.confirmed(row, a) >= need.Wanted {
		r.refuseField("role", "errors.needs_full")
	}
	return nil
}

func (s *assignments) needByID(event, id int64) data.Need {
	for _, n := range s.needs[event] {
		if n.ID == id {
			return n
		}
	}
	return data.Need{}
}

// confirmed counts the other confirmed places of the need of a row, as they will be.
func (s *assignments) confirmed(row int, a *assignmentRow) int {
	n := 0
	changed := map[int64]bool{a.ID: true}
	for i := range s.taken[a.need()] {
		if i != row {
			n++
			changed[s.rows[i].ID] = true
		}
	}
	for id, k := range s.known {
		if k.NeedID == a.NeedID && k.Status == data.ConfirmedPlace && !changed[id] {
			n++
		}
	}
	return n
}

// elsewhere are the events around one at which a volunteer is by the centre or by rows before.
func (s *assignments) elsewhere(ctx context.Context, row int, a *assignmentRow, e data.Event) ([]data.Event, error) {
	seen := map[int64]bool{e.ID: true}
	var out []data.Event
	add := func(id int64) {
		if !seen[id] {
			seen[id] = true
			out = append(out, s.diary.byID[id])
		}
	}
	const longest = 31 // days before, in which an event that still lasts may have begun
	around := data.Period{From: e.Start.Date().AddDays(-longest), To: e.End.Date()}
	for _, f := range []data.EventFilter{
		{VolunteerID: a.VolunteerID, Days: around}, {CoordinatorID: a.VolunteerID, Days: around},
	} {
		ids, err := s.st.Events(ctx, f)
		if err != nil {
			return nil, err
		}
		for _, id := range ids {
			add(id)
		}
	}
	for _, i := range s.places[a.VolunteerID] {
		if other := s.rows[i]; i != row && (other.Status == data.Requested || other.Status == data.ConfirmedPlace) {
			add(other.event.id)
		}
	}
	return out, nil
}
