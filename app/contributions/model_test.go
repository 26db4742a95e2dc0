package contributions

import (
	"testing"

	"github.com/stretchr/testify/require"

	"saya/app/list"
	"saya/app/page"
	"saya/assets/locale"
	"saya/data"
	"saya/data/store/storetest"
	"saya/widgets"
)

func newModel() *model {
	return &model{env: page.Env{Text: locale.New(locale.Russian), Actor: storetest.Actor(), Now: storetest.Now}}
}

func TestQueryBecomesAFilter(t *testing.T) {
	latest := data.Listing{Desc: true}
	for name, c := range map[string]struct {
		q    list.Query
		want data.ContributionFilter
	}{
		"received":   {list.Query{Chip: chipReceived}, data.ContributionFilter{Listing: latest, Received: true}},
		"pledges":    {list.Query{Chip: chipPledges}, data.ContributionFilter{Listing: latest, Pledges: true}},
		"unthanked":  {list.Query{Chip: chipUnthanked}, data.ContributionFilter{Listing: latest, Unthanked: true}},
		"everything": {list.Query{Chip: chipAll}, data.ContributionFilter{Listing: latest}},
		"by value": {
			list.Query{Chip: chipAll, Sort: widgets.Sort{Column: colValue}},
			data.ContributionFilter{Listing: data.Listing{Order: data.OrderByValue}},
		},
		"narrowed": {
			list.Query{Chip: chipAll, Filters: map[string]string{
				filterKind: "goods", filterEvent: "7", filterCampaign: "Жылы қыс", filterPeriod: "2026-10-01..2026-12-31",
			}},
			data.ContributionFilter{
				Listing: latest, Kinds: []data.ContributionKind{data.Goods}, EventID: 7, Campaign: "Жылы қыс",
				Days: data.Period{From: "2026-10-01", To: "2026-12-31"},
			},
		},
	} {
		t.Run(name, func(t *testing.T) {
			c.want.Lang = "ru"
			if c.q.Sort.Column == "" {
				c.q.Sort, c.want.Order = widgets.Sort{Column: colDay, Descending: true}, data.OrderByDay
			}
			require.Equal(t, c.want, newModel().filter(c.q))
		})
	}
}

func TestPeriodsThatAreOffered(t *testing.T) {
	options, err := newModel().periodOptions(t.Context())
	require.NoError(t, err)
	require.Equal(t, widgets.Option{ID: "2026-11-01..2026-11-30", Text: "ноябрь 2026 г."}, options[0])
	require.Equal(t, widgets.Option{ID: "2026-10-01..2026-12-31", Text: newModel().env.Text.Quarter(2026, 4)}, options[12])
	require.Equal(t, widgets.Option{ID: "2024-01-01..2024-12-31", Text: "2024 год"}, options[18])
}

func TestRowsOfContributions(t *testing.T) {
	for name, c := range map[string]struct {
		row  data.ContributionRow
		want []string
	}{
		"money, thanked for": {
			data.ContributionRow{Contribution: data.Contribution{
				Kind: data.Money, GiverKind: data.GivenByPerson, Giver: "Абаева Мария", Day: "2026-11-10", Value: 1_250_050,
				Purpose: "На лекарства", ThankedOn: "2026-11-12", Campaign: "Жылы қыс",
			}},
			[]string{"10.11.2026", "Деньги", "Абаева Мария", "На лекарства", "Жылы қыс", "12 500,50 ₸", "12.11.2026"},
		},
		"goods, not thanked for": {
			data.ContributionRow{Contribution: data.Contribution{
				Kind: data.Goods, GiverKind: data.GivenByOrganisation, Giver: "Пекарня", Day: "2026-11-10", What: "Хлеб",
			}, EventTitle: data.Names{RU: "Концерт"}},
			[]string{"10.11.2026", "Вещи и товары", "Пекарня", "Хлеб", "Концерт", "", "еще нет"},
		},
		"a pledge of somebody unknown": {
			data.ContributionRow{Contribution: data.Contribution{
				Kind: data.Money, GiverKind: data.GivenAnonymously, PledgedOn: "2026-11-20", Value: 100_000,
			}},
			[]string{"20.11.2026", "Деньги", "Анонимно", "", "", "1 000 ₸", ""},
		},
		"nobody to thank": {
			data.ContributionRow{Contribution: data.Contribution{Kind: data.Money, GiverKind: data.GivenAnonymously, Day: "2026-11-20"}},
			[]string{"20.11.2026", "Деньги", "Анонимно", "", "", "", ""},
		},
	} {
		t.Run(name, func(t *testing.T) {
			var texts []string
			for _, cell := range newModel().cells(c.row) {
				texts = append(texts, cell.Text)
			}
			for i := range c.want {
				require.Equal(t, c.want[i], clean(texts[i]))
			}
		})
	}
}

// clean takes the spaces that do not break for others.
func clean(s string) string {
	out := []rune(s)
	for i, r := range out {
		if r == '\u00a0' {
			out[i] = ' '
		}
	}
	return string(out)
}

func TestFieldsOfAKind(t *testing.T) {
	for name, c := range map[string]struct {
		kind   data.ContributionKind
		giver  data.GiverKind
		hidden []string
	}{
		"money":       {data.Money, data.GivenByPerson, []string{"what", "channel", "link", "reach"}},
		"goods":       {data.Goods, data.GivenByOrganisation, []string{"channel", "link", "reach"}},
		"information": {data.Information, data.GivenByOrganisation, []string{"value", "basis"}},
		"anonymous":   {data.Services, data.GivenAnonymously, []string{"giver", "may_name", "channel", "link", "reach"}},
	} {
		t.Run(name, func(t *testing.T) {
			var hidden []string
			for _, f := range fields() {
				if !shows(f, c.kind, c.giver) {
					hidden = append(hidden, f)
				}
			}
			require.ElementsMatch(t, c.hidden, hidden)
		})
	}
}

func TestAgainIsNewAndNotThankedFor(t *testing.T) {
	got := newModel().again(data.Contribution{
		ID: 7, Version: 3, Kind: data.Goods, Giver: "Пекарня", Day: "2026-10-01", PledgedOn: "2026-09-01", ThankedOn: "2026-10-02",
		What: "Хлеб", Campaign: "Жылы қыс",
	})
	require.Equal(t, data.Contribution{Kind: data.Goods, Giver: "Пекарня", Day: storetest.Day, What: "Хлеб", Campaign: "Жылы қыс"}, got)
}
