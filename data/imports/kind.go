package imports

import "slices"

// Kind is what the rows of a table are.
type Kind string

// The kinds, in the order lists offer them.
const (
	Volunteers    Kind = "volunteers"
	Applications  Kind = "applications"
	Events        Kind = "events"
	Hours         Kind = "hours"
	Assignments   Kind = "assignments"
	Contributions Kind = "contributions"
)

// Kinds lists the kinds in the order lists offer them.
func Kinds() []Kind {
	return []Kind{Volunteers, Applications, Events, Hours, Assignments, Contributions}
}

// TextKey is the text that names the kind.
func (k Kind) TextKey() string { return "imports.kind." + string(k) }

// Field is what a column holds, named as the record's field is.
type Field string

// TextKey is the text of the field's label.
func (f Field) TextKey() string { return "field." + string(f) }

// List tells whether several columns may hold the field.
func (f Field) List() bool {
	return slices.Contains([]Field{"phones", "skills", "languages", "directions", "campaigns"}, f)
}

// FieldInfo is a field that a column can be mapped to.
type FieldInfo struct {
	Field    Field
	Required bool    // without it no row can be new
	Or       []Field // any of these can stand in for a required one
}

// Fields lists what can be mapped, in the order lists offer it; nil for an unknown kind.
func Fields(k Kind) []FieldInfo {
	names := fieldNames(k)
	out := make([]FieldInfo, len(names))
	for i, name := range names {
		or, required := needed(k)[name]
		out[i] = FieldInfo{Field: name, Required: required, Or: or}
	}
	return out
}

// Missing lists the required fields that a mapping has no column for.
func Missing(k Kind, m Mapping) []Field {
	var out []Field
	for _, f := range Fields(k) {
		if f.Required && !slices.ContainsFunc(append(f.Or, f.Field), func(f Field) bool { return slices.Contains(m, f) }) {
			out = append(out, f.Field)
		}
	}
	return out
}

// Mapping is one field for each column, "" = left out; none twice but those that are a [Field.List].
type Mapping []Field

// needed are the required fields of a kind, each with those that can stand in for it.
func needed(k Kind) map[Field][]Field {
	who := []Field{"number", "iin", "surname"}
	return map[Kind]map[Field][]Field{
		Volunteers:    {"full_name": who},
		Applications:  {"full_name": {"given", "iin"}},
		Events:        {"title": {"title_kk", "title_en"}, "day": {"start_at"}},
		Hours:         {"full_name": who, "day": {"start_at"}, "hours": {"in_minutes", "start_at"}},
		Assignments:   {"full_name": who, "event_id": nil},
		Contributions: {"day": {"pledged_on"}, "value": {"what", "channel"}},
	}[k]
}

// fieldNames lists the fields of a kind.
func fieldNames(k Kind) []Field {
	switch k {
	case Volunteers:
		return named(volunteerFields(catalogue{}))
	case Applications:
		return named(applicationFields(catalogue{}))
	case Events:
		return named(eventFields(catalogue{}))
	case Hours:
		return named(hoursFields(nil))
	case Assignments:
		return named(assignmentFields(nil))
	case Contributions:
		return named(contributionFields(nil))
	}
	return nil
}
