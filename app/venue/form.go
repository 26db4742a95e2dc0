// Package venue is the form of a venue, which both the list of venues and the editor of an event have.
package venue

import (
	"saya/app/page"
	"saya/data"
	"saya/data/reference"
	"saya/widgets"
)

// Form is the fields of a venue; their names are those of the rules' refusals.
type Form struct {
	*widgets.Form
	env                        page.Env
	kk, ru, en                 *widgets.Entry
	address, note              *widgets.Entry
	closed, womenOnly, retired *widgets.CheckField
	capacity, parallel         *widgets.NumberField
	region                     *widgets.SearchSelect
}

// NewForm returns the fields without which a venue cannot be used. An address of a closed venue is not asked for.
func NewForm(env page.Env) *Form {
	t := env.Text
	f := &Form{
		Form: env.Form(), env: env, kk: widgets.NewEntry(), ru: widgets.NewEntry(), en: widgets.NewEntry(),
		address: widgets.NewEntry(), note: widgets.NewNote(3), retired: widgets.NewCheckField(t.T("field.retired")),
		closed: widgets.NewCheckField(t.T("field.closed")), womenOnly: widgets.NewCheckField(t.T("field.women_only")),
		capacity: widgets.NewNumberField(), parallel: widgets.NewNumberField(), region: env.Select(env.Choices(reference.Regions())...),
	}
	for _, e := range []*widgets.Entry{f.kk, f.ru, f.en, f.address} {
		e.MaxRunes = data.MaxLine
	}
	f.note.MaxRunes = data.MaxText
	f.capacity.SetMin(1)
	f.parallel.SetMin(1)
	f.parallel.SetValue(1)
	f.region.Optional = true
	f.Add(env.NameItems("name", f.kk, f.ru, f.en)...)
	f.Add(
		widgets.Item{Name: "closed", Hint: t.T("venues.hint_closed"), Wide: true, Field: f.closed},
		widgets.Item{Name: "address", Label: t.T("field.address"), Wide: true, Field: f.address},
		widgets.Item{Name: "women_only", Wide: true, Field: f.womenOnly},
		widgets.Item{Name: "capacity", Label: t.T("venues.capacity"), Field: f.capacity},
		widgets.Item{Name: "parallel", Label: t.T("field.parallel"), Hint: t.T("venues.hint_parallel"), Field: f.parallel},
	)
	f.closed.OnChanged = func(closed bool) { f.SetVisible("address", !closed) }
	return f
}

// Rest adds the fields that a venue can do without.
func (f *Form) Rest() {
	f.Add(
		f.env.Item("region", f.region),
		widgets.Item{Name: "note", Label: f.env.T("field.note"), Wide: true, Field: f.note},
		widgets.Item{Name: "retired", Hint: f.env.T("venues.hint_retired"), Wide: true, Field: f.retired},
	)
}

// Set shows a venue.
func (f *Form) Set(v data.Venue) {
	f.kk.SetText(v.Name.KK)
	f.ru.SetText(v.Name.RU)
	f.en.SetText(v.Name.EN)
	f.address.SetText(v.Address)
	f.note.SetText(v.Note)
	f.region.SetID(v.Region)
	f.closed.SetChecked(v.Closed)
	f.womenOnly.SetChecked(v.WomenOnly)
	f.retired.SetChecked(v.Retired)
	if v.Capacity > 0 {
		f.capacity.SetValue(int64(v.Capacity))
	}
	if v.Parallel > 0 {
		f.parallel.SetValue(int64(v.Parallel))
	}
	f.MarkClean()
}

// Read puts what stands in the fields into a venue; a closed one has no address, whatever was typed before.
func (f *Form) Read(v *data.Venue) {
	v.Name = data.Names{KK: f.kk.Value(), RU: f.ru.Value(), EN: f.en.Value()}
	v.Address, v.Note, v.Region = f.address.Value(), f.note.Value(), f.region.ID()
	v.Closed, v.WomenOnly, v.Retired = f.closed.Checked(), f.womenOnly.Checked(), f.retired.Checked()
	if v.Closed {
		v.Address = ""
	}
	capacity, _ := f.capacity.Value()
	parallel, _ := f.parallel.Value()
	v.Capacity, v.Parallel = int(capacity), int(parallel)
}
