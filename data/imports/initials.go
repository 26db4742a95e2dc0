package imports

import (
	"strings"
	"unicode/utf8"

	"saya/data"
	"saya/data/fold"
)

// initialOf is the folded first letter of a name, and whether the name is nothing but that letter, as in «Омарова Ж.».
func initialOf(name string) (letter string, alone bool) {
	first, size := utf8.DecodeRuneInString(name)
	if size == 0 {
		return "", false
	}
	return fold.Key(string(first)), strings.Trim(name[size:], ". ") == ""
}

// isShortOf tells whether a name is nothing but the first letter of another, or its beginning with a point: «Ник.».
func isShortOf(short, name string) bool {
	letter, alone := initialOf(short)
	of, _ := initialOf(name)
	return alone && letter == of || strings.HasSuffix(short, ".") && strings.HasPrefix(fold.Key(name), fold.Key(short))
}

// initialKeys are what a person may be found by where a list writes her given name as an initial: her surname and the
// letter, with a telephone, an address or the birth date.
func initialKeys(p *data.Person) [][3]string {
	letter, _ := initialOf(p.Given)
	if letter == "" || p.Surname == "" {
		return nil
	}
	surname := fold.Key(p.Surname)
	out := make([][3]string, 0, 3)
	for _, phone := range p.Phones {
		out = append(out, [3]string{phone, surname, letter})
	}
	if p.Email != "" {
		out = append(out, [3]string{p.Email, surname, letter})
	}
	if p.Birth != "" {
		out = append(out, [3]string{string(p.Birth), surname, letter})
	}
	return out
}
