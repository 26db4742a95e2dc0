package data

import (
	"slices"
	"strconv"
	"strings"

	"saya/data/fold"
)

// DuplicateRule says by what two records were taken for one person.
type DuplicateRule string

// The rules, the surest first. Families share telephones: a telephone alone never matches.
const (
	SameNumber       DuplicateRule = "number" // our number of a volunteer
	SameIIN          DuplicateRule = "iin"
	SamePhoneGiven   DuplicateRule = "phone_given"
	SameEmailGiven   DuplicateRule = "email_given"
	SameNameAndBirth DuplicateRule = "name_birth"
)

// Duplicate is a known person who may be the same, and the surest rule that says so.
type Duplicate struct {
	ID   int64
	Rule DuplicateRule
}

// Duplicates finds known persons who may be the same as another. Names are compared by their search keys, so that
// spellings of one name meet. The zero value knows nobody. It is not for use by several goroutines while it grows.
type Duplicates struct{ ids map[duplicateKey][]int64 }

type duplicateKey struct {
	rule  DuplicateRule
	value string
}

// Add makes a person known: the id of the record, our number (0 = none), and the person.
func (d *Duplicates) Add(id, number int64, p Person) {
	if d.ids == nil {
		d.ids = map[duplicateKey][]int64{}
	}
	for _, k := range duplicateKeys(number, p) {
		d.ids[k] = append(d.ids[k], id)
	}
}

// Find lists the known persons who may be the same as one with a number (0 = none), each once, the surest first.
func (d *Duplicates) Find(number int64, p Person) []Duplicate {
	var out []Duplicate
	for _, k := range duplicateKeys(number, p) {
		for _, id := range d.ids[k] {
			if !slices.ContainsFunc(out, func(f Duplicate) bool { return f.ID == id }) {
				out = append(out, Duplicate{ID: id, Rule: k.rule})
			}
		}
	}
	return out
}

// duplicateKeys are all that a person can be found by, the surest first.
func duplicateKeys(number int64, p Person) []duplicateKey {
	var out []duplicateKey
	if number != 0 {
		out = append(out, duplicateKey{SameNumber, strconv.FormatInt(number, 10)})
	}
	if p.IIN != "" {
		out = append(out, duplicateKey{SameIIN, p.IIN})
	}
	given := fold.Key(p.Given)
	if given == "" {
		return out
	}
	for _, phone := range p.Phones {
		out = append(out, duplicateKey{SamePhoneGiven, phone + " " + given})
	}
	if p.Email != "" {
		out = append(out, duplicateKey{SameEmailGiven, strings.ToLower(p.Email) + " " + given})
	}
	if surname := fold.Key(p.Surname); surname != "" && p.Birth != "" {
		out = append(out, duplicateKey{SameNameAndBirth, string(p.Birth) + " " + surname + "," + given})
	}
	return out
}
