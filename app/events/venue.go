package events

import (
	"context"

	"saya/app/page"
	"saya/data"
	"saya/widgets"
)

// venueForm is the small editor of a venue.
type venueForm struct {
	form               *widgets.Form
	kk, ru, en         *widgets.Entry
	address            *widgets.Entry
	closed, womenOnly  *widgets.CheckField
	capacity, parallel *widgets.NumberField
}

// editVenue opens a dialog for a new venue; saved is called with it.
func editVenue(env page.Env, saved func(data.Venue)) {
	f := newVenueForm(env)
	var v data.Venue
	d := &page.FormDialog{
		Title: env.T("events.venue_title"), Form: f.form, Subject: page.Subject{DraftKey: draftKey(formVenue, 0, 0)},
		Read: func() { v = f.venue() },
		Save: func(ctx context.Context) (err error) {
			v.ID, err = env.Store.SaveVenue(ctx, env.Actor, v)
			return err
		},
		Saved: func() { saved(v) },
	}
	d.Show(env)
}

func newVenueForm(env page.Env) *venueForm {
	t := env.Text
	f := &venueForm{
		form: env.Form(), kk: widgets.NewEntry(), ru: widgets.NewEntry(), en: widgets.NewEntry(), address: widgets.NewEntry(),
		closed: widgets.NewCheckField(t.T("field.closed")), womenOnly: widgets.NewCheckField(t.T("field.women_only")),
		capacity: widgets.NewNumberField(), parallel: widgets.NewNumberField(),
	}
	f.capacity.SetMin(1)
	f.parallel.SetMin(1)
	f.parallel.SetValue(1)
	titles := []widgets.Item{
		{Name: "name_kk", Label: t.T("field.name_kk"), Wide: true, Field: f.kk},
		{Name: "name_ru", Label: t.T("field.name_ru"), Wide: true, Field: f.ru},
		{Name: "name_en", Label: t.T("field.name_en"), Wide: true, Field: f.en},
	}
	if env.Lang() == "ru" {
		titles[0], titles[1] = titles[1], titles[0]
	}
	titles[0].Name = "name"
	f.form.Add(titles...)
	f.form.Add(
		widgets.Item{Name: "closed", Hint: t.T("events.hint_closed"), Wide: true, Field: f.closed},
		widgets.Item{Name: "address", Label: t.T("field.address"), Wide: true, Field: f.address},
		widgets.Item{Name: "women_only", Wide: true, Field: f.womenOnly},
		widgets.Item{Name: "capacity", Label: t.T("events.capacity"), Field: f.capacity},
		widgets.Item{Name: "parallel", Label: t.T("field.parallel"), Hint: t.T("events.hint_parallel"), Field: f.parallel},
	)
	f.closed.OnChanged = func(closed bool) { f.form.SetVisible("address", !closed) }
	return f
}

// venue is what stands in the fields; a closed venue has no address, whatever was typed before.
func (f *venueForm) venue() data.Venue {
	v := data.Venue{
		Name:    data.Names{KK: f.kk.Value(), RU: f.ru.Value(), EN: f.en.Value()},
		Address: f.address.Value(), Closed: f.closed.Checked(), WomenOnly: f.womenOnly.Checked(),
	}
	if v.Closed {
		v.Address = ""
	}
	capacity, _ := f.capacity.Value()
	parallel, _ := f.parallel.Value()
	v.Capacity, v.Parallel = int(capacity), int(parallel)
	return v
}
