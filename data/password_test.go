package data_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
)

func refusalOf(t *testing.T, password string, about ...string) string {
	t.Helper()
	err := data.CheckPassword("password", password, about...)
	if err == nil {
		return ""
	}
	refusals := data.Refusals(err)
	require.Len(t, refusals, 1)
	require.Equal(t, data.Invalid, refusals[0].Code)
	require.Equal(t, "password", refusals[0].Field)
	require.Empty(t, refusals[0].Args)
	return refusals[0].Key
}

func TestPasswordsThatOthersGuessAreRefused(t *testing.T) {
	for what, passwords := range map[string][]string{
		"the sample's":          {"saya-sample", "Saya-Sample1", "сая2026"},
		"lists":                 {"password", "iloveyou", "qwerty123", "P@ssw0rd1"},
		"Russian and Kazakh":    {"пароль", "Пароль2024", "құпиясөз", "Қазақстан", "Алматы2024", "Люблютебя!"},
		"the other keyboard":    {"gfhjkm", "Gfhjkm123!", "зфыыцщкв", "йцукен123", "0fpf0cnfy", "fkvfns"},
		"the other alphabet":    {"kazakhstan", "qazaqstan1", "parol2024", "zhansaya", "Жансая2001", "Zh@nsay@01012001"},
		"numbers that she has":  {"12345678", "87011234567", "+7 701 123-45-67", "850101300123", "01.01.2001"},
		"rows and repetitions":  {"abcdefgh", "йцукенгшщз", "aaaaaaaaaaaa", "алматыАлматы", "1qaz2wsx"},
		"a word, however long":  {"электричество", "бейбітшілік", "Электричество7"},
		"what looks like other": {"ｐａｓｓｗｏｒｄ", "пapoль"},
		"hardly anything":       {"a", "я", "7", "我", "\xff", "ь"},
	} {
		for _, p := range passwords {
			require.Equal(t, "password.weak", refusalOf(t, p), "%s: %s", what, p)
		}
	}
}

func TestPasswordsThatAreHardToGuessPass(t *testing.T) {
	for _, p := range []string{
		"кот лампа снег мост", "көк түйе терезе нан", "Зеленая ворона пьет чай", "correct horse battery staple",
		"x7#Kp2!vQ9", "tkmrf gfhfdjp jpthj xfq", "我爱你北京天安门太阳", "سماء جبل كتاب",
	} {
		require.Empty(t, refusalOf(t, p, "Айгүл", "Центр"), p)
	}
}

func TestAnEmptyPasswordIsRequired(t *testing.T) {
	for _, p := range []string{"", "  ", "\u00a0\n"} {
		require.Equal(t, "errors.required", refusalOf(t, p))
	}
}

func TestPasswordsAboutTheAccountAreRefused(t *testing.T) {
	const centre = "«Құлагер-Тұмар» орталығы"
	for _, p := range []string{"Tleubergenova7", "тлеубергенова 7", "nkte,thutyjdf7", "Тлеубергенова2001", "kulager-tumar!"} {
		require.NotEmpty(t, refusalOf(t, p, "Тлеубергенова М.", centre), p)
	}
	require.Equal(t, "password.about", refusalOf(t, "Tleubergenova7", "Тлеубергенова", centre))
	require.Empty(t, refusalOf(t, "Tleubergenova7"), "of another account it would do")
}

// What follows the first hundred signs is not looked at, so that a book put in by mistake does not stop the program.
func TestALongPasswordIsScoredByItsBeginning(t *testing.T) {
	require.Empty(t, refusalOf(t, strings.Repeat("кот лампа снег мост ", 1<<15)))
	require.Equal(t, "password.weak", refusalOf(t, strings.Repeat("a", 1<<20)+"кот лампа снег мост"))
	require.Empty(t, refusalOf(t, strings.Repeat("@4({[<31!|07$5+%2", 1<<16)), "disguises of every kind")
}

func TestOneTimePasswords(t *testing.T) {
	seen := map[string]bool{}
	for range 20 {
		p := data.SuggestOneTime()
		require.Regexp(t, "^[0-9a-hjkmnp-tv-z]{4}(-[0-9a-hjkmnp-tv-z]{4}){3}$", p)
		require.Empty(t, refusalOf(t, p))
		require.False(t, seen[p])
		seen[p] = true
	}
}
