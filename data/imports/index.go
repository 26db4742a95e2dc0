package imports

import "saya/data"

// persons finds persons by the rules of [data.Duplicates].
type persons[T any] struct {
	known data.Duplicates
	who   func(*T) (number int64, p *data.Person)
}

func (f *persons[T]) add(id int64, t *T) {
	number, p := f.who(t)
	f.known.Add(id, number, *p)
}

func (f *persons[T]) find(t *T) []data.Duplicate {
	number, p := f.who(t)
	return f.known.Find(number, *p)
}

// keyed finds records by keys of which two that may be the same share one.
type keyed[T any] struct {
	keys func(*T) []string
	ids  map[string][]int64
}

func newKeyed[T any](keys func(*T) []string) *keyed[T] {
	return &keyed[T]{keys: keys, ids: map[string][]int64{}}
}

func (f *keyed[T]) add(id int64, t *T) {
	for _, key := range f.keys(t) {
		f.ids[key] = append(f.ids[key], id)
	}
}

func (f *keyed[T]) find(t *T) []data.Duplicate {
	var out []data.Duplicate
	seen := map[int64]bool{}
	for _, key := range f.keys(t) {
		for _, id := range f.ids[key] {
			if !seen[id] {
				seen[id] = true
				out = append(out, data.Duplicate{ID: id})
			}
		}
	}
	return out
}
