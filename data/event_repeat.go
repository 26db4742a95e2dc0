package data

import "time"

// RepeatUnit is what a repetition counts in.
type RepeatUnit string

// The units.
const (
	EveryDay          RepeatUnit = "day"
	EveryWeek         RepeatUnit = "week"          // on the weekday of the first event
	EveryMonthDay     RepeatUnit = "month_day"     // on its day of the month; months that are too short are passed over
	EveryMonthWeekday RepeatUnit = "month_weekday" // on its weekday of the same week, as the second Saturday
)

// RepeatUnits lists the units in the order screens show them.
func RepeatUnits() []RepeatUnit {
	return []RepeatUnit{EveryWeek, EveryDay, EveryMonthDay, EveryMonthWeekday}
}

// MaxRepeats is how many days a repetition gives at most: a year of weeks.
const MaxRepeats = 53

// Repeat is the rule by which an event is held again. Count and Until can both end it; one of them has to.
type Repeat struct {
	Unit  RepeatUnit
	Every int  // units from one day to the next
	Until Date // the last day that may be, "" = none
	Count int  // how many days after the first, 0 = as many as Until leaves
}

// Validate refuses a rule that gives no days, more than [MaxRepeats], or events that overlap.
func (r Repeat) Validate(first Interval) error {
	var c checks
	choice(&c, "repeat_unit", r.Unit, RepeatUnits()...)
	c.between("repeat_every", r.Every, 1, MaxRepeats)
	c.between("repeat_count", r.Count, 0, MaxRepeats)
	c.date("repeat_until", r.Until)
	if r.Count == 0 && r.Until == "" {
		c.Add("repeat_until", "errors.required_any")
	}
	if err := c.OrNil(); err != nil {
		return err
	}
	days := r.upTo(first.From.Date(), MaxRepeats+1)
	switch {
	case len(days) == 0:
		c.Add("repeat_until", "rules.repeat_none")
	case len(days) > MaxRepeats:
		c.Add("repeat_until", "rules.repeat_many", "Max", MaxRepeats)
	case NewLocal(days[0], first.From.MinuteOfDay()) < first.To:
		c.Add("repeat_every", "rules.repeat_overlaps")
	}
	return c.OrNil()
}

// Days are the days of the rule after the first one, in their order, at most [MaxRepeats].
func (r Repeat) Days(first Date) []Date { return r.upTo(first, MaxRepeats) }

func (r Repeat) upTo(first Date, most int) []Date {
	if r.Count > 0 {
		most = min(most, r.Count)
	}
	var out []Date
	if !first.Valid() || r.Every < 1 {
		return nil
	}
	for step, passed := 1, 0; len(out) < most; step++ {
		day, ok := r.day(first.Time(), step*r.Every)
		if !ok {
			if passed++; passed > most*12 { // as the 30th of every 12th month, counted from a February
				return out
			}
			continue
		}
		if r.Until != "" && day > r.Until {
			return out
		}
		out = append(out, day)
	}
	return out
}

// day is so many units after the first; a month may have no such day.
func (r Repeat) day(first time.Time, units int) (Date, bool) {
	switch r.Unit {
	case EveryDay:
		return DateOf(first.AddDate(0, 0, units)), true
	case EveryWeek:
		return DateOf(first.AddDate(0, 0, 7*units)), true
	}
	month := time.Date(first.Year(), first.Month()+time.Month(units), 1, 0, 0, 0, 0, time.UTC)
	day := month.AddDate(0, 0, first.Day()-1)
	if r.Unit == EveryMonthWeekday {
		ahead := (int(first.Weekday()) - int(month.Weekday()) + 7) % 7
		day = month.AddDate(0, 0, ahead+(first.Day()-1)/7*7)
	}
	return DateOf(day), day.Month() == month.Month()
}

// On is the event as it would be held on another day at the same times. What belongs to its own day stays behind: who
// was counted, results, links, notes, reasons.
func (e Event) On(day Date) Event {
	next := e
	next.ID, next.Version = 0, 0
	next.PublicCount, next.ResidentsCount = Count{}, Count{}
	next.Result, next.Link, next.Note, next.OverrideReason, next.CancelReason = "", "", "", "", ""
	if next.Status != Idea {
		next.Status = Planned
	}
	next.Start = NewLocal(day, e.Start.MinuteOfDay())
	next.End = next.Start.Add(e.Span().Minutes())
	return next
}

// Occurrence is a day on which an event could be held again, with what stands against it.
type Occurrence struct {
	Day      Date
	Findings []Finding
}

// Candidate is who helped at an event, with what stands against asking her for another one.
type Candidate struct {
	AssignmentRow
	Findings []Finding
}

// Unchanged is one of several records that an act left as it was, and why.
type Unchanged struct {
	ID  int64
	Why error
}
