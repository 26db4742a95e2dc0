package reports

import (
	"context"

	"saya/data"
	"saya/data/store"
)

// work is what the approved hours of a period add up to. Everything but the fields that say so leaves out hours at
// events with residents.
type work struct {
	months          []data.Month
	minutes         int
	residentMinutes int             // at events with residents only
	people          map[int64]*own  // by volunteer, who may have worked at events with residents only
	events          map[int64]*done // by event
	projects        map[int64]*done // by project
	directions      [][]int         // minutes by month and place of the direction
}

// own is what one volunteer did. Nothing of events with residents is in it: beside other files it would tell who was there.
type own struct {
	minutes    int
	events     int   // held
	months     []int // minutes
	directions []int // minutes by place of the direction
}

// done is what volunteers did at an event or in a project.
type done struct{ minutes, volunteers int }

// pair is a volunteer at an event or in a project.
type pair struct{ volunteer, at int64 }

// worker adds up the hours of periods.
type worker struct {
	view  *store.ReportView
	place catalogue
	home  map[int64]int // place of each volunteer's main direction, for hours outside events
	marks map[int64]store.EventMark
}

func newWorker(ctx context.Context, v *store.ReportView, directions catalogue, volunteers []store.ReportVolunteer) (worker, error) {
	w := worker{view: v, place: directions, home: map[int64]int{}, marks: map[int64]store.EventMark{}}
	for _, r := range volunteers {
		w.home[r.ID] = directions.at(r.Direction)
	}
	marks, err := v.EventMarks(ctx)
	for _, m := range marks {
		w.marks[m.ID] = m
	}
	return w, err
}

// in adds up the hours of one period.
func (w worker) in(ctx context.Context, p data.Period) (*work, error) {
	a := adder{
		worker: w,
		work: &work{
			months: p.Months(), people: map[int64]*own{}, events: map[int64]*done{}, projects: map[int64]*done{},
		},
		month: map[data.Month]int{}, atEvent: map[pair]bool{}, inProject: map[pair]bool{},
	}
	for i, m := range a.months {
		a.month[m] = i
		a.directions = append(a.directions, w.place.split())
	}
	if err := w.view.OpenHours(ctx, p, a.open); err != nil {
		return nil, err
	}
	return a.work, w.view.ResidentHours(ctx, p, a.resident)
}

// adder adds up one entry after the other.
type adder struct {
	worker
	*work
	month     map[data.Month]int
	atEvent   map[pair]bool
	inProject map[pair]bool
}

// open adds an entry that is not of an event with residents.
func (a *adder) open(h store.ReportHours) {
	o := a.person(h.VolunteerID)
	mark := a.marks[h.EventID]
	month, place := a.month[h.Month], a.place.at(mark.Direction)
	if h.EventID == 0 {
		place = a.home[h.VolunteerID]
	}
	a.minutes += h.Minutes
	a.directions[month][place] += h.Minutes
	o.minutes += h.Minutes
	o.months[month] += h.Minutes
	o.directions[place] += h.Minutes
	if h.EventID != 0 && count(a.events, a.atEvent, pair{h.VolunteerID, h.EventID}, h.Minutes) && mark.Held {
		o.events++
	}
	if mark.ProjectID != 0 {
		count(a.projects, a.inProject, pair{h.VolunteerID, mark.ProjectID}, h.Minutes)
	}
}

// resident adds an entry of an event with residents.
func (a *adder) resident(h store.ReportHours) {
	a.person(h.VolunteerID)
	a.residentMinutes += h.Minutes
}

func (a *adder) person(id int64) *own {
	o := a.people[id]
	if o == nil {
		n := len(a.months)
		o = &own{months: make([]int, n), directions: a.place.split()}
		a.people[id] = o
	}
	return o
}

// count adds minutes and tells whether the volunteer is new there.
func count(to map[int64]*done, seen map[pair]bool, p pair, minutes int) bool {
	d := to[p.at]
	if d == nil {
		d = &done{}
		to[p.at] = d
	}
	d.minutes += minutes
	if seen[p] {
		return false
	}
	seen[p] = true
	d.volunteers++
	return true
}

// active counts the volunteers with hours.
func (w *work) active(residents bool) int {
	if residents {
		return len(w.people)
	}
	n := 0
	for _, o := range w.people {
		if o.minutes > 0 {
			n++
		}
	}
	return n
}

// by is what a volunteer did, nothing if she has no hours.
func (w *work) by(id int64) own {
	if o := w.people[id]; o != nil {
		return *o
	}
	return own{}
}

// at is what was done at an event, in a project.
func at(m map[int64]*done, id int64) done {
	if d := m[id]; d != nil {
		return *d
	}
	return done{}
}
