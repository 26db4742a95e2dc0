package data_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
)

// today is the day of all tests: nothing here asks the clock.
const today = data.Date("2026-11-22")

// anAdult is an invented volunteer whom no rule refuses; change makes her what a test needs.
func anAdult(change ...func(*data.Volunteer)) data.Volunteer {
	v := data.Volunteer{
		ID: 7, Number: 17,
		Person: data.Person{
			Surname: "Сайын", Given: "Әсем", Birth: "1990-01-01", Sex: data.Female,
			Phones: data.List{"+77051234547"}, Email: "asem@example.invalid",
		},
		Status: data.Active, Accepted: "2025-02-03", Naming: data.ByNumber, ConsentOn: "2025-02-03",
	}
	for _, c := range change {
		c(&v)
	}
	return v
}

func anEvent(change ...func(*data.Event)) data.Event {
	e := data.Event{
		ID: 3, Title: data.Names{KK: "Концерт"}, Type: data.Concert, Status: data.Planned,
		Start: "2026-11-28T10:00", End: "2026-11-28T12:00", VenueID: 5, LawKind: "11",
	}
	for _, c := range change {
		c(&e)
	}
	return e
}

// refusals lists the refusals of err as "field key".
func refusals(err error) []string {
	out := []string{}
	for _, e := range data.Refusals(err) {
		out = append(out, e.Field+" "+e.Key)
	}
	return out
}

func requireRefusals(t *testing.T, err error, want ...string) {
	t.Helper()
	if want == nil {
		want = []string{}
	}
	require.Equal(t, want, refusals(err))
}
