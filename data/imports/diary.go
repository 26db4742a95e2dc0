package imports

import (
	"context"

	"saya/data"
	"saya/data/sheetin"
	"saya/data/store"
)

// diary holds the events of a centre and what their rules need to know.
type diary struct {
	st      *store.Store
	kinds   []data.Choice
	byID    map[int64]data.Event
	byTitle map[string][]int64 // [titleKey] of each language
	byDay   map[heldOn][]int64 // the same with each day
	venues  map[int64]data.Venue
}

// heldOn is a title on a day.
type heldOn struct {
	title string
	day   data.Date
}

// readDiary reads all events: lists name them by titles in any spelling.
func readDiary(ctx context.Context, st *store.Store) (*diary, error) {
	d := &diary{st: st, byID: map[int64]data.Event{}, byTitle: map[string][]int64{}, byDay: map[heldOn][]int64{}, venues: map[int64]data.Venue{}}
	var err error
	if d.kinds, err = st.Kinds(ctx); err != nil {
		return d, err
	}
	return d, st.EachEvent(ctx, func(e data.Event) error {
		d.byID[e.ID] = e
		for _, key := range titleKeys(e.Title) {
			d.byTitle[key] = append(d.byTitle[key], e.ID)
			for _, day := range daysOf(e) {
				d.byDay[heldOn{key, day}] = append(d.byDay[heldOn{key, day}], e.ID)
			}
		}
		return nil
	})
}

// titleKeys are the folded titles of an event, each once.
func titleKeys(n data.Names) []string {
	var out []string
	for _, s := range []string{n.RU, n.KK, n.EN} {
		if key := titleKey(s); key != "" && count(out, key) == 0 {
			out = append(out, key)
		}
	}
	return out
}

// find lists the events of a title that take place on a day, of any day when it is empty.
func (d *diary) find(title string, day data.Date) []data.Event {
	ids := d.byTitle[titleKey(title)]
	if day != "" {
		ids = d.byDay[heldOn{titleKey(title), day}]
	}
	out := make([]data.Event, len(ids))
	for i, id := range ids {
		out[i] = d.byID[id]
	}
	return out
}

// kind is the kind of activity of a code, zero of none.
func (d *diary) kind(code string) data.Choice {
	for _, k := range d.kinds {
		if k.Code == code {
			return k
		}
	}
	return data.Choice{}
}

// venue reads a venue once.
func (d *diary) venue(ctx context.Context, id int64) (data.Venue, error) {
	if v, known := d.venues[id]; known || id == 0 {
		return v, nil
	}
	v, err := d.st.Venue(ctx, id)
	if err == nil {
		d.venues[id] = v
	}
	return v, err
}

// eventRef is the event that a row names.
type eventRef struct {
	title string
	id    int64
}

func eventRefField[T any](d *diary, at func(*T) *eventRef) field[T] {
	return field[T]{
		name: "event_id",
		read: one(func(_ *reader, c sheetin.Cell, t *T) { at(t).title = data.Line(c.Text) }),
		show: func(t *T) string {
			if d == nil || at(t).id == 0 {
				return ""
			}
			e := d.byID[at(t).id]
			return string(e.Start.Date()) + " " + bothNames(e.Title)
		},
	}
}

// findings records what rules find about a row.
func findings(r *reader, list []data.Finding, reason string) {
	r.refuseAll(data.Refuse(list, reason))
	for _, f := range list {
		if f.Severity == data.Warns || f.Severity == data.NeedsReason && reason != "" {
			r.warnField(Field(f.Field), f.Key, f.Args...)
		}
	}
}
