package data_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
)

func TestValidateHours(t *testing.T) {
	timed := data.Hours{VolunteerID: 1, Day: today, Start: "2026-11-22T10:00", End: "2026-11-22T12:00", Minutes: 120, Status: data.Draft}
	for _, c := range []struct {
		name   string
		change func(*data.Hours)
		want   []string
	}{
		{"nothing wrong", func(*data.Hours) {}, nil},
		{"a break taken off", func(h *data.Hours) { h.Minutes = 90 }, nil},
		{"without times", func(h *data.Hours) { h.Start, h.End = "", "" }, nil},
		{"nothing at all", func(h *data.Hours) { *h = data.Hours{} }, []string{"volunteer_id errors.required", "day errors.required", "minutes errors.hours_zero", "status errors.choice"}},
		{"tomorrow", func(h *data.Hours) { h.Start, h.End, h.Day = "", "", "2026-11-23" }, []string{"day errors.date_future"}},
		{"starts on another day", func(h *data.Hours) { h.Day = "2026-11-21" }, []string{"start_at rules.hours_day"}},
		{"past midnight", func(h *data.Hours) { h.End, h.Minutes = "2026-11-23T02:00", 960 }, nil},
		{"more minutes than pass", func(h *data.Hours) { h.Minutes = 121 }, []string{"minutes rules.hours_span"}},
		{"days on end", func(h *data.Hours) { h.End, h.Minutes = "2026-11-25T02:00", 1441 }, []string{"minutes errors.hours_per_day"}},
		{"16 hours without times", func(h *data.Hours) { h.Start, h.End, h.Minutes = "", "", 960 }, nil},
		{"more than 16 hours without times", func(h *data.Hours) { h.Start, h.Minutes = "", 961 }, []string{"minutes errors.hours_per_day"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := timed
			c.change(&h)
			requireRefusals(t, h.Validate(today), c.want...)
		})
	}
}

func TestNormaliseHoursFillsInFromTheTimes(t *testing.T) {
	h := data.Hours{Start: "2026-11-22T22:00", End: "2026-11-23T00:30"}
	h.Normalise()
	require.Equal(t, data.Hours{Start: "2026-11-22T22:00", End: "2026-11-23T00:30", Day: "2026-11-22", Minutes: 150, Status: data.Draft}, h)
}

func TestValidateContribution(t *testing.T) {
	money := data.Contribution{Kind: data.Money, GiverKind: data.GivenByPerson, Giver: "Әсем", Day: today, Value: 1}
	for _, c := range []struct {
		name   string
		change func(*data.Contribution)
		want   []string
	}{
		{"nothing wrong", func(*data.Contribution) {}, nil},
		{"nothing at all", func(k *data.Contribution) { *k = data.Contribution{} }, []string{"kind errors.choice", "giver_kind errors.choice", "giver errors.required", "day errors.required_any"}},
		{"anonymous", func(k *data.Contribution) { k.Giver, k.GiverKind = "", data.GivenAnonymously }, nil},
		{"a pledge", func(k *data.Contribution) { k.Day, k.PledgedOn = "", today }, nil},
		{"received tomorrow", func(k *data.Contribution) { k.Day = "2026-11-23" }, []string{"day errors.date_future"}},
		{"less than nothing", func(k *data.Contribution) { k.Value, k.Reach = -1, data.KnownCount(-1) }, []string{"value errors.negative", "reach errors.number_range"}},
		{"no money", func(k *data.Contribution) { k.Value = 0 }, []string{"value errors.required"}},
		{"goods of unknown value", func(k *data.Contribution) { k.Kind, k.Value = data.Goods, 0 }, nil},
		{"link", func(k *data.Contribution) { k.Link = "example" }, []string{"link errors.link"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			k := money
			c.change(&k)
			requireRefusals(t, k.Validate(today), c.want...)
		})
	}
}

func TestAnonymousGiverKeepsNoName(t *testing.T) {
	k := data.Contribution{GiverKind: data.GivenAnonymously, Giver: "Әсем", MayName: true}
	k.Normalise()
	require.Equal(t, data.Contribution{GiverKind: data.GivenAnonymously}, k)
}

func TestValidateProject(t *testing.T) {
	name := data.Names{KK: "Жоба"}
	requireRefusals(t, data.Project{Name: name, From: "2026-01-01", To: "2026-01-01"}.Validate())
	requireRefusals(t, data.Project{Name: name, From: "2026-01-01"}.Validate())
	requireRefusals(t, data.Project{From: "2026-01-02", To: "2026-01-01", Planned: -1}.Validate(),
		"name errors.title_required", "to_on errors.date_range", "planned errors.number_range")
}

func TestValidateCentre(t *testing.T) {
	name := data.Names{RU: "Центр"}
	requireRefusals(t, data.Centre{Name: name, ShortName: "zhan-saya", WaitDays: 3, Phone: "+77272500000", Email: "a@b.invalid"}.Validate())
	requireRefusals(t, data.Centre{ShortName: "Жан/Сая", BIN: "1", Phone: "1", Email: "1", WaitDays: 366}.Validate(),
		"name errors.title_required", "short_name errors.short_name", "bin errors.bin_format", "phone errors.phone", "email errors.email", "wait_days errors.number_range")
}
