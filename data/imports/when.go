package imports

import (
	"fmt"
	"strings"

	"saya/data"
	"saya/data/sheetin"
)

// when is what the columns of day, start and end of a row say; minutes after midnight, -1 = not said.
type when struct {
	day      data.Date
	from, to int
}

func unsaid() when { return when{from: -1, to: -1} }

// whenFields read a day with or without a time, a start or a span of times, and an end.
func whenFields[T any](dayName Field, at func(*T) *when) []field[T] {
	return []field[T]{
		{name: dayName, look: asTime, read: one(func(r *reader, c sheetin.Cell, t *T) { readDay(r, c, at(t)) })},
		{name: "start_at", look: asTime, read: one(func(r *reader, c sheetin.Cell, t *T) { readStart(r, c, at(t)) })},
		{name: "end_at", look: asTime, read: one(func(r *reader, c sheetin.Cell, t *T) {
			end, _, ok := sheetin.Span(c)
			if !ok {
				r.refuse("errors.time")
				return
			}
			at(t).to = end
		})},
	}
}

func readDay(r *reader, c sheetin.Cell, w *when) {
	d, ok := r.table.Date(c)
	if !ok {
		r.refuseDay(c)
		return
	}
	w.day = d
	if hasTime(c) {
		w.readSpan(c)
	}
}

func readStart(r *reader, c sheetin.Cell, w *when) {
	if !w.readSpan(c) {
		r.refuse("errors.time")
		return
	}
	if d, ok := r.table.Date(c); ok && w.day == "" && c.Kind != sheetin.Number {
		w.day = d
	}
	if d, ok := serialDay(r.table, c); ok && w.day == "" {
		w.day = d
	}
}

func (w *when) readSpan(c sheetin.Cell) bool {
	from, to, ok := sheetin.Span(c)
	if !ok {
		return false
	}
	w.from = from
	if to >= 0 {
		w.to = to
	}
	return true
}

// hasTime tells whether a cell with a day holds a time, too.
func hasTime(c sheetin.Cell) bool {
	if c.Kind == sheetin.Number {
		_, fraction, found := strings.Cut(c.Text, ".")
		return found && strings.Trim(fraction, "0") != ""
	}
	return strings.Contains(c.Text, ":")
}

// serialDay is the day of a number that is a day or a day and a time, not a time alone.
func serialDay(t *sheetin.Table, c sheetin.Cell) (data.Date, bool) {
	if f, ok := decimal(c); c.Kind != sheetin.Number || !ok || f < 1 {
		return "", false
	}
	return t.Date(c)
}

// moment writes a serial for reading: "2026-11-22", "10:00" or both.
func moment(t *sheetin.Table, c sheetin.Cell) string {
	d, ok := serialDay(t, c)
	if ok && !hasTime(c) {
		return string(d)
	}
	from, to, timed := sheetin.Span(c)
	if !timed {
		return c.Text
	}
	return strings.TrimSpace(string(d) + " " + clock(from, to))
}

// clock writes a time of day or a span of them.
func clock(from, to int) string {
	s := fmt.Sprintf("%02d:%02d", from/60, from%60)
	if to >= 0 {
		s += fmt.Sprintf("-%02d:%02d", to/60, to%60)
	}
	return s
}

// on puts what was said on top of a span that may be known. An end before the start is on the next day.
func (w when) on(known data.Interval) data.Interval {
	d := w.day
	if d == "" {
		d = known.From.Date()
	}
	if w.from >= 0 {
		known.From = data.NewLocal(d, w.from)
	}
	if w.to >= 0 && known.From != "" {
		if known.To = data.NewLocal(d, w.to); known.To <= known.From {
			known.To = known.To.Add(24 * 60)
		}
	}
	return known
}
