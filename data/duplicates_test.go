package data_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
)

func TestDuplicates(t *testing.T) {
	var known data.Duplicates
	known.Add(1, 17, data.Person{
		Surname: "Қалиева", Given: "Әсем", Birth: "1990-01-01", IIN: "900101450005",
		Phones: data.List{"+77051234547", "+77011112233"}, Email: "asem@example.invalid",
	})
	known.Add(2, 18, data.Person{Surname: "Қалиева", Given: "Нұр", Birth: "1990-01-01", Phones: data.List{"+77051234547"}})
	known.Add(3, 0, data.Person{Phones: data.List{"+77051234547"}})

	for _, c := range []struct {
		name   string
		number int64
		person data.Person
		want   []data.Duplicate
	}{
		{"number", 17, data.Person{}, []data.Duplicate{{1, data.SameNumber}}},
		{"IIN", 0, data.Person{IIN: "900101450005"}, []data.Duplicate{{1, data.SameIIN}}},
		{"phone and given name", 0, data.Person{Given: "Asem", Phones: data.List{"+77011112233"}}, []data.Duplicate{{1, data.SamePhoneGiven}}},
		{"phone of a family", 0, data.Person{Given: "Дана", Phones: data.List{"+77051234547"}}, nil},
		{"phone alone", 0, data.Person{Phones: data.List{"+77051234547"}}, nil},
		{"phone and a surname", 0, data.Person{Surname: "Қалиева", Phones: data.List{"+77051234547"}}, nil},
		{"e-mail and given name", 0, data.Person{Given: "ӘСЕМ", Email: "Asem@Example.invalid"}, []data.Duplicate{{1, data.SameEmailGiven}}},
		{"e-mail of another", 0, data.Person{Given: "Дана", Email: "asem@example.invalid"}, nil},
		{"names and birth date", 0, data.Person{Surname: "Калиева", Given: "Асем", Birth: "1990-01-01"}, []data.Duplicate{{1, data.SameNameAndBirth}}},
		{"names and another birth date", 0, data.Person{Surname: "Калиева", Given: "Асем", Birth: "1990-01-02"}, nil},
		{"names without a birth date", 0, data.Person{Surname: "Калиева", Given: "Асем"}, nil},
		{"parts of a name that run together", 0, data.Person{Surname: "Қалие", Given: "ва Әсем", Birth: "1990-01-01"}, nil},
		{"nothing known", 0, data.Person{}, nil},
		{"each once by the surest rule, the surest first", 18, data.Person{
			Surname: "Қалиева", Given: "Әсем", Birth: "1990-01-01", Phones: data.List{"+77051234547"},
		}, []data.Duplicate{{2, data.SameNumber}, {1, data.SamePhoneGiven}}},
	} {
		t.Run(c.name, func(t *testing.T) { require.Equal(t, c.want, known.Find(c.number, c.person)) })
	}
	require.Empty(t, (&data.Duplicates{}).Find(1, data.Person{IIN: "900101450005"}))
}

func BenchmarkDuplicatesOf100000(b *testing.B) {
	for b.Loop() {
		var known data.Duplicates
		for i := range int64(100_000) {
			p := data.Person{Surname: "Қалиева", Given: "Әсем", Birth: "1990-01-01", Phones: data.List{fmt.Sprintf("+7705%07d", i)}}
			p.Surname = fmt.Sprint(p.Surname, i)
			known.Add(i, i, p)
		}
		for i := range int64(1000) {
			known.Find(i, data.Person{})
		}
	}
}
