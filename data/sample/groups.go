package sample

import (
	"fmt"

	"saya/data"
)

// group is a group being filled.
type group struct {
	id     int64
	formed int
	ended  int // never while it exists
	leader int64
}

func (b *builder) groups() ([]*group, error) {
	c := b.opt.chance(partGroups)
	names := append([]string{}, b.words.people.Groups...)
	for n := 1; n <= b.opt.Volunteers/600; n++ {
		names = append(names, fmt.Sprintf(b.words.people.MoreGroups, n))
	}
	var out []*group
	for i, name := range names {
		formed := c.IntN(b.cal.last * 2 / 3)
		g := data.Group{Name: name, FormedOn: b.cal.date(formed)}
		made := &group{formed: formed, ended: never}
		if i%5 == 4 {
			made.ended = c.between(formed+(b.cal.last-formed)/2, b.cal.last-1)
			g.EndedOn = b.cal.date(made.ended)
		}
		var err error
		if made.id, err = b.into.AddGroup(g); err != nil {
			return nil, fmt.Errorf("adding a group: %w", err)
		}
		out = append(out, made)
	}
	return out, nil
}

// groupOf puts about a third of those who come by themselves into a group that exists on the day they come.
func (b *builder) groupOf(groups []*group, v *data.Volunteer, day int) *group {
	if v.Form != "1" || !b.people.in(0.5) {
		return nil
	}
	g := pick(b.people.chance, groups)
	if day < g.formed || day > g.ended {
		return nil
	}
	v.Form, v.GroupID = "2", g.id
	return g
}

func (b *builder) leaders(groups []*group) error {
	for _, g := range groups {
		if g.leader == 0 {
			continue
		}
		if err := b.into.SetLeader(g.id, g.leader); err != nil {
			return fmt.Errorf("naming the leader of a group: %w", err)
		}
	}
	return nil
}
