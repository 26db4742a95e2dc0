package imports

import (
	"context"
	"iter"
	"slices"
	"strconv"

	"saya/data"
	"saya/data/sheetin"
	"saya/data/store"
)

// hours are entries of what volunteers did.
type hours struct {
	st     *store.Store
	today  data.Date
	roll   *roll
	diary  *diary
	locked []data.Month
	known  map[int64]data.Hours // of the days and volunteers of the rows, by id
	rows   map[int]data.Hours   // of the plan as far as it is settled
	days   map[dayOf][]dayEntry // both, by volunteer and day
}

type dayOf struct {
	volunteer int64
	day       data.Date
}

// dayEntry is an entry of a day: a known one or that of a row (known 0).
type dayEntry struct {
	known int64
	row   int
}

// hoursRow is an entry with what its row says.
type hoursRow struct {
	data.Hours
	who     who
	when    when
	event   eventRef
	minutes int // -1 = not said
}

func newHours(ctx context.Context, st *store.Store, today data.Date) (*hours, error) {
	s := &hours{st: st, today: today, roll: newRoll(st), known: map[int64]data.Hours{}}
	var err error
	if s.diary, err = readDiary(ctx, st); err != nil {
		return s, err
	}
	s.locked, err = st.LockedMonths(ctx)
	return s, err
}

func (s *hours) fields() []field[hoursRow] { return hoursFields(s.diary) }

func hoursFields(d *diary) []field[hoursRow] {
	return slices.Concat(
		whoFields(func(h *hoursRow) *who { return &h.who }),
		whenFields("day", func(h *hoursRow) *when { return &h.when }),
		[]field[hoursRow]{
			{name: "hours", read: one(readHours)},
			{name: "in_minutes", read: one(func(r *reader, c sheetin.Cell, h *hoursRow) {
				n, ok := wholeNumber(c)
				if !ok {
					r.refuse("errors.number")
					return
				}
				h.minutes = n
			})},
			eventRefField(d, func(h *hoursRow) *eventRef { return &h.event }),
			text("note", func(h *hoursRow) *string { return &h.Note }),
			text("correction", func(h *hoursRow) *string { return &h.Correction }),
			{name: "start_at", show: func(h *hoursRow) string { return string(h.Start) }},
			{name: "end_at", show: func(h *hoursRow) string { return string(h.End) }},
			{name: "day", show: func(h *hoursRow) string { return string(h.Day) }},
			{name: "minutes", show: func(h *hoursRow) string { return clock(h.Minutes, -1) }},
			{name: "status", show: func(h *hoursRow) string { return h.Status.TextKey() }},
		},
	)
}

// readHours reads a length of time. A small fraction is that of a day, as sheets keep 2:30.
func readHours(r *reader, c sheetin.Cell, h *hoursRow) {
	if f, ok := decimal(c); ok && c.Kind == sheetin.Number && f > 0 && f < 0.25 {
		if from, _, timed := sheetin.Span(c); timed {
			h.minutes = from
			r.warn("imports.hours_as_time", "Value", clock(from, -1))
			return
		}
	}
	minutes, ok := minutesIn(c)
	if !ok {
		r.refuse("errors.hours")
		return
	}
	h.minutes = minutes
}

func (s *hours) fresh() hoursRow { return hoursRow{when: unsaid(), minutes: -1} }

func (s *hours) of(h data.Hours) hoursRow {
	row := s.fresh()
	row.Hours, row.event.id = h, h.EventID
	return row
}

// gather looks up the volunteers of rows and the entries around their days.
func (s *hours) gather(ctx context.Context, rows iter.Seq[*hoursRow]) error {
	var keys []string
	var span data.Period
	for h := range rows {
		keys = append(keys, h.who.key())
		if d := h.when.day; d != "" {
			span.To = max(span.To, d)
			if span.From == "" || d < span.From {
				span.From = d
			}
		}
	}
	if err := s.roll.want(ctx, keys); err != nil || span.From == "" {
		return err
	}
	around := data.Period{From: span.From.AddDays(-1), To: span.To.AddDays(1)}
	return s.st.EachHours(ctx, around, func(h data.Hours) error {
		if s.roll.byID[h.VolunteerID] != nil {
			s.known[h.ID] = h
		}
		return nil
	})
}

// finish finds volunteer and event. An event that is not found is warned of and named in the note.
func (s *hours) finish(r *reader, h *hoursRow) {
	if h.ID == 0 || h.who.key() != "|" {
		if v := s.roll.find(r, h.who); v != nil {
			h.VolunteerID = v.ID
		}
	}
	span := h.when.on(h.Span())
	if h.when.day != "" {
		h.Day = h.when.day
	}
	h.Start, h.End = span.From, span.To
	s.findEvent(r, h)
	switch {
	case h.minutes >= 0:
		h.Minutes = h.minutes
	case h.when.from >= 0:
		h.Minutes = span.Minutes()
	}
	h.Status = data.Approved
	h.Normalise()
}

func (s *hours) findEvent(r *reader, h *hoursRow) {
	if h.event.title == "" {
		return
	}
	found := s.diary.find(h.event.title, h.Day)
	switch len(found) {
	case 1:
		h.EventID, h.event.id = found[0].ID, found[0].ID
	case 0:
		r.warnField("event_id", "imports.event_unknown", "Value", h.event.title)
		if h.Note == "" {
			h.Note = h.event.title
		}
	default:
		r.refuseField("event_id", "imports.event_several")
	}
}

func (s *hours) check(r *reader, h *hoursRow) {
	r.refuseAll(h.Validate(s.today))
	r.refuseAll(s.checkMonth(h.Correction, h.Day))
	inColumns(r.problems)
}

// inColumns names the length of an entry as the column that holds it, so that it can be mended there.
func inColumns(problems []*data.Error) {
	for i, e := range problems {
		if e.Field == "minutes" {
			named := *e
			named.Field = "hours"
			problems[i] = &named
		}
	}
}

func (s *hours) checkMonth(correction string, days ...data.Date) error {
	return data.CheckMonth(func(m data.Month) bool { return slices.Contains(s.locked, m) }, correction, days...)
}

// step refuses drafts and returned entries, which their own way has to bring to approval, and changes of closed months.
func (s *hours) step(before, after *hoursRow) error {
	if err := data.CheckStatus(before.Status, after.Status); err != nil {
		return err
	}
	if err := data.CheckChange(before.Hours, after.Hours); err != nil {
		return err
	}
	return s.checkMonth(after.Correction, before.Day)
}

func (s *hours) index() finder[hoursRow] {
	return newKeyed(func(h *hoursRow) []string {
		of := strconv.FormatInt(h.VolunteerID, 10) + " "
		var out []string
		if h.EventID != 0 {
			out = append(out, of+string(h.Day)+" e"+strconv.FormatInt(h.EventID, 10))
		}
		if h.Start != "" {
			out = append(out, of+string(h.Start))
		}
		return append(out, of+string(h.Day))
	})
}

func (s *hours) each(_ context.Context, _ func(*hoursRow) bool, fn func(hoursRow) error) error {
	ids := make([]int64, 0, len(s.known))
	for id := range s.known {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	for _, id := range ids {
		if err := fn(s.of(s.known[id])); err != nil {
			return err
		}
	}
	return nil
}

func (s *hours) load(ctx context.Context, id int64) (hoursRow, error) {
	h, err := s.st.HoursEntry(ctx, id)
	return s.of(h), err
}

func (s *hours) identity(h *hoursRow) (id, version int64) { return h.ID, h.Version }

func (s *hours) label(h *hoursRow) string {
	label := string(h.Day) + ", " + clock(h.Minutes, -1)
	if v := s.roll.byID[h.VolunteerID]; v != nil {
		label = v.FullName() + ", " + label
	}
	return label
}

// same tells entries of one day apart by their event and their start. Of two without either only one as long is surely the
// same. Of an entry of the centre of which more or less is said one as long may be the same; two rows of one list are not
// written so.
func (s *hours) same(row, known *hoursRow, _ data.DuplicateRule) certainty {
	bothStart, bothEvent := row.Start != "" && known.Start != "", row.EventID != 0 && known.EventID != 0
	neither := row.Start+known.Start == "" && row.EventID+known.EventID == 0
	switch {
	case bothStart && row.Start != known.Start, bothEvent && row.EventID != known.EventID:
		return another
	case bothStart, bothEvent, neither && row.Minutes == known.Minutes:
		return surely
	case neither, known.ID != 0 && row.Minutes == known.Minutes:
		return perhaps
	}
	return another
}

// repeats holds that only a start tells two shifts of one day apart.
func (s *hours) repeats(h *hoursRow) bool { return h.Start == "" }

func (s *hours) begin() {
	s.rows, s.days = map[int]data.Hours{}, map[dayOf][]dayEntry{}
	for id, h := range s.known {
		key := dayOf{h.VolunteerID, h.Day}
		s.days[key] = append(s.days[key], dayEntry{known: id})
	}
}

// meet holds the most hours of a day, overlaps and the minor rule over an entry.
func (s *hours) meet(ctx context.Context, r *reader, row int, h *hoursRow) error {
	r.refuseAll(data.CheckHours(h.Hours, s.around(row, h)))
	if e, ok := s.diary.byID[h.EventID]; ok {
		venue, err := s.diary.venue(ctx, e.VenueID)
		if err != nil {
			return err
		}
		const anyReason = "-" // the hours are of the past: only what no reason overrides is refused
		findings(r, data.CheckMinor(s.roll.byID[h.VolunteerID].Person, e, s.diary.kind(e.LawKind), venue), anyReason)
	}
	inColumns(r.problems)
	if len(r.problems) == 0 {
		s.forget(row)
		s.rows[row] = h.Hours
		key := dayOf{h.VolunteerID, h.Day}
		s.days[key] = append(s.days[key], dayEntry{row: row})
	}
	return nil
}

// forget takes a row back that is met again with what follows it.
func (s *hours) forget(row int) {
	old := s.rows[row]
	key := dayOf{old.VolunteerID, old.Day}
	s.days[key] = slices.DeleteFunc(s.days[key], func(e dayEntry) bool { return e.known == 0 && e.row == row })
}

// around are the other entries of the days before, of and after an entry, as they will be.
func (s *hours) around(row int, h *hoursRow) []data.Hours {
	changed := map[int64]bool{}
	var out []data.Hours
	var known []int64
	for _, day := range []data.Date{h.Day.AddDays(-1), h.Day, h.Day.AddDays(1)} {
		for _, e := range s.days[dayOf{h.VolunteerID, day}] {
			if e.known != 0 {
				known = append(known, e.known)
				continue
			}
			if e.row != row {
				changed[s.rows[e.row].ID] = true
				out = append(out, s.rows[e.row])
			}
		}
	}
	for _, id := range known {
		if !changed[id] {
			out = append(out, s.known[id])
		}
	}
	return out
}

// notices say that whoever imports approves.
func (s *hours) notices(count int) []*data.Error {
	if count == 0 {
		return nil
	}
	return []*data.Error{{Code: data.Invalid, Key: "imports.hours_approved", Args: []any{"Count", count}}}
}

func (s *hours) save(im *store.Importer, h *hoursRow) error {
	_, err := im.SaveHours(h.Hours)
	return err
}
