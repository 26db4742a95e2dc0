package sample

import (
	"math/rand/v2"
	"slices"
)

// chance draws what the seed decides.
type chance struct{ *rand.Rand }

// in tells true in share of all cases.
func (c *chance) in(share float64) bool { return c.Float64() < share }

// between draws a number from lo to hi, both included.
func (c *chance) between(lo, hi int) int { return lo + c.IntN(hi-lo+1) }

// about rounds x up or down, so that many draws have x as their mean.
func (c *chance) about(x float64) int {
	n := int(x)
	if c.in(x - float64(n)) {
		n++
	}
	return n
}

// pick draws one of some.
func pick[T any](c *chance, some []T) T { return some[c.IntN(len(some))] }

// pickBy draws one of some by their shares.
func pickBy[T any](c *chance, some []T, share func(*T) int) *T {
	total := 0
	for i := range some {
		total += share(&some[i])
	}
	n := c.IntN(total)
	for i := range some {
		if n -= share(&some[i]); n < 0 {
			return &some[i]
		}
	}
	return &some[len(some)-1]
}

// pickSome draws up to n different ones in their order.
func pickSome(c *chance, some []string, n int) []string {
	left := min(n, len(some))
	var out []string
	for i, s := range some {
		if c.IntN(len(some)-i) < left {
			out = append(out, s)
			left--
		}
	}
	return out
}

// spread draws n days from first to last, in order, as dense as weight says.
func spread(c *chance, n, first, last int, weight func(day int) float64) []int {
	sums := make([]float64, 0, last-first+1)
	total := 0.0
	for day := first; day <= last; day++ {
		total += weight(day)
		sums = append(sums, total)
	}
	days := make([]int, n)
	for i := range days {
		at := total * (float64(i) + c.Float64()) / float64(n)
		k, _ := slices.BinarySearch(sums, at)
		days[i] = first + min(k, len(sums)-1)
	}
	return days
}
