package spec

import (
	"math"
	"strconv"
	"time"
	_ "time/tzdata" // Windows has no time zone files; moments are shown in Almaty
)

// Kind says how a value is printed: number format, alignment and usual width.
// The zero Kind is Text.
type Kind uint8

// The kinds of columns and values.
const (
	Text    Kind = iota // words, wrapped
	Code                // a phone number, an IIN or a code: digits that are no number
	Count               // a whole number
	Hours               // minutes, shown as hours with two decimals
	Money               // tiyn, shown as tenge
	Share               // a fraction of one, shown in per cent
	Change              // a fraction of one with its sign, shown in per cent
	Date                // a calendar day
	Stamp               // day and time of day in Almaty
	Time                // minutes of the day
	Ordinal             // the number of the row from 1; its column needs no Value
	Plain               // a number with the digits that it has
)

// Sums reports whether values of the kind may be added up.
func (k Kind) Sums() bool { return k == Count || k == Hours || k == Money }

// Textual reports whether the kind holds text.
func (k Kind) Textual() bool { return k == Text || k == Code }

// Value is one cell. The zero Value is a blank cell.
type Value struct {
	text string
	bits int64 // whole number in the unit of the kind, or the bits of a float64
	kind Kind
	word bool
	held bool
}

// Str is text as it stands; an empty text is a blank cell.
func Str(s string) Value { return Value{text: s} }

// Word is a translation key, or a ready text that is no key, printed in the
// language of the report.
func Word(key string) Value { return Value{text: key, word: true} }

// Withheld is a blank cell whose text may not leave, as it was not read yet: a
// preview can say so, a workbook does not.
func Withheld() Value { return Value{held: true} }

// Int is a whole number.
func Int(n int) Value { return Value{kind: Count, bits: int64(n)} }

// Minutes is a duration, shown as hours.
func Minutes(n int) Value { return Value{kind: Hours, bits: int64(n)} }

// Tiyn is an amount of money, shown as tenge.
func Tiyn(n int64) Value { return Value{kind: Money, bits: n} }

// Ratio is a share of one: 0.125 is shown as 12.5 %. What is not a finite
// number is a blank cell.
func Ratio(v float64) Value { return float(Share, v) }

// Growth is the change from before to now as a share of before: blank unless
// both are numbers of one kind and before is not zero.
func Growth(now, before Value) Value {
	if now.kind != before.kind || !now.kind.Sums() || before.bits == 0 {
		return Value{}
	}
	return float(Change, float64(now.bits-before.bits)/math.Abs(float64(before.bits)))
}

// Number is a number that is shown with the digits that it has. What is not a
// finite number is a blank cell.
func Number(v float64) Value { return float(Plain, v) }

func float(k Kind, v float64) Value {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return Value{}
	}
	return Value{kind: k, bits: int64(math.Float64bits(v))}
}

// Day is the calendar day of t in its own location; the zero time is blank.
func Day(t time.Time) Value {
	if t.IsZero() {
		return Value{}
	}
	y, m, d := t.Date()
	return Value{kind: Date, bits: time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix() / secondsOfDay}
}

// Moment is an instant, shown by the clock of Almaty to the second; the zero
// time is blank.
func Moment(t time.Time) Value {
	if t.IsZero() {
		return Value{}
	}
	_, offset := t.In(almaty).Zone()
	return Value{kind: Stamp, bits: t.Unix() + int64(offset)}
}

// Clock is a time of day in minutes from midnight; what is outside a day is
// blank.
func Clock(minutes int) Value {
	if minutes < 0 || minutes > 24*60 {
		return Value{}
	}
	return Value{kind: Time, bits: int64(minutes)}
}

const secondsOfDay = 24 * 60 * 60

var almaty = mustLoad("Asia/Almaty")

func mustLoad(name string) *time.Location {
	l, err := time.LoadLocation(name)
	if err != nil {
		panic(err) // time/tzdata is part of the program
	}
	return l
}

// Kind is the kind of the value; a blank value is Text.
func (v Value) Kind() Kind { return v.kind }

// Blank reports whether the cell is empty.
func (v Value) Blank() bool { return v.kind == Text && v.text == "" }

// IsWord reports whether the text is to be translated.
func (v Value) IsWord() bool { return v.word }

// IsWithheld reports whether a cell is blank because its text may not leave.
func (v Value) IsWithheld() bool { return v.held }

// Raw is the text of a textual value, untranslated.
func (v Value) Raw() string { return v.text }

// Int is the number in the unit of the kind: minutes for Hours and Time, tiyn
// for Money, days since 1970 for Date, seconds of Almaty's clock since 1970
// for Stamp. It has no meaning for Share, Change and Plain.
func (v Value) Int() int64 { return v.bits }

// Float is the fraction of a Share or Change, the number of a Plain.
func (v Value) Float() float64 { return math.Float64frombits(uint64(v.bits)) }

// Text is the value as people of the printer's language read it.
func (v Value) Text(p Printer) string {
	switch v.kind {
	case Count, Ordinal:
		return p.Int(v.bits)
	case Hours:
		return p.Hours(int(v.bits))
	case Money:
		return p.Money(v.bits)
	case Plain:
		return strconv.FormatFloat(v.Float(), 'f', -1, 64)
	case Share:
		return p.Percent(v.Float(), 1)
	case Change:
		return sign(v.Float()) + p.Percent(v.Float(), 1)
	case Date:
		return p.Date(time.Unix(v.bits*secondsOfDay, 0).UTC())
	case Stamp:
		t := time.Unix(v.bits, 0).UTC()
		return p.Date(t) + " " + p.Time(t.Hour()*60+t.Minute())
	case Time:
		return p.Time(int(v.bits))
	}
	if v.word {
		return p.T(v.text)
	}
	return v.text
}

func sign(v float64) string {
	if v > 0 {
		return "+"
	}
	return ""
}
