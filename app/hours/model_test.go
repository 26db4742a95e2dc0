package hours

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
	for name, c := range map[string]struct {
		q    list.Query
		want data.HoursFilter
	}{
		"what waits, the oldest first": {
			list.Query{Chip: chipWaiting},
			data.HoursFilter{Statuses: []data.HoursStatus{data.Submitted}},
		},
		"returned": {list.Query{Chip: chipReturned}, data.HoursFilter{Statuses: []data.HoursStatus{data.Returned}}},
		"approved, the latest first": {
			list.Query{Chip: chipApproved},
			data.HoursFilter{Listing: data.Listing{Desc: true}, Statuses: []data.HoursStatus{data.Approved}},
		},
		"everything, the latest first": {list.Query{Chip: chipAll}, data.HoursFilter{Listing: data.Listing{Desc: true}}},
		"by hours, as was asked": {
			list.Query{Chip: chipAll, Sort: widgets.Sort{Column: colHours}},
			data.HoursFilter{Listing: data.Listing{Order: data.OrderByMinutes}},
		},
		"narrowed": {
			list.Query{Chip: chipAll, Search: "Сапарова", Filters: map[string]string{
				filterMonth: "2026-02", filterEvent: "7", filterDirection: "qamqor", filterVolunteer: "9",
			}},
			data.HoursFilter{
				Listing: data.Listing{Search: "Сапарова", Desc: true}, EventID: 7, VolunteerID: 9, Direction: "qamqor",
				Days: data.Period{From: "2026-02-01", To: "2026-02-28"},
			},
		},
	} {
		t.Run(name, func(t *testing.T) {
			c.want.Lang = "ru"
			if c.q.Sort.Column == "" {
				c.q.Sort, c.want.Order = order(c.q.Chip), data.OrderByDay
			}
			require.Equal(t, c.want, newModel().filter(c.q))
		})
	}
}

func TestActsFitStatuses(t *testing.T) {
	for status, want := range map[data.HoursStatus][]act{
		data.Draft:     {actSubmit, actDelete},
		data.Submitted: {actApprove, actReturn, actDelete},
		data.Returned:  {actSubmit, actDelete},
		data.Approved:  {actReturn},
	} {
		var got []act
		for _, a := range []act{actSubmit, actApprove, actReturn, actDelete} {
			if a.fits(status) {
				got = append(got, a)
			}
		}
		require.Equal(t, want, got, status)
	}
}

func TestRowOfAnEntry(t *testing.T) {
	m := newModel()
	cells := m.cells(data.HoursRow{
		Hours: data.Hours{
			Day: "2026-11-21", Start: "2026-11-21T22:30", End: "2026-11-22T01:00", Minutes: 150, Status: data.Submitted,
		},
		Number: 12, Surname: "Сапарова", Given: "Дана", EventTitle: data.Names{RU: "Концерт"}, Locked: true,
	})
	var texts []string
	for _, c := range cells {
		texts = append(texts, c.Text)
	}
	require.Equal(t, []string{"21.11.2026", "12", "Сапарова Дана", "Концерт", "22:30 – 01:00", "2,50", "На одобрении", "Закрыт"}, texts)
	require.Equal(t, "10:00 – …", m.times(data.Hours{Start: "2026-11-21T10:00"}))
	require.Empty(t, m.times(data.Hours{Day: "2026-11-21", Minutes: 60}))
}

func TestWhatAMonthLacks(t *testing.T) {
	m := newModel()
	require.Equal(t, []string{"Месяц открыт: часы можно менять.", "Одобрено: 2,00 ч."},
		m.lines(check{HoursMonth: data.HoursMonth{Approved: 120}}))
	require.Equal(t, []string{
		"Месяц закрыт: для каждой правки часов нужна причина исправления.", "Одобрено: 0,00 ч.",
		"2 записи еще не одобрены.", "На 1 мероприятии не отмечена явка.",
	}, m.lines(check{data.HoursMonth{Locked: true, Waiting: 2}, 1}))
}
