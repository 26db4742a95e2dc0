package imports_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/imports"
	"saya/data/store"
	"saya/data/store/storetest"
)

// What was written since a plan was made is not in it: whoever was entered meanwhile would be entered twice, and what was
// taken back would be missing.
func TestApplyRefusesAnOldPlan(t *testing.T) {
	people := []string{"ФИО|Телефон", "Омарова Жанна|87051112233"}
	hours := []string{"Номер|Дата|Часы", "1|10.09.2026|3"}
	for name, c := range map[string]struct {
		kind  imports.Kind
		lines []string
		since func(t *testing.T, s *store.Store)
	}{
		"the same people meanwhile": {imports.Volunteers, people, func(t *testing.T, s *store.Store) {
			apply(t, s, plan(t, s, imports.Volunteers, people...))
		}},
		"the same hours meanwhile": {imports.Hours, hours, func(t *testing.T, s *store.Store) {
			apply(t, s, plan(t, s, imports.Hours, hours...))
		}},
		"something else": {imports.Hours, hours, func(t *testing.T, s *store.Store) { storetest.Venue(t, s) }},
	} {
		t.Run(name, func(t *testing.T) {
			s := storetest.New(t)
			storetest.Volunteer(t, s)
			p := plan(t, s, c.kind, c.lines...)
			c.since(t, s)
			before := len(volunteers(t, s)) + len(entries(t, s))
			_, err := p.Apply(t.Context(), s, storetest.Actor(), nil)
			require.True(t, data.IsCode(err, data.Conflict), err)
			require.Equal(t, before, len(volunteers(t, s))+len(entries(t, s)))
		})
	}

	s := storetest.New(t)
	id := apply(t, s, plan(t, s, imports.Volunteers, people...))
	same := plan(t, s, imports.Volunteers, people...)
	require.Equal(t, []imports.Outcome{isSame}, outcomes(same))
	require.NoError(t, s.Undo(t.Context(), storetest.Actor(), id))
	_, err := same.Apply(t.Context(), s, storetest.Actor(), nil)
	require.True(t, data.IsCode(err, data.Conflict), "she is gone again")
}

// A row that could not be compared again is not written as it was before, and the plan goes on.
func TestCorrectionThatCannotBeCompared(t *testing.T) {
	s := storetest.New(t)
	storetest.Volunteer(t, s)
	p := plan(t, s, imports.Hours, "Номер|Дата|Часы", "1|10.09.2026|3", "1|11.09.2026|3")
	require.NoError(t, s.Close())
	require.Error(t, p.Correct(0, "day", "12.09.2026"))
	require.Equal(t, isRejected, p.Rows()[0].Outcome)
	require.Equal(t, []string{"day imports.not_compared"}, keys(p.Rows()[0].Problems))
	require.NoError(t, p.Decide(1, imports.Decision{Skip: true}))
}

// A decision for a new record answers about the candidates there were.
func TestNewIsAskedAgainOfOtherCandidates(t *testing.T) {
	s := storetest.New(t)
	storetest.Volunteer(t, s, func(v *data.Volunteer) {
		v.Surname, v.Given, v.Phones = "Иванова", "Нина", data.List{"+77011234567"}
	})
	other := storetest.Volunteer(t, s, func(v *data.Volunteer) {
		v.Surname, v.Given, v.Email = "Петрова", "Нина", "b@example.invalid"
	})
	p := plan(t, s, imports.Volunteers, "ФИО|Телефон|Почта", "Петрова Нина|87011234567|")
	require.NoError(t, p.Decide(0, imports.Decision{New: true}))
	require.Equal(t, isNew, p.Rows()[0].Outcome)
	require.NoError(t, p.Correct(0, "email", "b@example.invalid"))
	require.Equal(t, isDoubtful, p.Rows()[0].Outcome)
	require.NoError(t, p.Decide(0, imports.Decision{SameAs: other.ID}))
	require.Equal(t, isChanged, p.Rows()[0].Outcome)
}

// What a sheet holds between its rows is named, not passed over in silence.
func TestHeadingsBetweenRowsAreNamed(t *testing.T) {
	src := imports.Source{Kind: imports.Volunteers, Table: table(t, "ФИО|Телефон", "Омарова Жанна|87051112233"), Today: storetest.Day}
	src.Mapping = imports.Guess(src.Kind, src.Table.Titles)
	src.Table.Headings = []int{2, 4, 6, 8, 10, 12}
	p, err := imports.NewPlan(t.Context(), storetest.New(t), storetest.Actor(), src)
	require.NoError(t, err)
	require.Equal(t, []string{" imports.headings_left_out"}, keys(p.Notices()))
	require.EqualValues(t, "2, 4, 6, 8, 10, …", p.Notices()[0].Args[3])
}
