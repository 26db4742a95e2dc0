package data_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
)

func TestAvailabilityOn(t *testing.T) {
	// 28 November 2026 is a Saturday.
	saturday := data.Availability{Known: true, Week: []data.WeekSpan{{6, 12 * 60, 15 * 60}, {6, 9 * 60, 12 * 60}, {7, 0, 24 * 60}}}
	span := func(from, to string) data.Interval {
		return data.Interval{From: data.Local("2026-11-" + from), To: data.Local("2026-11-" + to)}
	}
	with := func(a data.Availability, day data.Date, can bool) data.Availability {
		a.Exceptions = []data.DayException{{Day: day, Can: can}}
		return a
	}
	for name, c := range map[string]struct {
		a    data.Availability
		at   data.Interval
		want data.Coming
	}{
		"never asked":            {data.Availability{}, span("28T10:00", "28T12:00"), data.ComingUnknown},
		"within":                 {saturday, span("28T10:00", "28T12:00"), data.CanCome},
		"over two parts":         {saturday, span("28T11:00", "28T13:00"), data.CanCome},
		"to the last minute":     {saturday, span("28T09:00", "28T15:00"), data.CanCome},
		"too early":              {saturday, span("28T08:59", "28T12:00"), data.CannotCome},
		"too late":               {saturday, span("28T14:00", "28T15:01"), data.CannotCome},
		"another weekday":        {saturday, span("27T10:00", "27T12:00"), data.CannotCome},
		"no time at all":         {data.Availability{Known: true}, span("28T10:00", "28T12:00"), data.CannotCome},
		"not that day":           {with(saturday, "2026-11-28", false), span("28T10:00", "28T12:00"), data.CannotCome},
		"that day all the same":  {with(data.Availability{Known: true}, "2026-11-28", true), span("28T10:00", "28T12:00"), data.CanCome},
		"that day, else unknown": {with(data.Availability{}, "2026-11-28", true), span("28T10:00", "28T12:00"), data.CanCome},
		"another day":            {with(saturday, "2026-11-29", false), span("28T10:00", "28T12:00"), data.CanCome},
		"to midnight":            {saturday, span("29T10:00", "30T00:00"), data.CanCome},
		"past midnight":          {saturday, span("29T10:00", "30T00:30"), data.CannotCome},
	} {
		t.Run(name, func(t *testing.T) { require.Equal(t, c.want, c.a.On(c.at)) })
	}
}

func TestRankFits(t *testing.T) {
	can := data.Availability{Exceptions: []data.DayException{{Day: "2026-11-28", Can: true}}}
	cannot := data.Availability{Known: true}
	asked := func(change ...func(*data.Asked)) data.Asked {
		a := data.Asked{Helper: data.Helper{Volunteer: anAdult()}}
		for _, c := range change {
			c(&a)
		}
		return a
	}
	when := func(v data.Availability) func(*data.Asked) {
		return func(a *data.Asked) { a.Volunteer.Availability = v }
	}
	needs := func(code string) func(*data.Asked) { return func(a *data.Asked) { a.Required = data.List{code} } }
	recent := func(minutes int) func(*data.Asked) { return func(a *data.Asked) { a.Recent = minutes } }
	skill := func(names ...string) func(*data.Asked) { return func(a *data.Asked) { a.Volunteer.Skills = names } }
	before := func(a *data.Asked) { a.Before = true }
	taken := func(a *data.Asked) { a.Taken = true }
	minor := func(a *data.Asked) { a.Volunteer.Birth = "2010-03-04" }
	elsewhere := func(a *data.Asked) { a.Elsewhere = []data.Event{at(9, "11:00", "13:00")} }
	for name, c := range map[string]struct {
		better, worse data.Asked
	}{
		"comes before unknown":          {asked(when(can), recent(600)), asked(before, skill("переводчица"))},
		"unknown before cannot":         {asked(recent(600)), asked(when(cannot), before)},
		"skill before custom":           {asked(skill("Шитье", "Переводчик с казахского"), recent(600)), asked(before)},
		"a skill of another ending":     {asked(skill("перевод с английского"), recent(600)), asked(skill("кулинария"), before)},
		"custom before hours":           {asked(before, recent(600)), asked()},
		"fewest hours":                  {asked(recent(60)), asked(recent(61))},
		"nothing against before a look": {asked(recent(600)), asked(needs("first_aid"), when(can), before)},
		"a look before cannot":          {asked(needs("first_aid")), asked(when(cannot), before)},
		"cannot before a reason":        {asked(when(cannot)), asked(elsewhere, when(can), before)},
		"a look before a reason":        {asked(needs("first_aid")), asked(elsewhere, when(can), before)},
		"a reason before the law":       {asked(needs("induction")), asked(minor, when(can), before)},
		"the law before a place":        {asked(minor), asked(taken, when(can), before)},
	} {
		t.Run(name, func(t *testing.T) {
			c.better.Volunteer.ID, c.worse.Volunteer.ID = 1, 2
			residents := func(s *data.Setting) { s.Event.Residents = true }
			for _, order := range [][]data.Asked{{c.better, c.worse}, {c.worse, c.better}} {
				fits := data.RankFits(aSetting(residents), "Переводчица", order)
				require.Equal(t, []int64{1, 2}, []int64{fits[0].VolunteerID, fits[1].VolunteerID})
			}
		})
	}
	for skill, role := range map[string]string{
		"Жүргізуші, өз көлігі бар": "Топ жүргізушісінің көмекшісі", "алғашқы көмек": "көмекшісі керек", "торт": "тортшы", "": "",
		"перевозка мебели": "Переводчик", "художественная гимнастика": "Художник", "Ән": "Би",
	} {
		fit := data.RankFits(aSetting(), role, []data.Asked{asked(func(a *data.Asked) { a.Volunteer.Skills = data.List{skill} })})[0]
		require.Empty(t, fit.Skill, "%s is no skill for %s", skill, role)
	}
	for skill, role := range map[string]string{"Гид": "гид", "Ән": "ән", "тігін": "Тігінші", "перевод": "Переводчик"} {
		fit := data.RankFits(aSetting(), role, []data.Asked{asked(func(a *data.Asked) { a.Volunteer.Skills = data.List{skill} })})[0]
		require.Equal(t, skill, fit.Skill)
	}
	equal := []data.Asked{asked(), asked(), asked()}
	for i := range equal {
		equal[i].Volunteer.ID = int64(10 - i)
	}
	fits := data.RankFits(aSetting(), "", equal)
	require.Equal(t, []int64{10, 9, 8}, []int64{fits[0].VolunteerID, fits[1].VolunteerID, fits[2].VolunteerID}, "as they came")
	for _, c := range []struct {
		who  data.Asked
		fits bool
	}{{asked(), true}, {asked(when(cannot)), true}, {asked(needs("first_aid")), true}, {asked(needs("induction")), false}, {asked(taken), false}} {
		require.Equal(t, c.fits, data.RankFits(aSetting(), "", []data.Asked{c.who})[0].Fits())
	}
}
