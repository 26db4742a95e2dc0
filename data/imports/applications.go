package imports

import (
	"context"
	"iter"
	"slices"

	"saya/data"
	"saya/data/sheetin"
	"saya/data/store"
)

// applications are requests to become a volunteer.
type applications struct {
	st    *store.Store
	today data.Date
	lists catalogue

	members data.Duplicates // volunteers that the rows may be, by number
}

func newApplications(ctx context.Context, st *store.Store, today data.Date) (*applications, error) {
	lists, err := readPeopleCatalogue(ctx, st)
	return &applications{st: st, today: today, lists: lists}, err
}

// application is an application; undated tells that the row does not say when it came.
type application struct {
	data.Application
	undated bool
}

func (s *applications) fields() []field[application] { return applicationFields(s.lists) }

func applicationFields(c catalogue) []field[application] {
	person := func(a *data.Application) *data.Person { return &a.Person }
	return within(func(a *application) *data.Application { return &a.Application }, slices.Concat(
		within(person, nameFields()), within(person, identityFields()), within(person, detailFields(c)),
		[]field[data.Application]{
			day("received_on", func(a *data.Application) *data.Date { return &a.ReceivedOn }),
			oneOf("status", "application_status", "status.application.", func(a *data.Application) *data.ApplicationStatus { return &a.Status }),
			day("decided_on", func(a *data.Application) *data.Date { return &a.DecidedOn }),
			declinedReasonField(),
			consentField(),
		},
	))
}

// consentField warns of a consent, which is not kept, and of an applicant who does not consent to the processing of her
// data. An application records no consent: it is signed when she is accepted.
func consentField() field[data.Application] {
	return field[data.Application]{name: "consent_on", dash: true, read: one(func(r *reader, c sheetin.Cell, _ *data.Application) {
		if yes, ok := theWords().yes(c.Text); ok && !yes {
			r.warn("imports.consent_refused")
			return
		}
		r.warn("imports.consent_later")
	})}
}

// declinedReasonField takes a reason that is in no list for the other one.
func declinedReasonField() field[data.Application] {
	f := oneOf("reason", "declined_reason", "status.declined_reason.", func(a *data.Application) *string { return &a.Reason })
	f.read = one(func(r *reader, c sheetin.Cell, a *data.Application) {
		code, ok := theWords().find("declined_reason", c.Text)
		if !ok {
			code = "other"
			r.warn("imports.other_reason", "Value", data.Line(c.Text))
		}
		a.Reason = code
	})
	return f
}

func (s *applications) fresh() application { return application{} }

// gather looks up the volunteers that applicants may be already.
func (s *applications) gather(ctx context.Context, rows iter.Seq[*application]) error {
	var applicants data.Duplicates
	for a := range rows {
		a.Normalise()
		applicants.Add(1, 0, a.Person)
	}
	return s.st.EachVolunteer(ctx, func(v *data.Volunteer) bool {
		return len(applicants.Find(0, v.Person)) > 0
	}, func(v data.Volunteer) error {
		s.members.Add(v.Number, 0, v.Person)
		return nil
	})
}

// finish sets the day an application came to today where it is not said, and says so.
func (s *applications) finish(r *reader, a *application) {
	a.Normalise()
	fromIIN(r, &a.Person)
	if a.ID == 0 && a.ReceivedOn == "" {
		a.ReceivedOn, a.undated = s.today, true
		r.warnField("received_on", "imports.day_today")
	}
}

// check refuses accepted applications without a volunteer: whoever was accepted is one.
func (s *applications) check(r *reader, a *application) {
	r.refuseAll(a.Validate(s.today))
	checkName(r, 0, &a.Person)
	if a.Status == data.Accepted && a.VolunteerID == 0 {
		r.refuseField("status", "imports.accepted_is_volunteer")
	}
	if found := s.members.Find(0, a.Person); len(found) > 0 && a.VolunteerID == 0 {
		r.warnField("full_name", "imports.already_volunteer", "Number", found[0].ID)
	}
	r.warnAll(a.Warnings())
}

// step refuses a status that cannot follow.
func (s *applications) step(before, after *application) error {
	return data.CheckStatus(before.Status, after.Status)
}

func (s *applications) index() finder[application] {
	return newPersons(func(a *application) (int64, *data.Person) { return 0, &a.Person })
}

func (s *applications) each(ctx context.Context, wanted func(*application) bool, fn func(application) error) error {
	return s.st.EachApplication(ctx, func(a *data.Application) bool {
		return wanted(&application{Application: *a})
	}, func(a data.Application) error { return fn(application{Application: a}) })
}

func (s *applications) load(ctx context.Context, id int64) (application, error) {
	a, err := s.st.Application(ctx, id)
	return application{Application: a}, err
}

func (s *applications) identity(a *application) (id, version int64) { return a.ID, a.Version }

func (s *applications) label(a *application) string {
	return a.FullName() + ", " + string(a.ReceivedOn)
}

// same holds that whoever comes back applies anew: an application of another day is another one once the known one was
// decided.
func (s *applications) same(row, known *application, rule data.DuplicateRule) certainty {
	open := known.Status == data.NewApplication || known.Status == data.Screening
	sameDay := row.ReceivedOn == known.ReceivedOn || row.undated && open
	switch {
	case !sameDay && !open && !row.undated, weak(rule) && speakAgainst(&row.Person, &known.Person):
		return another
	case sameDay && rule == byName:
		return sureName(&row.Person, &known.Person)
	case sameDay && !weak(rule) && surePerson(&row.Person, &known.Person, rule):
		return surely
	}
	return perhaps
}

func (s *applications) save(im *store.Importer, a *application) error {
	_, err := im.SaveApplication(a.Application)
	return err
}
