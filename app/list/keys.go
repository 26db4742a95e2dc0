package list

import (
	"slices"

	"saya/app/page"
	"saya/widgets"
)

var _ page.Keyed = (*Page)(nil)

// Keys implements [page.Keyed]: those of the form beside the list, and of what stands in the list's place.
func (p *Page) Keys() []widgets.KeySet {
	var sets []widgets.KeySet
	if p.panel != nil {
		sets = slices.Clone(p.panel.Keys)
	}
	if rows, ok := p.split.list.(interface{ KeySets() []widgets.KeySet }); ok {
		sets = append(sets, rows.KeySets()...)
	}
	return sets
}
