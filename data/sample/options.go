package sample

import (
	"math/rand/v2"

	"saya/data"
)

// Options say how large an invented centre is. Equal options make equal centres; Progress does not matter for that.
type Options struct {
	Seed  uint64
	Until data.Date // the last day with events held; needed

	Volunteers int // 0 = 250
	Events     int // held, cancelled or moved in the two years up to Until, 0 = 400; planned ones come on top
	Hours      int // entries, about; 0 = six for each event

	// Progress, if set, hears how many of about how many records are made, the last time done = total.
	Progress func(done, total int)
}

// The defaults and the bounds of [Options].
const (
	defaultVolunteers = 250
	defaultEvents     = 400
	hoursPerEvent     = 6
	// maxHoursPerVolunteer keeps two years possible: nobody comes on two days in a row.
	maxHoursPerVolunteer = 150
)

func (o Options) filled() Options {
	if o.Volunteers == 0 {
		o.Volunteers = defaultVolunteers
	}
	if o.Events == 0 {
		o.Events = defaultEvents
	}
	if o.Hours == 0 {
		o.Hours = min(o.Events*hoursPerEvent, o.Volunteers*maxHoursPerVolunteer)
	}
	if o.Progress == nil {
		o.Progress = func(int, int) {}
	}
	return o
}

// check refuses what no centre can be.
func (o Options) check() error {
	var errs data.Errors
	if !o.Until.Valid() {
		errs.Add("until", "errors.date")
	}
	for _, f := range []struct {
		field     string
		n, lo, hi int
	}{
		{"volunteers", o.Volunteers, 1, 1_000_000},
		{"events", o.Events, 1, 200_000},
		{"hours", o.Hours, 1, o.Volunteers * maxHoursPerVolunteer},
	} {
		if f.n < f.lo || f.n > f.hi {
			errs.Add(f.field, "errors.number_range", "Min", f.lo, "Max", f.hi)
		}
	}
	return errs.OrNil()
}

// part is a stream of chance of its own, so that more events do not change the people.
type part uint64

const (
	partPeople part = iota
	partGroups
	partSchedule
	partStaffing
	partHours
	partGifts
	partApplications
)

func (o Options) chance(p part) *chance {
	return &chance{rand.New(rand.NewPCG(o.Seed, uint64(p)))}
}
