package store_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/store/storetest"
)

func TestDuplicates(t *testing.T) {
	s := storetest.New(t)
	v := storetest.Volunteer(t, s, func(v *data.Volunteer) { v.Phones, v.Email = data.List{"+77010000001"}, "asem@sample.invalid" })
	storetest.Volunteer(t, s, func(v *data.Volunteer) { v.Surname, v.Birth = "Омарова", "1990-05-02" })
	for name, c := range map[string]struct {
		number int64
		p      data.Person
		want   []data.Duplicate
	}{
		"by number":                 {v.Number, data.Person{}, []data.Duplicate{{ID: v.ID, Rule: data.SameNumber}}},
		"by phone and name":         {0, data.Person{Given: "Асем", Phones: data.List{"8 701 000 00 01"}}, []data.Duplicate{{ID: v.ID, Rule: data.SamePhoneGiven}}},
		"families share phones":     {0, data.Person{Given: "Мария", Phones: data.List{"+77010000001"}}, nil},
		"by e-mail and name":        {0, data.Person{Given: "Әсем", Email: "ASEM@sample.invalid"}, []data.Duplicate{{ID: v.ID, Rule: data.SameEmailGiven}}},
		"by names and birth date":   {0, data.Person{Surname: "Калиева", Given: "Әсем", Birth: "1990-05-01"}, []data.Duplicate{{ID: v.ID, Rule: data.SameNameAndBirth}}},
		"another day is another":    {0, data.Person{Surname: "Калиева", Given: "Әсем", Birth: "1990-05-02"}, nil},
		"nothing known, none found": {0, data.Person{}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := s.Duplicates(t.Context(), 0, c.number, c.p)
			require.NoError(t, err)
			require.Equal(t, c.want, got)
		})
	}
	own, err := s.Duplicates(t.Context(), v.ID, v.Number, v.Person)
	require.NoError(t, err)
	require.Empty(t, own)

	taken := v
	taken.ID, taken.Version = 0, 0
	_, err = s.SaveVolunteer(t.Context(), storetest.Actor(), taken)
	refused(t, "errors.duplicate", err)
}
