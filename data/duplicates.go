package data

import (
	"strconv"
	"strings"

	"saya/data/fold"
	"saya/data/postings"
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
type Duplicates struct{ ids postings.List }

// duplicateKey is what the persons who are the same by a rule have in common.
type duplicateKey struct {
	rule   DuplicateRule
	values [3]string
}

// Add makes a person known: the id of the record, our number (0 = none), and the person.
func (d *Duplicates) Add(id, number int64, p Person) {
	for _, k := range duplicateKeys(number, p) {
		d.ids.Add(id, string(k.rule), k.values[0], k.values[1], k.values[2])
	}
}

// Find lists the known persons who may be the same as one with a number (0 = none), each once, the surest first.
func (d *Duplicates) Find(number int64, p Person) []Duplicate {
	var out []Duplicate
	seen := map[int64]bool{}
	for _, k := range duplicateKeys(number, p) {
		for _, id := range d.ids.Find(string(k.rule), k.values[0], k.values[1], k.values[2]) {
			if !seen[id] {
				seen[id] = true
				out = append(out, Duplicate{ID: id, Rule: k.rule})
			}
		}
	}
	return out
}

// duplicateKeys are all that a person can be found by, the surest first.
func duplicateKeys(number int64, p Person) []duplicateKey {
	out := make([]duplicateKey, 0, 4)
	add := func(rule DuplicateRule, values ...string) {
		k := duplicateKey{rule: rule}
		copy(k.values[:], values)
		out = append(out, k)
	}
	if number != 0 {
		add(SameNumber, strconv.FormatInt(number, 10))
	}
	if p.IIN != "" {
		add(SameIIN, p.IIN)
	}
	given := fold.Key(p.Given)
	if given == "" {
		return out
	}
	for _, phone := range p.Phones {
		add(SamePhoneGiven, phone, given)
	}
	if p.Email != "" {
		add(SameEmailGiven, strings.ToLower(p.Email), given)
	}
	if surname := fold.Key(p.Surname); surname != "" && p.Birth != "" {
		add(SameNameAndBirth, string(p.Birth), surname, given)
	}
	return out
}
