package imports

import (
	"context"
	"iter"
	"slices"
	"strconv"

	"saya/data"
	"saya/data/sheetin"
	"saya/data/store"
)

// assignments are places of volunteers at events.
type assignments struct {
	st           *store.Store
	today        data.Date
	roll         *roll
	diary        *diary
	requirements []data.Requirement
	needs        map[int64][]data.Need // of the events that rows name
	needOf       map[int64]data.Need   // the same by id
	known        map[int64]data.Assignment
	atEvent      map[[2]int64]int64 // the known assignment of a volunteer at an event

	rows   map[int]assignmentRow
	taken  map[needOf]map[int]bool // rows with a confirmed place
	places map[int64][]int         // rows by volunteer

	im   *store.Importer // of which made are
	made map[needOf]int64
}

// needOf is a need that is there or, with a role, one to be made.
type needOf struct {
	id, event int64
	role      string
}

// assignmentRow is an assignment with what its row says.
type assignmentRow struct {
	data.Assignment
	who   who
	when  when
	event eventRef
	role  string
}

// toBeMade stands for the id of a need that the import makes.
const toBeMade = -1

func newAssignments(ctx context.Context, st *store.Store, today data.Date) (*assignments, error) {
	s := &assignments{
		st: st, today: today, roll: newRoll(st), needs: map[int64][]data.Need{}, needOf: map[int64]data.Need{}, known: map[int64]data.Assignment{},
		atEvent: map[[2]int64]int64{},
	}
	var err error
	if s.requirements, err = st.Requirements(ctx); err != nil {
		return s, err
	}
	s.diary, err = readDiary(ctx, st)
	return s, err
}

func (s *assignments) fields() []field[assignmentRow] { return assignmentFields(s.diary) }

func assignmentFields(d *diary) []field[assignmentRow] {
	return slices.Concat(
		whoFields(func(a *assignmentRow) *who { return &a.who }),
		[]field[assignmentRow]{
			eventRefField(d, func(a *assignmentRow) *eventRef { return &a.event }),
			{
				name: "role", read: one(func(_ *reader, c sheetin.Cell, a *assignmentRow) { a.role = data.Line(c.Text) }),
				show: func(a *assignmentRow) string { return a.role },
			},
		},
		whenFields("event_day", func(a *assignmentRow) *when { return &a.when }),
		[]field[assignmentRow]{
			oneOf("status", "assignment_status", "status.assignment.", func(a *assignmentRow) *data.AssignmentStatus { return &a.Status }),
			attendanceField(),
			text("note", func(a *assignmentRow) *string { return &a.Note }),
			text("override_reason", func(a *assignmentRow) *string { return &a.OverrideReason }),
			{name: "start_at", show: func(a *assignmentRow) string { return string(a.Start) }},
			{name: "end_at", show: func(a *assignmentRow) string { return string(a.End) }},
		},
	)
}

func (s *assignments) fresh() assignmentRow { return assignmentRow{when: unsaid()} }

// of is a known assignment with its event and role.
func (s *assignments) of(a data.Assignment) assignmentRow {
	row := s.fresh()
	row.Assignment = a
	need := s.needOf[a.NeedID]
	row.event.id, row.role = need.EventID, need.Role
	return row
}

// gather looks up the volunteers of rows, and the needs and assignments of their events.
func (s *assignments) gather(ctx context.Context, rows iter.Seq[*assignmentRow]) error {
	var keys []string
	fresh := map[int64]int64{} // events by need
	for a := range rows {
		keys = append(keys, a.who.key())
		for _, e := range s.diary.find(a.event.title, a.when.day) {
			if _, known := s.needs[e.ID]; known {
				continue
			}
			needs, err := s.st.Needs(ctx, e.ID)
			if err != nil {
				return err
			}
			s.needs[e.ID] = needs
			for _, n := range needs {
				fresh[n.ID], s.needOf[n.ID] = e.ID, n
			}
		}
	}
	if err := s.roll.want(ctx, keys); err != nil || len(fresh) == 0 {
		return err
	}
	return s.st.EachAssignment(ctx, func(a data.Assignment) error {
		if event := fresh[a.NeedID]; event != 0 {
			s.known[a.ID] = a
			if at := [2]int64{a.VolunteerID, event}; s.atEvent[at] == 0 || a.Open() {
				s.atEvent[at] = a.ID
			}
		}
		return nil
	})
}

// finish finds volunteer, event and need.
func (s *assignments) finish(r *reader, a *assignmentRow) {
	if a.ID == 0 || a.who.key() != "|" {
		if v := s.roll.find(r, a.who); v != nil {
			a.VolunteerID = v.ID
		}
	}
	if a.event.title != "" {
		s.findEvent(r, a)
	}
	if a.event.id == 0 {
		return
	}
	s.findNeed(r, a)
	known := data.Interval{From: a.Start, To: a.End}
	if e := s.diary.byID[a.event.id]; known.From == "" {
		a.when.day = e.Start.Date()
	}
	span := a.when.on(known)
	a.Start, a.End = span.From, span.To
	if a.Status == "" || a.Attendance.Came() {
		a.Status = data.ConfirmedPlace
	}
	a.Normalise()
}

func (s *assignments) findEvent(r *reader, a *assignmentRow) {
	switch found := s.diary.find(a.event.title, a.when.day); len(found) {
	case 1:
		a.event.id = found[0].ID
	case 0:
		r.refuseField("event_id", "imports.event_missing")
	default:
		r.refuseField("event_id", "imports.event_several")
	}
}

// findNeed finds the need of the role; without a role the one she has, or the only one there is.
func (s *assignments) findNeed(r *reader, a *assignmentRow) {
	needs := s.needs[a.event.id]
	i := slices.IndexFunc(needs, func(n data.Need) bool { return titleKey(n.Role) == titleKey(a.role) })
	known := s.known[s.atEvent[[2]int64{a.VolunteerID, a.event.id}]]
	switch {
	case a.role != "" && i >= 0:
		a.NeedID, a.role = needs[i].ID, needs[i].Role
	case a.role != "":
		a.NeedID = toBeMade
	case known.ID != 0:
		a.NeedID = known.NeedID
	case len(needs) == 1:
		a.NeedID, a.role = needs[0].ID, needs[0].Role
	default:
		r.refuseField("role", "imports.role_needed")
	}
}

func (s *assignments) check(r *reader, a *assignmentRow) { r.refuseAll(a.Validate()) }

// step refuses a status that cannot follow.
func (s *assignments) step(before, after *assignmentRow) error {
	return data.CheckStatus(before.Status, after.Status)
}

func (s *assignments) index() finder[assignmentRow] {
	return newKeyed(func(a *assignmentRow) []string {
		return []string{strconv.FormatInt(a.VolunteerID, 10) + " " + strconv.FormatInt(a.event.id, 10)}
	})
}

// each passes the assignment by which a volunteer is at an event; earlier ones that she gave up do not count.
func (s *assignments) each(_ context.Context, _ func(*assignmentRow) bool, fn func(assignmentRow) error) error {
	ids := make([]int64, 0, len(s.atEvent))
	for _, id := range s.atEvent {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	for _, id := range ids {
		if err := fn(s.of(s.known[id])); err != nil {
			return err
		}
	}
	return nil
}

// load takes the assignment as it was when the plan was made: the save refuses one that was changed since.
func (s *assignments) load(_ context.Context, id int64) (assignmentRow, error) {
	return s.of(s.known[id]), nil
}

func (s *assignments) identity(a *assignmentRow) (id, version int64) { return a.ID, a.Version }

func (s *assignments) label(a *assignmentRow) string {
	e := s.diary.byID[a.event.id]
	label := string(e.Start.Date()) + " " + bothNames(e.Title)
	if v := s.roll.byID[a.VolunteerID]; v != nil {
		label = v.FullName() + ", " + label
	}
	return label
}

func (s *assignments) same(_, _ *assignmentRow, _ data.DuplicateRule) certainty { return surely }

func (s *assignments) save(im *store.Importer, a *assignmentRow) error {
	if a.NeedID == toBeMade {
		if s.im != im {
			s.im, s.made = im, map[needOf]int64{}
		}
		key := a.need()
		if s.made[key] == 0 {
			id, err := im.SaveNeed(data.Need{EventID: a.event.id, Role: a.role, Wanted: max(1, len(s.taken[key]))})
			if err != nil {
				return err
			}
			s.made[key] = id
		}
		a.NeedID = s.made[key]
	}
	_, err := im.SaveAssignment(a.Assignment)
	return err
}

// attendanceField reads how somebody attended; a dash says that she did not.
func attendanceField() field[assignmentRow] {
	f := oneOf("attendance", "attendance", "status.attendance.", func(a *assignmentRow) *data.Attendance { return &a.Attendance })
	f.dash = true
	return f
}
