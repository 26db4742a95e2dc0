package sample

import (
	"fmt"
	"math"

	"saya/data"
)

// events adds the planned events with those who help at them.
func (b *builder) events() error {
	s := newStaffer(b)
	for _, g := range b.plan {
		lead := s.coordinator(g)
		e := s.event(g)
		if lead != nil {
			e.CoordinatorID = lead.id
		}
		id, err := b.into.AddEvent(e)
		if err != nil {
			return fmt.Errorf("adding an event: %w", err)
		}
		e.ID = id
		if g.status == data.Held && g.kind.Type == data.Charity {
			b.charity = append(b.charity, e)
		}
		if err := s.staff(g, e, lead); err != nil {
			return err
		}
		if err := b.tick(); err != nil {
			return err
		}
	}
	return nil
}

// event writes down a gathering.
func (s *staffer) event(g *gathering) data.Event {
	day := s.cal.date(g.day)
	e := data.Event{
		Title: g.title.Names, Type: g.kind.Type, Status: g.status, Start: data.NewLocal(day, g.at.from),
		End: data.NewLocal(day, g.at.to), LawKind: g.title.Kind, Direction: g.title.Direction, Residents: g.resident,
	}
	if g.title.Campaign != "" {
		e.Campaigns = data.List{g.title.Campaign}
	}
	if g.venue != nil {
		e.VenueID = g.venue.id
	}
	if g.project > 0 {
		e.ProjectID = s.projectIDs[g.project-1]
	}
	s.kazakh = s.in(0.55)
	e.Description = s.sometimes(0.7, g.kind.Descriptions)
	e.Requirements = s.sometimes(0.5, g.kind.Requirements)
	if g.status == data.Held {
		s.outcome(g, &e)
	}
	return e
}

// outcome is what was written down after the event: numbers, result, link. Some of it was forgotten.
func (s *staffer) outcome(g *gathering, e *data.Event) {
	if s.in(0.88) {
		e.PublicCount = data.KnownCount(s.public(g))
	}
	if g.resident && s.in(0.9) {
		e.ResidentsCount = data.KnownCount(min(s.between(3, 14), s.room(g)/2))
	}
	e.Result = s.sometimes(0.8, g.kind.Results)
	if s.in(0.3) {
		e.Link = fmt.Sprintf("https://news.ulgi.invalid/%s/%d", s.cal.date(g.day).Month(), g.day*24*60+g.at.from)
	}
}

// public is how many came; more from year to year, never more than the place holds.
func (s *staffer) public(g *gathering) int {
	least, most := g.kind.People[0], g.kind.People[1]
	n := int(float64(s.between(least, most)) * (0.75 + 0.4*s.cal.growth(g.day)))
	if g.resident { // leave places to the residents
		n = min(n, s.room(g)/2)
	}
	return min(n, s.room(g))
}

// room is how many people the place holds beside the volunteers.
func (s *staffer) room(g *gathering) int {
	if g.venue == nil || g.venue.capacity == 0 {
		return math.MaxInt
	}
	return max(0, g.venue.capacity-int(s.size[g]/showUp)-4)
}

// sometimes draws a text in the language of the event, or none.
func (s *staffer) sometimes(share float64, texts []data.Names) string {
	if len(texts) == 0 || !s.in(share) {
		return ""
	}
	return s.inLanguage(pick(s.chance, texts))
}

func (s *staffer) inLanguage(n data.Names) string {
	if s.kazakh {
		return n.KK
	}
	return n.RU
}
