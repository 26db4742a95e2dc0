package sample

import (
	"fmt"

	"saya/data"
)

// venue is a place and what already takes place there.
type venue struct {
	id       int64
	closed   bool
	women    bool
	capacity int
	parallel int
	booked   map[int][]clock // by day
}

// clock is a half-open span of minutes of a day.
type clock struct{ from, to int }

func (k clock) meets(o clock) bool { return k.from < o.to && o.from < k.to }

// book takes the place for a while if it still holds one more.
func (v *venue) book(day int, k clock) bool {
	beside := 0
	for _, other := range v.booked[day] {
		if other.meets(k) {
			beside++
		}
	}
	if beside >= v.parallel {
		return false
	}
	v.booked[day] = append(v.booked[day], k)
	return true
}

// places adds the venues: more of each kind, the more events there are.
func (b *builder) places() error {
	b.venues = map[string][]*venue{}
	for _, w := range b.words.places.Venues {
		if err := b.place(w); err != nil {
			return err
		}
	}
	for n := 2; n <= 1+b.opt.Events/600; n++ {
		for _, w := range b.words.places.More {
			w.Names = data.Names{KK: fmt.Sprintf(w.KK, n), RU: fmt.Sprintf(w.RU, n), EN: fmt.Sprintf(w.EN, n)}
			if err := b.place(w); err != nil {
				return err
			}
		}
	}
	return nil
}

func (b *builder) place(w venueWords) error {
	v := data.Venue{
		Name: w.Names, Address: w.Address, Region: b.words.centre.Region, Capacity: w.Capacity, Parallel: max(1, w.Parallel),
		Closed: w.Closed, WomenOnly: w.WomenOnly,
	}
	id, err := b.into.AddVenue(v)
	if err != nil {
		return fmt.Errorf("adding a venue: %w", err)
	}
	b.venues[w.Kind] = append(b.venues[w.Kind], &venue{
		id: id, closed: v.Closed, women: v.WomenOnly, capacity: v.Capacity, parallel: v.Parallel, booked: map[int][]clock{},
	})
	return nil
}
