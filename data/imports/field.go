package imports

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"saya/data"
	"saya/data/sheetin"
)

// look says how a number of the sheet reads to people: as it is, as a day or as a time of day.
type look uint8

const (
	asText look = iota
	asDay
	asTime
)

// field reads one field of a record. Empty cells never come to read, so that they erase nothing.
type field[T any] struct {
	name    Field
	look    look
	read    func(r *reader, cells []sheetin.Cell, t *T) // nil of a field that no column holds
	dash    bool                                        // a dash says something here; elsewhere it is an empty cell
	show    func(t *T) string                           // the value for reading or a text key; nil of a field that only helps to read others
	choices func() []string                             // of a field with a closed list: names or text keys
}

// named are the fields that a column can be mapped to.
func named[T any](fields []field[T]) []Field {
	var out []Field
	for _, f := range fields {
		if f.read != nil {
			out = append(out, f.name)
		}
	}
	return out
}

// within makes fields of a part fields of the whole.
func within[T, P any](at func(*T) *P, fields []field[P]) []field[T] {
	out := make([]field[T], len(fields))
	for i, f := range fields {
		out[i] = field[T]{name: f.name, look: f.look, dash: f.dash, choices: f.choices, read: func(r *reader, cells []sheetin.Cell, t *T) { f.read(r, cells, at(t)) }}
		if f.show != nil {
			out[i].show = func(t *T) string { return f.show(at(t)) }
		}
	}
	return out
}

// one reads the first cell of a field.
func one[T any](read func(r *reader, c sheetin.Cell, t *T)) func(*reader, []sheetin.Cell, *T) {
	return func(r *reader, cells []sheetin.Cell, t *T) { read(r, cells[0], t) }
}

// text is a field of free text.
func text[T any](name Field, at func(*T) *string) field[T] {
	return field[T]{
		name: name,
		read: one(func(_ *reader, c sheetin.Cell, t *T) { *at(t) = c.Text }),
		show: func(t *T) string { return *at(t) },
	}
}

// day is a field of a calendar day.
func day[T any](name Field, at func(*T) *data.Date) field[T] {
	return field[T]{
		name: name, look: asDay,
		read: one(func(r *reader, c sheetin.Cell, t *T) {
			if d, ok := r.table.Date(c); ok {
				*at(t) = d
				return
			}
			r.refuseDay(c)
		}),
		show: func(t *T) string { return string(*at(t)) },
	}
}

// signed is the day on which something was signed. Lists that only tick it do not say the day: that is warned of.
func signed[T any](name Field, at func(*T) *data.Date) field[T] {
	f := day(name, at)
	f.read = one(func(r *reader, c sheetin.Cell, t *T) {
		if yes, ok := theWords().yes(c.Text); ok {
			if yes && *at(t) == "" {
				r.warn("imports.day_unsaid")
			}
			return
		}
		if d, ok := r.table.Date(c); ok {
			*at(t) = d
			return
		}
		r.refuseDay(c)
	})
	return f
}

// yesNo is a field that is so or not.
func yesNo[T any](name Field, at func(*T) *bool) field[T] {
	return field[T]{
		name: name,
		read: one(func(r *reader, c sheetin.Cell, t *T) {
			yes, ok := theWords().yes(c.Text)
			if !ok {
				r.refuse("imports.yes_no")
				return
			}
			*at(t) = yes
		}),
		show: func(t *T) string {
			if *at(t) {
				return "common.yes"
			}
			return "common.no"
		},
	}
}

// oneOf is a field with a closed list of values; section names them in the texts. Another word is refused.
func oneOf[T any, S ~string](name Field, list, section string, at func(*T) *S) field[T] {
	return field[T]{
		name: name,
		read: one(func(r *reader, c sheetin.Cell, t *T) {
			code, ok := theWords().find(list, c.Text)
			if !ok {
				r.refuse("errors.choice")
				return
			}
			*at(t) = S(code)
		}),
		show: func(t *T) string {
			if *at(t) == "" || section == "" {
				return string(*at(t))
			}
			return section + string(*at(t))
		},
		choices: func() []string {
			codes := slices.Sorted(maps.Values(theWords()[list]))
			for i, code := range codes {
				codes[i] = section + code
			}
			return slices.Compact(codes)
		},
	}
}

// number is a field of a whole number.
func number[T any](name Field, at func(*T) *int) field[T] {
	return field[T]{
		name: name,
		read: one(func(r *reader, c sheetin.Cell, t *T) {
			n, ok := wholeNumber(c)
			if !ok {
				r.refuse("errors.number")
				return
			}
			*at(t) = n
		}),
		show: func(t *T) string { return shownNumber(*at(t)) },
	}
}

func shownNumber(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// people is a field of a number of people that may not be recorded. One that cannot be told is left out with a warning.
func people[T any](name Field, at func(*T) *data.Count) field[T] {
	return field[T]{
		name: name,
		read: one(func(r *reader, c sheetin.Cell, t *T) {
			n, exact, ok := headcount(c)
			if !ok {
				r.warn("imports.count_left_out")
				return
			}
			if !exact {
				r.warn("imports.count_about", "Count", n)
			}
			*at(t) = data.KnownCount(n)
		}),
		show: func(t *T) string {
			if !at(t).Known {
				return ""
			}
			return strconv.Itoa(at(t).N)
		},
	}
}

// list is a field of several words, which adds to those that are known; word may bring one to its code and leaves out
// what is "".
func list[T any](name Field, at func(*T) *data.List, word func(r *reader, s string) string) field[T] {
	return field[T]{
		name: name,
		read: func(r *reader, cells []sheetin.Cell, t *T) {
			out := slices.Clip(*at(t))
			for _, s := range parts(cells) {
				if s = word(r, s); s != "" && !slices.ContainsFunc(out, func(has string) bool { return strings.EqualFold(has, s) }) {
					out = append(out, s)
				}
			}
			*at(t) = out
		},
		show: func(t *T) string { return strings.Join(*at(t), ", ") },
	}
}

func asWritten(_ *reader, s string) string { return s }

// parts splits all cells of a field.
func parts(cells []sheetin.Cell) []string {
	var out []string
	for _, c := range cells {
		out = append(out, sheetin.Parts(c)...)
	}
	return out
}
