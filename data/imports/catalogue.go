package imports

import (
	"context"
	"maps"
	"slices"
	"strings"

	"saya/data"
	"saya/data/sheetin"
	"saya/data/store"
)

// catalogue are the lists of a centre that words of cells are looked up in.
type catalogue struct {
	regions, directions, kinds entries[string]
	groups, projects, venues   entries[int64]
	lawKinds                   []data.Choice
	closed                     map[int64]bool // venues
}

// entries are the names of one list, by [titleKey], and back. The zero value is empty.
type entries[K comparable] struct {
	ids   map[string]K
	names map[K]string
	bare  func(string) string // what a name is without words that do not tell it; nil of a list without such words
	loose map[string][]K      // by the bare name
}

func (e *entries[K]) add(id K, n data.Names, more ...string) {
	if e.ids == nil {
		e.ids, e.names = map[string]K{}, map[K]string{}
	}
	if _, known := e.names[id]; !known {
		e.names[id] = bothNames(n)
	}
	for _, s := range append(more, n.KK, n.RU, n.EN, bothNames(n)) {
		if key := titleKey(s); key != "" {
			if _, taken := e.ids[key]; !taken {
				e.ids[key] = id
			}
		}
	}
	if key := e.bareKey(n.RU); key != "" {
		e.loose[key] = append(e.loose[key], id)
	}
}

// find looks a name up, first as it stands; a bare name must be that of one entry only.
func (e *entries[K]) find(s string) (id K, ok bool) {
	if id, ok = e.ids[titleKey(s)]; ok {
		return id, true
	}
	if same := e.loose[e.bareKey(s)]; len(same) == 1 {
		return same[0], true
	}
	return id, false
}

func (e *entries[K]) bareKey(s string) string {
	if e.bare == nil {
		return ""
	}
	return titleKey(e.bare(s))
}

// withoutGroup drops the words that say that a name is that of a group: «Группа «Теплый дом»».
func withoutGroup(name string) string {
	return strings.Join(slices.DeleteFunc(strings.Fields(plain(name)), func(word string) bool {
		_, says := theWords().find("group_words", word)
		return says
	}), " ")
}

// bothNames is the Kazakh and the Russian name, for reading in any language.
func bothNames(n data.Names) string {
	if n.KK == "" || n.RU == "" || n.KK == n.RU {
		return n.In("ru")
	}
	return n.KK + " / " + n.RU
}

// readPeopleCatalogue reads what records of people refer to.
func readPeopleCatalogue(ctx context.Context, st *store.Store) (c catalogue, err error) {
	c.regions = regionNames()
	directions, err := st.Directions(ctx)
	if err != nil {
		return c, err
	}
	c.directions = choices(directions)
	ids, err := st.Groups(ctx, data.GroupFilter{})
	if err != nil {
		return c, err
	}
	groups, err := st.GroupRows(ctx, ids)
	c.groups = entries[int64]{bare: withoutGroup, loose: map[string][]int64{}}
	for _, g := range groups {
		c.groups.add(g.ID, data.Names{RU: g.Name})
	}
	return c, err
}

// readEventCatalogue reads what events refer to.
func readEventCatalogue(ctx context.Context, st *store.Store) (c catalogue, err error) {
	if c, err = readPeopleCatalogue(ctx, st); err != nil {
		return c, err
	}
	if c.lawKinds, err = st.Kinds(ctx); err != nil {
		return c, err
	}
	c.kinds = choices(c.lawKinds)
	ids, err := st.Projects(ctx, data.ProjectFilter{})
	if err != nil {
		return c, err
	}
	projects, err := st.ProjectRows(ctx, ids)
	if err != nil {
		return c, err
	}
	for _, p := range projects {
		c.projects.add(p.ID, p.Name)
	}
	if ids, err = st.Venues(ctx, data.VenueFilter{Retired: true}); err != nil {
		return c, err
	}
	venues, err := st.VenueRows(ctx, ids)
	c.closed = map[int64]bool{}
	for _, v := range venues {
		c.venues.add(v.ID, v.Name)
		c.closed[v.ID] = v.Closed
	}
	return c, err
}

func choices(list []data.Choice) (e entries[string]) {
	for _, c := range list {
		e.add(c.Code, c.Names, c.Code, c.Short.KK, c.Short.RU, c.Short.EN,
			inBrackets(c.Names.KK), inBrackets(c.Names.RU), inBrackets(c.Names.EN))
	}
	return e
}

// inBrackets is what stands in the brackets of "Birgemiz: Bilim (образование)".
func inBrackets(s string) string {
	_, rest, _ := strings.Cut(s, "(")
	inside, _, _ := strings.Cut(rest, ")")
	return inside
}

// listed is a field that names an entry of one of the centre's lists. An unknown one is warned of and left out.
func listed[T any, K comparable](name Field, e entries[K], at func(*T) *K) field[T] {
	return field[T]{
		name: name,
		read: one(func(r *reader, c sheetin.Cell, t *T) {
			id, ok := e.find(c.Text)
			if !ok {
				r.warn("imports.unknown_word", "Value", data.Line(c.Text))
				return
			}
			*at(t) = id
		}),
		show:    func(t *T) string { return e.names[*at(t)] },
		choices: func() []string { return slices.Sorted(maps.Values(e.names)) },
	}
}

// listedAll is a field that names several entries of one of the centre's lists.
func listedAll[T any](name Field, e entries[string], at func(*T) *data.List) field[T] {
	f := list(name, at, func(r *reader, s string) string {
		code, ok := e.find(s)
		if !ok {
			r.warn("imports.unknown_word", "Value", s)
		}
		return code
	})
	f.show = func(t *T) string {
		var names []string
		for _, code := range *at(t) {
			names = append(names, e.names[code])
		}
		return strings.Join(names, ", ")
	}
	return f
}
