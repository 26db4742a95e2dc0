package data_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
)

func TestLineAndText(t *testing.T) {
	for _, c := range []struct{ name, in, line, text string }{
		{"spaces", "  Әсем \t\u00a0 Сайын ", "Әсем Сайын", "Әсем    Сайын"},
		{"lines", "a\r\nb\rc \n\n", "a b c", "a\nb\nc"},
		{"composed", "И\u0306 и\u0306", "Й й", "Й й"},
		{"control signs", "a\x00b\x1b[2J\u0085c", "a b [2J c", "a b [2J c"},
		{"signs that reverse or hide", "a\u202eb\u200bc\ufeff\u00add", "abcd", "abcd"},
		{"emoji keep their joiner", "👩\u200d🎨", "👩\u200d🎨", "👩\u200d🎨"},
		{"broken bytes", "a\xff\xfeb", "ab", "ab"},
		{"a formula is a text like any other", "=1+1", "=1+1", "=1+1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			require.Equal(t, c.line, data.Line(c.in))
			require.Equal(t, strings.ReplaceAll(c.text, "\u00a0", " "), strings.ReplaceAll(data.Text(c.in), "\u00a0", " "))
			require.Equal(t, data.Line(c.in), data.Line(data.Line(c.in)))
			require.Equal(t, data.Text(c.in), data.Text(data.Text(c.in)))
		})
	}
}

func TestNormalisePerson(t *testing.T) {
	p := data.Person{
		Surname: " Сайын ", Given: "Әсем\n", IIN: "850101 450008", Email: " Asem@Example.invalid",
		Phones:         data.List{"8 705 123 45 47", "", "+7 (705) 123-45-47", "позже"},
		EmergencyPhone: "8 701 111 22 33", Skills: data.List{" гитара", "гитара"}, Note: "a\r\nb",
	}
	p.Normalise()
	require.Equal(t, data.Person{
		Surname: "Сайын", Given: "Әсем", IIN: "850101450008", Email: "asem@example.invalid",
		Phones:         data.List{"+77051234547", "позже"},
		EmergencyPhone: "+77011112233", Skills: data.List{"гитара"}, Note: "a\nb",
	}, p)
}

// What is taken for clean is what cleaning leaves alone.
func FuzzCleanLines(f *testing.F) {
	for _, s := range []string{"", " ", "a b", "a  b", " a", "a ", "Әсем Қалиева", "й", "е\u0308", "№ 1", "a\tb", "\u200b", "҃а", "ґ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		slow := strings.Join(strings.Fields(data.Text(strings.ReplaceAll(s, "\n", " "))), " ")
		if line := data.Line(s); line == s && slow != s {
			t.Fatalf("%q is taken for clean, but is %q", s, slow)
		}
	})
}
