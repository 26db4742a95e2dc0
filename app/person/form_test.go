package person_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/require"

	"saya/app/page/pagetest"
	"saya/app/person"
	"saya/data"
	"saya/data/store/storetest"
	"saya/widgets"
)

// What an editor shows and nobody changes is saved as it was, also what is offered no more and what no list knows.
func TestFieldsKeepAPerson(t *testing.T) {
	env, _ := pagetest.NewEnv(t, storetest.New(t))
	env.Directions[1].Retired = true
	p := data.Person{
		Surname: "Омарова", Given: "Жанна", Patronymic: "Серікқызы", Preferred: "Жанна апа", Birth: "2010-02-03",
		Sex: data.Female, IIN: "100203600011", Phones: data.List{"+77010000001", "+77020000002"},
		Email: "janna@sample.invalid", Messenger: "@janna", Region: "old", District: "Түрксіб",
		Workplace: "КазНУ", Faculty: "Юридический", StudyYear: 2, Specialty: data.Creative,
		Languages: data.Languages{{Code: "kk", Level: "native"}, {Code: "ky"}, {Code: "en", Level: "B1"}}, Skills: data.List{"вязание"},
		Directions: data.List{env.Directions[1].Code, env.Directions[0].Code, "gone"},
		Availability: data.Availability{
			Known: true, Week: []data.WeekSpan{{Weekday: 7, From: 600, To: 1440}, {Weekday: 1, From: 540, To: 615}},
			Exceptions: []data.DayException{{Day: "2026-12-01", Note: "экзамен, зачет"}, {Day: "2026-11-30", Can: true}},
		},
		EmergencyName: "Сәуле", EmergencyPhone: "+77030000003", GuardianName: "Сәуле", GuardianPhone: "+77030000003",
		GuardianConsent: "2026-01-10", Source: "университет", Note: "Может по субботам",
	}
	f, read := person.NewFields(env), p
	f.Set(p)
	f.Read(&read)
	read.Normalise()
	require.Equal(t, p, read)

	f.Set(data.Person{Given: "Асем"})
	read = data.Person{}
	f.Read(&read)
	require.Empty(t, read.Surname)
	require.Equal(t, data.SexUnknown, read.Sex)
	require.Empty(t, read.Birth)
}

func TestFactsHideWhatIdentifies(t *testing.T) {
	env, _ := pagetest.NewEnv(t, storetest.New(t))
	p := data.Person{IIN: "950203400012", Phones: data.List{"+77010000001"}, Birth: "1995-02-03"}
	values := map[string]string{}
	for _, f := range person.Facts(env, p) {
		values[f.Label] = f.Value
	}
	require.Equal(t, data.MaskIIN(p.IIN), values["ИИН"])
	require.Equal(t, data.MaskPhone(p.Phones.First()), values["Телефон"])
	require.Equal(t, "03.02.1995 · 31 год", values["Дата рождения"])
}

// What is copied out of an editor leaves the clipboard like what is copied off a card.
func TestFieldsOfAPersonGuardWhatIsCopied(t *testing.T) {
	env, w := pagetest.NewEnv(t, storetest.New(t))
	f := person.NewFields(env)
	form := env.Form()
	f.Names(form)
	f.Contacts(form, true)
	f.Rest(form)
	entries := 0
	pagetest.Walk(form, func(o fyne.CanvasObject) {
		var copied func(string)
		switch field := o.(type) {
		case *widgets.Entry:
			copied = field.OnCopied
		case *widgets.DateField:
			copied = field.OnCopied
		default:
			return
		}
		entries++
		if copied != nil {
			copied("x")
		}
	})
	require.Greater(t, entries, 12)
	require.GreaterOrEqual(t, len(w.Said), entries-1, "all but the day of a consent")
}
