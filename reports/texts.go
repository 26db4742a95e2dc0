package reports

import (
	"context"

	"saya/data/store"
)

// Text is a free text that a report could let leave, to be read and ticked.
type Text struct {
	ID    TextID
	Field string // key
	Value string
}

// FreeTexts lists the free texts that the front-office workbook of the params would hold if all were ticked: texts of
// projects, then of events, then of volunteers; those of one record follow one another.
func FreeTexts(ctx context.Context, src Source, p Params) ([]Text, error) {
	var out []Text
	err := look(ctx, src, p, func(v *store.ReportView, f facts) error {
		o, err := readOffice(ctx, v, f)
		if err != nil {
			return err
		}
		for _, r := range o.projects {
			id := TextID{ProjectTexts, r.ID}
			out = add(out, id, "field.name", o.name(r.Name), "field.aim", r.Aim, "field.expected", r.Expected,
				"field.actual", r.Actual, "field.partners", r.Partners)
		}
		for _, e := range o.events {
			id := TextID{EventTexts, e.ID}
			out = add(out, id, "field.title", o.name(e.Title), "field.result", e.Result, "field.link", e.Link)
			if e.ProjectID == 0 { // the register has a row of an action
				out = add(out, id, "field.description", e.Description, "field.requirements", e.Requirements)
			}
		}
		for _, e := range o.planned {
			out = add(out, TextID{EventTexts, e.ID}, "field.title", o.name(e.Title))
		}
		for _, r := range o.volunteerRows() {
			out = add(out, TextID{VolunteerTexts, r.ID}, "field.awards", r.Awards)
		}
		return nil
	})
	return out, err
}

// add adds the texts that are not empty, given as pairs of a key and a text.
func add(out []Text, id TextID, pairs ...string) []Text {
	for i := 0; i < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			out = append(out, Text{id, pairs[i], pairs[i+1]})
		}
	}
	return out
}
