package sample

import (
	"fmt"
	"strconv"
	"strings"

	"saya/data"
	"saya/data/fold"
)

// identities draws names and numbers; no two people get the same number, phone or address.
type identities struct {
	*chance
	words  *words
	iins   map[string]bool
	emails map[string]int
	phones int // given out so far
	offset int
}

func newIdentities(c *chance, w *words) *identities {
	return &identities{chance: c, words: w, iins: map[string]bool{}, emails: map[string]int{}, offset: c.IntN(phoneNumbers)}
}

func (d *identities) people() *people {
	return pickBy(d.chance, d.words.names.Peoples, func(p *people) int { return p.Share })
}

// name draws surname, given name and patronymic.
func (d *identities) name(of *people, sex data.Sex) (surname, given, patronymic string) {
	given = pick(d.chance, of.Female)
	if sex == data.Male {
		given = pick(d.chance, of.Male)
	}
	return d.surname(of, sex), given, d.patronymic(of, sex)
}

func (d *identities) surname(of *people, sex data.Sex) string {
	if d.IntN(len(of.Surnames)+len(of.Plain)) < len(of.Plain) {
		return pick(d.chance, of.Plain)
	}
	return inSex(pick(d.chance, of.Surnames), sex)
}

// inSex turns a surname in -ов, -ев, -ин into the form of a woman.
func inSex(surname string, sex data.Sex) string {
	if sex == data.Male {
		return surname
	}
	return surname + "а"
}

func (d *identities) patronymic(of *people, sex data.Sex) string {
	switch {
	case d.in(0.14):
		return ""
	case of.Style == "kazakh" && d.in(0.75):
		father := pick(d.chance, of.Male)
		if sex == data.Male {
			return father + "ұлы"
		}
		return father + "қызы"
	}
	father := pick(d.chance, of.Patronymics)
	if sex == data.Male {
		return father
	}
	return strings.TrimSuffix(father, "ич") + "на"
}

// iin draws a number with a good check digit; its four free digits are chance.
func (d *identities) iin(birth data.Date, sex data.Sex) string {
	century := (birth.Year()/100-18)*2 + 1
	if sex == data.Female {
		century++
	}
	head := string(birth[2:4]+birth[5:7]+birth[8:10]) + strconv.Itoa(century)
	for {
		iin, ok := withCheckDigit(head + fmt.Sprintf("%04d", d.IntN(10_000)))
		if ok && !d.iins[iin] {
			d.iins[iin] = true
			return iin
		}
	}
}

// withCheckDigit completes eleven digits by whichever last digit the rules accept; some have none.
func withCheckDigit(eleven string) (string, bool) {
	for last := range 10 {
		iin := eleven + strconv.Itoa(last)
		if data.CheckIIN(iin) == nil {
			return iin, true
		}
	}
	return "", false
}

// phoneNumbers is how many numbers one code of an operator has; the stride has no factor in common with it.
const (
	phoneNumbers = 10_000_000
	phoneStride  = 7_368_787
)

func (d *identities) phone() string {
	codes := []string{"700", "701", "702", "705", "706", "707", "708", "747", "771", "775", "776", "777", "778"}
	d.phones++
	return fmt.Sprintf("+7%s%07d", pick(d.chance, codes), (d.offset+d.phones*phoneStride)%phoneNumbers)
}

func (d *identities) email(given, surname string) string {
	local := fold.Key(given) + "." + fold.Key(surname)
	d.emails[local]++
	if n := d.emails[local]; n > 1 {
		local += strconv.Itoa(n)
	}
	return local + "@example.invalid"
}
