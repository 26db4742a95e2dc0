package sample

import (
	"fmt"

	"saya/data"
)

// staffer finds those who help at the events, in the order the events happen.
type staffer struct {
	*builder
	*chance
	size   map[*gathering]float64 // how many are expected to come
	kazakh bool                   // the language of the event at hand
}

const (
	eventHoursShare = 0.86 // of all hours entries; the rest is work outside events
	showUp          = 0.92 // of those who were expected
	mostAtOnce      = 60   // volunteers at one event
)

// newStaffer shares the hours that were asked for out to the events, more to larger and later ones.
func newStaffer(b *builder) *staffer {
	s := &staffer{builder: b, chance: b.opt.chance(partStaffing), size: map[*gathering]float64{}}
	for _, g := range b.plan {
		s.size[g] = crowd(g.kind.Type) * (0.4 + b.cal.growth(g.day))
	}
	// What small places cannot take goes to the others, and so on; a few rounds come close enough.
	for range 5 {
		s.scale(eventHoursShare * float64(b.opt.Hours))
	}
	return s
}

// scale brings the hours of all events nearer to a sum.
func (s *staffer) scale(sum float64) {
	total := 0.0
	for _, g := range s.plan {
		if g.marked {
			total += s.size[g]
		}
	}
	if total == 0 {
		return
	}
	for _, g := range s.plan {
		s.size[g] = min(s.size[g]*sum/total, g.helpers())
	}
}

// helpers is how many volunteers there is room for: at most a third of the place.
func (g *gathering) helpers() float64 {
	if g.venue == nil || g.venue.capacity == 0 {
		return mostAtOnce
	}
	return min(mostAtOnce, float64(g.venue.capacity)/3)
}

// crowd is how many volunteers an event of a type needs, in proportion to the others.
func crowd(t data.EventType) float64 {
	switch t {
	case data.Concert, data.Charity:
		return 1.6
	case data.Exhibition, data.Excursion:
		return 1.2
	case data.Prevention, data.Training, data.Meeting:
		return 0.7
	case data.SupportGroup:
		return 0.5
	}
	return 1
}

// demand is what an event asks of those who help.
type demand struct{ adults, women, cleared bool }

// demand follows the law (42-VI art. 12(2-1): no minors where residents are, nor in kinds for adults only) and the
// rules of the place.
func (s *staffer) demand(g *gathering) demand {
	closed := g.venue != nil && g.venue.closed
	return demand{
		adults:  g.resident || closed || s.adultsOnly[g.title.Kind],
		women:   g.venue != nil && g.venue.women,
		cleared: g.resident || closed,
	}
}

func (m *member) meets(d demand, day int) bool {
	return m.free(day) && (!d.adults || m.adult <= day) && (!d.women || m.female) && (!d.cleared || m.cleared.holds(day))
}

// coordinator draws one for an event, nil when nobody is free.
func (s *staffer) coordinator(g *gathering) *member {
	want := s.demand(g)
	from := s.IntN(max(1, len(s.coordinators)))
	for i := range s.coordinators {
		m := &s.members[s.coordinators[(from+i)%len(s.coordinators)]]
		if m.meets(want, g.day) {
			m.take(g.day)
			return m
		}
	}
	return nil
}

// helper draws a volunteer for an event, nil when nobody is found in good time.
func (s *staffer) helper(g *gathering) *member {
	const tries = 300
	here, want := s.joinedBy(g.day), s.demand(g)
	if here == 0 {
		return nil
	}
	for range tries {
		m := &s.members[s.IntN(here)]
		if m.meets(want, g.day) && s.in(m.zeal) {
			m.take(g.day)
			return m
		}
	}
	return nil
}

// staff adds the needs of an event and fills them. The coordinator takes the first place.
func (s *staffer) staff(g *gathering, e data.Event, lead *member) error {
	wanted := s.about(s.size[g] / showUp)
	if g.status == data.Idea || wanted == 0 {
		return nil
	}
	roles := min(len(g.kind.Roles), max(1, wanted/2))
	for i := range roles {
		places := wanted / roles
		if i < wanted%roles {
			places++
		}
		n := data.Need{EventID: e.ID, Role: s.inLanguage(g.kind.Roles[i]), Wanted: places}
		if g.resident {
			n.Clearances = data.List{confidentiality}
		}
		id, err := s.into.AddNeed(n)
		if err != nil {
			return fmt.Errorf("adding a need: %w", err)
		}
		if g.status == data.Cancelled || g.status == data.Moved {
			continue
		}
		if err := s.fill(g, e, id, places, lead); err != nil {
			return err
		}
		lead = nil
	}
	return nil
}

// fill adds those who take the places of a need, and now and then one who does not.
func (s *staffer) fill(g *gathering, e data.Event, need int64, places int, lead *member) error {
	ahead := g.day > s.cal.last
	for i := range places {
		m := lead
		if i > 0 || lead == nil {
			if ahead && s.in(0.35) {
				continue
			}
			if m = s.helper(g); m == nil {
				return nil
			}
		}
		if err := s.assign(g, e, data.Assignment{NeedID: need, Status: data.ConfirmedPlace}, m); err != nil {
			return err
		}
	}
	if !s.in(0.12) {
		return nil
	}
	m := s.helper(g)
	if m == nil {
		return nil
	}
	status := pick(s.chance, []data.AssignmentStatus{data.DeclinedPlace, data.WithdrawnPlace, data.Waitlisted})
	return s.assign(g, e, data.Assignment{NeedID: need, Status: status}, m)
}

// assign adds an assignment, what became of it, and its hours.
func (s *staffer) assign(g *gathering, e data.Event, a data.Assignment, m *member) error {
	a.VolunteerID = m.id
	sure := a.Status == data.ConfirmedPlace
	switch {
	case sure && g.marked:
		s.attend(e, &a)
	case sure && g.day > s.cal.last && m.id != e.CoordinatorID && s.in(0.3):
		a.Status = data.Requested
	}
	if _, err := s.into.AddAssignment(a); err != nil {
		return fmt.Errorf("adding an assignment: %w", err)
	}
	h, came := data.ProposeHours(e, a)
	if !came {
		return nil
	}
	return s.addHours(s.chance, g.day, h)
}

// attend draws what happened on the day.
func (s *staffer) attend(e data.Event, a *data.Assignment) {
	a.Start, a.End = e.Start, e.End
	switch n := s.Float64(); {
	case n < 0.84:
		a.Attendance = data.Attended
		if s.in(0.2) {
			a.End = e.End.Add(15)
		}
	case n < 0.89:
		a.Attendance = data.Late
		a.Start = e.Start.Add(5 * s.between(2, 6))
	case n < showUp:
		a.Attendance = data.LeftEarly
		a.End = e.End.Add(-5 * s.between(2, 6))
	default:
		a.Start, a.End = "", ""
		a.Attendance = pick(s.chance, []data.Attendance{data.Absent, data.AbsentExcused})
	}
}
