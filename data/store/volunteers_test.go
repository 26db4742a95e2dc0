package store_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/store"
	"saya/data/store/storetest"
)

func TestVolunteerKeepsEveryField(t *testing.T) {
	s := storetest.New(t)
	group, err := s.SaveGroup(t.Context(), storetest.Actor(), data.Group{Name: "Көмек", FormedOn: "2026-01-01"})
	require.NoError(t, err)
	v := data.Volunteer{
		Person: data.Person{
			Surname: "Қалиева", Given: "Әсем", Patronymic: "Қайратқызы", Preferred: "Асем", Birth: "1990-05-01", Sex: data.Female,
			Phones: data.List{"+77010000001", "+77010000002"}, Email: "asem@sample.invalid", Messenger: "@asem", Region: "750000000",
			District: "Медеу", Workplace: "Университет", Faculty: "Право", StudyYear: 3, Specialty: data.Creative,
			Languages: data.Languages{{Code: "kk", Level: "native"}, {Code: "ru", Level: "C1"}}, Skills: data.List{"фото"},
			Directions: data.List{"qamqor", "bilim"},
			Availability: data.Availability{
				Known: true, Week: []data.WeekSpan{{Weekday: 6, From: 600, To: 900}},
				Exceptions: []data.DayException{{Day: "2026-12-05", Note: "сессия"}},
			},
			EmergencyName: "Мама", EmergencyPhone: "+77010000003", GuardianName: "Мама", GuardianPhone: "+77010000003",
			GuardianConsent: "2026-01-01", Source: "друзья", Note: "Первая строка\nвторая",
		},
		Number: 57, Status: data.OnLeave, Accepted: "2026-01-10", LeaveSince: "2026-11-01", Form: "2", GroupID: group,
		Naming: data.ByName, Coordinator: true, ConsentOn: "2026-01-10", ConsentUntil: "2027-01-10", ConsentThird: true,
		Confidential: "2026-01-11", EthicsOn: "2026-01-12", EthicsEdition: "2", Awards: "Грамота",
	}
	id, err := s.SaveVolunteer(t.Context(), storetest.Actor(), v)
	require.NoError(t, err)
	got, err := s.Volunteer(t.Context(), id)
	require.NoError(t, err)
	require.NotZero(t, got.Version)
	v.ID, v.Version = id, got.Version
	require.Equal(t, v, got)
	require.Equal(t, int64(58), storetest.Volunteer(t, s).Number, "numbers go on from the highest")
}

func TestOutdatedSaveIsRefused(t *testing.T) {
	s := storetest.New(t)
	mine := storetest.Volunteer(t, s)
	theirs := mine
	theirs.Workplace = "Университет"
	_, err := s.SaveVolunteer(t.Context(), storetest.Actor(), theirs)
	require.NoError(t, err)

	mine.Workplace = "Школа"
	_, err = s.SaveVolunteer(t.Context(), storetest.Actor(), mine)
	refused(t, "errors.changed_meanwhile", err)
	require.True(t, data.IsCode(err, data.Conflict))
	got, err := s.Volunteer(t.Context(), mine.ID)
	require.NoError(t, err)
	require.Equal(t, "Университет", got.Workplace)
}

func TestSaveWithoutAChangeLeavesNoBatch(t *testing.T) {
	s := storetest.New(t)
	v := storetest.Volunteer(t, s)
	before, err := s.Batches(t.Context(), storetest.Actor())
	require.NoError(t, err)
	_, err = s.SaveVolunteer(t.Context(), storetest.Actor(), v)
	require.NoError(t, err)
	after, err := s.Batches(t.Context(), storetest.Actor())
	require.NoError(t, err)
	require.Equal(t, before, after)
}

func TestRefusedSaveWritesNothing(t *testing.T) {
	s := storetest.New(t)
	_, err := s.SaveVolunteer(t.Context(), storetest.Actor(), data.Volunteer{})
	require.True(t, data.IsCode(err, data.Invalid))
	_, err = s.SaveVolunteer(t.Context(), storetest.Actor(), data.Volunteer{ID: 99, Person: data.Person{Surname: "А", Given: "Б"}, Accepted: "2026-01-01"})
	require.True(t, data.IsCode(err, data.NotFound))
	require.Empty(t, dump(t, s.Dir()))
	require.Equal(t, int64(1), storetest.Volunteer(t, s).Number, "a refused save takes no number")
}

func TestLeavingClosesOpenAssignmentsForGood(t *testing.T) {
	s := storetest.New(t)
	v := storetest.Volunteer(t, s)
	past := storetest.Event(t, s)
	coming := storetest.Event(t, s, func(e *data.Event) {
		e.Status, e.Start, e.End = data.Planned, "2026-12-01T10:00", "2026-12-01T12:00"
	})
	for _, e := range []data.Event{past, coming} {
		_, err := s.AssignVolunteer(t.Context(), storetest.Actor(), storetest.Need(t, s, e.ID), v.ID, "")
		require.NoError(t, err)
	}
	there := assignments(t, s, past.ID)[0]
	require.NoError(t, s.SaveAttendance(t.Context(), storetest.Actor(), past,
		[]data.Mark{{AssignmentID: there.ID, Version: there.Version, Attendance: data.Attended}}))

	v.Status, v.LeftOn, v.LeftReason = data.Left, storetest.Day, "studies"
	_, err := s.SaveVolunteer(t.Context(), storetest.Actor(), v)
	require.NoError(t, err)
	require.Equal(t, data.WithdrawnPlace, assignments(t, s, coming.ID)[0].Status)
	require.Equal(t, data.ConfirmedPlace, assignments(t, s, past.ID)[0].Status, "what was done stays")

	v, err = s.Volunteer(t.Context(), v.ID)
	require.NoError(t, err)
	v.Status = data.Active
	_, err = s.SaveVolunteer(t.Context(), storetest.Actor(), v)
	require.NoError(t, err)
	require.Equal(t, data.WithdrawnPlace, assignments(t, s, coming.ID)[0].Status, "coming back revives nothing")
}

func assignments(t *testing.T, s *store.Store, eventID int64) []data.AssignmentRow {
	t.Helper()
	rows, err := s.Assignments(t.Context(), eventID)
	require.NoError(t, err)
	return rows
}

func TestVolunteersAreFound(t *testing.T) {
	s := storetest.New(t)
	asem := storetest.Volunteer(t, s, func(v *data.Volunteer) {
		v.Surname, v.Given, v.Phones, v.Directions = "Қалиева", "Әсем", data.List{"+7 701 222 33 44"}, data.List{"bilim"}
	}).ID
	elena := storetest.Volunteer(t, s, func(v *data.Volunteer) {
		v.Surname, v.Given, v.Status, v.LeaveSince, v.Birth = "Ёлкина", "Елена", data.OnLeave, "2026-10-01", "2009-01-01"
	}).ID
	omar := storetest.Volunteer(t, s, func(v *data.Volunteer) {
		v.Number, v.Surname, v.Given, v.Sex, v.Coordinator, v.Note = 901, "Өмірбай", "Омар", data.Male, true, "Қалиева"
	}).ID
	for name, c := range map[string]struct {
		f    data.VolunteerFilter
		want []int64
	}{
		"all, in the Kazakh alphabet":    {data.VolunteerFilter{Listing: data.Listing{Lang: "kk"}}, []int64{elena, asem, omar}},
		"all backwards":                  {data.VolunteerFilter{Listing: data.Listing{Lang: "kk", Desc: true}}, []int64{omar, asem, elena}},
		"at most":                        {data.VolunteerFilter{Listing: data.Listing{Limit: 1}}, []int64{elena}},
		"in Latin letters":               {search("kalieva"), []int64{asem}},
		"in Russian letters":             {search("калиева асем"), []int64{asem}},
		"words in any order":             {search("асем кали"), []int64{asem}},
		"the middle of a word":           {search("ЛИЕ"), []int64{asem}},
		"by number":                      {search("901"), []int64{omar}},
		"by the end of the phone":        {search("3344"), []int64{asem}},
		"by the phone as dialled":        {search("8701222"), []int64{asem}},
		"by the phone in groups":         {search("+7 701 222"), []int64{asem}},
		"signs for LIKE find nothing":    {search("%"), nil},
		"underscores neither":            {search("_"), nil},
		"notes are not searched":         {search("кали өмір"), nil},
		"by status":                      {data.VolunteerFilter{Statuses: []data.VolunteerStatus{data.OnLeave, data.Left}}, []int64{elena}},
		"by direction":                   {data.VolunteerFilter{Directions: []string{"qamqor", "bilim"}}, []int64{asem}},
		"coordinators":                   {data.VolunteerFilter{Coordinators: true}, []int64{omar}},
		"minors":                         {data.VolunteerFilter{BornAfter: "2008-11-22"}, []int64{elena}},
		"by number, the highest first":   {data.VolunteerFilter{Listing: data.Listing{Order: data.OrderByNumber, Desc: true}}, []int64{omar, elena, asem}},
		"by approved minutes of a month": {data.VolunteerFilter{Listing: data.Listing{Order: data.OrderByMinutes}}, []int64{asem, elena, omar}},
		"by last day":                    {data.VolunteerFilter{Listing: data.Listing{Order: data.OrderByLastDay}}, []int64{asem, elena, omar}},
		"by acceptance":                  {data.VolunteerFilter{Listing: data.Listing{Order: data.OrderByAccepted}}, []int64{asem, elena, omar}},
		"by status, then name":           {data.VolunteerFilter{Listing: data.Listing{Order: data.OrderByStatus}}, []int64{asem, omar, elena}},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := s.Volunteers(t.Context(), c.f)
			require.NoError(t, err)
			require.ElementsMatch(t, c.want, got)
			require.Equal(t, fmt.Sprint(c.want), fmt.Sprint(got))
		})
	}
}

func search(typed string) data.VolunteerFilter {
	return data.VolunteerFilter{Listing: data.Listing{Search: typed}}
}

func TestVolunteerRows(t *testing.T) {
	s := storetest.New(t)
	group, err := s.SaveGroup(t.Context(), storetest.Actor(), data.Group{Name: "Көмек"})
	require.NoError(t, err)
	v := storetest.Volunteer(t, s, func(v *data.Volunteer) { v.GroupID = group })
	other := storetest.Volunteer(t, s)
	e := storetest.Event(t, s)
	approved := func(day data.Date, event int64) func(*data.Hours) {
		return func(h *data.Hours) { h.Day, h.EventID, h.Status = day, event, data.Approved }
	}
	storetest.Hours(t, s, v.ID, approved("2026-11-21", e.ID))
	storetest.Hours(t, s, v.ID, approved("2026-10-24", e.ID)) // the 30th day back, today included
	storetest.Hours(t, s, v.ID, approved("2026-10-23", 0))
	storetest.Hours(t, s, v.ID) // not approved

	rows, err := s.VolunteerRows(t.Context(), []int64{other.ID, 99, v.ID})
	require.NoError(t, err)
	require.Len(t, rows, 2, "who is gone is left out")
	require.Equal(t, []int64{other.ID, v.ID}, []int64{rows[0].ID, rows[1].ID})
	require.Zero(t, rows[0].RecentMinutes)
	require.Equal(t, data.Date(""), rows[0].LastDay)
	require.Equal(t, 240, rows[1].RecentMinutes)
	require.Equal(t, 1, rows[1].Events)
	require.Equal(t, data.Date("2026-11-21"), rows[1].LastDay)
	require.Equal(t, "Көмек", rows[1].GroupName)
	require.Equal(t, "Қалиева Әсем", rows[1].FullName())

	none, err := s.VolunteerRows(t.Context(), nil)
	require.NoError(t, err)
	require.Empty(t, none)
}

func TestClearances(t *testing.T) {
	s := storetest.New(t)
	v := storetest.Volunteer(t, s)
	k := data.Clearance{VolunteerID: v.ID, Requirement: "induction", IssuedOn: "2026-01-10", Until: "2027-01-10"}
	id, err := s.SaveClearance(t.Context(), storetest.Actor(), k)
	require.NoError(t, err)
	got, err := s.Clearances(t.Context(), v.ID)
	require.NoError(t, err)
	k.ID = id
	require.Equal(t, []data.Clearance{k}, got)
	require.NoError(t, s.DeleteClearance(t.Context(), storetest.Actor(), id))
	got, err = s.Clearances(t.Context(), v.ID)
	require.NoError(t, err)
	require.Empty(t, got)
}

func TestACorrectedBirthDateHoldsTheMinorRule(t *testing.T) {
	s := storetest.New(t)
	v := storetest.Volunteer(t, s)
	e := storetest.Event(t, s, func(e *data.Event) { e.Residents = true })
	_, err := s.AssignVolunteer(t.Context(), storetest.Actor(), storetest.Need(t, s, e.ID), v.ID, "")
	require.NoError(t, err)
	v.Birth = "2010-01-01"
	_, err = s.SaveVolunteer(t.Context(), storetest.Actor(), v)
	refused(t, "errors.minor_with_residents", err)
}

// Rare names are found by the blocks of the search, which triggers keep: through changes of a name and their undo.
func TestSearchFollowsChanges(t *testing.T) {
	s := storetest.New(t)
	var v data.Volunteer
	for range 70 { // more than one block
		v = storetest.Volunteer(t, s)
	}
	found := func(typed string) []int64 {
		ids, err := s.Volunteers(t.Context(), search(typed))
		require.NoError(t, err)
		return ids
	}
	renamed := v
	renamed.Surname, renamed.Phones = "Өтегенова", data.List{"+77015550011"}
	_, err := s.SaveVolunteer(t.Context(), storetest.Actor(), renamed)
	require.NoError(t, err)
	require.Len(t, found("қалиева"), 69)
	require.Equal(t, []int64{v.ID}, found("otegenova"))
	require.Equal(t, []int64{v.ID}, found("otegenova 5550011"))
	require.Empty(t, found("qalieva 5550011"))

	undoLast(t, s)
	require.Len(t, found("қалиева"), 70)
	require.Empty(t, found("otegenova"))
	undoLast(t, s)
	require.Len(t, found("қалиева"), 69)
	require.Empty(t, found("|"), "nor by what stands between the lines of a block")
}

// TestCommonNamesAreFoundInOrder has more people of one name than are looked up one by one.
func TestCommonNamesAreFoundInOrder(t *testing.T) {
	s := storetest.New(t)
	const people = 900
	require.NoError(t, s.Load(t.Context(), storetest.Actor(), func(l *store.Loader) error {
		for i := range people {
			v := data.Volunteer{Person: data.Person{Surname: "Абаева", Given: string(rune('Я' - i%30))}, Status: data.Active, Naming: data.ByNumber}
			if i%3 == 0 {
				v.Status = data.Left
			}
			if _, err := l.AddVolunteer(v); err != nil {
				return err
			}
		}
		return nil
	}))
	f := search("abaeva")
	all, err := s.Volunteers(t.Context(), f)
	require.NoError(t, err)
	require.Len(t, all, people)
	f.Limit, f.Statuses = 50, []data.VolunteerStatus{data.Active}
	page, err := s.Volunteers(t.Context(), f)
	require.NoError(t, err)
	require.Len(t, page, 50)
	rows, err := s.VolunteerRows(t.Context(), page)
	require.NoError(t, err)
	for i, r := range rows {
		require.Equal(t, data.Active, r.Status)
		if i > 0 {
			require.LessOrEqual(t, rows[i-1].Given, r.Given)
		}
	}
}

func TestPhonesAreFoundAsPeopleWriteThem(t *testing.T) {
	s := storetest.New(t)
	v := storetest.Volunteer(t, s, func(v *data.Volunteer) { v.Phones = data.List{"+77051234567"} })
	storetest.Volunteer(t, s, func(v *data.Volunteer) { v.Phones = data.List{"+77019998877"} })
	for _, typed := range []string{"8 705 123", "8 (705) 123-45-67", "+7 705 123", "87051234567", "705123", "4567"} {
		ids, err := s.Volunteers(t.Context(), data.VolunteerFilter{Listing: data.Listing{Search: typed}})
		require.NoError(t, err)
		require.Equal(t, []int64{v.ID}, ids, typed)
	}
}
