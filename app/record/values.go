package record

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"saya/app/page"
	"saya/app/person"
	"saya/data"
	"saya/data/reference"
	"saya/data/store"
)

// values prints values as the journal stores them. Telephones and IIN are masked, as on the card.
type values struct {
	env   page.Env
	table store.Table
}

// none stands for an empty value.
const none = "–"

// longestValue is how many letters of a text are shown.
const longestValue = 120

// change says what a field was and became. Of what no line could show, such as a timetable, only that it changed.
func (v values) change(f data.FieldChange) string {
	label := v.env.T("field." + f.Field)
	if slices.Contains(unprinted(), f.Field) {
		return v.env.T("audit.changed", "Field", label)
	}
	before, after := v.value(f.Field, f.Old), v.value(f.Field, f.New)
	if before == after { // masked, or too long to show where they differ
		return v.env.T("audit.changed", "Field", label)
	}
	switch none {
	case before:
		return v.env.T("audit.filled", "Field", label, "After", after)
	case after:
		return v.env.T("audit.emptied", "Field", label, "Before", before)
	}
	return v.env.T("audit.change", "Field", label, "Before", before, "After", after)
}

// unprinted are fields whose values are numbers of other records, or too much for a line.
func unprinted() []string {
	return []string{
		"availability", "coordinator_id", "event_id", "form", "group_id", "languages", "project_id", "source", "venue_id", "volunteer_id",
	}
}

func (v values) value(field, stored string) string {
	text := v.text(field, stored)
	if text == "" {
		return none
	}
	if utf8.RuneCountInString(text) > longestValue {
		return strings.TrimSpace(string([]rune(text)[:longestValue])) + "…"
	}
	return text
}

func (v values) text(field, stored string) string {
	if stored == "" {
		return ""
	}
	t := v.env.Text
	switch field {
	case "phones":
		return v.list(stored, data.MaskPhone)
	case "emergency_phone", "guardian_phone":
		return data.MaskPhone(stored)
	case "iin":
		return data.MaskIIN(stored)
	case "directions":
		return person.Directions(v.env, listOf(stored))
	case "skills", "campaigns":
		return v.list(stored, func(s string) string { return s })
	case "title":
		return names(stored)
	case "direction":
		return v.env.Direction(stored)
	case "law_kind":
		return v.env.Kind(stored)
	case "region":
		return v.region(stored)
	case "minutes":
		return v.number(stored, func(n int64) string { return t.Hours(int(n)) })
	case "value":
		return v.number(stored, t.Money)
	case "coordinator", "consent_third", "residents", "may_name":
		return t.T(map[string]string{"0": "common.no"}[stored] + map[string]string{"1": "common.yes"}[stored])
	}
	if kind := v.status(field); kind != "" {
		return t.Status(kind, stored)
	}
	return v.moment(stored)
}

// status is the kind of text that names the codes of a field, "" when it holds no code.
func (v values) status(field string) string {
	switch field {
	case "status":
		return map[store.Table]string{
			store.Volunteers: "volunteer", store.Applications: "application", store.Events: "event", store.HoursEntries: "hours",
		}[v.table]
	case "kind":
		return map[store.Table]string{store.Contributions: "contribution"}[v.table]
	case "giver_kind":
		return "giver"
	case "naming", "specialty", "sex", "left_reason":
		return field
	case "reason":
		return "declined_reason"
	case "type":
		return "event_type"
	}
	return ""
}

// number prints a whole number as its field does.
func (v values) number(stored string, print func(int64) string) string {
	n, err := strconv.ParseInt(stored, 10, 64)
	if err != nil {
		return stored
	}
	return print(n)
}

// moment prints a day or a moment of the wall clock; another text stays as it is.
func (v values) moment(stored string) string {
	if day := data.Date(stored); day.Valid() {
		return v.env.Text.Date(day.Time())
	}
	if at := data.Local(stored); at.Valid() {
		return v.at(at)
	}
	return stored
}

func (v values) at(l data.Local) string {
	return v.env.Text.Date(l.Time()) + ", " + v.env.Text.Time(l.MinuteOfDay())
}

func (v values) list(stored string, say func(string) string) string {
	var out []string
	for _, s := range listOf(stored) {
		out = append(out, say(s))
	}
	return strings.Join(out, ", ")
}

func listOf(stored string) data.List {
	var l data.List
	if err := l.Scan(stored); err != nil {
		return nil
	}
	return l
}

// names is a name in all languages that it has: any of them may have changed.
func names(stored string) string {
	var n data.Names
	if err := n.Scan(stored); err != nil {
		return ""
	}
	return strings.Join(slices.DeleteFunc([]string{n.KK, n.RU, n.EN}, func(s string) bool { return s == "" }), " / ")
}

func (v values) region(code string) string {
	for _, r := range reference.Regions() {
		if r.Code == code {
			return r.Names.In(v.env.Lang())
		}
	}
	return code
}
