package sample

import (
	"slices"
	"time"

	"saya/data"
)

// gathering is an event as it is planned, before anybody is asked to help.
type gathering struct {
	day      int
	at       clock
	kind     *eventKind
	title    *eventTitle
	venue    *venue // nil = not set
	resident bool
	status   data.EventStatus
	marked   bool // it was held and attendance was noted
	project  int  // 1 = the first of the projects, 0 = none
}

// scheduler plans all events.
type scheduler struct {
	*builder
	*chance
	residents map[data.EventType]*eventKind
}

// schedule plans the events: a weekly support group and a yearly outing, other events with residents until they are
// a fifth, public events, and what is planned for the next weeks.
func (b *builder) schedule() error {
	s := &scheduler{builder: b, chance: b.opt.chance(partSchedule), residents: map[data.EventType]*eventKind{}}
	for i, k := range b.words.events.Resident {
		s.residents[k.Type] = &b.words.events.Resident[i]
	}
	s.stretch(b.opt.Events, b.cal.start, b.cal.last, max(1, fifth(b.opt.Events)*3/4))
	planned := max(10, b.opt.Events*plannedDays/(eventYears*365))
	s.stretch(planned, b.cal.last+1, b.cal.last+plannedDays, plannedDays/7)
	slices.SortStableFunc(b.plan, func(x, y *gathering) int {
		if x.day != y.day {
			return x.day - y.day
		}
		return x.at.from - y.at.from
	})
	return b.ctx.Err()
}

// fifth is how many of n events have residents present.
func fifth(n int) int { return (n + 2) / 5 }

// stretch plans n events of the days from first to last; the support group has met for so many weeks. It and the
// outing choose their place first.
func (s *scheduler) stretch(n, first, last, weeks int) {
	residents := fifth(n)
	weekly := latest(s.matching(first, last, func(t time.Time) bool { return t.Weekday() == time.Wednesday }), weeks)
	for _, day := range weekly {
		s.add(&gathering{day: day, at: clock{18 * 60, 18*60 + 90}, kind: s.residents[data.SupportGroup], resident: true})
	}
	outings := latest(s.matching(first, last, func(t time.Time) bool {
		return t.Month() == time.June && t.Weekday() == time.Saturday && (t.Day()-1)/7 == 1
	}), max(0, residents-len(weekly)))
	for _, day := range outings {
		s.add(&gathering{day: day, at: clock{10 * 60, 15 * 60}, kind: s.residents[data.Excursion], resident: true})
	}
	others := max(0, residents-len(weekly)-len(outings))
	for _, day := range spread(s.chance, others, first, last, s.cal.busy) {
		s.add(&gathering{day: day, kind: s.kind(s.words.events.Resident, day), resident: true})
	}
	for _, day := range spread(s.chance, n-others-len(weekly)-len(outings), first, last, s.cal.busy) {
		s.add(&gathering{day: day, kind: s.kind(s.words.events.Public, day)})
	}
}

func (s *scheduler) matching(first, last int, fits func(time.Time) bool) []int {
	var days []int
	for day := first; day <= last; day++ {
		if fits(s.cal.times[day]) {
			days = append(days, day)
		}
	}
	return days
}

func latest(days []int, n int) []int { return days[max(0, len(days)-n):] }

// kind draws what kind of event happens on a day; prevention mostly happens in schools.
func (s *scheduler) kind(kinds []eventKind, day int) *eventKind {
	return pickBy(s.chance, kinds, func(k *eventKind) int {
		if k.Type == data.Prevention && s.shut("school", day) {
			return k.Share / 6
		}
		return k.Share
	})
}

// add completes an event and puts it into the plan.
func (s *scheduler) add(g *gathering) {
	g.title = s.titleFor(g)
	s.settle(g)
	s.fate(g)
	g.project = s.projectFor(g)
	s.plan = append(s.plan, g)
}

// titleFor draws a title that fits the day. Each type has one that always does.
func (s *scheduler) titleFor(g *gathering) *eventTitle {
	month := s.cal.times[g.day].Month()
	shut := func(kind string) bool { return s.shut(kind, g.day) }
	for {
		t := &g.kind.Titles[s.IntN(len(g.kind.Titles))]
		if (len(t.Months) == 0 || slices.Contains(t.Months, month)) && !slices.ContainsFunc(t.Venues, shut) {
			return t
		}
	}
}

// settle finds time and place. An event that already has its time looks for a place only.
func (s *scheduler) settle(g *gathering) {
	minutes := pick(s.chance, g.kind.Minutes)
	starts := []int{g.at.from}
	if g.at.to == 0 {
		starts = s.starts(g, minutes)
	} else {
		minutes = g.at.to - g.at.from
	}
	for _, v := range s.candidates(g) {
		for range 3 {
			from := pick(s.chance, starts)
			g.at = clock{from, from + minutes}
			if v.book(g.day, g.at) {
				g.venue = v
				return
			}
		}
	}
}

// candidates are the places that suit an event, in the order they are asked.
func (s *scheduler) candidates(g *gathering) []*venue {
	if g.kind.Type == data.SupportGroup {
		return s.venues["closed"]
	}
	kinds := g.title.Venues
	if len(kinds) == 0 {
		kinds = g.kind.Venues
	}
	var out []*venue
	for _, i := range s.Perm(len(kinds)) {
		if s.shut(kinds[i], g.day) {
			continue
		}
		some := slices.Clone(s.venues[kinds[i]])
		s.Shuffle(len(some), func(i, j int) { some[i], some[j] = some[j], some[i] })
		out = append(out, some...)
	}
	return out
}

// shut tells whether places of a kind are of no use on a day: schools without pupils, parks in winter.
func (s *scheduler) shut(kind string, day int) bool {
	switch month := s.cal.times[day].Month(); kind {
	case "school":
		return s.cal.weekend(day) || month >= time.June && month <= time.August
	case "park":
		return month <= time.February || month >= time.November
	}
	return false
}

// starts are the minutes of the day at which such an event may begin.
func (s *scheduler) starts(g *gathering, minutes int) []int {
	switch {
	case minutes >= 180:
		return []int{10 * 60, 10*60 + 30, 11 * 60, 12 * 60}
	case g.kind.Type == data.Prevention && !s.cal.weekend(g.day):
		return []int{9*60 + 30, 11 * 60, 12*60 + 30, 14 * 60}
	case s.cal.weekend(g.day):
		return []int{10 * 60, 11 * 60, 12 * 60, 14 * 60, 15 * 60, 16 * 60}
	}
	return []int{14*60 + 30, 15 * 60, 16 * 60, 17 * 60, 18 * 60, 18*60 + 30}
}

// fate decides how far an event has come by the last day. Of the last days nobody has noted yet who came.
func (s *scheduler) fate(g *gathering) {
	n, ago := s.Float64(), s.cal.last-g.day
	switch {
	case ago < 0:
		g.status = s.prospect(g, -ago)
	case g.kind.Type != data.SupportGroup && n < 0.06:
		g.status = data.Cancelled
	case g.kind.Type != data.SupportGroup && n < 0.08:
		g.status = data.Moved
	case ago <= 2 || ago <= 10 && n < 0.3:
		g.status = data.Confirmed
	default:
		g.status = data.Held
		g.marked = n < 0.97
	}
}

// prospect is how sure an event so many days ahead is; the support group is never a mere idea.
func (s *scheduler) prospect(g *gathering, ahead int) data.EventStatus {
	switch n := s.Float64(); {
	case g.kind.Type == data.SupportGroup:
		return data.Confirmed
	case ahead <= 10 && n < 0.75:
		return data.Confirmed
	case ahead > 10 && n < 0.15:
		return data.Idea
	case ahead > 10 && n < 0.35:
		return data.Confirmed
	}
	return data.Planned
}

// projectFor puts most events of a project's types, within its term, into the project.
func (s *scheduler) projectFor(g *gathering) int {
	day := s.cal.date(g.day)
	for i, p := range s.words.projects {
		from, to := s.term(p)
		if slices.Contains(p.Types, g.kind.Type) && (p.Residents || !g.resident) && from <= day && day <= to && s.in(0.6) {
			return i + 1
		}
	}
	return 0
}
