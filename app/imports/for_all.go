package imports

import (
	"slices"

	"saya/data/imports"
	"saya/widgets"
)

// forAll adds the questions about what is the same in all rows, as the event of a list that names it above the table.
func (p *Page) forAll(form *widgets.Form, r *reading) {
	t := p.env.Text
	form.Section(t.T("importpage.for_all"))
	form.Note(t.T("importpage.for_all_text"))
	missing := imports.Missing(r.kind, r.mapping)
	for _, g := range r.forAll() {
		form.Add(widgets.Item{
			Name: nameOfAll(g.field), Label: t.T(g.field.TextKey()), Required: slices.Contains(missing, g.field), Wide: true,
			Field: p.given(r, g),
		})
	}
	form.Add(widgets.Item{Name: "for_all", Label: t.T("importpage.for_all_more"), Wide: true, Field: p.more(r)})
}

// nameOfAll is the name of the question about a field that is the same in all rows.
func nameOfAll(f imports.Field) string { return "all_" + string(f) }

// given takes the text of a field for all rows.
func (p *Page) given(r *reading, g given) widgets.Field {
	e := widgets.NewEntry()
	e.SetText(g.text)
	e.OnChanged = func(string) { r.setAll(g.field, e.Value()) }
	return e
}

// more asks for another field for all rows: one that has no column.
func (p *Page) more(r *reading) widgets.Field {
	var options []widgets.Option
	asked := r.forAll()
	for _, info := range imports.Fields(r.kind) {
		f := info.Field
		if !slices.Contains(r.mapping, f) && !slices.ContainsFunc(asked, func(g given) bool { return g.field == f }) {
			options = append(options, widgets.Option{ID: string(f), Text: p.env.T(f.TextKey())})
		}
	}
	s := p.choice(options, "", func(id string) {
		r.setAll(imports.Field(id), "")
		p.answered(r, nameOfAll(imports.Field(id)))
	})
	s.PlaceHolder = p.env.T("importpage.for_all_pick")
	return s
}
