package data_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
)

func TestValidateVolunteer(t *testing.T) {
	type change = func(*data.Volunteer)
	for _, c := range []struct {
		name   string
		change change
		want   []string
	}{
		{"nothing wrong", func(*data.Volunteer) {}, nil},
		{"only what is needed", func(v *data.Volunteer) {
			*v = data.Volunteer{Person: data.Person{Surname: "С", Given: "Ә"}, Status: data.Active, Naming: data.ByNumber, Accepted: today}
		}, nil},
		{"nothing at all", func(v *data.Volunteer) { *v = data.Volunteer{} }, []string{
			"surname errors.required", "given errors.required", "status errors.choice", "accepted errors.required", "naming errors.choice",
		}},
		{"a name of 100 letters", func(v *data.Volunteer) { v.Given = strings.Repeat("ә", 100) }, nil},
		{"a name of 101", func(v *data.Volunteer) { v.Given = strings.Repeat("ә", 101) }, []string{"given errors.too_long"}},
		{"a note of 4,000", func(v *data.Volunteer) { v.Note = strings.Repeat("қ", 4000) }, nil},
		{"a note of 40,000", func(v *data.Volunteer) { v.Note = strings.Repeat("қ", 40_000) }, []string{"note errors.too_long"}},
		{"a long skill", func(v *data.Volunteer) { v.Skills = data.List{"a", strings.Repeat("қ", 101)} }, []string{"skills errors.too_long"}},
		{"no such day", func(v *data.Volunteer) { v.Birth = "1990-02-30" }, []string{"birth errors.date"}},
		{"born tomorrow", func(v *data.Volunteer) { v.Birth = today.AddDays(1) }, []string{"birth errors.date_future"}},
		{"too old", func(v *data.Volunteer) { v.Birth = "1890-01-01" }, []string{"birth errors.age"}},
		{"IIN", func(v *data.Volunteer) { v.IIN = "850101450009" }, []string{"iin errors.iin_checksum"}},
		{"IIN of another only warns", func(v *data.Volunteer) { v.IIN = "850101450008" }, nil},
		{"phones", func(v *data.Volunteer) {
			v.Phones, v.EmergencyPhone, v.GuardianPhone = data.List{"+77051234547", "1"}, "2", "3"
		}, []string{"phones errors.phone", "emergency_phone errors.phone", "guardian_phone errors.phone"}},
		{"e-mail", func(v *data.Volunteer) { v.Email = "asem" }, []string{"email errors.email"}},
		{"study year", func(v *data.Volunteer) { v.StudyYear = 11 }, []string{"study_year errors.number_range"}},
		{"sex and specialty", func(v *data.Volunteer) { v.Sex, v.Specialty = "x", "y" }, []string{"sex errors.choice", "specialty errors.choice"}},
		{"language level", func(v *data.Volunteer) { v.Languages = data.Languages{{Code: "kk", Level: "C3"}} }, []string{"language_level errors.choice"}},
		{"availability", func(v *data.Volunteer) {
			v.Availability = data.Availability{Known: true, Week: []data.WeekSpan{{Weekday: 8, From: 600, To: 600}}, Exceptions: []data.DayException{{Day: "x"}}}
		}, []string{"availability errors.number_range", "availability errors.time_range", "availability_exceptions errors.date"}},
		{"left without reason and day", func(v *data.Volunteer) { v.Status = data.Left }, []string{"left_reason errors.reason_required", "left_on errors.required"}},
		{"left before she came", func(v *data.Volunteer) {
			v.Status, v.LeftReason, v.LeftOn = data.Left, "studies", "2025-02-02"
		}, []string{"left_on errors.date_range"}},
		{"left", func(v *data.Volunteer) { v.Status, v.LeftReason, v.LeftOn = data.Left, "studies", today }, nil},
		{"consent that ends before it begins", func(v *data.Volunteer) { v.ConsentUntil = "2025-02-02" }, []string{"consent_until errors.date_range"}},
		{"named without consent to third parties", func(v *data.Volunteer) { v.Naming = data.ByName }, []string{"naming errors.consent_third_required"}},
		{"named", func(v *data.Volunteer) { v.Naming, v.ConsentThird = data.ByName, true }, nil},
		{"a minor named", func(v *data.Volunteer) {
			v.Naming, v.ConsentThird, v.Birth = data.ByName, true, today.AddDays(-17*365)
		}, []string{"naming errors.minor_named"}},
		{"14 today", func(v *data.Volunteer) { v.Birth = "2012-11-22" }, nil},
		{"14 tomorrow", func(v *data.Volunteer) { v.Birth = "2012-11-23" }, []string{"guardian_name errors.guardian_required"}},
		{"14 tomorrow, with a guardian", func(v *data.Volunteer) { v.Birth, v.GuardianName = "2012-11-23", "Сайын Анар" }, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			requireRefusals(t, anAdult(c.change).Validate(today), c.want...)
		})
	}
}

func TestNormaliseVolunteerDropsWhatTheStatusMakesVoid(t *testing.T) {
	v := data.Volunteer{LeftReason: "studies", LeftOn: today, LeaveSince: today}
	v.Normalise()
	require.Equal(t, data.Volunteer{Status: data.Active, Naming: data.ByNumber, Person: v.Person}, v)

	left := data.Volunteer{Status: data.Left, Naming: data.NotNamed, LeftReason: "studies", LeftOn: today, LeaveSince: today}
	left.Normalise()
	require.Equal(t, "studies", left.LeftReason)
	require.Equal(t, today, left.LeftOn)
	require.Empty(t, left.LeaveSince)
}

func TestVolunteerWithoutConsentIsWarnedOf(t *testing.T) {
	require.Empty(t, anAdult().Warnings())
	require.Equal(t, []data.Warning{{"consent_on", "errors.consent_required"}}, anAdult(func(v *data.Volunteer) { v.ConsentOn = "" }).Warnings())
}

func TestValidateApplication(t *testing.T) {
	for _, c := range []struct {
		name string
		give data.Application
		want []string
	}{
		{"a given name is enough", data.Application{Person: data.Person{Given: "Әсем"}, Status: data.NewApplication, ReceivedOn: today}, nil},
		{"nothing", data.Application{}, []string{"given errors.required", "status errors.choice", "received_on errors.required"}},
		{"declined without a reason", data.Application{Person: data.Person{Given: "Ә"}, Status: data.Declined, ReceivedOn: today}, []string{"reason errors.reason_required"}},
		{"declined for a reason of leaving", data.Application{Person: data.Person{Given: "Ә"}, Status: data.Declined, Reason: "studies", ReceivedOn: today}, []string{"reason errors.reason_required"}},
		{"declined", data.Application{Person: data.Person{Given: "Ә"}, Status: data.Declined, Reason: "not_now", ReceivedOn: today, DecidedOn: today}, nil},
		{"decided before it came", data.Application{Person: data.Person{Given: "Ә"}, Status: data.Accepted, ReceivedOn: today, DecidedOn: "2026-11-21"}, []string{"decided_on errors.date_range"}},
		{"a bad number", data.Application{Person: data.Person{Given: "Ә", Phones: data.List{"5"}}, Status: data.NewApplication, ReceivedOn: today}, []string{"phones errors.phone"}},
	} {
		t.Run(c.name, func(t *testing.T) { requireRefusals(t, c.give.Validate(today), c.want...) })
	}
}

func TestNormaliseApplication(t *testing.T) {
	a := data.Application{Reason: "not_now"}
	a.Normalise()
	require.Equal(t, data.NewApplication, a.Status)
	require.Empty(t, a.Reason)
}

func TestValidateGroupAndClearance(t *testing.T) {
	requireRefusals(t, data.Group{Name: "Дос", FormedOn: "2026-01-01", EndedOn: today}.Validate(today))
	requireRefusals(t, data.Group{FormedOn: "2026-01-02", EndedOn: "2026-01-01"}.Validate(today), "name errors.required", "ended_on errors.date_range")
	requireRefusals(t, data.Clearance{VolunteerID: 1, Requirement: "induction", IssuedOn: today, Until: today}.Validate(today))
	requireRefusals(t, data.Clearance{IssuedOn: "x"}.Validate(today), "volunteer_id errors.required", "requirement errors.required", "issued_on errors.date")
}
