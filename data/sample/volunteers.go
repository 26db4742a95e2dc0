package sample

import (
	"fmt"
	"slices"

	"saya/data"
)

// member is what the rest of the sample needs to know of a volunteer.
type member struct {
	id      int64
	joined  int // days, see [calendar]
	away    int // the first day on which she no longer comes: left, or on leave
	adult   int // the day she turns 18, never when that is not known
	cleared span
	female  bool
	zeal    float64 // how often she says yes, up to 1
	lastDay int     // the last day she is taken
	days    []int   // all days she is taken
}

// span is a closed range of days.
type span struct{ from, to int }

func (s span) holds(day int) bool { return s.from <= day && day <= s.to }

// free tells whether she can be asked for a day: she is here and does not come on two days in a row.
func (m *member) free(day int) bool {
	return m.joined <= day && day < m.away && day-m.lastDay > 1
}

func (m *member) take(day int) {
	m.lastDay = day
	m.days = append(m.days, day)
}

// volunteers adds everybody who was ever accepted, in the order they came, with their clearances and groups.
func (b *builder) volunteers() error {
	groups, err := b.groups()
	if err != nil {
		return err
	}
	days := spread(b.people.chance, b.opt.Volunteers, 0, b.cal.last, b.cal.joining)
	coordinators := b.coordinatorCount()
	b.members = make([]member, 0, len(days))
	for i, day := range days {
		v := b.volunteer(day)
		v.Number = int64(i + 1)
		if coordinators > 0 && b.mayCoordinate(&v, day) {
			v.Coordinator = true
			coordinators--
		}
		g := b.groupOf(groups, &v, day)
		if v.ID, err = b.addVolunteer(v, day); err != nil {
			return err
		}
		if g != nil && g.leader == 0 && b.members[i].adult <= day && v.Status == data.Active {
			g.leader = v.ID
		}
	}
	return b.leaders(groups)
}

func (b *builder) addVolunteer(v data.Volunteer, day int) (int64, error) {
	id, err := b.into.AddVolunteer(v)
	if err != nil {
		return 0, fmt.Errorf("adding a volunteer: %w", err)
	}
	v.ID = id
	m := b.member(v, day)
	if m.cleared, err = b.clearances(v, day); err != nil {
		return 0, err
	}
	if v.Coordinator {
		b.coordinators = append(b.coordinators, len(b.members))
	}
	b.members = append(b.members, m)
	if len(b.members) > b.opt.Volunteers-b.applications()*acceptedShare/100 {
		b.accepted = append(b.accepted, v)
	}
	return id, b.tick()
}

// coordinatorCount is enough for two years of events when each comes every third week.
func (b *builder) coordinatorCount() int {
	return min(max(8, b.opt.Volunteers/25, b.opt.Events/40), (b.opt.Volunteers+1)/2)
}

// mayCoordinate draws some grown-up women; the first events need a coordinator, so most were here early.
func (b *builder) mayCoordinate(v *data.Volunteer, day int) bool {
	age, known := v.AgeOn(b.cal.date(day))
	return known && age >= data.AdultAge+2 && v.Sex == data.Female && v.Status == data.Active && b.people.in(0.35)
}

func (b *builder) volunteer(day int) data.Volunteer {
	c := b.people
	v := data.Volunteer{
		Person: c.person(day), Status: data.Active, Accepted: b.cal.date(day), Naming: data.ByNumber,
		Form: pick(c.chance, []string{"1", "1", "3"}),
	}
	if b.corporate[v.Workplace] {
		v.Form = "2-1"
	}
	b.status(&v, day)
	b.papers(&v, day)
	return v
}

// status lets about one in eight leave and one in twelve take a leave.
func (b *builder) status(v *data.Volunteer, day int) {
	c, here := b.people, b.cal.last-day
	switch n := c.Float64(); {
	case n < 0.135 && here > 90:
		v.Status, v.LeftReason = data.Left, pick(c.chance, data.LeftReasons())
		v.LeftOn = b.cal.date(day + c.between(45, here-1))
	case n > 0.91 && here > 45:
		v.Status = data.OnLeave
		v.LeaveSince = b.cal.date(b.cal.last - c.between(3, min(here-30, 200)))
	}
}

// papers are the consent to process data, the undertakings, how she is named outside, and awards.
func (b *builder) papers(v *data.Volunteer, day int) {
	c := b.people
	if c.in(0.97) {
		v.ConsentOn = b.cal.date(day - c.IntN(5))
		v.ConsentThird = c.in(0.6)
		if c.in(0.3) {
			v.ConsentUntil = data.DateOf(v.ConsentOn.Time().AddDate(c.between(1, 4), 0, 0))
		}
	}
	if c.in(0.85) {
		v.Confidential = b.cal.date(min(day+c.IntN(14), b.cal.last))
		v.EthicsOn, v.EthicsEdition = v.Confidential, "2023-1"
		if v.EthicsOn >= b.cal.date(b.cal.last-400) {
			v.EthicsEdition = "2025-1"
		}
	}
	age, known := v.AgeOn(b.opt.Until)
	switch n := c.Float64(); {
	case n < 0.08:
		v.Naming = data.NotNamed
	case n < 0.38 && known && age >= data.AdultAge && v.ConsentThird:
		v.Naming = data.ByName
	}
	if b.cal.last-day > 365 && c.in(0.12) {
		v.Awards = pick(c.chance, b.words.people.Awards)
	}
}

func (b *builder) member(v data.Volunteer, day int) member {
	m := member{
		id: v.ID, joined: day, away: never, adult: never, female: v.Sex == data.Female, lastDay: -never,
		zeal: 0.15 + 0.85*b.people.Float64()*b.people.Float64(),
	}
	switch v.Status {
	case data.Left:
		m.away = b.cal.dayOf(v.LeftOn)
	case data.OnLeave:
		m.away = b.cal.dayOf(v.LeaveSince)
	}
	if v.Birth != "" {
		m.adult = b.cal.dayOf(data.DateOf(v.Birth.Time().AddDate(data.AdultAge, 0, 0)))
	}
	return m
}

// Codes of the requirements of the centre.
const (
	induction       = "induction"
	confidentiality = "confidentiality"
	firstAid        = "first_aid"
)

// clearances adds the proofs of about two thirds of the volunteers; the days on which residents may be met are returned.
// Some proofs have expired.
func (b *builder) clearances(v data.Volunteer, day int) (span, error) {
	c := b.people
	if !v.Coordinator && c.in(0.35) {
		return span{0, -1}, nil
	}
	first := min(day+c.IntN(20), b.cal.last)
	last := first + 365*c.between(1, 3)
	if v.Coordinator {
		first, last = day, never
	}
	proofs := []data.Clearance{{Requirement: induction, IssuedOn: b.cal.date(first)}}
	cleared := span{0, -1}
	if v.Confidential != "" || v.Coordinator {
		k := data.Clearance{Requirement: confidentiality, IssuedOn: b.cal.date(first)}
		if last != never {
			k.Until = b.cal.date(last)
		}
		proofs, cleared = append(proofs, k), span{first, last}
	}
	if c.in(0.25) {
		issued := min(first+c.IntN(60), b.cal.last)
		proofs = append(proofs, data.Clearance{Requirement: firstAid, IssuedOn: b.cal.date(issued), Until: b.cal.date(issued + 730)})
	}
	for _, k := range proofs {
		k.VolunteerID = v.ID
		if _, err := b.into.AddClearance(k); err != nil {
			return span{}, fmt.Errorf("adding a clearance: %w", err)
		}
	}
	return cleared, nil
}

// joinedBy counts the members who had joined by a day; they are the first ones.
func (b *builder) joinedBy(day int) int {
	n, _ := slices.BinarySearchFunc(b.members, day+1, func(m member, d int) int { return m.joined - d })
	return n
}
