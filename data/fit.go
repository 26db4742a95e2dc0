package data

import (
	"cmp"
	"slices"
	"strings"

	"saya/data/fold"
)

// Coming tells whether somebody can come at a time, as far as she has told.
type Coming int

// The answers, the better one first. Unknown is not unavailable.
const (
	CanCome Coming = iota
	ComingUnknown
	CannotCome
)

// On tells whether she can come for the whole of a span. What was said of a day goes before her week.
func (a Availability) On(span Interval) Coming {
	out := CanCome
	for day := span.From.Date(); day <= span.To.Add(-1).Date(); day = day.AddDays(1) {
		from, to := 0, dayMinutes
		if day == span.From.Date() {
			from = span.From.MinuteOfDay()
		}
		if day == span.To.Date() {
			to = span.To.MinuteOfDay()
		}
		out = max(out, a.onDay(day, from, to))
	}
	return out
}

const dayMinutes = 24 * 60

func (a Availability) onDay(day Date, from, to int) Coming {
	for _, x := range a.Exceptions {
		if x.Day == day && x.Can {
			return CanCome
		}
		if x.Day == day {
			return CannotCome
		}
	}
	if !a.Known {
		return ComingUnknown
	}
	week := slices.SortedFunc(slices.Values(a.Week), func(x, y WeekSpan) int { return cmp.Compare(x.From, y.From) })
	weekday := (int(day.Time().Weekday())+6)%7 + 1
	for _, span := range week { // one may begin where another ends
		if span.Weekday == weekday && span.From <= from {
			from = max(from, span.To)
		}
	}
	if from >= to {
		return CanCome
	}
	return CannotCome
}

// Asked is somebody who may be given a place, with what is weighed.
type Asked struct {
	Helper
	Taken  bool // has a place at the event already
	Before bool // came to the last event like it
	Recent int  // approved minutes of the last [RecentDays]
}

// Fit is how well somebody fits a place.
type Fit struct {
	VolunteerID int64
	Findings    []Finding // what stands against her; the store refuses by the same list
	Taken       bool
	Coming      Coming
	Skill       string // the one of hers that the place asks for, "" for none
	Before      bool
	Recent      int
}

// Fits tells whether she can be given the place without a reason to override something.
func (f Fit) Fits() bool { return !f.Taken && Refuse(f.Findings, "") == nil }

// RankFits says how well each fits a place of a role at an event, the best first: those who can be given the place, of
// them those against whom nothing speaks and who did not say that they cannot come, who can come then, have the skill,
// came to the last event like it, and have had the fewest hours lately. Who is equal in all that stays in the order of
// asked. Last come those whom only a reason lets in, those whom nothing does, and those who have a place already. The
// languages that somebody speaks are not weighed: a role does not say which it wants but by its name.
func RankFits(s Setting, role string, asked []Asked) []Fit {
	out := make([]Fit, len(asked))
	for i, a := range asked {
		out[i] = Fit{
			VolunteerID: a.Volunteer.ID, Findings: CheckAssignment(s, a.Helper), Taken: a.Taken, Before: a.Before, Recent: a.Recent,
			Coming: a.Volunteer.Availability.On(s.Event.Span()), Skill: skillFor(role, a.Volunteer.Skills),
		}
	}
	slices.SortStableFunc(out, func(a, b Fit) int {
		return cmp.Or(
			cmp.Compare(a.hindrance(), b.hindrance()),
			cmp.Compare(a.Coming, b.Coming),
			first(a.Skill != "", b.Skill != ""),
			first(a.Before, b.Before),
			cmp.Compare(a.Recent, b.Recent),
		)
	})
	return out
}

// hindrance is how much stands in her way; that she cannot come is as much as a warning.
func (f Fit) hindrance() int {
	switch {
	case f.Taken:
		return 4
	case Refuse(f.Findings, "override") != nil:
		return 3
	case !f.Fits():
		return 2
	case len(f.Findings) > 0, f.Coming == CannotCome:
		return 1
	}
	return 0
}

// first orders what is so before what is not.
func first(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

// skillFor is the first of some skills that is about what the name of a role is about: it is called the same, or all long
// words of the one are among those of the other.
func skillFor(role string, skills List) string {
	if role = fold.Key(role); role == "" {
		return ""
	}
	wanted := longWords(role)
	for _, skill := range skills {
		key := fold.Key(skill)
		if has := longWords(key); key == role || holds(wanted, has) || holds(has, wanted) {
			return skill
		}
	}
	return ""
}

// holds tells whether all of some words, if there are any, are among others.
func holds(all, some [][]rune) bool {
	return len(some) > 0 && !slices.ContainsFunc(some, func(word []rune) bool {
		return !slices.ContainsFunc(all, func(other []rune) bool { return akin(word, other) })
	})
}

// The ends of words change in Kazakh and Russian: words are akin that begin with the same wordLetters, and with all of the
// shorter one but endLetters, so that a translator does not carry furniture («переводчик», «перевозка»).
const wordLetters, endLetters = 5, 2

func akin(a, b []rune) bool {
	common := 0
	for common < min(len(a), len(b)) && a[common] == b[common] {
		common++
	}
	return common >= max(wordLetters, min(len(a), len(b))-endLetters)
}

// longWords are the words of a folded text that have enough letters to mean something.
func longWords(text string) (words [][]rune) {
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" ,.;:/()-–—«»\"", r) }) {
		if letters := []rune(word); len(letters) >= wordLetters {
			words = append(words, letters)
		}
	}
	return words
}
