package events

import (
	"context"
	"slices"

	"saya/data"
)

// The forms of the section besides its editor, as drafts name them.
const (
	formDesk  = "desk"
	formNeed  = "need"
	formEntry = "entry"
	formVenue = "venue"

	formAssign  = "assign"
	formCallOff = "call_off"
	formLike    = "like"
	formRepeat  = "repeat"
)

// draftKey names the draft of a form about an event, or about a part of it.
func draftKey(form string, event, part int64) data.DraftKey {
	return data.DraftKey{Section: "events", Form: form, Record: event, Part: part}
}

// resume opens the form of a draft, of the event as it is now.
func (p *Page) resume(ctx context.Context, d data.FormDraft) (func(), error) {
	if d.Form == formVenue {
		return func() { editVenue(p.env, func(data.Venue) {}) }, nil
	}
	c, err := p.model.load(ctx, d.Record)
	if err != nil {
		return nil, err
	}
	switch d.Form {
	case formDesk:
		return func() { p.attend(c) }, nil
	case formCallOff:
		return func() { p.callOff([]int64{d.Record}) }, nil
	case formRepeat:
		return func() { p.Open(p.repeatPanel(c.event)) }, nil
	case formLike:
		l, err := p.model.readLike(ctx, d.Record)
		return func() { p.Open(p.likePanel(l)) }, err
	case formNeed, formAssign:
		return p.resumeNeed(ctx, d)
	}
	return p.resumeEntry(c, d)
}

func (p *Page) resumeNeed(ctx context.Context, d data.FormDraft) (func(), error) {
	need, err := p.model.need(ctx, d.Record, d.Part)
	if d.Form == formAssign {
		return func() { p.assign(need) }, err
	}
	return func() { p.editNeed(need) }, err
}

func (p *Page) resumeEntry(c card, d data.FormDraft) (func(), error) {
	if d.Part == 0 {
		return func() { p.newEntry(c) }, nil
	}
	i := slices.IndexFunc(c.hours, func(h data.HoursRow) bool { return h.ID == d.Part })
	if i < 0 {
		return nil, &data.Error{Code: data.NotFound, Key: "errors.not_found"}
	}
	return func() { p.openEntry(c.hours[i]) }, nil
}

// need reads a need of an event; one without an id is new.
func (m *model) need(ctx context.Context, event, id int64) (data.Need, error) {
	if id == 0 {
		return data.Need{EventID: event, Wanted: 1}, nil
	}
	needs, err := m.env.Store.Needs(ctx, event)
	if err != nil {
		return data.Need{}, err
	}
	i := slices.IndexFunc(needs, func(n data.Need) bool { return n.ID == id })
	if i < 0 {
		return data.Need{}, &data.Error{Code: data.NotFound, Key: "errors.not_found"}
	}
	return needs[i], nil
}
