package volunteers

import (
	"context"

	"fyne.io/fyne/v2"

	"saya/app/list"
	"saya/app/page"
	"saya/app/person"
	"saya/data"
	"saya/data/reference"
	"saya/widgets"
)

// columns are in the order of [model.cells]; the last ones are shown when somebody wants them.
func (p *Page) columns() []widgets.Column {
	t := p.env.Text
	right := fyne.TextAlignTrailing
	return []widgets.Column{
		{ID: colNumber, Title: t.T("common.number_sign"), Width: 62, Style: widgets.StyleDim},
		{ID: colName, Title: t.T("field.full_name"), Flexible: true, MinWidth: 230, Width: 250},
		{ID: colDirection, Title: t.T("field.direction"), Width: 112, MinWidth: 90, NoSort: true, Spare: 1},
		{ID: colStatus, Title: t.T("field.status"), Width: 110, Style: widgets.StyleTag},
		{ID: colPhone, Title: t.T("field.phone"), Width: 122, NoSort: true, Spare: 3},
		{ID: colHours, Title: t.T("volunteers.hours_30"), Width: 104, Align: right},
		{ID: colEvents, Title: t.T("volunteers.events"), Width: 92, Align: right, Spare: 4},
		{ID: colLast, Title: t.T("volunteers.last"), Width: 100, Style: widgets.StyleDim, Spare: 2},
		{ID: colAccepted, Title: t.T("field.accepted"), Width: 112, Style: widgets.StyleDim, Hidden: true, Spare: 5},
		{ID: colGroup, Title: t.T("field.group_id"), Width: 150, NoSort: true, Hidden: true, Spare: 5},
		{ID: colDistrict, Title: t.T("field.district"), Width: 120, NoSort: true, Hidden: true, Spare: 5},
	}
}

// filters narrow the list beside its chips.
func (p *Page) filters() []list.Filter {
	t := p.env.Text
	fixed := func(options ...widgets.Option) func(context.Context) ([]widgets.Option, error) {
		return func(context.Context) ([]widgets.Option, error) { return options, nil }
	}
	only := func(key string) func(context.Context) ([]widgets.Option, error) {
		return fixed(widgets.Option{ID: key, Text: t.T(key)})
	}
	return []list.Filter{
		{ID: filterDirection, Text: t.T("field.direction"), Options: fixed(p.env.Choices(p.env.Directions)...)},
		{ID: filterSpecialty, Text: t.T("field.specialty"), Options: fixed(
			page.Statuses(p.env, "specialty", data.Creative, data.Technical, data.OtherSpecialty)...)},
		{ID: filterLanguage, Text: t.T("volunteers.speaks"), Options: fixed(person.LanguageOptions(p.env)...)},
		{ID: filterGroup, Text: t.T("field.group_id"), Options: func(ctx context.Context) ([]widgets.Option, error) {
			return p.model.groups(ctx, 0)
		}},
		{ID: filterDistrict, Text: t.T("field.district"), Options: p.model.districts},
		{ID: filterRegion, Text: t.T("field.region"), Options: fixed(p.env.Choices(reference.Regions())...)},
		{ID: filterForm, Text: t.T("field.form"), Options: fixed(p.env.Choices(reference.ActivityForms())...)},
		{ID: filterCoordinator, Text: t.T("volunteers.who"), Options: only("volunteers.coordinators")},
		{ID: filterMinor, Text: t.T("volunteers.age"), Options: only("volunteers.minors")},
	}
}

func (m *model) districts(ctx context.Context) ([]widgets.Option, error) {
	names, err := m.env.Store.Districts(ctx)
	out := make([]widgets.Option, len(names))
	for i, name := range names {
		out[i] = widgets.Option{ID: name, Text: name}
	}
	return out, err
}
