package imports

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"saya/data"
	"saya/data/fold"
	"saya/data/sheetin"
	"saya/data/store"
)

// who is the volunteer that a row speaks of, as the row names her.
type who struct {
	number int64
	person data.Person
}

// whoFields are the fields that name a volunteer in the lists of what she did.
func whoFields[T any](at func(*T) *who) []field[T] {
	person := func(w *who) *data.Person { return &w.person }
	fields := slices.Concat(
		[]field[who]{{name: "number", read: one(func(r *reader, c sheetin.Cell, w *who) {
			if number, ok := volunteerNumber(r, c); ok {
				w.number = number
			}
		})}},
		within(person, nameFields()), within(person, identityFields()),
	)
	for i := range fields {
		fields[i].show = nil // who she is does not change by what she did
		if fields[i].name == "full_name" {
			fields[i].read = one(readNameOrNumber)
		}
	}
	return within(at, fields)
}

// readNameOrNumber takes «№ 7» in the column of names for our number.
func readNameOrNumber(r *reader, c sheetin.Cell, w *who) {
	if n, ok := wholeNumber(unsigned(c)); ok && n > 0 {
		w.number = int64(n)
		return
	}
	readFullName(r, c, &w.person)
}

// unsigned is a cell without the sign of a number before it.
func unsigned(c sheetin.Cell) sheetin.Cell {
	c.Text = strings.TrimLeft(c.Text, "№#Nn .")
	return c
}

// key names a person for [roll], by what is surest.
func (w *who) key() string {
	w.person.Normalise()
	switch {
	case w.number != 0:
		return "№" + strconv.FormatInt(w.number, 10)
	case w.person.IIN != "":
		return w.person.IIN
	}
	if _, alone := initialOf(w.person.Given); alone && w.person.Surname != "" {
		return shortKey(&w.person)
	}
	return nameKey(&w.person)
}

// shortKey is a surname and the first letter of the given name.
func shortKey(p *data.Person) string {
	letter, _ := initialOf(p.Given)
	return fold.Key(p.Surname) + " " + letter + "."
}

// nameKey is surname and given name in either order, since lists write both; "" without a name.
func nameKey(p *data.Person) string {
	words := []string{fold.Key(p.Surname), fold.Key(p.Given)}
	slices.Sort(words)
	return strings.TrimSpace(strings.Join(words, "|"))
}

// field is the one to blame when she is not found.
func (w *who) field() Field {
	switch {
	case w.number != 0:
		return "number"
	case w.person.IIN != "":
		return "iin"
	}
	return "full_name"
}

// roll holds the volunteers that the rows of a table speak of, by [who.key].
type roll struct {
	st    *store.Store
	found map[string][]*data.Volunteer // nil where nobody is
	byID  map[int64]*data.Volunteer
}

func newRoll(st *store.Store) *roll {
	return &roll{st: st, found: map[string][]*data.Volunteer{}, byID: map[int64]*data.Volunteer{}}
}

// want looks up volunteers that were not looked up before, all in one reading of the register.
func (l *roll) want(ctx context.Context, keys []string) error {
	wanted := map[string]bool{}
	for _, key := range keys {
		if _, known := l.found[key]; !known && key != "|" {
			wanted[key] = true
			l.found[key] = nil
		}
	}
	if len(wanted) == 0 {
		return nil
	}
	keysOf := func(v *data.Volunteer) []string {
		return []string{"№" + strconv.FormatInt(v.Number, 10), v.IIN, nameKey(&v.Person), shortKey(&v.Person)}
	}
	return l.st.EachVolunteer(ctx, func(v *data.Volunteer) bool {
		return slices.ContainsFunc(keysOf(v), func(key string) bool { return wanted[key] })
	}, func(v data.Volunteer) error {
		for _, key := range keysOf(&v) {
			if wanted[key] {
				l.found[key] = append(l.found[key], &v)
				l.byID[v.ID] = &v
			}
		}
		return nil
	})
}

// find tells which volunteer a row speaks of; nobody, several or one of another name are refused, and
// one who was found by an initial is doubted.
func (l *roll) find(r *reader, w who) *data.Volunteer {
	key := w.key()
	if key == "|" {
		r.refuseField("full_name", "errors.required")
		return nil
	}
	found := slices.DeleteFunc(slices.Clone(l.found[key]), func(v *data.Volunteer) bool { return w.speaksAgainst(v) })
	if reachable := slices.DeleteFunc(slices.Clone(found), func(v *data.Volunteer) bool { return !w.sharesContact(v) }); len(reachable) == 1 {
		found = reachable // of several with one name
	}
	switch {
	case len(found) == 0 && len(l.found[key]) > 0:
		r.refuseField(w.field(), "imports.volunteer_differs")
	case len(found) == 0:
		r.refuseField(w.field(), "imports.volunteer_unknown")
	case len(found) > 1:
		r.refuseField(w.field(), "imports.volunteer_several")
	default:
		if key == shortKey(&w.person) {
			r.doubt("full_name", "imports.volunteer_by_initial", "Number", found[0].Number, "Name", found[0].FullName())
		}
		return found[0]
	}
	return nil
}

// speaksAgainst tells whether a row that names a volunteer says something of her that is not so.
func (w *who) speaksAgainst(v *data.Volunteer) bool {
	p := &w.person
	if w.number != 0 || p.IIN != "" {
		return !surePerson(p, &v.Person, data.SameNumber)
	}
	differ := func(a, b string) bool { return a != "" && b != "" && fold.Key(a) != fold.Key(b) && !isShortOf(a, b) }
	return differ(p.Patronymic, v.Patronymic) || p.Birth != "" && v.Birth != "" && p.Birth != v.Birth
}

// sharesContact tells whether a row names a telephone or address of a volunteer.
func (w *who) sharesContact(v *data.Volunteer) bool {
	return w.person.Email != "" && w.person.Email == v.Email ||
		slices.ContainsFunc(w.person.Phones, func(s string) bool { return slices.Contains(v.Phones, s) })
}
