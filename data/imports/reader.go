package imports

import (
	"strings"
	"unicode"

	"saya/data"
	"saya/data/sheetin"
)

// reader reads the cells of one row into a record and gathers what is wrong and what is odd about them.
type reader struct {
	table    *sheetin.Table
	today    data.Date
	field    Field // of the cells being read
	problems []*data.Error
	warnings []*data.Error
	doubts   []*data.Error           // what a person has to confirm before the row is taken
	cells    []sheetin.Cell          // of the field being read, kept to be used again
	said     map[warning]*data.Error // warnings without arguments, which many rows share
}

// warning names a warning without arguments.
type warning struct {
	field Field
	key   string
}

// refuse records that the row cannot be taken because of the field being read.
func (r *reader) refuse(key string, args ...any) { r.refuseField(r.field, key, args...) }

func (r *reader) refuseField(f Field, key string, args ...any) {
	r.problems = append(r.problems, &data.Error{Code: data.Invalid, Field: string(f), Key: key, Args: args})
}

// refuseAll records the refusals of a rule.
func (r *reader) refuseAll(err error) { r.problems = append(r.problems, data.Refusals(err)...) }

// warn records what is odd about the field being read and taken all the same.
func (r *reader) warn(key string, args ...any) { r.warnField(r.field, key, args...) }

func (r *reader) warnField(f Field, key string, args ...any) {
	w := r.said[warning{f, key}]
	if w == nil || len(args) > 0 {
		w = &data.Error{Code: data.Invalid, Field: string(f), Key: key, Args: args}
	}
	if len(args) == 0 && r.said != nil {
		r.said[warning{f, key}] = w
	}
	r.warnings = append(r.warnings, w)
}

// doubt records what a person has to confirm before the row is taken.
func (r *reader) doubt(f Field, key string, args ...any) {
	r.doubts = append(r.doubts, &data.Error{Code: data.Invalid, Field: string(f), Key: key, Args: args})
}

func (r *reader) warnAll(warnings []data.Warning) {
	for _, w := range warnings {
		r.warnField(Field(w.Field), w.Key)
	}
}

// rest takes what was gathered and leaves the reader empty.
func (r *reader) rest() (problems, warnings []*data.Error) {
	problems, warnings = r.problems, r.warnings
	r.problems, r.warnings, r.doubts = nil, nil, nil
	return problems, warnings
}

// filled are the cells of the columns that hold something; dash tells that a dash does. An unreadable one is refused.
func (r *reader) filled(row []sheetin.Cell, columns []int, dash bool) []sheetin.Cell {
	r.cells = r.cells[:0]
	for _, i := range columns {
		if i >= len(row) || blank(row[i]) || !dash && isDash(row[i]) {
			continue
		}
		switch row[i].Kind {
		case sheetin.Failed:
			r.refuse("imports.cell_failed")
		case sheetin.Unvalued:
			r.refuse("imports.cell_unvalued")
		default:
			r.cells = append(r.cells, row[i])
		}
	}
	return r.cells
}

// isDash tells whether a cell holds nothing but dashes.
func isDash(c sheetin.Cell) bool {
	return c.Kind == sheetin.Text && strings.Trim(c.Text, "-–—− ") == ""
}

// blank tells whether a cell holds nothing that can be seen.
func blank(c sheetin.Cell) bool {
	switch c.Kind {
	case sheetin.Empty:
		return true
	case sheetin.Failed, sheetin.Unvalued:
		return false
	}
	for _, s := range c.Text {
		if !unicode.IsSpace(s) && !unicode.IsControl(s) && !unicode.Is(unicode.Cf, s) {
			return false
		}
	}
	return true
}
