package data

// Age is the number of full years between a birth date and a day, on the calendar: one born on
// 29 February grows older on 1 March of a common year. ok is false when the birth date is unknown or later.
func Age(birth, day Date) (years int, ok bool) {
	if !birth.Valid() || !day.Valid() || birth > day {
		return 0, false
	}
	years = day.Year() - birth.Year()
	if day[5:] < birth[5:] {
		years--
	}
	return years, true
}

// AgeBand is an age group of the front-office reports.
type AgeBand string

// The age bands of the reports.
const (
	Under14    AgeBand = "under14"
	Age14to17  AgeBand = "a14_17"
	Age18to28  AgeBand = "a18_28"
	Age29to35  AgeBand = "a29_35"
	Age36to59  AgeBand = "a36_59"
	Age60      AgeBand = "a60"
	AgeUnknown AgeBand = "unknown"
)

// AgeBands lists the bands in the order of the reports, the unknown last.
func AgeBands() []AgeBand {
	return []AgeBand{Under14, Age14to17, Age18to28, Age29to35, Age36to59, Age60, AgeUnknown}
}

// BandOn is the age band of someone born on birth, on a day.
func BandOn(birth, day Date) AgeBand {
	years, ok := Age(birth, day)
	switch {
	case !ok:
		return AgeUnknown
	case years < 14:
		return Under14
	case years < 18:
		return Age14to17
	case years < 29:
		return Age18to28
	case years < 36:
		return Age29to35
	case years < 60:
		return Age36to59
	}
	return Age60
}
