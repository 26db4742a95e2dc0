package imports

import (
	"context"
	"slices"
	"strconv"

	"saya/data"
	"saya/data/sheetin"
	"saya/data/store"
)

// volunteers is the register of volunteers.
type volunteers struct {
	st    *store.Store
	today data.Date
	lists catalogue
}

func newVolunteers(ctx context.Context, st *store.Store, today data.Date) (*volunteers, error) {
	lists, err := readPeopleCatalogue(ctx, st)
	return &volunteers{st, today, lists}, err
}

func (s *volunteers) fields() []field[data.Volunteer] { return volunteerFields(s.lists) }

func volunteerFields(c catalogue) []field[data.Volunteer] {
	person := func(v *data.Volunteer) *data.Person { return &v.Person }
	return slices.Concat(
		[]field[data.Volunteer]{{
			name: "number", read: one(readNumber),
			show: func(v *data.Volunteer) string { return strconv.FormatInt(v.Number, 10) },
		}},
		within(person, nameFields()), within(person, identityFields()), within(person, detailFields(c)),
		[]field[data.Volunteer]{
			oneOf("status", "volunteer_status", "status.volunteer.", func(v *data.Volunteer) *data.VolunteerStatus { return &v.Status }),
			leftReasonField(),
			day("accepted", func(v *data.Volunteer) *data.Date { return &v.Accepted }),
			day("left_on", func(v *data.Volunteer) *data.Date { return &v.LeftOn }),
			day("leave_since", func(v *data.Volunteer) *data.Date { return &v.LeaveSince }),
			oneOf("form", "form", "", func(v *data.Volunteer) *string { return &v.Form }),
			listed("group_id", c.groups, func(v *data.Volunteer) *int64 { return &v.GroupID }),
			oneOf("naming", "naming", "status.naming.", func(v *data.Volunteer) *data.Naming { return &v.Naming }),
			yesNo("coordinator", func(v *data.Volunteer) *bool { return &v.Coordinator }),
			signed("consent_on", func(v *data.Volunteer) *data.Date { return &v.ConsentOn }),
			day("consent_until", func(v *data.Volunteer) *data.Date { return &v.ConsentUntil }),
			yesNo("consent_third", func(v *data.Volunteer) *bool { return &v.ConsentThird }),
			signed("confidential_on", func(v *data.Volunteer) *data.Date { return &v.Confidential }),
			signed("ethics_on", func(v *data.Volunteer) *data.Date { return &v.EthicsOn }),
			text("ethics_edition", func(v *data.Volunteer) *string { return &v.EthicsEdition }),
			text("awards", func(v *data.Volunteer) *string { return &v.Awards }),
		},
	)
}

// mostNumber keeps telephones out of the column of numbers: the next number given out follows the highest.
const mostNumber = 9_999_999

// volunteerNumber reads our number of a volunteer: "57", "№ 57".
func volunteerNumber(r *reader, c sheetin.Cell) (number int64, ok bool) {
	n, ok := wholeNumber(unsigned(c))
	switch {
	case !ok:
		r.refuse("errors.number")
	case n < 1 || n > mostNumber:
		r.refuse("errors.number_range", "Min", 1, "Max", mostNumber)
		ok = false
	}
	return int64(n), ok
}

// readNumber never changes the number of a known volunteer.
func readNumber(r *reader, c sheetin.Cell, v *data.Volunteer) {
	number, ok := volunteerNumber(r, c)
	switch {
	case !ok:
	case v.ID == 0:
		v.Number = number
	case v.Number != number:
		r.warn("imports.number_kept", "Number", v.Number)
	}
}

// leftReasonField takes a reason that is in no list for the other one.
func leftReasonField() field[data.Volunteer] {
	f := oneOf("left_reason", "left_reason", "status.left_reason.", func(v *data.Volunteer) *string { return &v.LeftReason })
	f.read = one(func(r *reader, c sheetin.Cell, v *data.Volunteer) {
		code, ok := theWords().find("left_reason", c.Text)
		if !ok {
			code = "other"
			r.warn("imports.other_reason", "Value", data.Line(c.Text))
		}
		v.LeftReason = code
	})
	return f
}

func (s *volunteers) fresh() data.Volunteer { return data.Volunteer{} }

// finish sets the day of acceptance, which lists often leave out, to today, and says so.
func (s *volunteers) finish(r *reader, v *data.Volunteer) {
	v.Normalise()
	fromIIN(r, &v.Person)
	if v.ID == 0 && v.Accepted == "" && v.Status != data.Left {
		v.Accepted = s.today
		r.warnField("accepted", "imports.day_today")
	}
}

func (s *volunteers) check(r *reader, v *data.Volunteer) {
	r.refuseAll(v.Validate(s.today))
	checkName(r, v.Number, &v.Person)
	r.warnAll(v.Warnings())
	if v.Birth == "" {
		r.warnField("birth", "rules.birth_unknown")
	}
}

// step refuses a status that cannot follow.
func (s *volunteers) step(before, after *data.Volunteer) error {
	return data.CheckStatus(before.Status, after.Status)
}

func (s *volunteers) index() finder[data.Volunteer] {
	return newPersons(func(v *data.Volunteer) (int64, *data.Person) { return v.Number, &v.Person })
}

func (s *volunteers) each(ctx context.Context, wanted func(*data.Volunteer) bool, fn func(data.Volunteer) error) error {
	return s.st.EachVolunteer(ctx, wanted, fn)
}

func (s *volunteers) load(ctx context.Context, id int64) (data.Volunteer, error) {
	return s.st.Volunteer(ctx, id)
}

func (s *volunteers) identity(v *data.Volunteer) (id, version int64) { return v.ID, v.Version }

func (s *volunteers) label(v *data.Volunteer) string {
	if v.Number == 0 {
		return v.FullName()
	}
	return "№ " + strconv.FormatInt(v.Number, 10) + " " + v.FullName()
}

func (s *volunteers) same(row, known *data.Volunteer, rule data.DuplicateRule) certainty {
	switch {
	case rule == byName:
		return sureName(&row.Person, &known.Person)
	case weak(rule) && speakAgainst(&row.Person, &known.Person):
		return another
	case weak(rule):
		return perhaps
	}
	otherNumber := row.Number != 0 && known.Number != 0 && row.Number != known.Number
	if surePerson(&row.Person, &known.Person, rule) && (!otherNumber || rule == data.SameIIN) {
		return surely
	}
	return perhaps
}

// renew takes a number that is another's from a new volunteer, who gets the next one.
func (s *volunteers) renew(r *reader, v *data.Volunteer) {
	if v.Number != 0 {
		r.warnField("number", "imports.number_taken", "Number", v.Number)
		v.Number = 0
	}
}

// claims tells that a volunteer brings her number: those without one get theirs after all of these.
func (s *volunteers) claims(v *data.Volunteer) bool { return v.Number != 0 }

func (s *volunteers) save(im *store.Importer, v *data.Volunteer) error {
	_, err := im.SaveVolunteer(*v)
	return err
}
