package fold_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/unicode/norm"

	"saya/data/fold"
)

// Every pair is two spellings that a search must take for one.
func TestKeyJoinsSpellings(t *testing.T) {
	groups := map[string][]string{
		"case":              {"КАЛИЕВ", "калиев", "Калиев"},
		"three alphabets":   {"kaliev", "калиев", "Қалиев", "Qaliev", "Kaliyev"},
		"ә":                 {"Әсем", "Асем", "Asem", "Ásem", "Äsem"},
		"ғ":                 {"Ғалия", "Галия", "Galiya", "Ghaliya", "Galiia", "Ǵalıa", "Ğalia"},
		"қ":                 {"Қайрат", "Кайрат", "Kairat", "Kayrat", "Qairat", "Qaırat"},
		"ң":                 {"Жаңыл", "Жаныл", "Zhanyl", "Zhangyl", "Jańyl", "Jañyl"},
		"ө":                 {"Өмір", "Омир", "Omir", "Ómir", "Ömir"},
		"ұ":                 {"Ұлан", "Улан", "Ulan", "Ūlan"},
		"ү":                 {"Үміт", "Умит", "Umit", "Úmit", "Ümit"},
		"һ":                 {"Гауһар", "Гаухар", "Gaukhar", "Gauhar", "Gaýhar"},
		"і":                 {"Ілияс", "Илияс", "Iliyas", "Ilias"},
		"ё":                 {"Ёлкин", "Елкин", "Yolkin", "Elkin", "Yelkin"},
		"ё after consonant": {"Фёдор", "Федор", "Fyodor", "Fedor"},
		"2018":              {"áreket ýaqyty", "әрекет уақыты", "areket uakyty"},
		"2018 apart":        {"a\u0301reket y\u0301aqyty", "әрекет уақыты"},
		"2021":              {"Şyñğys", "Шыңғыс", "Shyngys", "Шынгыс"},
		"2021 more":         {"Mūhtar Äuezov", "Мұхтар Әуезов", "Mukhtar Auezov", "мухтар ауезов"},
		"zh":                {"Жұлдыз", "Zhuldyz", "Juldyz", "Жулдыз"},
		"dzh":               {"Джамбул", "Жамбул", "Dzhambul", "Jambul"},
		"kh":                {"Қожахметов", "Kozhakhmetov", "Qozhahmetov", "Qojahmetov"},
		"kkh":               {"Бекхан", "Bekkhan", "Bekhan"},
		"ngh":               {"Маңғыстау", "Мангистау", "Mangystau", "Manghystau", "Mangghystau", "Mańǵystaý"},
		"shch":              {"Щербакова", "Shcherbakova", "Scherbakova", "Sherbakova"},
		"ye":                {"Сергеева", "Sergeyeva", "Sergeeva"},
		"ye at the start":   {"Евгений", "Yevgeniy", "Evgeny", "Evgenii"},
		"ь":                 {"Наталья", "Natalya", "Natal'ya", "Natalʹia", "Natal´ya", "Наталия", "Nataliya"},
		"ьё":                {"Соловьёв", "Соловьев", "Solovyov", "Solovyev", "Solovev"},
		"yo after a vowel":  {"Майоров", "Mayorov", "Maiorov"},
		"iu":                {"Юлия", "Yulia", "Yuliya", "Iuliia"},
		"й before a vowel":  {"Нұрпейісов", "Нурпеисов", "Nurpeisov", "Nurpeissov"},
		"ys":                {"Гүлайым", "Gulaiym", "Gulayim", "Гулайым"},
		"ks":                {"Александр", "Alexandr", "Aleksandr"},
		"c":                 {"Виктория", "Victoria", "Viktoriya", "Wiktoria"},
		"doubled":           {"Анна", "Ана", "Anna", "Ana"},
		"ts":                {"Цой", "Tsoy", "Tsoi"},
		"apostrophes":       {"Oʻgʻiloy", "Ogiloy", "O'g'iloy"},
		"Turkish":           {"IŞIL ÇAĞLAR", "Işıl Çağlar", "Ышыл Чаглар"},
		"parting signs":     {"Айгуль-Мария", "Айгуль Мария", "  Айгуль\u00a0 \tМария. ", "Aigul_Maria"},
		"typography":        {"Ａ１", "a1"},
	}
	for name, spellings := range groups {
		t.Run(name, func(t *testing.T) {
			for _, s := range spellings[1:] {
				require.Equal(t, fold.Key(spellings[0]), fold.Key(s), "%s and %s", spellings[0], s)
			}
		})
	}
}

func TestKeyKeepsApart(t *testing.T) {
	for _, p := range [][2]string{{"Алия", "Алина"}, {"Серик", "Берик"}, {"Шара", "Сара"}, {"дом 1", "дом 11"}, {"Ан На", "Анна"}} {
		require.NotEqual(t, fold.Key(p[0]), fold.Key(p[1]), "%s and %s", p[0], p[1])
	}
}

func TestKey(t *testing.T) {
	for in, want := range map[string]string{
		"":                 "",
		" - ":              "",
		"ь":                "",
		"№ 0017/2":         "0017 2",
		"100":              "100",
		"Қалиева, Әсем":    "kalieva asem",
		"Шәкәрім көшесі 5": "shakarim koshesi 5",
		"محمد Ali":         "ali",
		"\xff\xfeАня":      "ania",
	} {
		require.Equal(t, want, fold.Key(in), "%q", in)
	}
}

// What is typed so far must be found in the key of the whole name: the list must not go empty while someone types.
func TestKeyOfABeginningIsFound(t *testing.T) {
	for _, name := range []string{"Нұрпейісова", "Данияр", "Майоров", "Даниэль", "Сергеева", "Алиев", "Жұлдыз", "Щербакова"} {
		whole := fold.Key(name)
		for i := range name {
			require.Contains(t, whole, fold.Key(name[:i]), "%s of %s", name[:i], name)
		}
	}
}

func TestQueryOfANumberIsItsDigits(t *testing.T) {
	for typed, want := range map[string]string{
		"8 705": "8705", "+7 705 123": "7705123", "705 123 45 47": "7051234547", "8(705)1234547": "87051234547", "4547": "4547",
	} {
		require.Equal(t, want, fold.Query(typed), typed)
	}
}

func TestQueryOfNamesIsTheKey(t *testing.T) {
	for _, typed := range []string{"Қалиев", "дом 12", "a+b", "", " - "} {
		require.Equal(t, fold.Key(typed), fold.Query(typed), typed)
	}
}

func FuzzKey(f *testing.F) {
	for _, s := range []string{"Нұрпейісова Жұлдыз", "shchschkhkhzhdj", "yyeyoyngghngx", "İıŞğ", "ŀﬁ\u00b4ý", "\xff", "Ⅷ ½ ａ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		key := fold.Key(s)
		require.Equal(t, key, fold.Key(key), "not its own key")
		require.Empty(t, strings.Trim(key, "abcdefghijklmnopqrstuvwxyz0123456789 "), "a sign outside the alphabet")
		require.Equal(t, strings.Join(strings.Fields(key), " "), key, "loose spaces")
	})
}

func BenchmarkKey(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		fold.Key("Нұрпейісова Жұлдыз Қайратқызы")
	}
}

// Texts that are not composed again are those that composing leaves as they are, alone and beside each other.
func TestComposedTextsAreLeft(t *testing.T) {
	var all strings.Builder
	for r := rune(1); r < 0x600; r++ {
		if r < 0x300 || 0x400 <= r && r < 0x530 && (r < 0x483 || r > 0x489) {
			all.WriteRune(r)
		}
	}
	require.True(t, norm.NFC.IsNormalString(all.String()))
	require.Equal(t, fold.Key("й"), fold.Key("и\u0306"))
	require.Equal(t, fold.Key("ё"), fold.Key("е\u0308"))
}
