package data

// CheckHours refuses to approve an entry that meets others: two approved entries of one person overlap only where both
// have start and end; where an entry of a day lacks them, the day holds at most [MaxMinutesADay].
// others are entries of the same person on the day before, the day itself and the day after; those of other people,
// not approved, or the entry itself do not count.
func CheckHours(h Hours, others []Hours) error {
	var out Errors
	minutes, timed := h.Minutes, h.Span().Known()
	for _, o := range others {
		if o.VolunteerID != h.VolunteerID || o.Status != Approved || o.ID == h.ID && o.ID != 0 {
			continue
		}
		if h.Span().Overlaps(o.Span()) {
			out = append(out, &Error{
				Code: Conflict, Field: "start_at", Key: "errors.overlap_hours",
				Args: []any{"Date", o.Day, "From", o.Start, "To", o.End},
			})
		}
		if o.Day == h.Day {
			minutes += o.Minutes
			timed = timed && o.Span().Known()
		}
	}
	if !timed && minutes > MaxMinutesADay {
		out = append(out, &Error{
			Code: Conflict, Field: "minutes", Key: "errors.hours_per_day",
			Args: []any{"Max", MaxMinutesADay / 60, "Date", h.Day},
		})
	}
	return out.OrNil()
}

// CheckChange refuses to change what an approved entry says: the approval is of that. It has to be returned first.
func CheckChange(before, after Hours) error {
	if before.Status == Approved && after.Status == Approved && !before.SameWork(after) {
		return &Error{Code: Conflict, Field: "status", Key: "rules.hours_approved"}
	}
	return nil
}

// CorrectionOf is the reason that a change gives for being made in a closed month: one that was given for an earlier
// change of what the entry says is none.
func CorrectionOf(before, after Hours) string {
	if before.ID != 0 && !before.SameWork(after) && before.Correction == after.Correction {
		return ""
	}
	return after.Correction
}

// SameWork tells whether two entries say the same: whose work, when and how long.
func (h Hours) SameWork(other Hours) bool { return h.facts() == other.facts() }

// facts are what an entry says, without how far it has come.
func (h Hours) facts() Hours {
	return Hours{VolunteerID: h.VolunteerID, EventID: h.EventID, Day: h.Day, Start: h.Start, End: h.End, Minutes: h.Minutes}
}

// CheckMonth refuses a change of hours in a closed month without a reason for the correction. days are those of the
// entry before and after the change, because moving an entry changes both its months.
func CheckMonth(closed func(Month) bool, correction string, days ...Date) error {
	if correction != "" {
		return nil
	}
	for _, day := range days {
		if day != "" && closed(day.Month()) {
			return &Error{Code: Locked, Field: "correction", Key: "errors.month_locked", Args: []any{"Month", day.Month().First()}}
		}
	}
	return nil
}

// ProposeHours makes the entry that attendance suggests: the actual start and end where they were noted, the planned
// ones elsewhere. It is submitted, for someone to approve. ok is false for one who did not come, and where the times are
// longer than anyone can work at a stretch, as those of an exhibition of two weeks are: then hours are entered by hand.
func ProposeHours(e Event, a Assignment) (h Hours, ok bool) {
	if !a.Attendance.Came() {
		return Hours{}, false
	}
	span := Interval{e.Start, e.End}
	if a.Start != "" {
		span.From = a.Start
	}
	if a.End != "" {
		span.To = a.End
	}
	if !span.Known() || span.Minutes() > MaxMinutesADay {
		return Hours{}, false
	}
	return Hours{
		VolunteerID: a.VolunteerID, EventID: e.ID, Day: span.From.Date(), Start: span.From, End: span.To,
		Minutes: span.Minutes(), Status: Submitted,
	}, true
}
