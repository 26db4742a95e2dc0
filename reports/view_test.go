package reports_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/store"
	"saya/data/store/storetest"
	"saya/reports"
)

// everything is each list of the window with all its columns, those that may not leave too.
func everything(t *testing.T, s *store.Store) []reports.View {
	t.Helper()
	events, err := s.Events(t.Context(), data.EventFilter{Listing: data.Listing{Order: data.OrderByDay}})
	require.NoError(t, err)
	gifts, err := s.Contributions(t.Context(), data.ContributionFilter{Listing: data.Listing{Order: data.OrderByDay}})
	require.NoError(t, err)
	return []reports.View{
		{List: "volunteers", IDs: volunteers(t, s, data.OrderByMinutes), Order: "hours", Columns: []string{
			"last", "hours", "name", "direction", "status", "phone", "events", "accepted", "group", "district",
		}},
		{List: "events", IDs: events, Columns: []string{
			"title", "when", "type", "status", "residents", "venue", "places", "coordinator",
		}},
		{List: "contributions", IDs: gifts, Columns: []string{"day", "kind", "giver", "what", "campaign", "value", "thanked"}},
	}
}

func volunteers(t *testing.T, s *store.Store, order data.Order) []int64 {
	t.Helper()
	ids, err := s.Volunteers(t.Context(), data.VolunteerFilter{Listing: data.Listing{Order: order, Desc: true}})
	require.NoError(t, err)
	return ids
}

func viewOf(t *testing.T, s *store.Store, v reports.View, lang string) map[string][][]string {
	t.Helper()
	r, err := reports.Listed(t.Context(), s, v, reports.Params{Lang: lang, Today: storetest.Day})
	require.NoError(t, err)
	return reopen(t, r, lang)
}

// A list of the window is searched like any other file for all that could tell of events with residents or of people.
func TestNothingLeaksFromAList(t *testing.T) {
	s := year(t, true)
	for _, v := range everything(t, s) {
		if v.List == "contributions" { // given on days of their own, of which one is that of an event by chance
			v.Columns = v.Columns[1:]
		}
		for _, lang := range reports.Langs() {
			r, err := reports.Listed(t.Context(), s, v, reports.Params{Lang: lang, Today: storetest.Day})
			require.NoError(t, err)
			kind := reports.ViewFile
			parts := unzip(t, workbook(t, r, lang))
			if v.List == "volunteers" { // which names those who may be named
				kind = reports.PeopleFile
			}
			for _, secret := range secrets(kind) {
				if name, found := search(parts, secret); found {
					t.Errorf("%s in %s: %q in %s", v.List, lang, secret, name)
				}
			}
		}
	}
}

// The twin never had a resident: its lists make the same files, in whatever order they stand in the window.
func TestTwinMakesTheSameLists(t *testing.T) {
	s, twin := year(t, true), year(t, false)
	views := everything(t, twin)
	require.NotEqual(t, volunteers(t, twin, data.OrderByMinutes), volunteers(t, s, data.OrderByMinutes), "else the order is not tried")
	for i, v := range everything(t, s) {
		a, err := reports.Listed(t.Context(), s, v, reports.Params{Lang: "kk", Today: storetest.Day})
		require.NoError(t, err)
		b, err := reports.Listed(t.Context(), twin, views[i], reports.Params{Lang: "kk", Today: storetest.Day})
		require.NoError(t, err)
		require.True(t, bytes.Equal(workbook(t, b, "kk"), workbook(t, a, "kk")), v.List)
	}
}

func TestListLeavesAsItIsShown(t *testing.T) {
	long := strings.Repeat("Жұлдыз", 90)
	var ids []int64
	s := load(t, func(l *loader) {
		named := data.Volunteer{
			Naming: data.ByName, ConsentOn: "2026-01-01", ConsentThird: true, Number: 1,
			Person: data.Person{Surname: "=Сейтова", Given: "👩‍👧 مريم", Birth: "1990-01-01", Phones: data.List{"+77010000001"}},
		}
		ids = append(ids, l.volunteer(named))
		minor := named
		minor.Number, minor.Surname, minor.Birth = 2, "Кәмелетсіз", "2010-01-01"
		ids = append(ids, l.volunteer(minor))
		hidden := named
		hidden.Number, hidden.Surname, hidden.Naming = 3, "Жасырын", data.NotNamed
		ids = append(ids, l.volunteer(hidden))
		longest := named
		longest.Number, longest.Surname = 4, long
		ids = append(ids, l.volunteer(longest))
	})
	slices.Reverse(ids)
	sheets := viewOf(t, s, reports.View{
		List: "volunteers", IDs: append(ids, 999), Columns: []string{"status", "name"}, Searched: true,
		Chip:    reports.Narrowing{ID: "active", Text: "Активные"},
		Filters: []reports.Narrowing{{ID: "direction", Term: "Направление", Text: "Qamqor"}},
	}, "ru")
	all := strings.Join(flat(sheets), "|")
	list := sheets["Список волонтеров"]
	require.NotNil(t, list, all)
	rows := slices.IndexFunc(list, func(r []string) bool { return len(r) > 2 && r[0] == "1" })
	require.Equal(t, []string{"1", "Активный", "№ 4"}, list[rows][:3], "in the order of the window, also of the columns")
	require.Equal(t, long, strings.Fields(list[rows][3])[0])
	require.Equal(t, []string{"2", "Активный", "№ 2"}, strip(list[rows+1]), "minors are numbers")
	require.Equal(t, []string{"3", "Активный", "№ 1", "=Сейтова 👩‍👧 مريم"}, strip(list[rows+2]), "the last: who is not to be named has no row")
	require.Contains(t, all, "Фильтр: Активные · Направление: Qamqor · Фильтр: поиск")
	require.NotContains(t, all, "Жасырын")
}

func strip(row []string) []string {
	return slices.DeleteFunc(slices.Clone(row), func(s string) bool { return s == "" })
}

func flat(sheets map[string][][]string) (out []string) {
	for _, rows := range sheets {
		for _, row := range rows {
			out = append(out, row...)
		}
	}
	return out
}

// Some filters would tell by the rows alone what does not leave.
func TestListsThatDoNotLeave(t *testing.T) {
	s := storetest.New(t)
	for name, v := range map[string]reports.View{
		"applications":       {List: "applications"},
		"hours":              {List: "hours"},
		"nothing":            {},
		"who did nothing":    {List: "volunteers", Chip: reports.Narrowing{ID: "idle60"}},
		"missing papers":     {List: "volunteers", Chip: reports.Narrowing{ID: "papers"}},
		"a group by name":    {List: "volunteers", Filters: []reports.Narrowing{{ID: "group"}}},
		"a venue":            {List: "events", Filters: []reports.Narrowing{{ID: "venue"}}},
		"a coordinator":      {List: "events", Filters: []reports.Narrowing{{ID: "type"}, {ID: "coordinator"}}},
		"events of one kind": {List: "events", Filters: []reports.Narrowing{{ID: "residents"}}},
		"gifts for an event": {List: "contributions", Filters: []reports.Narrowing{{ID: "event"}}},
	} {
		_, err := reports.Listed(t.Context(), s, v, reports.Params{Lang: "ru", Today: storetest.Day})
		require.True(t, data.IsCode(err, data.Denied), name)
	}
	require.False(t, reports.MayLeave("applications"))
	require.True(t, reports.MayLeave("events"))
}
