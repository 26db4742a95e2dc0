package powercut

import "math/rand/v2"

// fate is what becomes of all that waits for a sync.
type fate int

const (
	lost      fate = iota // nothing is there: a disk that was slow
	kept                  // all is there: the program ended, not the power
	ordered               // of each file the first things, the last of them in part
	scattered             // each thing is there, or not, or in part: a disk that writes in the order it likes
	fates
)

func (f fate) String() string { return [...]string{"lost", "kept", "kept in order", "scattered"}[f] }

// end is what becomes of one step.
type end int

const (
	gone end = iota
	whole
	torn
	ends
)

// chance decides what becomes of what waits.
type chance struct {
	*rand.Rand
	fate  fate
	block int // bytes that a disk writes whole or not at all
}

// ends are those of n steps on the same thing.
func (c chance) ends(n int) []end {
	out := make([]end, n)
	reached := c.IntN(n + 1)
	for i := range out {
		switch {
		case c.fate == kept, c.fate == ordered && i < reached:
			out[i] = whole
		case c.fate == ordered && i == reached:
			out[i] = torn
		case c.fate == scattered:
			out[i] = end(c.IntN(int(ends)))
		}
	}
	return out
}
