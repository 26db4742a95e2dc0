package store_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/store"
	"saya/data/store/storetest"
)

func planned(e *data.Event) {
	e.Status, e.Start, e.End = data.Planned, "2026-12-01T10:00", "2026-12-01T12:00"
}

func TestEventKeepsEveryField(t *testing.T) {
	s := storetest.New(t)
	venue, coordinator := storetest.Venue(t, s), storetest.Volunteer(t, s)
	project, err := s.SaveProject(t.Context(), storetest.Actor(), data.Project{Name: data.Names{RU: "Новая жизнь"}, From: "2026-01-01", To: "2026-12-31", Planned: 4})
	require.NoError(t, err)
	e := data.Event{
		Title: data.Names{KK: "Концерт", RU: "Концерт", EN: "Concert"}, Type: data.Concert, Status: data.Held,
		Start: "2026-11-21T18:00", End: "2026-11-22T01:00", VenueID: venue.ID, ProjectID: project, CoordinatorID: coordinator.ID,
		LawKind: "3", Direction: "qamqor", Campaigns: data.List{"16 дней"}, Residents: true, PublicCount: data.KnownCount(0),
		ResidentsCount: data.KnownCount(7), Description: "а", Requirements: "б", Result: "в", Link: "https://sample.invalid/x",
		Note: "г", OverrideReason: "д",
	}
	id, err := s.SaveEvent(t.Context(), storetest.Actor(), e)
	require.NoError(t, err)
	got, err := s.Event(t.Context(), id)
	require.NoError(t, err)
	e.ID, e.Version = id, got.Version
	require.Equal(t, e, got)
	require.True(t, got.PublicCount.Known, "none came is not the same as not counted")
}

func TestEventConflicts(t *testing.T) {
	s := storetest.New(t)
	venue := storetest.Venue(t, s)
	v := storetest.Volunteer(t, s)
	storetest.Event(t, s, planned, func(e *data.Event) { e.VenueID, e.CoordinatorID = venue.ID, v.ID })
	for name, c := range map[string]struct {
		change func(*data.Event)
		key    string // "" = saved
	}{
		"the venue twice":            {func(e *data.Event) { e.VenueID = venue.ID }, "errors.venue_twice"},
		"the person twice":           {func(e *data.Event) { e.CoordinatorID = v.ID }, "errors.person_twice"},
		"with a reason":              {func(e *data.Event) { e.VenueID, e.OverrideReason = venue.ID, "Делим зал" }, ""},
		"right after":                {func(e *data.Event) { e.VenueID, e.Start, e.End = venue.ID, "2026-12-01T12:00", "2026-12-01T13:00" }, ""},
		"cancelled needs no place":   {func(e *data.Event) { e.VenueID, e.Status = venue.ID, data.Cancelled }, ""},
		"held before it took place":  {func(e *data.Event) { e.Status = data.Held }, "errors.event_not_held"},
		"ends before it begins":      {func(e *data.Event) { e.End = "2026-12-01T09:00" }, "errors.time_range"},
		"at a venue that is not one": {func(e *data.Event) { e.VenueID = 99 }, "errors.not_found"},
	} {
		t.Run(name, func(t *testing.T) {
			e := data.Event{Title: data.Names{RU: "Встреча"}, Type: data.Meeting}
			planned(&e)
			c.change(&e)
			_, err := s.SaveEvent(t.Context(), storetest.Actor(), e)
			if c.key == "" {
				require.NoError(t, err)
				undoLast(t, s)
				return
			}
			refused(t, c.key, err)
		})
	}
}

func TestMinorsAndResidentsDoNotMeet(t *testing.T) {
	s := storetest.New(t)
	minor := storetest.Volunteer(t, s, func(v *data.Volunteer) { v.Birth = "2010-06-01" })
	unknown := storetest.Volunteer(t, s, func(v *data.Volunteer) { v.Birth = "" })
	shelter := storetest.Venue(t, s, func(v *data.Venue) { v.Closed, v.Address = true, "" })
	hall := storetest.Venue(t, s)
	public := storetest.Event(t, s, planned, func(e *data.Event) { e.VenueID = hall.ID })
	with := storetest.Event(t, s, planned, func(e *data.Event) { e.Residents = true })
	inside := storetest.Event(t, s, planned, func(e *data.Event) { e.VenueID = shelter.ID })
	adults := storetest.Event(t, s, planned, func(e *data.Event) { e.LawKind = adultKind(t, s) })
	by := storetest.Actor()
	for key, event := range map[string]int64{
		"errors.minor_with_residents": with.ID, "rules.minor_closed_venue": inside.ID, "errors.minor_adults_only": adults.ID,
	} {
		_, err := s.AssignVolunteer(t.Context(), by, storetest.Need(t, s, event), minor.ID, "Очень просит")
		refused(t, key, err)
		require.True(t, data.IsCode(err, data.Denied), "no reason overrides it")
	}
	_, err := s.AssignVolunteer(t.Context(), by, storetest.Need(t, s, with.ID), unknown.ID, "Взрослая")
	refused(t, "errors.birth_unknown_residents", err)
	_, err = s.SaveHours(t.Context(), by, data.Hours{VolunteerID: minor.ID, EventID: with.ID, Day: "2026-11-21", Minutes: 60})
	refused(t, "errors.minor_with_residents", err)

	_, err = s.AssignVolunteer(t.Context(), by, storetest.Need(t, s, public.ID), minor.ID, "")
	require.NoError(t, err)
	public.Residents, public.OverrideReason = true, "Так вышло"
	_, err = s.SaveEvent(t.Context(), by, public)
	refused(t, "errors.minor_with_residents", err)
	hall.Closed, hall.Address = true, ""
	_, err = s.SaveVenue(t.Context(), by, hall)
	refused(t, "rules.minor_closed_venue", err)
}

func adultKind(t *testing.T, s *store.Store) string {
	t.Helper()
	kinds, err := s.Kinds(t.Context())
	require.NoError(t, err)
	for _, k := range kinds {
		if k.AdultsOnly {
			return k.Code
		}
	}
	require.Fail(t, "the law has kinds for adults only")
	return ""
}

func TestAssigning(t *testing.T) {
	s := storetest.New(t)
	by := storetest.Actor()
	v, other := storetest.Volunteer(t, s), storetest.Volunteer(t, s)
	e := storetest.Event(t, s, planned)
	need := storetest.Need(t, s, e.ID, func(n *data.Need) { n.Wanted, n.Clearances = 1, data.List{"induction"} })
	_, err := s.AssignVolunteer(t.Context(), by, need, v.ID, "")
	refused(t, "errors.clearance_missing", err)
	id, err := s.AssignVolunteer(t.Context(), by, need, v.ID, "Пройдёт в понедельник")
	require.NoError(t, err)
	rows := assignments(t, s, e.ID)
	require.Len(t, rows, 1)
	require.Equal(t, "Пройдёт в понедельник", rows[0].OverrideReason)
	require.Equal(t, data.ConfirmedPlace, rows[0].Status)
	require.Equal(t, v.Number, rows[0].Number)
	require.Equal(t, "Помощник", rows[0].Role)

	_, err = s.AssignVolunteer(t.Context(), by, storetest.Need(t, s, e.ID), v.ID, "Ещё раз")
	refused(t, "errors.already_assigned", err)
	_, err = s.AssignVolunteer(t.Context(), by, need, other.ID, "Тоже хочет")
	refused(t, "errors.needs_full", err)
	_, err = s.SaveAssignment(t.Context(), by, data.Assignment{NeedID: need, VolunteerID: other.ID, Status: data.Waitlisted, OverrideReason: "Пройдёт"})
	require.NoError(t, err, "but she can wait")

	e.Note = "Список полон"
	_, err = s.SaveEvent(t.Context(), by, e)
	require.NoError(t, err, "a conflict accepted with the assignment is not asked about again")
	refused(t, "errors.in_use", s.DeleteNeed(t.Context(), by, need))

	require.NoError(t, s.RemoveAssignment(t.Context(), by, id))
	require.Len(t, assignments(t, s, e.ID), 1)

	e, err = s.Event(t.Context(), e.ID)
	require.NoError(t, err)
	e.Status = data.Cancelled
	_, err = s.SaveEvent(t.Context(), by, e)
	require.NoError(t, err)
	_, err = s.AssignVolunteer(t.Context(), by, need, v.ID, "Всё равно")
	refused(t, "store.event_off", err)
}

func TestFindingsAreShownBeforeSaving(t *testing.T) {
	s := storetest.New(t)
	v := storetest.Volunteer(t, s)
	e := storetest.Event(t, s, func(e *data.Event) { planned(e); e.Start, e.End = "2026-12-16T10:00", "2026-12-16T12:00" })
	findings, err := s.EventFindings(t.Context(), e)
	require.NoError(t, err)
	require.Len(t, findings, 1, "Independence Day")
	require.Equal(t, data.OnHoliday, findings[0].Kind)
	need := storetest.Need(t, s, e.ID, func(n *data.Need) { n.Clearances = data.List{"induction"} })
	findings, err = s.AssignmentFindings(t.Context(), need, v.ID)
	require.NoError(t, err)
	require.Len(t, findings, 1)
	require.Equal(t, data.NotCleared, findings[0].Kind)
}

func TestAttendance(t *testing.T) {
	s := storetest.New(t)
	by := storetest.Actor()
	e := storetest.Event(t, s)
	need := storetest.Need(t, s, e.ID)
	var marks []data.Mark
	for _, a := range []data.Attendance{data.Attended, data.Late, data.AbsentExcused} {
		id, err := s.AssignVolunteer(t.Context(), by, need, storetest.Volunteer(t, s).ID, "")
		require.NoError(t, err)
		marks = append(marks, data.Mark{AssignmentID: id, Attendance: a})
	}
	for i, row := range assignments(t, s, e.ID) {
		marks[i].Version = row.Version
	}
	marks[1].Start = "2026-11-21T10:30"
	require.NoError(t, s.SaveAttendance(t.Context(), by, e, marks))
	refused(t, "errors.changed_meanwhile", s.SaveAttendance(t.Context(), by, e, []data.Mark{{AssignmentID: marks[0].AssignmentID, Version: marks[0].Version, Attendance: data.Absent}}))
	rows, err := s.EventRows(t.Context(), []int64{e.ID})
	require.NoError(t, err)
	require.Equal(t, 2, rows[0].Came)
	require.Equal(t, 3, rows[0].Confirmed)
	require.Equal(t, 5, rows[0].Wanted)

	other := storetest.Event(t, s, func(e *data.Event) { e.Start, e.End = "2026-11-20T10:00", "2026-11-20T11:00" })
	require.True(t, data.IsCode(s.SaveAttendance(t.Context(), by, other, marks[:1]), data.NotFound))
	refused(t, "errors.in_use", s.RemoveAssignment(t.Context(), by, marks[0].AssignmentID))
	require.NoError(t, undo(t, s, 1), "all marks at once")
	for _, row := range assignments(t, s, e.ID) {
		require.Equal(t, data.Expected, row.Attendance)
	}
}

func TestEventsAreFound(t *testing.T) {
	s := storetest.New(t)
	venue, v := storetest.Venue(t, s), storetest.Volunteer(t, s)
	late := storetest.Event(t, s, func(e *data.Event) {
		e.Start, e.End, e.Title.RU = "2026-11-21T23:00", "2026-11-22T01:00", "Ночной дозор"
		e.Title.EN = "a night watch"
	}).ID
	early := storetest.Event(t, s, func(e *data.Event) { e.Start, e.End, e.Residents = "2026-11-01T10:00", "2026-11-01T11:00", true }).ID
	coming := storetest.Event(t, s, planned, func(e *data.Event) {
		e.VenueID, e.Type, e.CoordinatorID, e.Title.EN = venue.ID, data.Concert, v.ID, "Evening of songs"
	}).ID
	_, err := s.AssignVolunteer(t.Context(), storetest.Actor(), storetest.Need(t, s, early), v.ID, "")
	require.NoError(t, err)
	for name, c := range map[string]struct {
		f    data.EventFilter
		want []int64
	}{
		"all by start":          {data.EventFilter{}, []int64{early, late, coming}},
		"the last first":        {data.EventFilter{Listing: data.Listing{Desc: true, Limit: 2}}, []int64{coming, late}},
		"the evening included":  {data.EventFilter{Days: data.Period{From: "2026-11-02", To: "2026-11-21"}}, []int64{late}},
		"from a day on":         {data.EventFilter{Days: data.Period{From: "2026-11-21"}}, []int64{late, coming}},
		"held":                  {data.EventFilter{Statuses: []data.EventStatus{data.Held}}, []int64{early, late}},
		"of types":              {data.EventFilter{Types: []data.EventType{data.Concert, data.Meeting}}, []int64{coming}},
		"with residents":        {data.EventFilter{Residents: data.WithResidents}, []int64{early}},
		"without":               {data.EventFilter{Residents: data.WithoutResidents}, []int64{late, coming}},
		"at a venue":            {data.EventFilter{VenueID: venue.ID}, []int64{coming}},
		"of a coordinator":      {data.EventFilter{CoordinatorID: v.ID}, []int64{coming}},
		"of a volunteer":        {data.EventFilter{VolunteerID: v.ID}, []int64{early}},
		"by title":              {data.EventFilter{Listing: data.Listing{Search: "nochnoi"}}, []int64{late}},
		"by a title in Kazakh":  {data.EventFilter{Listing: data.Listing{Search: "шеберлик"}}, []int64{early, late, coming}},
		"in the order of names": {data.EventFilter{Listing: data.Listing{Order: data.OrderByName}}, []int64{early, coming, late}},
		"in that of English":    {data.EventFilter{Listing: data.Listing{Order: data.OrderByName, Lang: "en"}}, []int64{late, coming, early}},
		"by status":             {data.EventFilter{Listing: data.Listing{Order: data.OrderByStatus}}, []int64{early, late, coming}},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := s.Events(t.Context(), c.f)
			require.NoError(t, err)
			require.Equal(t, c.want, got)
		})
	}
	rows, err := s.EventRows(t.Context(), []int64{coming})
	require.NoError(t, err)
	require.Equal(t, "Зал", rows[0].VenueName.RU)
	require.Equal(t, "Қалиева Әсем", rows[0].CoordinatorName)
}

// A need never moves: the places it has were given under the rules of its event.
func TestNeedStaysWithItsEvent(t *testing.T) {
	s := storetest.New(t)
	e := storetest.Event(t, s, planned)
	other := storetest.Event(t, s, planned, func(e *data.Event) { e.Residents = true })
	storetest.Need(t, s, e.ID)
	needs, err := s.Needs(t.Context(), e.ID)
	require.NoError(t, err)
	changed := needs[0]
	changed.EventID, changed.Role, changed.Wanted = other.ID, "Ведущая", 2
	_, err = s.SaveNeed(t.Context(), storetest.Actor(), changed)
	require.NoError(t, err)
	now, err := s.Needs(t.Context(), e.ID)
	require.NoError(t, err)
	require.Len(t, now, 1)
	require.Equal(t, 2, now[0].Wanted)
	_, err = s.SaveNeed(t.Context(), storetest.Actor(), needs[0])
	refused(t, "errors.changed_meanwhile", err)
}
