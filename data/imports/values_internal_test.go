package imports

import (
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/sheetin"
)

func TestPhonesInManySpellings(t *testing.T) {
	for _, s := range []string{
		"+7 705 123 45 47", "8 705 123 45 47", "8(705)123-45-47", "87051234547", "77051234547", "7051234547", "+77051234547",
		"8-705-123-45-47", "+7 (705) 123‑45‑47", "8 705 1234547", " 8705 123 45 47 ", "7 705 123 45 47", "8.705.123.45.47",
	} {
		p := data.Person{Phones: data.List{phone(s)}}
		p.Normalise()
		require.Equal(t, data.List{"+77051234547"}, p.Phones, s)
	}
	for s, want := range map[string]string{
		"+49 30 901820": "+4930901820", "8 727 300 00 00": "+77273000000", "нет": "нет", "12345": "12345", "+7 916 123 45 67": "+79161234567",
	} {
		p := data.Person{Phones: data.List{phone(s)}}
		p.Normalise()
		require.Equal(t, data.List{want}, p.Phones, s)
	}
}

// written is a cell with a text.
func written(s string) sheetin.Cell { return sheetin.Cell{Text: s, Kind: sheetin.Text} }

func TestNumbers(t *testing.T) {
	for s, want := range map[string]float64{
		"12": 12, "12 500,50": 12500.5, "12\u00a0500.50": 12500.5, "12,500.50": 12500.5, "1.250.000": 1250000, "1.250.000,5": 1250000.5,
		"0,5": 0.5, "8.25": 8.25, "12'500": 12500, "0.104166": 0.104166, "0,125": 0.125, "-3": -3,
	} {
		got, ok := decimal(written(s))
		require.True(t, ok, s)
		require.InDelta(t, want, got, 1e-9, s)
	}
	for _, s := range []string{"", "x", "12,500", "12.500", "-1.250", "1 2x", "NaN", "Inf", "--3", "."} {
		_, ok := decimal(written(s))
		require.False(t, ok, s)
	}
	got, ok := decimal(sheetin.Cell{Text: "12.505", Kind: sheetin.Number})
	require.True(t, ok)
	require.InDelta(t, 12.505, got, 1e-9, "a number of the sheet has no groups")
	for s, want := range map[string]int64{
		"12 500 ₸": 1250000, "12500,50 тг": 1250050, "500тенге": 50000, "1e3": 100000,
		"₸250,000": 25000000, "250,000 тг": 25000000, "₸ 250.000": 25000000, "KZT 1,250,000": 125000000, "1 250,50 ₸": 125050, "-5,000 тг": -500000, "0,500 тг": 50,
	} {
		got, ok := tiyn(written(s))
		require.True(t, ok, s)
		require.Equal(t, want, got, s)
	}
	for _, s := range []string{"250,000", "12.500", "$250,000"} {
		_, ok := tiyn(written(s))
		require.False(t, ok, s)
	}
}

func TestLengthsOfTime(t *testing.T) {
	for s, want := range map[string]int{
		"2": 120, "2,5": 150, "2.25": 135, "2:30": 150, "02:30:00": 150, "2 ч": 120, "2,5 часа": 150, "2 ч 30 мин": 150, "2ч.30мин.": 150,
		"2ч30м": 150, "2ч30мин": 150, "2 сағат30 мин": 150, "90 мин": 90, "90 мин.": 90, "3 сағ": 180, "1 сағат 15 мин": 75, "4h": 240, "1,5 сағат": 90,
	} {
		got, ok := minutesIn(written(s))
		require.True(t, ok, s)
		require.Equal(t, want, got, s)
	}
	for _, s := range []string{"", "много", "2:75", "a:b", "2 дня", "час"} {
		_, ok := minutesIn(written(s))
		require.False(t, ok, s)
	}
}

func TestWords(t *testing.T) {
	for _, s := range []string{"да", "ДА", "Иә", "yes", "+", "✓", "1", "есть", "Бар"} {
		yes, ok := theWords().yes(s)
		require.True(t, ok && yes, s)
	}
	for _, s := range []string{"нет", "Жоқ", "no", "-", "0", "–"} {
		yes, ok := theWords().yes(s)
		require.True(t, ok && !yes, s)
	}
	_, ok := theWords().yes("может быть")
	require.False(t, ok)
	for word, want := range map[string]string{"Ж": "female", "жен.": "female", "әйел": "female", "М": "male", "Ер": "male", "female": "female"} {
		got, ok := theWords().find("sex", word)
		require.True(t, ok, word)
		require.Equal(t, want, got, word)
	}
}

// Every code of a list is one that the rules of the domain know.
func TestWordsAreCodesOfTheDomain(t *testing.T) {
	codes := func(list string) []string {
		seen := map[string]bool{}
		var out []string
		for _, code := range theWords()[list] {
			if !seen[code] {
				seen[code] = true
				out = append(out, code)
			}
		}
		return out
	}
	require.ElementsMatch(t, data.LeftReasons(), codes("left_reason"))
	require.ElementsMatch(t, data.DeclinedReasons(), codes("declined_reason"))
	require.Len(t, codes("event_type"), len(data.EventTypes()))
	for _, typ := range data.EventTypes() {
		require.Contains(t, codes("event_type"), string(typ))
	}
	for _, kind := range data.ContributionKinds() {
		require.Contains(t, codes("contribution_kind"), string(kind))
	}
	require.ElementsMatch(t, []string{"attended", "late", "left_early", "absent", "absent_excused"}, codes("attendance"))
}

func TestLanguages(t *testing.T) {
	for s, want := range map[string]data.Language{
		"казахский": {Code: "kk"}, "қазақ тілі (ана тілі)": {Code: "kk", Level: "native"}, "английский B2": {Code: "en", Level: "B2"},
		"Орысша": {Code: "ru"}, "русский - свободно": {Code: "ru", Level: "C2"}, "орысша еркін": {Code: "ru", Level: "C2"},
		"English (fluent)": {Code: "en", Level: "C2"}, "русский родной": {Code: "ru", Level: "native"}, "English (C1)": {Code: "en", Level: "C1"},
	} {
		got, ok := language(s)
		require.True(t, ok, s)
		require.Equal(t, want, got, s)
	}
	_, ok := language("эльфийский")
	require.False(t, ok)
}

func TestIINsOfSheets(t *testing.T) {
	require.Equal(t, "000101600018", iin(sheetin.Cell{Text: "101600018", Kind: sheetin.Number}), "leading zeros come back")
	require.Equal(t, "850101450008", iin(sheetin.Cell{Text: "850101 450008", Kind: sheetin.Text}))
	require.Equal(t, "101600018", iin(sheetin.Cell{Text: "101600018", Kind: sheetin.Text}), "what was typed is not guessed at")
}

func TestTypesByTitle(t *testing.T) {
	for title, want := range map[string]data.EventType{
		"Мастер-класс по керамике": data.MasterClass, "Шеберлік сабағы: кілем": data.MasterClass, "Благотворительный концерт": data.Charity,
		"Концерт студентов": data.Concert, "Көрме": data.Exhibition, "День открытых дверей": "",
	} {
		require.Equal(t, want, typeByTitle(data.Names{RU: title}), title)
	}
}

func TestGivers(t *testing.T) {
	for name, want := range map[string]data.GiverKind{
		"ТОО Ромашка": data.GivenByOrganisation, "ИП Омарова": data.GivenByOrganisation, "Фонд «Свет»": data.GivenByOrganisation,
		"Омарова Ж.": data.GivenByPerson, "Аноним": data.GivenAnonymously, "«Жан» ЖШС": data.GivenByOrganisation, "Жители ЖК «Алтын»": data.GivenByPerson,
		"ЖК Омарова": data.GivenByOrganisation,
	} {
		require.Equal(t, want, giverKind(name), name)
	}
}
