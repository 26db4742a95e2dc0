package imports

import (
	"slices"

	"saya/data"
)

// unrelated are the refusals of rules that an unreadable cell does not explain: all that is wrong with a row is said at
// once.
func unrelated(refused, unread []*data.Error) []*data.Error {
	return slices.DeleteFunc(slices.Clone(refused), func(e *data.Error) bool {
		return slices.ContainsFunc(unread, func(u *data.Error) bool { return related(Field(e.Field), Field(u.Field)) })
	})
}

// besides are the warnings of rules about fields whose cells gave none: what follows from a birth date without a day is
// not said beside it.
func besides(warnings, ofCells []*data.Error) []*data.Error {
	return slices.DeleteFunc(slices.Clone(warnings), func(w *data.Error) bool {
		return slices.ContainsFunc(ofCells, func(c *data.Error) bool { return c.Field == w.Field })
	})
}

// related tells whether one field cannot be judged without the other.
func related(a, b Field) bool {
	if a == b {
		return true
	}
	for _, together := range [][]Field{
		{"day", "start_at", "end_at", "duration", "hours", "in_minutes", "minutes", "status", "correction", "event_id", "event_day"},
		{"full_name", "surname", "given", "patronymic", "number", "iin", "phones", "volunteer_id"},
		{"birth", "iin", "guardian_name", "guardian_phone"},
		{"received_on", "decided_on"},
		{"accepted", "left_on", "leave_since"},
		{"pledged_on", "day"},
		{"kind", "value", "what", "channel", "giver", "giver_kind"},
		{"event_id", "need_id", "role"},
		{"residents", "residents_count"},
	} {
		if slices.Contains(together, a) && slices.Contains(together, b) {
			return true
		}
	}
	return false
}

// sayMissing says of a value that is in no list that it is missing where nothing was written.
func (b *book[T]) sayMissing(t *T, refused []*data.Error) []*data.Error {
	for i, e := range refused {
		if e.Key != "errors.choice" {
			continue
		}
		at := slices.IndexFunc(b.fields, func(f field[T]) bool { return string(f.name) == e.Field && f.show != nil })
		if at >= 0 && b.fields[at].show(t) == "" {
			missing := *e
			missing.Key = "errors.required"
			refused[i] = &missing
		}
	}
	return refused
}
