package store_test

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/store"
	"saya/data/store/storetest"
)

// crowd makes a centre of n volunteers with invented names and four hours entries each.
func crowd(b *testing.B, n int) *store.Store {
	b.Helper()
	s := storetest.New(b)
	rnd := rand.New(rand.NewPCG(1, 2))
	began := time.Now()
	require.NoError(b, s.Load(b.Context(), storetest.Actor(), func(l *store.Loader) error {
		for i := range n {
			id, err := l.AddVolunteer(someone(rnd, i))
			if err != nil {
				return err
			}
			for k := range 4 {
				_, err := l.AddHours(data.Hours{
					VolunteerID: id, Day: storetest.Day.AddDays(-rnd.IntN(700)), Minutes: 60 + 30*k,
					Status: data.Approved, ApprovedBy: "manager", ApprovedAt: data.StampOf(storetest.Now()),
				})
				if err != nil {
					return err
				}
			}
		}
		return nil
	}))
	b.Logf("loaded %d volunteers and %d hours in %v", n, 4*n, time.Since(began).Round(time.Millisecond))
	return s
}

func someone(rnd *rand.Rand, i int) data.Volunteer {
	roots := []string{"Әбдір", "Қали", "Нұрпейіс", "Смағұл", "Жүніс", "Сейіт", "Өтеген", "Тілеу", "Омар", "Бекмұхамед", "Иван", "Кузнец", "Ахмет", "Ысқақ", "Дәулет"}
	middles := []string{"", "бай", "бек", "ғали", "жан", "хан", "мырза", "таев", "лов"}
	given := []string{"Әсем", "Айгүл", "Жұлдыз", "Гүлнәр", "Динара", "Мәдина", "Ерлан", "Нұрлан", "Мария", "Екатерина", "Алия", "Сәуле", "Тимур", "Ұлан"}
	fathers := []string{"Қайрат", "Ерлан", "Серік", "Болат", "Марат", "Нұрлан", "Асқар"}
	pick := func(list []string) string { return list[rnd.IntN(len(list))] }
	status := data.Active
	if i%7 == 0 {
		status = data.Left
	}
	return data.Volunteer{
		Person: data.Person{
			Surname: pick(roots) + pick(middles) + "ова", Given: pick(given), Patronymic: pick(fathers) + "қызы",
			Birth: data.NewDate(1960+rnd.IntN(45), 1, 1+rnd.IntN(360)), Sex: data.Female,
			Phones: data.List{fmt.Sprintf("+7701%07d", rnd.IntN(10_000_000))}, Email: fmt.Sprintf("v%d@sample.invalid", i),
			Directions: data.List{"qamqor"}, Languages: data.Languages{{Code: "kk", Level: "native"}, {Code: "ru", Level: "C1"}},
		},
		Status: status, Accepted: storetest.Day.AddDays(-rnd.IntN(900)), Naming: data.ByNumber, Form: "1",
	}
}

// queries are what people type: parts of names in three spellings, numbers, phones, several words, what nobody is called.
func queries() []string {
	return []string{
		"а", "ов", "kaliev", "калиев", "Қалиев", "Nurpeisov", "нурпеисова жулдыз", "жулдыз нурп", "Әсем", "asem",
		"сағат", "zzzzz", "7701", "7701234", "5012", "99999", "екатерина кузнецбек", "бекмухамедмырза айгул", "q", "мария",
	}
}

// BenchmarkSearch100k types 20 queries into the list of 100,000 volunteers, ten times each round. worst-ms is the query
// that takes longest; of each query the best time counts, because the machine may have other work.
func BenchmarkSearch100k(b *testing.B) {
	s := crowd(b, 100_000)
	for _, limit := range []int{200, 0} {
		b.Run(fmt.Sprintf("limit=%d", limit), func(b *testing.B) {
			best := map[string]time.Duration{}
			for b.Loop() {
				for _, typed := range queries() {
					f := data.VolunteerFilter{Listing: data.Listing{Search: typed, Lang: "kk", Limit: limit}}
					for range 10 {
						began := time.Now()
						_, err := s.Volunteers(b.Context(), f)
						took := time.Since(began)
						require.NoError(b, err)
						if t, ok := best[typed]; !ok || took < t {
							best[typed] = took
						}
					}
				}
			}
			var worst time.Duration
			for typed, took := range best {
				b.Logf("%-24s %v", typed, took)
				worst = max(worst, took)
			}
			b.ReportMetric(float64(worst.Microseconds())/1000, "worst-ms")
		})
	}
}

// BenchmarkLists100k lists ids and rows of 100,000 volunteers.
func BenchmarkLists100k(b *testing.B) {
	s := crowd(b, 100_000)
	for name, f := range map[string]data.VolunteerFilter{
		"all": {}, "active": {Statuses: []data.VolunteerStatus{data.Active}},
		"number":  {Listing: data.Listing{Order: data.OrderByNumber, Desc: true}},
		"minutes": {Listing: data.Listing{Order: data.OrderByMinutes, Desc: true}},
		"lastday": {Listing: data.Listing{Order: data.OrderByLastDay, Desc: true}},
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				_, err := s.Volunteers(b.Context(), f)
				require.NoError(b, err)
			}
		})
	}
	ids, err := s.Volunteers(b.Context(), data.VolunteerFilter{})
	require.NoError(b, err)
	b.Run("rows50", func(b *testing.B) {
		for b.Loop() {
			_, err := s.VolunteerRows(b.Context(), ids[5000:5050])
			require.NoError(b, err)
		}
	})
}
