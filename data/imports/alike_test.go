package imports_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/imports"
	"saya/data/store/storetest"
)

// People who may be the same under another name or at another number are asked about, not entered a second time.
func TestPeopleWhoAreAlike(t *testing.T) {
	for name, c := range map[string]struct {
		row  string
		want imports.Outcome
		rule data.DuplicateRule
	}{
		"diminutive":           {"Орлова Оля|8 701 123 45 67|01.01.1990", isDoubtful, "phone_birth"},
		"another telephone":    {"Орлова Ольга Ивановна|8 701 999 45 67|", isDoubtful, "full_name"},
		"sister":               {"Орлова Анна|8 701 123 45 67|02.02.1995", isNew, ""},
		"full namesake":        {"Орлова Ольга Ивановна|8 701 999 45 67|02.02.1980", isNew, ""},
		"namesake":             {"Орлова Ольга|8 701 999 45 67|", isNew, ""},
		"another day of birth": {"Орлова Ольга|8 701 123 45 67|01.01.1991", isDoubtful, "phone_given"},
		"shortened patronymic": {"Орлова Ольга Ив.|8 701 123 45 67|01.01.1990", isSame, ""},
	} {
		t.Run(name, func(t *testing.T) {
			s := storetest.New(t)
			storetest.Volunteer(t, s, func(v *data.Volunteer) {
				v.Surname, v.Given, v.Patronymic, v.Birth, v.IIN = "Орлова", "Ольга", "Ивановна", "1990-01-01", ""
				v.Phones = data.List{"+77011234567"}
			})
			row := plan(t, s, imports.Volunteers, "ФИО|Телефон|Дата рождения", c.row).Rows()[0]
			require.Equal(t, c.want, row.Outcome, row.Changes)
			if c.want == isDoubtful {
				require.Equal(t, c.rule, row.Candidates[0].Rule)
			}
		})
	}
}

// Two rows that were both said to be one known person stay that person, whichever was answered first.
func TestAnswersDoNotUndoEachOther(t *testing.T) {
	s := storetest.New(t)
	known := storetest.Volunteer(t, s, func(v *data.Volunteer) {
		v.Surname, v.Given, v.Phones, v.Birth, v.IIN = "Орлова", "Ольга", data.List{"+77011234567"}, "1990-01-01", ""
	})
	p := plan(t, s, imports.Volunteers, "ФИО|Телефон|Дата рождения|Район",
		"Орлова Оля|8 701 123 45 67|01.01.1990|Медеу", "Орлова Олечка|8 701 123 45 67|01.01.1990|Медеу")
	require.Equal(t, []imports.Outcome{isDoubtful, isDoubtful}, outcomes(p))
	require.NoError(t, p.Decide(1, imports.Decision{SameAs: known.ID}))
	require.NoError(t, p.Decide(0, imports.Decision{SameAs: known.ID}))
	require.NotContains(t, outcomes(p), isDoubtful)
	apply(t, s, p)
	require.Len(t, volunteers(t, s), 1)
}

// What was understood of a row can be seen before it is written, and what a closed list takes.
func TestUnderstoodAndChoices(t *testing.T) {
	s := storetest.New(t)
	p := plan(t, s, imports.Volunteers, "ФИО|Дата рождения|Экстренный контакт", "Орлова Ольга|5.11.90|Орлов Иван, 87071203306")
	require.Subset(t, p.Understood(0), []imports.Change{
		{Field: "surname", After: "Орлова"},
		{Field: "birth", After: "1990-11-05"},
		{Field: "emergency_name", After: "Орлов Иван"},
		{Field: "emergency_phone", After: "+77071203306"},
	})
	require.Contains(t, p.Choices("status"), "status.volunteer.on_leave")
	require.Contains(t, p.Choices("region"), "Алматы қаласы / город Алматы")
	require.Nil(t, p.Choices("surname"))
}

// An approved entry is not changed by a list: the plan says so, not the writing.
func TestApprovedHoursAreNotChanged(t *testing.T) {
	s := storetest.New(t)
	v := storetest.Volunteer(t, s)
	storetest.Hours(t, s, v.ID, func(h *data.Hours) {
		h.Day, h.Start, h.End, h.Minutes, h.Status = "2026-09-10", "2026-09-10T10:00", "2026-09-10T13:00", 180, data.Approved
	})
	p := plan(t, s, imports.Hours, "Номер|Дата|Время", "1|10.09.2026|10:00-12:00", "1|11.09.2026|10:00-12:00")
	require.Equal(t, []imports.Outcome{isRejected, isNew}, outcomes(p))
	require.Equal(t, []string{"status rules.hours_approved"}, keys(p.Rows()[0].Problems))
	apply(t, s, p)
}
