package imports

import (
	"slices"

	"saya/data"
	"saya/data/fold"
	"saya/data/postings"
)

// The rules beside those of [data.Duplicates]. By them a row is at most doubtful, but for names of which nothing else is
// known.
const (
	byName          data.DuplicateRule = "name"      // and nothing else is known of the row: a list of names comes twice
	byInitial       data.DuplicateRule = "initial"   // of the given name, the surname, and a telephone, address or birth date
	byFullName      data.DuplicateRule = "full_name" // with the patronymic
	byPhoneAndBirth data.DuplicateRule = "phone_birth"
)

// weak tells whether a rule alone makes nobody the same.
func weak(rule data.DuplicateRule) bool {
	return slices.Contains([]data.DuplicateRule{"", byName, byInitial, byFullName, byPhoneAndBirth}, rule)
}

// persons finds persons by the rules of [data.Duplicates] and by those above.
type persons[T any] struct {
	known data.Duplicates
	bare  postings.List // by name
	short postings.List // those whose given name is an initial, by [initialKeys]
	whole postings.List // all others
	alike postings.List // by full name, and by telephone and birth date
	who   func(*T) (number int64, p *data.Person)
}

func newPersons[T any](who func(*T) (number int64, p *data.Person)) *persons[T] {
	return &persons[T]{who: who}
}

func (f *persons[T]) add(id int64, t *T) {
	number, p := f.who(t)
	f.known.Add(id, number, *p)
	if bare(number, p) {
		f.bare.Add(id, nameKey(p))
	}
	into := &f.whole
	if _, alone := initialOf(p.Given); alone {
		into = &f.short
	}
	for _, key := range initialKeys(p) {
		into.Add(id, key[:]...)
	}
	for _, key := range alikeKeys(p) {
		f.alike.Add(id, key.values[:]...)
	}
}

func (f *persons[T]) find(t *T) []data.Duplicate {
	number, p := f.who(t)
	found := f.known.Find(number, *p)
	seen := map[int64]bool{}
	for _, d := range found {
		seen[d.ID] = true
	}
	if !f.bare.Empty() {
		found = unseen(found, seen, byName, f.bare.Find(nameKey(p)))
	}
	among := &f.short
	if _, alone := initialOf(p.Given); alone {
		among = &f.whole
	}
	if !among.Empty() {
		for _, key := range initialKeys(p) {
			found = unseen(found, seen, byInitial, among.Find(key[:]...))
		}
	}
	for _, key := range alikeKeys(p) {
		found = unseen(found, seen, key.rule, f.alike.Find(key.values[:]...))
	}
	return found
}

// alikeKey is what persons have in common who may be the same all the same: under another name, or at another number.
type alikeKey struct {
	rule   data.DuplicateRule
	values [3]string
}

func alikeKeys(p *data.Person) []alikeKey {
	out := make([]alikeKey, 0, 3)
	if p.Surname != "" && p.Given != "" && p.Patronymic != "" {
		out = append(out, alikeKey{byFullName, [3]string{fold.Key(p.Surname), fold.Key(p.Given), fold.Key(p.Patronymic)}})
	}
	if p.Birth != "" {
		for _, phone := range p.Phones {
			out = append(out, alikeKey{byPhoneAndBirth, [3]string{"", phone, string(p.Birth)}})
		}
	}
	return out
}

// unseen appends the ids that were not seen.
func unseen(found []data.Duplicate, seen map[int64]bool, rule data.DuplicateRule, ids []int64) []data.Duplicate {
	for _, id := range ids {
		if !seen[id] {
			seen[id] = true
			found = append(found, data.Duplicate{ID: id, Rule: rule})
		}
	}
	return found
}

// bare tells whether a person can be found by nothing but her name.
func bare(number int64, p *data.Person) bool {
	return number == 0 && p.IIN == "" && len(p.Phones) == 0 && p.Email == "" && p.Birth == ""
}

// keyed finds records by keys of which two that may be the same share one.
type keyed[T any] struct {
	keys func(*T) []string
	ids  postings.List
}

func newKeyed[T any](keys func(*T) []string) *keyed[T] { return &keyed[T]{keys: keys} }

func (f *keyed[T]) add(id int64, t *T) {
	for _, key := range f.keys(t) {
		f.ids.Add(id, key)
	}
}

func (f *keyed[T]) find(t *T) []data.Duplicate {
	var out []data.Duplicate
	seen := map[int64]bool{}
	for _, key := range f.keys(t) {
		out = unseen(out, seen, "", f.ids.Find(key))
	}
	return out
}
