package shell

// spot is where the window is: a section, and the record of it that is chosen, 0 for none.
type spot struct {
	section string
	record  int64
}

// trail is the way that somebody went through the sections. The zero value is the way of a window that just opened.
type trail struct {
	spots []spot
	at    int
}

// longestTrail is how many steps are remembered: further back nobody remembers them either.
const longestTrail = 50

// goOn takes a step to another spot; what was gone back from is forgotten.
func (t *trail) goOn(to spot) {
	if len(t.spots) > 0 {
		t.spots = t.spots[:t.at+1]
	}
	t.spots = append(t.spots, to)
	if extra := len(t.spots) - longestTrail; extra > 0 {
		t.spots = t.spots[extra:]
	}
	t.at = len(t.spots) - 1
}

// note remembers which record is chosen here, before another step.
func (t *trail) note(record int64) {
	if len(t.spots) > 0 {
		t.spots[t.at].record = record
	}
}

// ahead is the spot so many steps ahead, behind for a negative number; false where the trail ends before.
func (t *trail) ahead(steps int) (to spot, ok bool) {
	at := t.at + steps
	if at < 0 || at >= len(t.spots) {
		return to, false
	}
	return t.spots[at], true
}
