package locale_test

import (
	"bytes"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"

	"saya/assets/locale"
)

// text is one key of a file as a translator sees it.
type text struct {
	key   string
	langs map[locale.Lang]map[string]string // forms; a plain text is the form "other"
}

// texts reads every file anew, without the code under test.
func texts(t *testing.T) []text {
	t.Helper()
	names, err := filepath.Glob("text/*.json")
	require.NoError(t, err)
	var all []text
	for _, name := range names {
		data, err := os.ReadFile(name)
		require.NoError(t, err)
		var section map[string]map[string]any
		require.NoError(t, json.Unmarshal(data, &section), name)
		for key, langs := range section {
			one := text{key: key, langs: map[locale.Lang]map[string]string{}}
			for lang, value := range langs {
				if lang != "kk_unsure" {
					one.langs[locale.Lang(lang)] = formsOf(t, key, value)
				}
			}
			all = append(all, one)
		}
	}
	return all
}

func formsOf(t *testing.T, key string, value any) map[string]string {
	t.Helper()
	forms := map[string]string{}
	switch v := value.(type) {
	case string:
		forms["other"] = v
	case map[string]any:
		for form, text := range v {
			require.IsType(t, "", text, key)
			forms[form] = text.(string)
		}
	default:
		require.Fail(t, "a text is a string or plural forms", key)
	}
	return forms
}

func TestKeysBeginWithTheirFile(t *testing.T) {
	names, err := filepath.Glob("text/*.json")
	require.NoError(t, err)
	for _, name := range names {
		data, err := os.ReadFile(name)
		require.NoError(t, err)
		section := strings.TrimSuffix(filepath.Base(name), ".json")
		seen := map[string]bool{}
		for _, key := range objectKeys(t, data) {
			require.True(t, strings.HasPrefix(key, section+"."), "%s: %s", name, key)
			require.False(t, seen[key], "%s: %s stands twice", name, key)
			seen[key] = true
		}
	}
}

// objectKeys returns the keys of the outermost object, repeated ones too.
func objectKeys(t *testing.T, data []byte) []string {
	t.Helper()
	decoder := json.NewDecoder(bytes.NewReader(data))
	_, err := decoder.Token()
	require.NoError(t, err)
	var keys []string
	for decoder.More() {
		key, err := decoder.Token()
		require.NoError(t, err)
		keys = append(keys, key.(string))
		var skipped json.RawMessage
		require.NoError(t, decoder.Decode(&skipped))
	}
	_, err = decoder.Token()
	require.NoError(t, err)
	_, err = decoder.Token()
	require.ErrorIs(t, err, io.EOF)
	return keys
}

func TestEveryTextIsComplete(t *testing.T) {
	needed := map[locale.Lang][]string{
		locale.Kazakh:  {"one", "other"},
		locale.Russian: {"few", "many", "one", "other"},
		locale.English: {"one", "other"},
	}
	for _, text := range texts(t) {
		plural := slices.ContainsFunc(locale.Languages(), func(l locale.Lang) bool { return len(text.langs[l]) > 1 })
		require.Len(t, text.langs, len(needed), text.key)
		for lang, want := range needed {
			if !plural {
				want = []string{"other"}
			}
			got := []string{}
			for form, words := range text.langs[lang] {
				got = append(got, form)
				require.NotEmpty(t, strings.TrimSpace(words), "%s %s %s", text.key, lang, form)
				require.Equal(t, strings.TrimSpace(words), words, "%s %s %s", text.key, lang, form)
			}
			slices.Sort(got)
			require.Equal(t, want, got, "the plural forms of %s in %s", text.key, lang)
		}
	}
}

var (
	argument = regexp.MustCompile(`{{\.(\w+)}}`)
	word     = regexp.MustCompile(`[\p{L}\p{M}]+`)
	size     = regexp.MustCompile(`\d+x\d+`) // 1024x700, as a command takes it
)

func TestArgumentsAreTheSameInAllLanguages(t *testing.T) {
	for _, text := range texts(t) {
		want := args(text.langs[locale.Russian])
		for lang, forms := range text.langs {
			// English may count quarters where the others write Roman numbers.
			if strings.HasPrefix(text.key, "calendar.quarter") || strings.HasPrefix(text.key, "calendar.half_year") {
				continue
			}
			require.Equal(t, want, args(forms), "%s in %s", text.key, lang)
			for form, words := range forms {
				// One day needs no figure in Kazakh and English; the Russian form is also that of 21 and 31.
				if form != "one" || lang == locale.Russian {
					require.Equal(t, want, args(map[string]string{form: words}), "%s %s %s", text.key, lang, form)
				}
				rest := argument.ReplaceAllString(words, "")
				require.NotContains(t, rest, "{{", "%s %s %s", text.key, lang, form)
				require.NotContains(t, rest, "}}", "%s %s %s", text.key, lang, form)
			}
		}
	}
}

func args(forms map[string]string) []string {
	names := []string{}
	for _, words := range forms {
		for _, found := range argument.FindAllStringSubmatch(words, -1) {
			names = append(names, found[1])
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

const (
	russianLetters = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
	kazakhLetters  = russianLetters + "әғқңөұүһі"
	// Latin letters that look like Cyrillic ones: a word of nothing else is a slip of the keyboard.
	lookAlikes = "aceopxyABCEHKMOPTXY"
)

// autonym tells whether a text names languages, each in its own, so that people find theirs in any window.
func autonym(key string) bool { return strings.Contains(key, ".lang.") }

func TestLettersBelongToTheLanguage(t *testing.T) {
	for _, text := range texts(t) {
		if autonym(text.key) {
			continue
		}
		for lang, forms := range text.langs {
			for form, words := range forms {
				for _, w := range word.FindAllString(size.ReplaceAllString(argument.ReplaceAllString(words, " "), " "), -1) {
					require.Empty(t, strange(lang, w), "%s %s %s: %q", text.key, lang, form, w)
				}
			}
		}
	}
}

// strange says what is wrong with the letters of a word, "" when nothing is.
func strange(lang locale.Lang, word string) string {
	latin, cyrillic, alike, known := 0, 0, 0, 0
	letters := map[locale.Lang]string{locale.Kazakh: kazakhLetters, locale.Russian: russianLetters}[lang]
	for _, r := range word {
		switch {
		case unicode.Is(unicode.Latin, r):
			latin++
		case unicode.Is(unicode.Cyrillic, r):
			cyrillic++
		}
		if strings.ContainsRune(lookAlikes, r) {
			alike++
		}
		if strings.ContainsRune(letters, unicode.ToLower(r)) {
			known++
		}
	}
	total := len([]rune(word))
	switch {
	case latin > 0 && cyrillic > 0:
		return "Latin and Cyrillic letters in one word"
	case lang == locale.English && cyrillic > 0:
		return "a Cyrillic word in English"
	case lang == locale.English:
		return ""
	case cyrillic > 0 && known != total:
		return "a letter of another alphabet, or ё"
	case alike == total && total < 4 && !roman.MatchString(word):
		return "Latin letters that look Cyrillic"
	default:
		return ""
	}
}

var roman = regexp.MustCompile(`^[IVX]+$`)

func TestStrangeLettersAreSeen(t *testing.T) {
	for _, slip := range []struct {
		lang locale.Lang
		word string
	}{
		{locale.Kazakh, "орталыq"},
		{locale.Kazakh, "і" + "s"},
		{locale.Kazakh, "өтiнім"}, // Latin i
		{locale.Kazakh, "əріп"},   // Latin schwa
		{locale.Kazakh, "объєкт"},
		{locale.Russian, "мiсяц"},
		{locale.Russian, "ещё"},
		{locale.Russian, "c"},
		{locale.Russian, "іс"},
		{locale.English, "еvent"},
	} {
		require.NotEmpty(t, strange(slip.lang, slip.word), slip.word)
	}
	for _, good := range []string{"Excel", "III", "іс", "Ә", "kz"} {
		require.Empty(t, strange(locale.Kazakh, good), good)
	}
}

// Endings that Kazakh does not have: a text with one was left in Russian.
var leftRussian = regexp.MustCompile(`(?i)[а-я](ние|ный|ная|ное|ные|ость|ться|тся|ого|ему|ыми|ими)([^\p{L}]|$)|[щъ]`)

func TestKazakhIsNotRussian(t *testing.T) {
	for _, text := range texts(t) {
		if autonym(text.key) {
			continue
		}
		for form, words := range text.langs[locale.Kazakh] {
			require.NotRegexp(t, leftRussian, words, "%s %s", text.key, form)
			// Kazakh shares single words with Russian (волонтер, телефон), never whole sentences.
			if len(strings.Fields(argument.ReplaceAllString(words, ""))) > 1 {
				require.NotEqual(t, text.langs[locale.Russian][form], words, text.key)
			}
			require.NotContains(t, strings.ToLower(words), "ерікті", "%s: the centre says «волонтер»", text.key)
		}
	}
}

func TestInterfaceNeverSaysVictim(t *testing.T) {
	banned := regexp.MustCompile(`(?i)victim|жертв|потерпевш|жәбірленуші|құрбан`)
	for _, text := range texts(t) {
		for lang, forms := range text.langs {
			for _, words := range forms {
				require.NotRegexp(t, banned, words, "%s %s", text.key, lang)
			}
		}
	}
}

func TestErrorsAreSentences(t *testing.T) {
	for _, text := range texts(t) {
		if !strings.HasPrefix(text.key, "errors.") {
			continue
		}
		for lang, forms := range text.langs {
			for _, words := range forms {
				require.Regexp(t, `[.:/]$|}}\.$`, words, "%s %s ends as a sentence does", text.key, lang)
				require.Regexp(t, `^([\p{Lu}]|{{|«|\p{N})`, words, "%s %s begins as a sentence does", text.key, lang)
			}
		}
	}
}

func TestKeysAreInEveryLanguage(t *testing.T) {
	keys := locale.Keys()
	require.Len(t, keys, len(texts(t)))
	require.True(t, slices.IsSorted(keys))
	for _, lang := range locale.Languages() {
		p := locale.New(lang)
		for _, key := range keys {
			require.True(t, p.Has(key))
			require.NotEqual(t, key, p.T(key, "Count", 2), "%s in %s", key, lang)
		}
	}
}

// Fyne draws an arrow with another font, and what stands beside it as unknown letters.
func TestNoArrowsInTexts(t *testing.T) {
	for _, text := range texts(t) {
		for lang, forms := range text.langs {
			for _, words := range forms {
				require.False(t, strings.ContainsAny(words, "↑↓←→"), "%s %s", text.key, lang)
			}
		}
	}
}
