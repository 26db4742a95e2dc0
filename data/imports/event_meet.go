package imports

import (
	"context"
	"maps"
	"slices"
	"strconv"

	"saya/data"
)

// placeOf is a venue or a coordinator on a day.
type placeOf struct {
	what string
	day  data.Date
}

// placeEntry is an event there: a known one or that of a row (known 0).
type placeEntry struct {
	known int64
	row   int
	venue string // a new one's
}

// longestEvent is how many days of an event are looked at for others.
const longestEvent = 366

func (s *events) begin() {
	s.rows, s.venues, s.places, s.unsaid = map[int]data.Event{}, map[int]string{}, map[placeOf][]placeEntry{}, 0
	for id, e := range s.diary.byID {
		s.put(placeEntry{known: id}, e)
	}
}

// put notes an event with its venue and its coordinator on each of its days.
func (s *events) put(entry placeEntry, e data.Event) {
	for _, key := range placesOf(e, entry.venue) {
		s.places[key] = append(s.places[key], entry)
	}
}

func placesOf(e data.Event, venue string) []placeOf {
	var out []placeOf
	for _, what := range []string{venueKey(e.VenueID, venue), coordinatorKey(e)} {
		if what == "" {
			continue
		}
		for _, day := range daysOf(e) {
			out = append(out, placeOf{what, day})
		}
	}
	return out
}

func venueKey(id int64, name string) string {
	switch {
	case name != "":
		return "new " + titleKey(name)
	case id != 0:
		return "venue " + strconv.FormatInt(id, 10)
	}
	return ""
}

func coordinatorKey(e data.Event) string {
	if e.CoordinatorID == 0 {
		return ""
	}
	return "coordinator " + strconv.FormatInt(e.CoordinatorID, 10)
}

func daysOf(e data.Event) []data.Date {
	var out []data.Date
	for day := e.Start.Date(); day != "" && day <= e.End.Date() && len(out) < longestEvent; day = day.AddDays(1) {
		out = append(out, day)
	}
	return out
}

// meet holds the conflicts of an event over it: those with the centre, and those with the rows before it.
func (s *events) meet(ctx context.Context, r *reader, row int, e *eventRow) error {
	list, err := s.st.EventFindings(ctx, e.Event)
	if err != nil {
		return err
	}
	ours, err := s.findingsOfRows(ctx, row, e)
	if err != nil {
		return err
	}
	for _, f := range ours {
		if !slices.ContainsFunc(list, func(known data.Finding) bool { return known.Kind == f.Kind }) {
			list = append(list, f)
		}
	}
	findings(r, list, e.OverrideReason)
	if len(r.problems) > 0 {
		return nil
	}
	if _, again := s.rows[row]; !again && e.ID == 0 && !e.saysOf {
		s.unsaid++
	}
	s.forget(row)
	s.rows[row], s.venues[row] = e.Event, e.venue
	s.put(placeEntry{row: row, venue: e.venue}, e.Event)
	return nil
}

// forget takes a row back that is met again with what follows it.
func (s *events) forget(row int) {
	old := s.rows[row]
	for _, key := range placesOf(old, s.venues[row]) {
		s.places[key] = slices.DeleteFunc(s.places[key], func(e placeEntry) bool { return e.known == 0 && e.row == row })
	}
}

// findingsOfRows are the conflicts with the venue and the coordinator that the rows before bring.
func (s *events) findingsOfRows(ctx context.Context, row int, e *eventRow) ([]data.Finding, error) {
	venue := data.Venue{Parallel: 1}
	if e.VenueID != 0 {
		var err error
		if venue, err = s.diary.venue(ctx, e.VenueID); err != nil {
			return nil, err
		}
	}
	setting := data.Setting{Event: e.Event, Venue: venue, Kind: s.diary.kind(e.LawKind), AtVenue: s.others(row, venueKey(e.VenueID, e.venue), e)}
	if e.venue != "" {
		setting.Event.VenueID = toBeMade
	}
	var helpers []data.Helper
	if v := s.roll.byID[e.CoordinatorID]; v != nil {
		helpers = []data.Helper{{Volunteer: *v, Leads: true, Elsewhere: s.others(row, coordinatorKey(e.Event), e)}}
	}
	return slices.DeleteFunc(data.CheckEvent(setting, helpers), func(f data.Finding) bool {
		return f.Kind != data.VenueTwice && f.Kind != data.PersonTwice
	}), nil
}

// others are the events at a venue or of a coordinator around an event, as they will be.
func (s *events) others(row int, what string, e *eventRow) []data.Event {
	if what == "" {
		return nil
	}
	known, rows := map[int64]bool{}, map[int]bool{}
	for _, day := range daysOf(e.Event) {
		for _, entry := range s.places[placeOf{what, day}] {
			if entry.known != 0 {
				known[entry.known] = true
			} else if entry.row != row {
				rows[entry.row] = true
			}
		}
	}
	var out []data.Event
	for _, i := range slices.Sorted(maps.Keys(rows)) {
		delete(known, s.rows[i].ID)
		out = append(out, s.rows[i])
	}
	for _, id := range slices.Sorted(maps.Keys(known)) {
		out = append(out, s.diary.byID[id])
	}
	return out
}

// newVenues are the names of the places that the plan makes.
func (s *events) newVenues() []string {
	names := map[string]string{}
	for key, entries := range s.places {
		for _, entry := range entries {
			if entry.venue != "" && key.what == venueKey(0, entry.venue) {
				names[key.what] = entry.venue
			}
		}
	}
	return slices.Sorted(maps.Values(names))
}
