package sample

import (
	"fmt"

	"saya/data"
)

const (
	acceptedShare = 40 // of a hundred applications
	openShare     = 25
)

// applications is how many there are.
func (b *builder) applications() int { return min(max(30, b.opt.Volunteers/5), 3000) }

// applicants adds the applications of those who joined last, the refused and withdrawn ones, and those that wait.
func (b *builder) applicants() error {
	c := b.opt.chance(partApplications)
	for _, v := range b.accepted {
		a := data.Application{Person: v.Person, Status: data.Accepted, DecidedOn: v.Accepted, VolunteerID: v.ID}
		a.ReceivedOn = v.Accepted.AddDays(-c.between(1, 14))
		if err := b.apply(a); err != nil {
			return err
		}
	}
	n := b.applications() - len(b.accepted)
	open := b.applications() * openShare / 100
	for _, day := range spread(c, n-open, b.cal.start, b.cal.last-15, b.cal.joining) {
		a := data.Application{Person: b.people.person(day), Status: data.Withdrawn, ReceivedOn: b.cal.date(day)}
		a.DecidedOn = b.cal.date(day + c.between(1, 14))
		if c.in(0.6) {
			a.Status, a.Reason = data.Declined, pick(c, data.DeclinedReasons())
		}
		if err := b.apply(a); err != nil {
			return err
		}
	}
	// Every third has waited longer than anybody should.
	for i := range open {
		day := b.cal.last - c.between(0, 8)
		if i%3 == 0 {
			day = b.cal.last - c.between(9, 20)
		}
		a := data.Application{Person: b.people.person(day), Status: pick(c, []data.ApplicationStatus{data.NewApplication, data.Screening})}
		a.ReceivedOn = b.cal.date(day)
		if err := b.apply(a); err != nil {
			return err
		}
	}
	return nil
}

func (b *builder) apply(a data.Application) error {
	if _, err := b.into.AddApplication(a); err != nil {
		return fmt.Errorf("adding an application: %w", err)
	}
	return b.tick()
}
