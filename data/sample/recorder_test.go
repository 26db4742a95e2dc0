package sample

import (
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
)

// recorder is a centre in memory: what the rules are tested on without a file.
type recorder struct {
	groups        []data.Group
	volunteers    []data.Volunteer
	clearances    []data.Clearance
	applications  []data.Application
	venues        []data.Venue
	projects      []data.Project
	events        []data.Event
	needs         []data.Need
	assignments   []data.Assignment
	hours         []data.Hours
	contributions []data.Contribution
	locked        map[data.Month]bool
}

// made makes a centre in memory.
func made(t testing.TB, o Options) *recorder {
	t.Helper()
	o = o.filled()
	require.NoError(t, o.check())
	w, err := readWords()
	require.NoError(t, err)
	r := &recorder{locked: map[data.Month]bool{}}
	require.NoError(t, newBuilder(t.Context(), o, w, r).build())
	return r
}

func (r *recorder) AddGroup(g data.Group) (int64, error) {
	g.ID = int64(len(r.groups) + 1)
	r.groups = append(r.groups, g)
	return g.ID, nil
}

func (r *recorder) SetLeader(groupID, volunteerID int64) error {
	r.groups[groupID-1].LeaderID = volunteerID
	return nil
}

func (r *recorder) AddVolunteer(v data.Volunteer) (int64, error) {
	v.ID = int64(len(r.volunteers) + 1)
	r.volunteers = append(r.volunteers, v)
	return v.ID, nil
}

func (r *recorder) AddClearance(c data.Clearance) (int64, error) {
	c.ID = int64(len(r.clearances) + 1)
	r.clearances = append(r.clearances, c)
	return c.ID, nil
}

func (r *recorder) AddApplication(a data.Application) (int64, error) {
	a.ID = int64(len(r.applications) + 1)
	r.applications = append(r.applications, a)
	return a.ID, nil
}

func (r *recorder) AddVenue(v data.Venue) (int64, error) {
	v.ID = int64(len(r.venues) + 1)
	r.venues = append(r.venues, v)
	return v.ID, nil
}

func (r *recorder) AddProject(p data.Project) (int64, error) {
	p.ID = int64(len(r.projects) + 1)
	r.projects = append(r.projects, p)
	return p.ID, nil
}

func (r *recorder) AddEvent(e data.Event) (int64, error) {
	e.ID = int64(len(r.events) + 1)
	r.events = append(r.events, e)
	return e.ID, nil
}

func (r *recorder) AddNeed(n data.Need) (int64, error) {
	n.ID = int64(len(r.needs) + 1)
	r.needs = append(r.needs, n)
	return n.ID, nil
}

func (r *recorder) AddAssignment(a data.Assignment) (int64, error) {
	a.ID = int64(len(r.assignments) + 1)
	r.assignments = append(r.assignments, a)
	return a.ID, nil
}

func (r *recorder) AddHours(h data.Hours) (int64, error) {
	h.ID = int64(len(r.hours) + 1)
	r.hours = append(r.hours, h)
	return h.ID, nil
}

func (r *recorder) AddContribution(c data.Contribution) (int64, error) {
	c.ID = int64(len(r.contributions) + 1)
	r.contributions = append(r.contributions, c)
	return c.ID, nil
}

func (r *recorder) LockMonth(m data.Month) error {
	r.locked[m] = true
	return nil
}
