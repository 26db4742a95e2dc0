package imports

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"saya/assets/locale"
	"saya/data"
	"saya/data/imports"
	"saya/data/sheetin"
)

// days are the fields that hold a day, times those that hold a day, a time or both.
func days() []imports.Field {
	return []imports.Field{
		"birth", "received_on", "decided_on", "accepted", "left_on", "leave_since", "consent_on", "consent_until",
		"confidential_on", "ethics_on", "guardian_consent", "pledged_on", "thanked_on",
	}
}

func times() []imports.Field { return []imports.Field{"day", "event_day", "start_at", "end_at"} }

// legible is a text of a field as people read it: days as they write them, and of an IIN its last digits only.
func (r *reading) legible(f imports.Field, text string) string {
	if f == "iin" {
		return data.MaskIIN(text)
	}
	return r.plain(f, text)
}

// plain is [reading.legible] with nothing hidden.
func (r *reading) plain(f imports.Field, text string) string {
	if slices.Contains(days(), f) || slices.Contains(times(), f) {
		return dotted(r.env.Text, text)
	}
	return text
}

// cell is a cell of the file for reading. Workbooks keep days and times as numbers.
func (r *reading) cell(column int, c sheetin.Cell) string {
	f := r.mapping[column]
	text := c.Text
	if c.Kind == sheetin.Number {
		text = r.moment(f, c)
	}
	return r.legible(f, text)
}

// moment writes the number of a day, of a time or of both as a text, if it is one.
func (r *reading) moment(f imports.Field, c sheetin.Cell) string {
	var parts []string
	timed := slices.Contains(times(), f)
	n, err := strconv.ParseFloat(c.Text, 64)
	if err != nil || !timed && !slices.Contains(days(), f) {
		return c.Text
	}
	if d, ok := r.table.Date(c); ok && n >= 1 {
		parts = append(parts, string(d))
	}
	if from, _, ok := sheetin.Span(c); ok && timed && (len(parts) == 0 || n != math.Trunc(n)) {
		parts = append(parts, r.env.Text.Time(from))
	}
	if len(parts) == 0 {
		return c.Text
	}
	return strings.Join(parts, " ")
}

// isoDay is a day as the plan writes it, with what parts it from a time.
var isoDay = regexp.MustCompile(`\b\d{4}-\d{2}-\d{2}(T|\b)`)

// dotted turns the days of a text from 2026-11-22 into 22.11.2026.
func dotted(p *locale.Printer, text string) string {
	return isoDay.ReplaceAllStringFunc(text, func(found string) string {
		iso, timed := strings.CutSuffix(found, "T")
		d, err := data.ParseDate(iso)
		switch {
		case err != nil:
			return found
		case timed:
			return p.Date(d.Time()) + " "
		}
		return p.Date(d.Time())
	})
}
