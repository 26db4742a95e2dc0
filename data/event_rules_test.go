package data_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
)

func TestValidateEvent(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*data.Event)
		want   []string
	}{
		{"nothing wrong", func(*data.Event) {}, nil},
		{"nothing at all", func(e *data.Event) { *e = data.Event{} }, []string{
			"title errors.title_required", "type errors.choice", "status errors.choice", "start_at errors.required", "end_at errors.required",
		}},
		{"ends when it starts", func(e *data.Event) { e.End = e.Start }, []string{"end_at errors.time_range"}},
		{"past midnight", func(e *data.Event) { e.Start, e.End = "2026-11-28T22:00", "2026-11-29T02:00" }, nil},
		{"no such time", func(e *data.Event) { e.Start, e.End = "2026-11-28T25:00", "2026-11-31T10:00" }, []string{"start_at errors.time", "end_at errors.time"}},
		{"held today", func(e *data.Event) { e.Status, e.Start, e.End = data.Held, "2026-11-22T10:00", "2026-11-22T11:00" }, nil},
		{"held tomorrow", func(e *data.Event) { e.Status, e.Start, e.End = data.Held, "2026-11-23T10:00", "2026-11-23T11:00" }, []string{"status errors.event_not_held"}},
		{"fewer than nobody", func(e *data.Event) { e.PublicCount = data.KnownCount(-1) }, []string{"public_count errors.number_range"}},
		{"residents counted but not present", func(e *data.Event) { e.ResidentsCount = data.KnownCount(6) }, []string{"residents rules.residents_counted"}},
		{"residents", func(e *data.Event) { e.Residents, e.ResidentsCount = true, data.KnownCount(6) }, nil},
		{"a link", func(e *data.Event) { e.Link = "https://example.invalid/а?б=1" }, nil},
		{"no link", func(e *data.Event) { e.Link = "javascript:alert(1)" }, []string{"link errors.link"}},
		{"a long title", func(e *data.Event) { e.Title.RU = strings.Repeat("я", 301) }, []string{"title errors.too_long"}},
		{"a description of 40,000", func(e *data.Event) { e.Description = strings.Repeat("я", 40_000) }, []string{"description errors.too_long"}},
	} {
		t.Run(c.name, func(t *testing.T) { requireRefusals(t, anEvent(c.change).Validate(today), c.want...) })
	}
}

func TestValidateVenueNeedAndAssignment(t *testing.T) {
	name := data.Names{RU: "Зал"}
	for _, c := range []struct {
		name string
		err  error
		want []string
	}{
		{"venue", data.Venue{Name: name, Parallel: 1, Address: "пр. Абая, 1"}.Validate(), nil},
		{"closed venue", data.Venue{Name: name, Parallel: 1, Closed: true}.Validate(), nil},
		{"closed venue with an address", data.Venue{Name: name, Parallel: 1, Closed: true, Address: "x"}.Validate(), []string{"address errors.closed_venue_address"}},
		{"venue of nothing", data.Venue{Capacity: -1}.Validate(), []string{"name errors.title_required", "capacity errors.number_range", "parallel errors.number_range"}},
		{"need", data.Need{Role: "ведет занятие", Wanted: 2}.Validate(), nil},
		{"need of nobody", data.Need{}.Validate(), []string{"role errors.required", "wanted errors.number_range"}},
		{"assignment", data.Assignment{NeedID: 1, VolunteerID: 2, Status: data.Requested}.Validate(), nil},
		{"assignment of nobody", data.Assignment{Attendance: "x", Start: "2026-11-22T10:00", End: "2026-11-22T09:00"}.Validate(), []string{
			"need_id errors.required", "volunteer_id errors.required", "status errors.choice", "attendance errors.choice", "end_at errors.time_range",
		}},
	} {
		t.Run(c.name, func(t *testing.T) { requireRefusals(t, c.err, c.want...) })
	}
}

func TestNormaliseGivesTheFirstStatus(t *testing.T) {
	var e data.Event
	e.Normalise()
	require.Equal(t, data.Idea, e.Status)
	var a data.Assignment
	a.Normalise()
	require.Equal(t, data.Requested, a.Status)
	var v data.Venue
	v.Normalise()
	require.Equal(t, 1, v.Parallel)
}
