package imports

import (
	"saya/data"
	"saya/data/postings"
)

// persons finds persons by the rules of [data.Duplicates]. A row that holds nothing but a name is found by the name,
// too: without that a list of names that is imported twice would make everybody twice. So is one that writes an initial
// for the given name of a person with the same surname and telephone, address or birth date.
type persons[T any] struct {
	known data.Duplicates
	bare  postings.List // by name
	short postings.List // those whose given name is an initial, by [initialKeys]
	whole postings.List // all others
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
}

func (f *persons[T]) find(t *T) []data.Duplicate {
	number, p := f.who(t)
	found := f.known.Find(number, *p)
	if !f.bare.Empty() {
		for _, id := range f.bare.Find(nameKey(p)) {
			found = append(found, data.Duplicate{ID: id})
		}
	}
	among := &f.short
	if _, alone := initialOf(p.Given); alone {
		among = &f.whole
	}
	if among.Empty() {
		return found
	}
	seen := map[int64]bool{}
	for _, d := range found {
		seen[d.ID] = true
	}
	for _, key := range initialKeys(p) {
		found = unseen(found, seen, among.Find(key[:]...))
	}
	return found
}

// unseen appends the ids that were not seen.
func unseen(found []data.Duplicate, seen map[int64]bool, ids []int64) []data.Duplicate {
	for _, id := range ids {
		if !seen[id] {
			seen[id] = true
			found = append(found, data.Duplicate{ID: id})
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
		out = unseen(out, seen, f.ids.Find(key))
	}
	return out
}
