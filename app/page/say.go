package page

import (
	"errors"
	"maps"
	"time"

	"saya/data"
	"saya/data/fold"
	"saya/widgets"
)

// Say turns what a field finds wrong into a sentence: its own problem, or a rule of the domain.
func (e Env) Say(err error) string {
	var p widgets.Problem
	if !errors.As(err, &p) {
		if refusals := data.Refusals(err); len(refusals) > 0 {
			return e.T(refusals[0].Key, refusals[0].Args...)
		}
		return e.Sentence(err)
	}
	switch p.Code {
	case widgets.ProblemRequired:
		return e.T("errors.required")
	case widgets.ProblemNoneOf:
		return e.T("errors.title_required")
	case widgets.ProblemNotDate:
		return e.T("errors.date")
	case widgets.ProblemNotTime:
		return e.T("errors.time")
	case widgets.ProblemNotMoney:
		return e.T("errors.money")
	case widgets.ProblemNotHours:
		return e.T("errors.hours")
	case widgets.ProblemNotOption:
		return e.T("errors.choice")
	case widgets.ProblemTooLong:
		return e.T("errors.too_long", "Max", p.Limit)
	case widgets.ProblemTooSmall:
		return e.T("page.too_small", "Limit", p.Limit)
	case widgets.ProblemTooLarge:
		return e.T("page.too_large", "Limit", p.Limit)
	}
	return e.T("errors.number")
}

// FieldErrors splits what a save refused into sentences by field and the rest, which belongs to no field.
func (e Env) FieldErrors(err error) (fields map[string]string, rest error) {
	refusals := data.Refusals(err)
	if len(refusals) == 0 {
		return nil, err
	}
	fields = map[string]string{}
	var others data.Errors
	for _, r := range refusals {
		if r.Field == "" {
			others = append(others, r)
			continue
		}
		if fields[r.Field] == "" {
			fields[r.Field] = e.T(r.Key, r.Args...)
		}
	}
	return fields, others.OrNil()
}

// SameFields are the sentences by field when all of some refusals say the same of the same fields, else nil: it is what
// was typed that is refused then, and not a record.
func (e Env) SameFields(refused []error) (same map[string]string) {
	for i, err := range refused {
		fields, rest := e.FieldErrors(err)
		if rest != nil || i > 0 && !maps.Equal(same, fields) {
			return nil
		}
		same = fields
	}
	return same
}

// Select returns a field for one of some options, searched in any spelling.
func (e Env) Select(options ...widgets.Option) *widgets.SearchSelect {
	s := widgets.NewSearchSelect(fold.Key, e.SelectTexts())
	s.SetOptions(options)
	return s
}

// SelectTexts are the words of fields with lists.
func (e Env) SelectTexts() widgets.SelectTexts {
	return widgets.SelectTexts{NothingFound: e.T("common.nothing_found"), Searching: e.T("common.loading")}
}

// Choices makes options of a catalogue.
func (e Env) Choices(list []data.Choice) []widgets.Option {
	out := make([]widgets.Option, 0, len(list))
	for _, c := range list {
		if !c.Retired {
			out = append(out, widgets.Option{ID: c.Code, Text: nameOf(list, c.Code, e.Lang())})
		}
	}
	return out
}

// Statuses makes options of codes whose names are texts of one kind, as "volunteer" or "event".
func Statuses[C ~string](e Env, kind string, codes ...C) []widgets.Option {
	out := make([]widgets.Option, len(codes))
	for i, c := range codes {
		out[i] = widgets.Option{ID: string(c), Text: e.Text.Status(kind, string(c))}
	}
	return out
}

// DateField returns an empty field for a day, with a calendar in the language of the window.
func (e Env) DateField() *widgets.DateField {
	return widgets.NewDateField(e.Text, func() time.Time { return e.Today().Time() })
}

// Date is the day that stands in a field; none when it is empty or not understood.
func Date(f *widgets.DateField) data.Date {
	t, _ := f.Value()
	return data.DateOf(t)
}

// SetDate shows a day in a field, nothing for no day.
func SetDate(f *widgets.DateField, d data.Date) {
	if d == "" {
		f.Clear()
		return
	}
	f.SetValue(d.Time())
}
