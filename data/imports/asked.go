package imports

import (
	"slices"

	"saya/data"
)

// Asked are the fields of a kind that problems of a row ask for, each once: those they name, and the reason with which a
// conflict is taken all the same.
func Asked(k Kind, problems []*data.Error) []Field {
	var out []Field
	add := func(f Field) {
		if slices.Contains(fieldNames(k), f) && !slices.Contains(out, f) {
			out = append(out, f)
		}
	}
	for _, e := range problems {
		add(Field(e.Field))
		if e.Code == data.Conflict && e.Field != "status" { // no reason makes a status follow another
			add("override_reason")
		}
	}
	return out
}
