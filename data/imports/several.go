package imports

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"saya/data"
)

// peopleIn are the names of several people in one cell: «Ли Виктория / Ли Анна (сестры)», «Виктория и Анна Ли». Of one name
// it is that name.
func peopleIn(s string) []string {
	bare := withoutBrackets(s)
	if people := joined(strings.Fields(bare)); len(people) > 1 {
		return people
	}
	for _, sign := range []string{"/", ";", "\n", "&", "+", ","} {
		people := slices.DeleteFunc(strings.Split(bare, sign), func(part string) bool { return data.Line(part) == "" })
		if len(people) > 1 && !slices.ContainsFunc(people, func(part string) bool { return !wholeOne(part) }) {
			for i := range people {
				people[i] = data.Line(people[i])
			}
			return people
		}
	}
	return []string{s}
}

// joined parts names at «и», "and", which are written small: «И» is a name.
func joined(words []string) []string {
	for i, word := range words {
		if _, joins := theWords().find("name_joins", word); joins && 0 < i && i < len(words)-1 && !capital(word) && capital(words[i-1]) && capital(words[i+1]) {
			return []string{strings.Join(words[:i], " "), strings.Join(words[i+1:], " ")}
		}
	}
	return nil
}

// wholeOne tells whether a part of a cell is the name of a person by itself: two or three words with capitals.
func wholeOne(part string) bool {
	words := strings.Fields(part)
	return len(words) > 1 && len(words) < mostWords && !slices.ContainsFunc(words, func(word string) bool { return !capital(word) })
}

func capital(word string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(first)
}
