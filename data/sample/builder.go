package sample

import (
	"context"
	"fmt"

	"saya/data"
	"saya/data/reference"
)

// loader takes the records of a sample, in an order in which each may name those before it; ids are its own.
// It is [store.Loader] but for tests.
type loader interface {
	AddGroup(data.Group) (int64, error)
	SetLeader(groupID, volunteerID int64) error
	AddVolunteer(data.Volunteer) (int64, error)
	AddClearance(data.Clearance) (int64, error)
	AddApplication(data.Application) (int64, error)
	AddVenue(data.Venue) (int64, error)
	AddProject(data.Project) (int64, error)
	AddEvent(data.Event) (int64, error)
	AddNeed(data.Need) (int64, error)
	AddAssignment(data.Assignment) (int64, error)
	AddHours(data.Hours) (int64, error)
	AddContribution(data.Contribution) (int64, error)
	LockMonth(data.Month) error
}

// builder makes one centre, step by step. Only what later steps need stays in memory.
type builder struct {
	ctx   context.Context
	opt   Options
	words *words
	cal   *calendar
	into  loader
	done  int

	people       *persons
	corporate    map[string]bool // workplaces
	adultsOnly   map[string]bool // kinds of activity by law
	members      []member
	coordinators []int            // of members
	accepted     []data.Volunteer // the last who joined, whose applications are kept
	venues       map[string][]*venue
	plan         []*gathering // all events by their start
	projectIDs   []int64
	charity      []data.Event // held, which gifts can belong to
	hoursMade    int
}

func newBuilder(ctx context.Context, o Options, w *words, into loader) *builder {
	b := &builder{ctx: ctx, opt: o, words: w, cal: newCalendar(o.Until), into: into, corporate: map[string]bool{}, adultsOnly: map[string]bool{}}
	b.people = &persons{newIdentities(o.chance(partPeople), w), b.cal}
	for _, job := range w.places.Jobs {
		b.corporate[job.Place] = job.Corporate
	}
	for _, kind := range reference.ActivityKinds() {
		b.adultsOnly[kind.Code] = kind.AdultsOnly
	}
	return b
}

// build makes everything.
func (b *builder) build() error {
	for _, step := range []func() error{
		b.volunteers, b.places, b.schedule, b.projects, b.events, b.otherHours, b.locks, b.contributions, b.applicants,
	} {
		if err := step(); err != nil {
			return err
		}
	}
	b.opt.Progress(b.done, b.done)
	return nil
}

// tick counts a record and stops when nobody waits for the centre any more.
func (b *builder) tick() error {
	const often = 500
	b.done++
	if b.done%often != 0 {
		return nil
	}
	total := b.opt.Volunteers + b.opt.Events + b.opt.Hours
	b.opt.Progress(min(b.done, total), total)
	if err := b.ctx.Err(); err != nil {
		return fmt.Errorf("making a sample centre: %w", err)
	}
	return nil
}
