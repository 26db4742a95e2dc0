package data

// What may leave the centre, and in which form. The rules are those of the front-office workbook: a row names nobody
// unless she chose so, and an event with residents present has no row at all.

// MayHaveRow tells whether a volunteer may have a row of her own outside, by number: unless she chose to be counted
// in totals only. Minors may, and never by more than the number ([MayBeNamed]).
func MayHaveRow(v Volunteer) bool { return v.Naming != NotNamed }

// MayBeNamed tells whether a volunteer may stand by name in a list that leaves on a day: an adult by a known birth
// date, who chose it, and whose consent is in force that day and names third parties (law 94-V: a front office is one).
func MayBeNamed(v Volunteer, day Date) bool {
	years, ok := v.AgeOn(day)
	return ok && years >= AdultAge && v.Naming == ByName && v.ConsentThird && v.ConsentOn != "" &&
		Period{v.ConsentOn, v.ConsentUntil}.reaches(day)
}

// reaches tells whether a day lies in a period whose end may be open.
func (p Period) reaches(day Date) bool { return p.From <= day && (p.To == "" || day <= p.To) }

// FewestEvents is how many events with residents a total must hold to leave.
const FewestEvents = 5

// ResidentEvents counts the held events with residents by the month of their start, every month of the years asked
// about. It decides which totals may include these events: their hours, volunteers and number.
//
// Everyone outside sees the rows of all other events, so a total that includes these events tells what they add, and
// two totals tell their difference. Totals for free dates therefore never include them, and a calendar period does
// when what it adds to the totals inside it is safe:
//
//   - a month: when it holds at least five such events;
//   - a quarter, half-year or year: when its months that no total inside it covers hold at least five together, or
//     when there are none (then it tells nothing new).
//
// So a quarter of 6, 6 and 3 is left out: the quarter less its two published months would show the 3. A quarter of
// 6, 4 and 4 is in: its difference shows two months as one, with eight events.
//
// Why this holds against every sum and difference: of two calendar periods one holds the other or they have no day in
// common. Take from each published period the published periods inside it; the remainders share no month, and every
// published total is a sum of remainders and the other way round. Whatever can be computed is made of whole
// remainders, and each holds at least five events.
//
// Months without such an event count as months with few: if a quarter of 6, 6 and 0 were in and one of 6, 6 and 3
// not, its absence would tell that there was an event. For the same reason a report must say that such events are left
// out of a total in the same words whether there were four or none.
//
// The answer depends on the counts alone, never on which reports were made before, so that two seats agree.
type ResidentEvents map[Month]int

// InTotals tells whether the totals of a period may include events with residents. The column of the period before
// is a total of its own: ask for it too.
func (r ResidentEvents) InTotals(p Period) bool {
	return p.Kind() != FreePeriod && r.inside(p).published
}

// cover is what totals tell of a calendar period.
type cover struct {
	published bool // its own total includes events with residents
	months    int  // its months that no published total covers
	events    int  // the events with residents of those months
}

func (r ResidentEvents) inside(p Period) cover {
	var rest cover
	if p.Kind() == MonthPeriod {
		rest = cover{months: 1, events: r[p.From.Month()]}
	}
	for _, part := range p.parts() {
		c := r.inside(part)
		rest.months += c.months
		rest.events += c.events
	}
	if rest.months == 0 || rest.events >= FewestEvents {
		return cover{published: true}
	}
	return rest
}

// parts are the calendar periods of the next smaller kind that make up a year, half-year or quarter; a month has none.
func (p Period) parts() []Period {
	smaller, ok := map[PeriodKind]PeriodKind{
		YearPeriod: HalfYearPeriod, HalfYearPeriod: QuarterPeriod, QuarterPeriod: MonthPeriod,
	}[p.Kind()]
	if !ok {
		return nil
	}
	var out []Period
	for part := PeriodOf(smaller, p.From); part.From <= p.To; part = part.After() {
		out = append(out, part)
	}
	return out
}
