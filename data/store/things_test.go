package store_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/store"
	"saya/data/store/storetest"
)

func TestGroups(t *testing.T) {
	s := storetest.New(t)
	leader := storetest.Volunteer(t, s)
	g := data.Group{Name: "Көмек", FormedOn: "2026-01-01", EndedOn: "2026-06-30", LeaderID: leader.ID, Note: "а"}
	id, err := s.SaveGroup(t.Context(), storetest.Actor(), g)
	require.NoError(t, err)
	storetest.Volunteer(t, s, func(v *data.Volunteer) { v.GroupID = id })
	storetest.Volunteer(t, s, func(v *data.Volunteer) {
		v.GroupID, v.Status, v.LeftOn, v.LeftReason = id, data.Left, "2026-03-01", "studies"
	})
	got, err := s.Group(t.Context(), id)
	require.NoError(t, err)
	g.ID, g.Version = id, got.Version
	require.Equal(t, g, got)
	rows, err := s.GroupRows(t.Context(), []int64{id})
	require.NoError(t, err)
	require.Equal(t, data.GroupRow{Group: g, LeaderName: "Қалиева Әсем", Members: 1}, rows[0])
	for day, want := range map[data.Date]int{"2025-12-31": 0, "2026-01-01": 1, "2026-06-30": 1, "2026-07-01": 0} {
		ids, err := s.Groups(t.Context(), data.GroupFilter{On: day})
		require.NoError(t, err)
		require.Len(t, ids, want, day)
	}
}

func TestVenues(t *testing.T) {
	s := storetest.New(t)
	v := storetest.Venue(t, s, func(v *data.Venue) {
		v.Capacity, v.Parallel, v.WomenOnly, v.Region, v.Note = 40, 2, true, "750000000", "а"
	})
	storetest.Event(t, s, func(e *data.Event) { e.VenueID = v.ID })
	storetest.Event(t, s, planned, func(e *data.Event) { e.VenueID, e.Status = v.ID, data.Cancelled })
	rows, err := s.VenueRows(t.Context(), []int64{v.ID})
	require.NoError(t, err)
	require.Equal(t, data.VenueRow{Venue: v, Events: 1}, rows[0])
	storetest.Event(t, s, planned, func(e *data.Event) { e.VenueID = v.ID })
	rows, err = s.VenueRows(t.Context(), []int64{v.ID})
	require.NoError(t, err)
	require.Equal(t, []int{2, 1}, []int{rows[0].Events, rows[0].Coming})

	require.NoError(t, s.RetireVenues(t.Context(), storetest.Actor(), []int64{v.ID}, true))
	for all, want := range map[bool]int{false: 0, true: 1} {
		ids, err := s.Venues(t.Context(), data.VenueFilter{Retired: all, Listing: data.Listing{Search: "zal"}})
		require.NoError(t, err)
		require.Len(t, ids, want)
	}
	_, err = s.SaveVenue(t.Context(), storetest.Actor(), data.Venue{Name: data.Names{RU: "Приют"}, Closed: true, Address: "Алматы"})
	refused(t, "errors.closed_venue_address", err)
}

func TestProjects(t *testing.T) {
	s := storetest.New(t)
	p := data.Project{
		Name: data.Names{RU: "Новая жизнь"}, Aim: "а", From: "2026-01-01", To: "2026-06-30", Planned: 4, Expected: "б",
		Actual: "в", Partners: "Фонд", Direction: "qamqor", LawKind: "3",
	}
	id, err := s.SaveProject(t.Context(), storetest.Actor(), p)
	require.NoError(t, err)
	storetest.Event(t, s, func(e *data.Event) { e.ProjectID = id })
	got, err := s.Project(t.Context(), id)
	require.NoError(t, err)
	p.ID, p.Version = id, got.Version
	require.Equal(t, p, got)
	rows, err := s.ProjectRows(t.Context(), []int64{id})
	require.NoError(t, err)
	require.Equal(t, data.ProjectRow{Project: p, Events: 1, Held: 1}, rows[0])
	for term, want := range map[data.Period]int{
		{}: 1, {From: "2026-06-30", To: "2026-12-31"}: 1, {From: "2026-07-01", To: "2026-12-31"}: 0, {To: "2025-12-31"}: 0,
	} {
		ids, err := s.Projects(t.Context(), data.ProjectFilter{Term: term, Listing: data.Listing{Order: data.OrderByDay}})
		require.NoError(t, err)
		require.Len(t, ids, want, term)
	}
	for f, want := range map[data.ProjectFilter]int{
		{Direction: "qamqor"}: 1, {Direction: "bilim"}: 0, {LawKind: "3"}: 1, {LawKind: "4"}: 0,
	} {
		ids, err := s.Projects(t.Context(), f)
		require.NoError(t, err)
		require.Len(t, ids, want)
	}
	refused(t, "audit.project_in_use", s.DeleteProject(t.Context(), storetest.Actor(), id))
	empty, err := s.SaveProject(t.Context(), storetest.Actor(), data.Project{Name: data.Names{KK: "Бос"}, From: "2026-01-01"})
	require.NoError(t, err)
	ids, err := s.Projects(t.Context(), data.ProjectFilter{Listing: data.Listing{Order: data.OrderByEvents, Desc: true}})
	require.NoError(t, err)
	require.Equal(t, []int64{id, empty}, ids)
	require.NoError(t, s.DeleteProject(t.Context(), storetest.Actor(), empty))
	_, err = s.Project(t.Context(), empty)
	refused(t, "errors.not_found", err)
}

func TestVenuesAreNarrowedAndOrdered(t *testing.T) {
	s := storetest.New(t)
	small := storetest.Venue(t, s, func(v *data.Venue) { v.Name.RU, v.Capacity, v.Region = "А", 10, "750000000" })
	shelter := storetest.Venue(t, s, func(v *data.Venue) { v.Name.RU, v.Closed, v.WomenOnly, v.Address = "Б", true, true, "" })
	hall := storetest.Venue(t, s, func(v *data.Venue) { v.Name.RU, v.Capacity = "В", 90 })
	storetest.Event(t, s, planned, func(e *data.Event) { e.VenueID = shelter.ID })
	for name, c := range map[string]struct {
		f    data.VenueFilter
		want []int64
	}{
		"all":         {data.VenueFilter{}, []int64{small.ID, shelter.ID, hall.ID}},
		"closed":      {data.VenueFilter{Closed: data.Yes}, []int64{shelter.ID}},
		"open":        {data.VenueFilter{Closed: data.No}, []int64{small.ID, hall.ID}},
		"women only":  {data.VenueFilter{WomenOnly: data.Yes}, []int64{shelter.ID}},
		"region":      {data.VenueFilter{Region: "750000000"}, []int64{small.ID}},
		"by capacity": {data.VenueFilter{Listing: data.Listing{Order: data.OrderByCapacity, Desc: true}}, []int64{hall.ID, small.ID, shelter.ID}},
		"by events":   {data.VenueFilter{Listing: data.Listing{Order: data.OrderByEvents, Desc: true}}, []int64{shelter.ID, hall.ID, small.ID}},
	} {
		t.Run(name, func(t *testing.T) {
			ids, err := s.Venues(t.Context(), c.f)
			require.NoError(t, err)
			require.Equal(t, c.want, ids)
		})
	}
}

func TestVenuesAreRetiredInOneAct(t *testing.T) {
	s := storetest.New(t)
	a, b := storetest.Venue(t, s), storetest.Venue(t, s)
	require.NoError(t, s.RetireVenues(t.Context(), storetest.Actor(), []int64{a.ID, b.ID}, true))
	ids, err := s.Venues(t.Context(), data.VenueFilter{})
	require.NoError(t, err)
	require.Empty(t, ids)
	batches, err := s.Batches(t.Context(), storetest.Actor())
	require.NoError(t, err)
	require.NoError(t, s.Undo(t.Context(), storetest.Actor(), batches[0].ID))
	ids, err = s.Venues(t.Context(), data.VenueFilter{})
	require.NoError(t, err)
	require.Len(t, ids, 2)
}

func TestContributions(t *testing.T) {
	s := storetest.New(t)
	e := storetest.Event(t, s)
	k := data.Contribution{
		Kind: data.Information, GiverKind: data.GivenByOrganisation, Giver: "Газета", PledgedOn: "2026-10-01", Day: "2026-11-01",
		Purpose: "а", Value: 1_250_050, Basis: "прайс", What: "статья", Channel: "сайт", Link: "https://sample.invalid", Reach: data.KnownCount(5000),
		ThankedOn: "2026-11-02", MayName: true, EventID: e.ID, Campaign: "16 дней", Note: "б",
	}
	id, err := s.SaveContribution(t.Context(), storetest.Actor(), k)
	require.NoError(t, err)
	got, err := s.Contribution(t.Context(), id)
	require.NoError(t, err)
	k.ID, k.Version = id, got.Version
	require.Equal(t, k, got)
	rows, err := s.ContributionRows(t.Context(), []int64{id})
	require.NoError(t, err)
	require.Equal(t, data.ContributionRow{Contribution: k, EventTitle: e.Title}, rows[0])
}

func TestCatalogues(t *testing.T) {
	s := storetest.New(t)
	by := storetest.Actor()
	directions, err := s.Directions(t.Context())
	require.NoError(t, err)
	require.NotEmpty(t, directions)
	kinds, err := s.Kinds(t.Context())
	require.NoError(t, err)
	require.Len(t, kinds, 13, "law 42-VI art. 6(2)")

	own := data.Choice{Code: "own", Names: data.Names{RU: "Своё"}, Position: 99}
	require.NoError(t, s.SaveDirection(t.Context(), by, own))
	own.Retired = true
	require.NoError(t, s.SaveDirection(t.Context(), by, own))
	after, err := s.Directions(t.Context())
	require.NoError(t, err)
	require.Equal(t, append(directions, own), after)
	undoLast(t, s)
	undoLast(t, s)
	after, err = s.Directions(t.Context())
	require.NoError(t, err)
	require.Equal(t, directions, after, "catalogues can be taken back, too")
	kinds[0].AdultsOnly = !kinds[0].AdultsOnly
	require.NoError(t, s.SaveKind(t.Context(), by, kinds[0]))
	changed, err := s.Kinds(t.Context())
	require.NoError(t, err)
	require.Equal(t, kinds, changed)
	refused(t, "errors.required", s.SaveKind(t.Context(), by, data.Choice{Names: own.Names}))
	refused(t, "errors.title_required", s.SaveKind(t.Context(), by, data.Choice{Code: "14"}))
	help := kinds[2]
	require.True(t, help.AdultsOnly, "law 42-VI art. 12(2-1)")
	help.AdultsOnly = false
	refused(t, "rules.adults_by_law", s.SaveKind(t.Context(), by, help))

	induction := data.Requirement{Code: "induction", Names: data.Names{RU: "Вводная беседа"}, Blocks: true, Includes: data.List{"ethics"}, Months: 12}
	require.NoError(t, s.SaveRequirement(t.Context(), by, induction))
	requirements, err := s.Requirements(t.Context())
	require.NoError(t, err)
	require.Equal(t, []data.Requirement{induction}, requirements)
}

func TestHolidaysAreReplacedByYear(t *testing.T) {
	s := storetest.New(t)
	before, err := s.Holidays(t.Context())
	require.NoError(t, err)
	day := data.Holiday{Code: "kurban_ait", Names: data.Names{RU: "Курбан айт"}, From: "2027-05-16", To: "2027-05-16"}
	require.NoError(t, s.SaveHolidays(t.Context(), storetest.Actor(), 2027, []data.Holiday{day}))
	after, err := s.Holidays(t.Context())
	require.NoError(t, err)
	var want []data.Holiday
	for _, h := range before {
		if h.From.Year() < 2027 {
			want = append(want, h)
		}
	}
	want = append(want, day)
	for _, h := range before {
		if h.From.Year() > 2027 {
			want = append(want, h)
		}
	}
	require.Equal(t, want, after)
	refused(t, "errors.date_range", s.SaveHolidays(t.Context(), storetest.Actor(), 2026, []data.Holiday{day}))
}

func TestCentreProfile(t *testing.T) {
	s := storetest.New(t)
	c, err := s.Centre(t.Context())
	require.NoError(t, err)
	c.Head, c.Sample = "Абаева М.", false
	require.NoError(t, s.SaveCentre(t.Context(), storetest.Actor(), c))
	got, err := s.Centre(t.Context())
	require.NoError(t, err)
	require.Equal(t, "Абаева М.", got.Head)
	require.True(t, got.Sample, "a sample stays one")
	refused(t, "errors.changed_meanwhile", s.SaveCentre(t.Context(), storetest.Actor(), c))
	got.Name = data.Names{}
	refused(t, "errors.title_required", s.SaveCentre(t.Context(), storetest.Actor(), got))
}

func TestExportsAreNoChangeOfTheData(t *testing.T) {
	now := storetest.Now()
	s, err := store.Create(t.Context(), t.TempDir(), store.CreateOptions{Sample: true, Now: func() time.Time { return now }})
	require.NoError(t, err)
	defer func() { require.NoError(t, s.Close()) }()
	storetest.Volunteer(t, s)
	changed, err := s.LastChange(t.Context())
	require.NoError(t, err)
	require.Equal(t, data.StampOf(now), changed)

	now = now.Add(time.Hour)
	e := data.Export{
		Report: "front-office", From: "2026-10-01", To: "2026-10-31", Lang: "kk+ru", Recipient: "Фронт-офис",
		FileName: "saya-front-office.xlsx", SHA256: "00", WithTexts: true, People: true,
	}
	_, err = s.AddExport(t.Context(), storetest.Actor(), e)
	require.NoError(t, err)
	_, err = s.AddExport(t.Context(), storetest.Actor(), data.Export{Report: "hours"})
	require.NoError(t, err)
	wrong, err := s.AddExport(t.Context(), storetest.Actor(), data.Export{Report: "register"})
	require.NoError(t, err)
	require.NoError(t, s.DropExport(t.Context(), wrong))
	last, err := s.LastChange(t.Context())
	require.NoError(t, err)
	require.Equal(t, changed, last)
	got, err := s.Exports(t.Context(), 0)
	require.NoError(t, err)
	require.Len(t, got, 2)
	e.ID, e.At, e.Account = got[1].ID, data.StampOf(now), storetest.Actor().Account
	require.Equal(t, e, got[1])
	got, err = s.Exports(t.Context(), 1)
	require.NoError(t, err)
	require.Equal(t, "hours", got[0].Report)

	c, err := s.Centre(t.Context())
	require.NoError(t, err)
	c.Name, c.Head = data.Names{RU: "Центр"}, "Абаева М."
	require.NoError(t, s.SaveCentre(t.Context(), storetest.Actor(), c))
	last, err = s.LastChange(t.Context())
	require.NoError(t, err)
	require.Equal(t, data.StampOf(now), last, "the profile is data, too")
}

func TestHistory(t *testing.T) {
	s := storetest.New(t)
	v := storetest.Volunteer(t, s)
	v.Workplace, v.StudyYear = "Школа", 2
	_, err := s.SaveVolunteer(t.Context(), storetest.Actor(), v)
	require.NoError(t, err)
	v, err = s.Volunteer(t.Context(), v.ID)
	require.NoError(t, err)
	v.Workplace = "Университет"
	_, err = s.SaveVolunteer(t.Context(), data.Actor{Account: "staff", Role: data.Staff}, v)
	require.NoError(t, err)

	got, err := s.History(t.Context(), store.Volunteers, v.ID)
	require.NoError(t, err)
	at := data.StampOf(storetest.Now())
	require.Equal(t, []data.HistoryEntry{
		{At: at, Account: "staff", Kind: "save_volunteer", Act: data.Changed, Fields: []data.FieldChange{{Field: "workplace", Old: "Школа", New: "Университет"}}},
		{At: at, Account: "manager", Kind: "save_volunteer", Act: data.Changed, Fields: []data.FieldChange{
			{Field: "study_year", Old: "0", New: "2"}, {Field: "workplace", Old: "", New: "Школа"},
		}},
		{At: at, Account: "manager", Kind: "save_volunteer", Act: data.Inserted},
	}, got)
	_, err = s.History(t.Context(), "elsewhere", 1)
	require.Error(t, err)
}

func TestChangesAreTold(t *testing.T) {
	s := storetest.New(t)
	var told []store.Change
	cancel := s.OnChange(func(c store.Change) { told = append(told, c) })
	v := storetest.Volunteer(t, s)
	require.Len(t, told, 1)
	require.Equal(t, "save_volunteer", told[0].Kind)
	require.True(t, told[0].Touches(store.Events, store.Volunteers))
	require.False(t, told[0].Touches(store.Events))
	batches, err := s.Batches(t.Context(), storetest.Actor())
	require.NoError(t, err)
	require.Equal(t, batches[0].ID, told[0].Batch)

	_, err = s.SaveVolunteer(t.Context(), storetest.Actor(), v) // nothing differs
	require.NoError(t, err)
	_, err = s.SaveVolunteer(t.Context(), storetest.Actor(), data.Volunteer{})
	require.Error(t, err)
	require.Len(t, told, 1, "no change, no word")
	cancel()
	storetest.Volunteer(t, s)
	require.Len(t, told, 1)
}

func TestLoadIsWholeOrNothing(t *testing.T) {
	s := storetest.New(t)
	v := data.Volunteer{Person: data.Person{Surname: "Абаева", Given: "Мария"}, Status: data.Active, Naming: data.ByNumber}
	err := s.Load(t.Context(), storetest.Actor(), func(l *store.Loader) error {
		if _, err := l.AddVolunteer(v); err != nil {
			return err
		}
		_, err := l.AddHours(data.Hours{VolunteerID: 77, Day: storetest.Day, Minutes: 60, Status: data.Draft})
		return err
	})
	refused(t, "errors.in_use", err)
	require.Empty(t, dump(t, s.Dir()))

	require.NoError(t, s.Load(t.Context(), storetest.Actor(), func(l *store.Loader) error {
		for range 3 {
			if _, err := l.AddVolunteer(v); err != nil {
				return err
			}
		}
		return nil
	}))
	ids, err := s.Volunteers(t.Context(), search("abaeva"))
	require.NoError(t, err)
	require.Len(t, ids, 3)
	require.Equal(t, int64(4), storetest.Volunteer(t, s).Number)
	db := storetest.SQL(t, s.Dir(), data.PeopleWall)
	defer func() { require.NoError(t, db.Close()) }()
	var indexes int
	require.NoError(t, db.QueryRow("SELECT count(*) FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL").Scan(&indexes))
	require.Greater(t, indexes, 20, "the indexes are there again")
	batches, err := s.Batches(t.Context(), storetest.Actor())
	require.NoError(t, err)
	require.Len(t, batches, 1, "a load cannot be taken back")
}
