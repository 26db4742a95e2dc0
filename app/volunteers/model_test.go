package volunteers

import (
	"testing"

	"github.com/stretchr/testify/require"

	"saya/app/list"
	"saya/app/page"
	"saya/app/page/pagetest"
	"saya/data"
	"saya/data/store/storetest"
	"saya/widgets"
)

func TestChipsAndFiltersAskTheStore(t *testing.T) {
	env, _ := pagetest.NewEnv(t, storetest.New(t))
	m := &model{env: env}
	here := []data.VolunteerStatus{data.Active, data.OnLeave}
	for _, c := range []struct {
		query list.Query
		want  data.VolunteerFilter
	}{
		{list.Query{Chip: chipAll}, data.VolunteerFilter{}},
		{list.Query{Chip: "on_leave"}, data.VolunteerFilter{Statuses: []data.VolunteerStatus{data.OnLeave}}},
		{list.Query{Chip: chipMissing}, data.VolunteerFilter{Statuses: here, Incomplete: true}},
		{list.Query{Chip: chipPapers}, data.VolunteerFilter{Statuses: here, PapersDue: true}},
		{list.Query{Chip: chipIdle}, data.VolunteerFilter{Statuses: []data.VolunteerStatus{data.Active}, IdleSince: "2026-09-23"}},
		{list.Query{Chip: chipAll, Filters: map[string]string{
			filterDirection: "bilim", filterSpecialty: "creative", filterLanguage: "en", filterGroup: "7", filterRegion: "75",
			filterDistrict: "Медеу", filterForm: "2", filterCoordinator: "x", filterMinor: "x",
		}}, data.VolunteerFilter{
			Directions: []string{"bilim"}, Specialty: data.Creative, Language: "en", GroupID: 7, Region: "75", District: "Медеу",
			Form: "2", Coordinators: true, BornAfter: "2008-11-22",
		}},
	} {
		c.want.Lang = "ru"
		require.Equal(t, c.want, m.filter(c.query))
	}
}

func TestChipsAreCounted(t *testing.T) {
	s := storetest.New(t)
	env, _ := pagetest.NewEnv(t, s)
	storetest.Volunteer(t, s)
	storetest.Volunteer(t, s, func(v *data.Volunteer) { v.Status, v.LeftOn, v.LeftReason = data.Left, storetest.Day, "work" })
	counts, err := (&model{env: env}).counts(t.Context())
	require.NoError(t, err)
	require.Equal(t, map[string]int{"active": 1, "on_leave": 0, "left": 1, chipMissing: 1, chipPapers: 0, chipIdle: 1, chipAll: 2}, counts)
}

func TestCellsStandUnderTheirColumns(t *testing.T) {
	env, _ := pagetest.NewEnv(t, storetest.New(t))
	p := &Page{env: env, model: &model{env: env}}
	require.Len(t, p.model.cells(data.VolunteerRow{}), len(p.columns()))
	shown := 0
	for _, c := range p.columns() {
		if !c.Hidden {
			shown++
		}
	}
	require.Equal(t, 8, shown)
}

func TestPapersAreSaidAndToned(t *testing.T) {
	env, _ := pagetest.NewEnv(t, storetest.New(t))
	p := &Page{env: env}
	for _, c := range []struct {
		paper data.Paper
		text  string
		tone  widgets.Tone
	}{
		{data.Paper{State: data.PaperValid}, "Действует", widgets.ToneOk},
		{data.Paper{State: data.PaperEnding, Days: 14}, "осталось 14 дней", widgets.ToneWarn},
		{data.Paper{State: data.PaperEnded, Days: -3}, "Истек", widgets.ToneBad},
		{data.Paper{State: data.PaperMissing}, "Нет", widgets.ToneDim},
		{data.Paper{State: data.PaperMissing, Requirement: data.Requirement{Blocks: true}}, "Нет", widgets.ToneBad},
	} {
		require.Equal(t, c.text, p.state(c.paper))
		require.Equal(t, c.tone, paperTone(c.paper), c.text)
	}
}

func TestRenewedProofHoldsAsLong(t *testing.T) {
	k := data.Clearance{ID: 9, VolunteerID: 4, Requirement: "induction", IssuedOn: "2025-01-01", Until: "2026-01-01"}
	today := storetest.Day
	require.Equal(t, data.Clearance{VolunteerID: 4, Requirement: "induction", IssuedOn: today, Until: today.AddDays(365)}, renewed(k, data.Requirement{}, today))
	require.Equal(t, data.Date("2027-02-22"), renewed(k, data.Requirement{Months: 3}, today).Until)
	k.Until = ""
	require.Empty(t, renewed(k, data.Requirement{}, today).Until)
}

func TestGroupsOfferTheChosenOneToo(t *testing.T) {
	s := storetest.New(t)
	env, _ := pagetest.NewEnv(t, s)
	save := func(g data.Group) int64 {
		id, err := s.SaveGroup(t.Context(), storetest.Actor(), g)
		require.NoError(t, err)
		return id
	}
	ended, now := save(data.Group{Name: "Бывшая", EndedOn: "2026-01-01"}), save(data.Group{Name: "Хор"})
	groups, err := (&model{env: env}).groups(t.Context(), 0)
	require.NoError(t, err)
	require.Equal(t, []widgets.Option{{ID: page.Key(now), Text: "Хор"}}, groups)
	groups, err = (&model{env: env}).groups(t.Context(), ended)
	require.NoError(t, err)
	require.Len(t, groups, 2)
}
