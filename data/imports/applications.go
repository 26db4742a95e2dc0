package imports

import (
	"context"
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
}

func newApplications(ctx context.Context, st *store.Store, today data.Date) (*applications, error) {
	lists, err := readPeopleCatalogue(ctx, st)
	return &applications{st, today, lists}, err
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
		},
	))
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
	r.warnAll(a.Warnings())
}

// step refuses a status that cannot follow.
func (s *applications) step(before, after *application) error {
	return data.CheckStatus(before.Status, after.Status)
}

func (s *applications) index() finder[application] {
	return newPersons(func(a *application) (int64, *data.Person) { return 0, &a.Person })
}

func (s *applications) each(ctx context.Context, fn func(application) error) error {
	return s.st.EachApplication(ctx, func(a data.Application) error { return fn(application{Application: a}) })
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
	case !sameDay && !open && !row.undated:
		return another
	case sameDay && rule == "":
		return sureName(&row.Person, &known.Person)
	case sameDay && surePerson(&row.Person, &known.Person, rule):
		return surely
	}
	return perhaps
}

func (s *applications) save(im *store.Importer, a *application) error {
	_, err := im.SaveApplication(a.Application)
	return err
}
