package person

import (
	"cmp"
	"reflect"
	"slices"
	"strconv"
	"time"

	"saya/app/page"
	"saya/assets/locale"
	"saya/data"
	"saya/widgets"
)

// times are the fields of when someone can come. Nobody having asked is not the same as never.
type times struct {
	env       page.Env
	known     *widgets.Segments
	week      [7]*widgets.Entry
	not, also *widgets.Entry // days that differ
	form      *widgets.Form  // nil until they stand in one

	was, shown data.Availability // as it was handed in, and as it was read back then
}

const known = "known"

func newTimes(env page.Env) *times {
	t := &times{
		env: env, not: widgets.NewEntry(), also: widgets.NewEntry(),
		known: widgets.NewSegments(
			widgets.Option{ID: unknown, Text: env.T("person.times_unknown")}, widgets.Option{ID: known, Text: env.T("person.times_known")},
		),
	}
	for i := range t.week {
		day := widgets.NewEntry()
		day.Rule = func(text string) error {
			if _, ok := parseTimes(i+1, text); !ok {
				return &data.Error{Code: data.Invalid, Key: "person.times_wrong"}
			}
			return nil
		}
		day.Format = func(text string) string {
			spans, ok := parseTimes(i+1, text)
			if !ok {
				return text
			}
			return showTimes(env.Text, spans, i+1)
		}
		t.week[i] = day
	}
	for _, days := range []*widgets.Entry{t.not, t.also} {
		days.Rule = func(text string) error {
			if _, ok := parseDays(text, false); !ok {
				return &data.Error{Code: data.Invalid, Key: "person.days_wrong"}
			}
			return nil
		}
		days.Format = func(text string) string { return tidyDays(env.Text, text) }
	}
	t.known.OnChanged = func(widgets.Option) { t.follow() }
	return t
}

func tidyDays(t *locale.Printer, text string) string {
	days, ok := parseDays(text, false)
	if !ok {
		return text
	}
	return showDays(t, days, false)
}

func (t *times) set(a data.Availability) {
	id := unknown
	if a.Known || len(a.Week) > 0 || len(a.Exceptions) > 0 {
		id = known
	}
	t.known.SetID(id)
	for i, day := range t.week {
		day.SetText(showTimes(t.env.Text, a.Week, i+1))
	}
	t.not.SetText(showDays(t.env.Text, a.Exceptions, false))
	t.also.SetText(showDays(t.env.Text, a.Exceptions, true))
	t.was, t.shown = a, t.stands()
	t.follow()
}

// read is what stands in the fields; what nobody changed stays as it was, in its order too.
func (t *times) read() data.Availability {
	if now := t.stands(); !reflect.DeepEqual(now, t.shown) {
		return now
	}
	return t.was
}

// stands is what stands in the fields. Of hidden ones nothing is taken, though it stays there.
func (t *times) stands() (a data.Availability) {
	if t.known.ID() != known {
		return a
	}
	a.Known = true
	for i, day := range t.week {
		spans, _ := parseTimes(i+1, day.Value())
		a.Week = append(a.Week, spans...)
	}
	not, _ := parseDays(t.not.Value(), false)
	also, _ := parseDays(t.also.Value(), true)
	a.Exceptions = append(not, also...)
	slices.SortStableFunc(a.Exceptions, func(x, y data.DayException) int { return cmp.Compare(x.Day, y.Day) })
	return a
}

// add puts the fields into a form.
func (t *times) add(form *widgets.Form) {
	t.form = form
	asked := t.env.Item("availability", t.known)
	asked.Wide = true
	form.Add(asked)
	weekdays(func(n int, day time.Weekday) {
		item := widgets.Item{Name: weekdayField(n), Label: t.env.Text.Weekday(day), Field: t.week[n-1]}
		if n == 1 {
			item.Hint = t.env.T("person.hint_times")
		}
		form.Add(item)
	})
	not := widgets.Item{Name: "availability_exceptions", Label: t.env.T("person.not_on"), Hint: t.env.T("person.hint_days"), Wide: true, Field: t.not}
	form.Add(not, widgets.Item{Name: "availability_also", Label: t.env.T("person.also_on"), Wide: true, Field: t.also})
	t.follow()
}

func weekdayField(n int) string { return "availability_" + strconv.Itoa(n) }

// follow shows the days once it is known when she can come.
func (t *times) follow() {
	if t.form == nil {
		return
	}
	shown := t.known.ID() == known
	weekdays(func(n int, _ time.Weekday) { t.form.SetVisible(weekdayField(n), shown) })
	t.form.SetVisible("availability_exceptions", shown)
	t.form.SetVisible("availability_also", shown)
}
