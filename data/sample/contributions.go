package sample

import (
	"fmt"

	"saya/data"
)

const (
	tiyn     = 100            // in a tenge
	largeSum = 250_000 * tiyn // which people do not give
)

// giver draws contributions.
type giver struct {
	*builder
	*chance
	names *identities
}

// contributions adds gifts of all kinds over two years; a few are promised and not yet received.
func (b *builder) contributions() error {
	c := b.opt.chance(partGifts)
	g := &giver{builder: b, chance: c, names: newIdentities(c, b.words)}
	n := max(60, b.opt.Events*3/10)
	pledges := max(3, n/40)
	for i, day := range spread(c, n, b.cal.start, b.cal.last, b.cal.busy) {
		k := g.gift()
		k.Day = b.cal.date(day)
		if n-i <= pledges && k.Kind != data.Information {
			k.PledgedOn, k.Day = k.Day, ""
		}
		g.origin(&k, day)
		if _, err := b.into.AddContribution(k); err != nil {
			return fmt.Errorf("adding a contribution: %w", err)
		}
		if err := b.tick(); err != nil {
			return err
		}
	}
	return nil
}

func (g *giver) gift() data.Contribution {
	w := &g.words.gifts
	switch n := g.IntN(100); {
	case n < 42:
		return data.Contribution{
			Kind: data.Money, Value: int64(g.sum()) * tiyn, Purpose: pick(g.chance, w.Money.Purposes), Basis: pick(g.chance, w.Money.Basis),
		}
	case n < 70:
		return g.thing(data.Goods, w.Goods)
	case n < 87:
		return g.thing(data.Services, w.Services)
	}
	k := data.Contribution{
		Kind: data.Information, What: pick(g.chance, w.Information.What), Channel: pick(g.chance, w.Information.Channels),
		Link: fmt.Sprintf("https://media.ulgi.invalid/%d", g.between(1000, 9999)),
	}
	if g.in(0.85) {
		k.Reach = data.KnownCount(50 * g.between(4, 400))
	}
	return k
}

// sum is money in tenge, mostly little.
func (g *giver) sum() int {
	switch n := g.Float64(); {
	case n < 0.6:
		return 1000 * g.between(2, 30)
	case n < 0.92:
		return 5000 * g.between(6, 40)
	}
	return 50_000 * g.between(5, 20)
}

func (g *giver) thing(kind data.ContributionKind, of giftKind) data.Contribution {
	what := pick(g.chance, of.What)
	return data.Contribution{
		Kind: kind, What: what.Text, Value: int64(what.Value*g.between(80, 120)/100) * tiyn, Basis: pick(g.chance, of.Basis),
	}
}

// origin says who gave, for what, and whether thanks were said.
func (g *giver) origin(k *data.Contribution, day int) {
	switch n := g.Float64(); {
	case n < 0.15 && k.Value < largeSum:
		k.GiverKind = data.GivenAnonymously
	case n < 0.5 || k.Kind == data.Information || k.Value >= largeSum:
		k.GiverKind, k.Giver = data.GivenByOrganisation, pick(g.chance, g.words.gifts.Organisations)
		k.MayName = g.in(0.8)
	default:
		sex := pick(g.chance, []data.Sex{data.Female, data.Male})
		surname, given, _ := g.names.name(g.names.people(), sex)
		k.GiverKind, k.Giver, k.MayName = data.GivenByPerson, surname+" "+given, g.in(0.35)
	}
	if k.Day != "" && k.GiverKind != data.GivenAnonymously && g.in(0.7) {
		k.ThankedOn = g.cal.date(min(day+g.IntN(10), g.cal.last))
	}
	if g.in(0.12) {
		k.Campaign = pick(g.chance, g.words.gifts.Campaigns)
	}
	if k.Day != "" && len(g.charity) > 0 && g.in(0.3) {
		e := pick(g.chance, g.charity)
		k.EventID, k.Day, k.ThankedOn = e.ID, e.Start.Date(), ""
		k.Campaign = e.Campaigns.First()
	}
}
