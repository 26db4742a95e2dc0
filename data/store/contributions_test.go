package store_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/store"
	"saya/data/store/storetest"
)

// give saves ten thousand tenge that were received; change alters them first.
func give(t *testing.T, s *store.Store, change ...func(*data.Contribution)) int64 {
	t.Helper()
	c := data.Contribution{
		Kind: data.Money, GiverKind: data.GivenByPerson, Giver: "Абаева Мария", Day: "2026-11-10", Value: 1_000_000,
	}
	for _, do := range change {
		do(&c)
	}
	id, err := s.SaveContribution(t.Context(), storetest.Actor(), c)
	require.NoError(t, err)
	return id
}

func pledge(c *data.Contribution) { c.PledgedOn, c.Day = "2026-11-20", "" }

func TestContributionsAreFoundAndSummed(t *testing.T) {
	s := storetest.New(t)
	a := give(t, s, func(c *data.Contribution) { c.Campaign, c.ThankedOn = "Жылы қыс", "2026-11-12" })
	b := give(t, s, func(c *data.Contribution) { c.Kind, c.Day, c.Value = data.Goods, "2026-10-01", 50 })
	e := storetest.Event(t, s)
	p := give(t, s, pledge, func(c *data.Contribution) {
		c.GiverKind, c.EventID, c.Campaign, c.Value = data.GivenAnonymously, e.ID, "Мектепке жол", 1_000_001
	})
	for name, c := range map[string]struct {
		f     data.ContributionFilter
		want  []int64
		value int64
	}{
		"by day, a pledge by its own": {data.ContributionFilter{}, []int64{b, a, p}, 2_000_051},
		"received":                    {data.ContributionFilter{Received: true}, []int64{b, a}, 1_000_050},
		"pledges":                     {data.ContributionFilter{Pledges: true}, []int64{p}, 1_000_001},
		"not thanked":                 {data.ContributionFilter{Unthanked: true}, []int64{b}, 50},
		"of a kind":                   {data.ContributionFilter{Kinds: []data.ContributionKind{data.Goods}}, []int64{b}, 50},
		"of a campaign":               {data.ContributionFilter{Campaign: "Жылы қыс"}, []int64{a}, 1_000_000},
		"of November":                 {data.ContributionFilter{Days: data.Period{From: "2026-11-01", To: "2026-11-30"}}, []int64{a, p}, 2_000_001},
		"by name, folded":             {data.ContributionFilter{Listing: data.Listing{Search: "abaeva", Limit: 1}}, []int64{b}, 1_000_050},
		"of an event":                 {data.ContributionFilter{EventID: e.ID}, []int64{p}, 1_000_001},
		"by giver":                    {data.ContributionFilter{Listing: data.Listing{Order: data.OrderByName}}, []int64{p, a, b}, 2_000_051},
		"the largest first": {
			data.ContributionFilter{Received: true, Listing: data.Listing{Order: data.OrderByValue, Desc: true}}, []int64{a, b}, 1_000_050,
		},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := s.Contributions(t.Context(), c.f)
			require.NoError(t, err)
			require.Equal(t, c.want, got)
			total, err := s.ContributionTotal(t.Context(), c.f)
			require.NoError(t, err)
			require.Equal(t, c.value, total.Value, "of all that are found")
		})
	}
	campaigns, err := s.Campaigns(t.Context())
	require.NoError(t, err)
	require.Equal(t, []string{"Мектепке жол", "Жылы қыс"}, campaigns)
}

func TestThanksAndPledgesInOneBatch(t *testing.T) {
	s := storetest.New(t)
	by := storetest.Actor()
	thanked := give(t, s, func(c *data.Contribution) { c.ThankedOn = "2026-11-12" })
	ids := []int64{thanked, give(t, s), give(t, s, pledge)}
	read := func(id int64) data.Contribution {
		c, err := s.Contribution(t.Context(), id)
		require.NoError(t, err)
		return c
	}
	require.NoError(t, s.ThankContributions(t.Context(), by, ids[:2], storetest.Day))
	require.Equal(t, data.Date("2026-11-12"), read(thanked).ThankedOn, "what was noted stays")
	require.Equal(t, storetest.Day, read(ids[1]).ThankedOn)
	undoLast(t, s)
	require.Empty(t, read(ids[1]).ThankedOn)

	require.NoError(t, s.ReceiveContributions(t.Context(), by, ids, storetest.Day))
	require.Equal(t, data.Date("2026-11-10"), read(ids[1]).Day)
	require.Equal(t, storetest.Day, read(ids[2]).Day)
	undoLast(t, s)
	require.True(t, read(ids[2]).Pledge())
	refused(t, "errors.date_future", s.ReceiveContributions(t.Context(), by, ids, storetest.Day.AddDays(1)))
}
