package data

import (
	"net/url"
	"slices"
	"unicode/utf8"
)

// The most characters a text may have. Longer ones are refused, never cut.
const (
	MaxName = 100   // a part of a person's name, a code, a word of a list
	MaxLine = 300   // a title, an address, a role
	MaxLink = 1_000 // a web address
	MaxText = 4_000 // a note, a description
)

// checks gathers what is wrong with one record, field by field. Fields are named as columns are.
type checks struct{ Errors }

func (c *checks) required(field, value string) {
	if value == "" {
		c.Add(field, "errors.required")
	}
}

func (c *checks) requiredID(field string, id int64) {
	if id == 0 {
		c.Add(field, "errors.required")
	}
}

func (c *checks) length(field, value string, limit int) {
	if len(value) > limit && utf8.RuneCountInString(value) > limit {
		c.Add(field, "errors.too_long", "Max", limit)
	}
}

func (c *checks) word(field, value string) { c.length(field, value, MaxName) }
func (c *checks) line(field, value string) { c.length(field, value, MaxLine) }
func (c *checks) text(field, value string) { c.length(field, value, MaxText) }

func (c *checks) words(field string, list List) {
	for _, s := range list {
		if utf8.RuneCountInString(s) > MaxName {
			c.word(field, s)
			return
		}
	}
}

// names asks for a name in at least one language.
func (c *checks) names(field string, n Names) {
	if n.Empty() {
		c.Add(field, "errors.title_required")
	}
	c.optionalNames(field, n)
}

func (c *checks) optionalNames(field string, n Names) {
	c.line(field, longest(n.KK, n.RU, n.EN))
}

func longest(texts ...string) string {
	return slices.MaxFunc(texts, func(a, b string) int {
		return utf8.RuneCountInString(a) - utf8.RuneCountInString(b)
	})
}

// date asks for a real day, if any.
func (c *checks) date(field string, d Date) bool {
	if d != "" && !d.Valid() {
		c.Add(field, "errors.date")
		return false
	}
	return true
}

// past asks for a real day that has come, if any.
func (c *checks) past(field string, d, today Date) {
	if c.date(field, d) && d > today {
		c.Add(field, "errors.date_future")
	}
}

// order asks that a day, if both are known, is not before another; the later one is blamed.
func (c *checks) order(field string, earlier, later Date) {
	if c.date(field, later) && earlier.Valid() && later != "" && later < earlier {
		c.Add(field, "errors.date_range")
	}
}

// span asks for real moments, if any, the end after the start; fields are start_at and end_at.
func (c *checks) span(i Interval) {
	if i.From != "" && !i.From.Valid() {
		c.Add("start_at", "errors.time")
	}
	switch {
	case i.To != "" && !i.To.Valid():
		c.Add("end_at", "errors.time")
	case i.From.Valid() && i.To.Valid() && !i.Known():
		c.Add("end_at", "errors.time_range")
	}
}

func (c *checks) between(field string, n, least, most int) {
	if n < least || n > most {
		c.Add(field, "errors.number_range", "Min", least, "Max", most)
	}
}

func (c *checks) notNegative(field string, n int64) {
	if n < 0 {
		c.Add(field, "errors.negative")
	}
}

func (c *checks) phone(field, number string) {
	if _, err := ParsePhone(number); number != "" && err != nil {
		c.Add(field, "errors.phone")
	}
}

func (c *checks) email(field, address string) {
	if address != "" && !ValidEmail(address) {
		c.Add(field, "errors.email")
	}
}

// link asks for a web address, if any.
func (c *checks) link(field, link string) {
	c.length(field, link, MaxLink)
	if u, err := url.Parse(link); link != "" && (err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http") {
		c.Add(field, "errors.link")
	}
}

// number records a refusal of an IIN or BIN.
func (c *checks) number(err error) {
	c.Errors = append(c.Errors, Refusals(err)...)
}

// choice asks for one of the values.
func choice[T comparable](c *checks, field string, value T, values ...T) {
	if !slices.Contains(values, value) {
		c.Add(field, "errors.choice")
	}
}
