package widgets

import (
	"cmp"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"saya/assets/locale"
)

// ValueField is an entry whose text stands for a value. Text that is not
// understood stays as typed and never stands for an older value.
type ValueField[T any] struct {
	Entry
	values   valueRules[T]
	min, max *T
}

// valueRules is how one kind of value is read, printed and compared.
type valueRules[T any] struct {
	parse   func(text string) (T, bool)
	print   func(value T) string
	compare func(a, b T) int
	wrong   ProblemCode // of text that is not understood
}

// TimeField holds a time of day in minutes after midnight, typed as 9, 930 or
// 09:30; Up and Down move it by a quarter of an hour.
type TimeField struct{ ValueField[int] }

// MoneyField holds a sum in tiyn, typed and shown in tenge.
type MoneyField struct{ ValueField[int64] }

// HoursField holds a duration in minutes, typed as hours: 1,5 or 1:30.
type HoursField struct{ ValueField[int] }

// NumberField holds a whole number.
type NumberField struct{ ValueField[int64] }

var (
	_ Field = (*TimeField)(nil)
	_ Field = (*MoneyField)(nil)
	_ Field = (*HoursField)(nil)
	_ Field = (*NumberField)(nil)
)

// NewTimeField returns an empty time of day.
func NewTimeField(p *locale.Printer) *TimeField {
	f := &TimeField{}
	f.extendValue(f, valueRules[int]{
		parse: locale.ParseTime, print: p.Time, compare: cmp.Compare[int], wrong: ProblemNotTime,
	})
	f.OnKey = f.step
	return f
}

// NewMoneyField returns an empty sum of at least 0.
func NewMoneyField(p *locale.Printer) *MoneyField {
	f := &MoneyField{}
	f.extendValue(f, valueRules[int64]{
		parse: locale.ParseMoney, print: p.Money, compare: cmp.Compare[int64], wrong: ProblemNotMoney,
	})
	f.SetMin(0)
	return f
}

// NewHoursField returns an empty duration of at least 0.
func NewHoursField(p *locale.Printer) *HoursField {
	f := &HoursField{}
	f.extendValue(f, valueRules[int]{
		parse: locale.ParseHours, print: p.Hours, compare: cmp.Compare[int], wrong: ProblemNotHours,
	})
	f.SetMin(0)
	return f
}

// NewNumberField returns an empty whole number.
func NewNumberField() *NumberField {
	f := &NumberField{}
	f.extendValue(f, valueRules[int64]{
		parse: parseWhole, print: printWhole, compare: cmp.Compare[int64], wrong: ProblemNotNumber,
	})
	return f
}

func (f *ValueField[T]) extendValue(self fyne.Widget, rules valueRules[T]) {
	f.extend(self)
	f.values = rules
	f.Format = f.tidy
}

// SetMin refuses values below min.
func (f *ValueField[T]) SetMin(min T) { f.min = &min }

// SetMax refuses values above max.
func (f *ValueField[T]) SetMax(max T) { f.max = &max }

// Value is what the text stands for; false when it is empty or not understood
// (Check tells these apart).
func (f *ValueField[T]) Value() (T, bool) {
	if f.Empty() {
		var none T
		return none, false
	}
	return f.values.parse(f.Entry.Value())
}

// SetValue shows a value.
func (f *ValueField[T]) SetValue(value T) { f.SetText(f.values.print(value)) }

// Clear empties the field.
func (f *ValueField[T]) Clear() { f.SetText("") }

// Check finds text that is not understood and values out of bounds.
func (f *ValueField[T]) Check() error {
	if f.Empty() {
		return nil
	}
	value, ok := f.Value()
	switch {
	case !ok:
		return Problem{Code: f.values.wrong}
	case f.min != nil && f.values.compare(value, *f.min) < 0:
		return Problem{Code: ProblemTooSmall, Limit: f.values.print(*f.min)}
	case f.max != nil && f.values.compare(value, *f.max) > 0:
		return Problem{Code: ProblemTooLarge, Limit: f.values.print(*f.max)}
	default:
		return f.Entry.Check()
	}
}

// tidy prints what was understood the way it is always printed.
func (f *ValueField[T]) tidy(text string) string {
	value, ok := f.values.parse(strings.TrimSpace(text))
	if !ok || strings.TrimSpace(text) == "" {
		return text
	}
	return f.values.print(value)
}

// step moves the time to the next or the last quarter of an hour.
func (f *TimeField) step(key *fyne.KeyEvent) bool {
	const quarter, day = 15, 24 * 60
	now, ok := f.Value()
	if !ok || !f.editable() {
		return false
	}
	switch key.Name {
	case fyne.KeyUp:
		f.SetValue((now/quarter*quarter + quarter) % day)
	case fyne.KeyDown:
		f.SetValue(((now+quarter-1)/quarter*quarter - quarter + day) % day)
	default:
		return false
	}
	return true
}

// parseWhole reads a whole number with or without spaces between thousands.
func parseWhole(text string) (int64, bool) {
	text = strings.Map(func(r rune) rune {
		switch r {
		case ' ', '\u00a0', '\u202f':
			return -1
		case '−':
			return '-'
		}
		return r
	}, text)
	n, err := strconv.ParseInt(text, 10, 64)
	return n, err == nil
}

// printWhole writes plain digits: a field is read back, whatever the language.
func printWhole(n int64) string { return strconv.FormatInt(n, 10) }
