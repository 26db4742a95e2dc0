package imports

import (
	_ "embed" // the table below
	"encoding/json"
	"slices"
	"strings"
	"sync"
	"unicode"

	"saya/data"
)

//go:embed words.json
var wordsFile []byte

// words are what people write in cells for the values of the register, by list and [titleKey]. Signs without a letter,
// such as + and ✓, are kept as they are.
type words map[string]map[string]string

// theWords reads the table once.
var theWords = sync.OnceValue(func() words {
	var file map[string]json.RawMessage
	mustRead("words", wordsFile, &file)
	out := words{}
	for list, raw := range file {
		out[list] = map[string]string{}
		var plainList []string
		if json.Unmarshal(raw, &plainList) == nil {
			out.add(list, list, plainList)
			continue
		}
		var codes map[string][]string
		mustRead(list, raw, &codes)
		for code, spellings := range codes {
			out.add(list, code, append(spellings, code))
		}
	}
	return out
})

func (w words) add(list, code string, spellings []string) {
	for _, s := range spellings {
		w[list][wordKey(s)] = code
	}
}

// wordKey is the [titleKey] of a word, or the word itself when it has no letters.
func wordKey(s string) string {
	if key := titleKey(s); key != "" {
		return key
	}
	return strings.ToLower(data.Line(s))
}

// find is the code of a word in a list.
func (w words) find(list, word string) (code string, ok bool) {
	code, ok = w[list][wordKey(word)]
	return code, ok
}

// yes reads a yes or no. A date counts as yes elsewhere, where a field is one.
func (w words) yes(word string) (yes, ok bool) {
	if _, ok := w.find("no", word); ok {
		return false, true
	}
	_, ok = w.find("yes", word)
	return ok, ok
}

// holds tells whether a text holds a word of a list, as «ТОО» in «ТОО Ромашка».
func (w words) holds(list, text string) bool {
	for _, word := range lettersOf(text) {
		if _, ok := w[list][wordKey(word)]; ok {
			return true
		}
	}
	return false
}

// begins tells whether a word of a text begins with one of a list, as «подопечными» does with «подопечн».
func (w words) begins(list, text string) bool {
	return slices.ContainsFunc(lettersOf(text), func(word string) bool {
		for stem := range w[list] {
			if strings.HasPrefix(titleKey(word), stem) {
				return true
			}
		}
		return false
	})
}

// lettersOf are the words of a text in small letters.
func lettersOf(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) })
}

// unit cuts a unit of a list off the end of a number: «2 ч», "150 мин.", "500₸".
func (w words) unit(list, text string) (number string, found bool) {
	text = strings.TrimSpace(text)
	at := strings.LastIndexFunc(text, unicode.IsDigit) + 1
	unit := strings.TrimSpace(text[at:])
	if unit == "" {
		return text, false
	}
	if _, found = w.find(list, strings.Trim(unit, ". ")); !found {
		return text, false
	}
	return strings.TrimSpace(text[:at]), true
}
