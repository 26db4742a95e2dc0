package list

import "saya/widgets"

// NarrowTo narrows the list to a chip and an option of one of its filters, in place of whatever it was narrowed to.
func (p *Page) NarrowTo(chip, filter string, o widgets.Option) {
	p.above.names[filter] = o.Text
	p.kept.told = true
	p.query.Search, p.query.Chip, p.query.Filters = "", chip, map[string]string{filter: o.ID}
	p.search.SetText("")
	p.narrow()
}
