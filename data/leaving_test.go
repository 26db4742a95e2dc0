package data_test

import (
	"math/rand/v2"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"saya/data"
)

func TestWhoMayHaveARowAndBeNamed(t *testing.T) {
	named := func(v *data.Volunteer) { v.Naming, v.ConsentThird = data.ByName, true }
	for _, c := range []struct {
		name       string
		change     func(*data.Volunteer)
		row, named bool
	}{
		{"all given", func(*data.Volunteer) {}, true, true},
		{"by number", func(v *data.Volunteer) { v.Naming = data.ByNumber }, true, false},
		{"never asked", func(v *data.Volunteer) { v.Naming = "" }, true, false},
		{"not at all", func(v *data.Volunteer) { v.Naming = data.NotNamed }, false, false},
		{"18 today", func(v *data.Volunteer) { v.Birth = "2008-11-22" }, true, true},
		{"18 tomorrow", func(v *data.Volunteer) { v.Birth = "2008-11-23" }, true, false},
		{"birth unknown", func(v *data.Volunteer) { v.Birth = "" }, true, false},
		{"no consent", func(v *data.Volunteer) { v.ConsentOn = "" }, true, false},
		{"consent from tomorrow", func(v *data.Volunteer) { v.ConsentOn = "2026-11-23" }, true, false},
		{"consent to the end of today", func(v *data.Volunteer) { v.ConsentUntil = today }, true, true},
		{"consent until yesterday", func(v *data.Volunteer) { v.ConsentUntil = "2026-11-21" }, true, false},
		{"third parties not named", func(v *data.Volunteer) { v.ConsentThird = false }, true, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			v := anAdult(named, c.change)
			require.Equal(t, c.row, data.MayHaveRow(v))
			require.Equal(t, c.named, data.MayBeNamed(v, today))
		})
	}
}

// year turns twelve counts into the months of 2026.
func year(counts ...int) data.ResidentEvents {
	out := data.ResidentEvents{}
	for i, n := range counts {
		out[data.NewDate(2026, time.Month(i+1), 1).Month()] = n
	}
	return out
}

func period(from, to data.Date) data.Period { return data.Period{From: from, To: to} }

func TestResidentEventsInTotals(t *testing.T) {
	january := period("2026-01-01", "2026-01-31")
	quarter := period("2026-01-01", "2026-03-31")
	half := period("2026-01-01", "2026-06-30")
	whole := period("2026-01-01", "2026-12-31")
	for _, c := range []struct {
		name   string
		counts data.ResidentEvents
		p      data.Period
		want   bool
	}{
		{"a month of four", year(4), january, false},
		{"a month of five", year(5), january, true},
		{"a month of none", year(0), january, false},
		{"free dates", year(50), period("2026-01-01", "2026-01-30"), false},
		{"two months are no calendar period", year(50, 50), period("2026-01-01", "2026-02-28"), false},
		{"another year", year(50), period("2025-01-01", "2025-01-31"), false},
		{"few each, enough together", year(2, 2, 1), quarter, true},
		{"few together", year(2, 1, 1), quarter, false},
		{"every month published", year(5, 6, 7), quarter, true},
		{"the third month would follow", year(6, 6, 3), quarter, false},
		{"that the third month is empty would follow", year(6, 6, 0), quarter, false},
		{"two months as one", year(6, 4, 1), quarter, true},
		{"the two months together are few", year(6, 3, 1), quarter, false},
		{"a half-year less its quarter and two months", year(2, 2, 2, 9, 9, 3), half, false},
		{"a half-year that brings two small quarters together", year(1, 1, 1, 1, 1, 0), half, true},
		{"a half-year of published quarters", year(2, 2, 2, 9, 9, 5), half, true},
		{"a year less a half, two quarters ...", year(9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 4), whole, false},
		{"a year whose small months meet", year(9, 9, 4, 9, 9, 9, 9, 9, 9, 9, 9, 4), whole, true},
		{"a year of published months", year(9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 5), whole, true},
		{"a quiet year", year(0, 1, 0, 0, 1, 0, 1, 0, 0, 1, 0, 0), whole, false},
	} {
		t.Run(c.name, func(t *testing.T) { require.Equal(t, c.want, c.counts.InTotals(c.p)) })
	}
}

// calendar lists every fixed period of 2026 with its months as a vector.
func calendar() map[data.Period][12]int64 {
	out := map[data.Period][12]int64{}
	for _, kind := range []data.PeriodKind{data.MonthPeriod, data.QuarterPeriod, data.HalfYearPeriod, data.YearPeriod} {
		for p := data.PeriodOf(kind, "2026-01-01"); p.From.Year() == 2026; p = p.After() {
			var months [12]int64
			for _, m := range p.Months() {
				months[m.First().Time().Month()-1] = 1
			}
			out[p] = months
		}
	}
	return out
}

// Everything that sums and differences of the published totals can tell is the span of their vectors. No set of months
// with fewer than five events may lie in it.
func TestNoFewEventsFollowFromAnySumOrDifference(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 7))
	periods := calendar()
	require.Len(t, periods, 19)
	for range 150 {
		highest := 2 + r.IntN(8)
		counts := make([]int, 12)
		for i := range counts {
			counts[i] = r.IntN(highest)
		}
		known := span{}
		for p, months := range periods {
			if year(counts...).InTotals(p) {
				known.add(months)
			}
		}
		for set := 1; set < 1<<12; set++ {
			months, events := subset(set, counts)
			if events < data.FewestEvents && known.holds(months) {
				t.Fatalf("counts %v: months %v follow, with %d events", counts, months, events)
			}
		}
	}
}

// The proof of the comment, on many more years: what a published period adds is nothing or at least five events.
func TestEveryPublishedPeriodAddsEnough(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 8))
	periods := calendar()
	for range 1000 {
		counts := make([]int, 12)
		for i := range counts {
			counts[i] = r.IntN(7)
		}
		counted := year(counts...)
		published := map[data.Period]bool{}
		for p := range periods {
			published[p] = counted.InTotals(p)
		}
		for p, months := range periods {
			if !published[p] {
				continue
			}
			for q, inner := range periods {
				if q != p && published[q] && p.Holds(q.From) && p.Holds(q.To) {
					for i := range months {
						months[i] &^= inner[i]
					}
				}
			}
			left, events := 0, 0
			for i, in := range months {
				left += int(in)
				events += int(in) * counts[i]
			}
			require.True(t, left == 0 || events >= data.FewestEvents, "%v of %v adds %d events", p, counts, events)
		}
	}
}

func subset(set int, counts []int) (months [12]int64, events int) {
	for i := range months {
		if set>>i&1 == 1 {
			months[i] = 1
			events += counts[i]
		}
	}
	return months, events
}

// span is a set of vectors in echelon form over the integers modulo a large prime.
type span [12]*[12]int64

const prime = 1_000_003

// reduce subtracts the known vectors from v; the first place that stays is -1 when v is made of them.
func (s *span) reduce(v [12]int64) ([12]int64, int) {
	for i := range v {
		if v[i] = mod(v[i]); v[i] == 0 {
			continue
		}
		if s[i] == nil {
			return v, i
		}
		for factor, j := v[i], i; j < len(v); j++ {
			v[j] = mod(v[j] - factor*s[i][j])
		}
	}
	return v, -1
}

func (s *span) holds(v [12]int64) bool {
	_, first := s.reduce(v)
	return first < 0
}

func (s *span) add(v [12]int64) {
	v, first := s.reduce(v)
	if first < 0 {
		return
	}
	inverse := power(v[first], prime-2)
	for i := range v {
		v[i] = mod(v[i] * inverse)
	}
	s[first] = &v
}

func mod(n int64) int64 { return (n%prime + prime) % prime }

func power(base, exponent int64) int64 {
	out := int64(1)
	for ; exponent > 0; exponent >>= 1 {
		if exponent&1 == 1 {
			out = mod(out * base)
		}
		base = mod(base * base)
	}
	return out
}
