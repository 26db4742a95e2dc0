package events

import (
	"context"

	"saya/app/page"
	"saya/app/venue"
	"saya/data"
)

// editVenue opens a dialog for a new venue; saved is called with it.
func editVenue(env page.Env, saved func(data.Venue)) {
	f := venue.NewForm(env)
	var v data.Venue
	d := &page.FormDialog{
		Title: env.T("venues.new"), Form: f.Form, Subject: page.Subject{DraftKey: draftKey(formVenue, 0, 0)},
		Read: func() { f.Read(&v) },
		Save: func(ctx context.Context) (err error) {
			v.ID, err = env.Store.SaveVenue(ctx, env.Actor, v)
			return err
		},
		Saved: func() { saved(v) },
	}
	d.Show(env)
}
