package locale

import (
	"math"
	"strconv"
)

// Minus stands before negative numbers: a dash, as wide as a plus. The sign of its own is not in the font.
const Minus = "\u2013"

// Int prints a whole number with grouped thousands: 12 500 with U+00A0 in kk and ru, 12,500 in en.
func (p *Printer) Int(n int64) string {
	var digits, out [32]byte
	return string(p.grouped(out[:0], strconv.AppendInt(digits[:0], n, 10)))
}

// Decimal prints v with so many digits after the decimal sign (-1: as many as needed); "" when v is not a number.
func (p *Printer) Decimal(v float64, digits int) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return ""
	}
	var number, out [64]byte
	return string(p.decimal(out[:0], strconv.AppendFloat(number[:0], v, 'f', digits, 64)))
}

// Percent prints a fraction as a percentage: Percent(0.256, 1) is 25,6 % in kk and ru, 25.6% in en.
func (p *Printer) Percent(fraction float64, digits int) string {
	number := p.Decimal(fraction*100, digits)
	if number == "" {
		return ""
	}
	return number + p.percent
}

// Money prints a sum given in tiyn as tenge: 12 500 ₸; tiyn are shown only when there are any: 12 500,50 ₸.
func (p *Printer) Money(tiyn int64) string {
	var out [48]byte
	b := p.hundredths(out[:0], tiyn, tiyn%100 != 0)
	return string(append(b, "\u00a0₸"...))
}

// Hours prints minutes as hours with two decimals: 510 is 8,50. Reports show hours so (indicators: H1).
func (p *Printer) Hours(minutes int) string {
	var out [48]byte
	sign := int64(1)
	if minutes < 0 {
		sign = -1
	}
	// A minute is 5/3 of a hundredth of an hour; half of one never occurs, so rounding has no ties.
	n := (int64(minutes)*10*sign + 3) / 6
	return string(p.hundredths(out[:0], n*sign, true))
}

// FileSize prints a number of bytes with the largest fitting unit of 1024: 1,2 МБ.
func (p *Printer) FileSize(bytes int64) string {
	size, unit := float64(bytes), 0
	keys := [...]string{"common.bytes", "common.kilobytes", "common.megabytes", "common.gigabytes"}
	for size >= 1024 && unit < len(keys)-1 {
		size /= 1024
		unit++
	}
	digits := 0
	if unit > 0 && size < 10 {
		digits = 1
	}
	return p.Decimal(size, digits) + "\u00a0" + p.T(keys[unit])
}

// hundredths appends n/100, with its two decimals or without.
func (p *Printer) hundredths(out []byte, n int64, decimals bool) []byte {
	var number [32]byte
	digits := strconv.AppendInt(number[:0], n/100, 10)
	if n < 0 && n > -100 {
		digits = append(number[:0], "-0"...)
	}
	out = p.grouped(out, digits)
	if !decimals {
		return out
	}
	rest := n % 100
	if rest < 0 {
		rest = -rest
	}
	out = append(out, p.point...)
	return append(out, byte('0'+rest/10), byte('0'+rest%10))
}

// decimal appends the number "-1234.50" in the language's way; a minus before nothing but zeros is dropped.
func (p *Printer) decimal(out, number []byte) []byte {
	if number[0] == '-' && onlyZeros(number[1:]) {
		number = number[1:]
	}
	whole, decimals := number, []byte(nil)
	for i, c := range number {
		if c == '.' {
			whole, decimals = number[:i], number[i+1:]
			break
		}
	}
	out = p.grouped(out, whole)
	if decimals == nil {
		return out
	}
	return append(append(out, p.point...), decimals...)
}

// grouped appends whole digits, perhaps with a minus, with the group sign between thousands.
func (p *Printer) grouped(out, digits []byte) []byte {
	if digits[0] == '-' {
		out, digits = append(out, Minus...), digits[1:]
	}
	for i, c := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			out = append(out, p.group...)
		}
		out = append(out, c)
	}
	return out
}

func onlyZeros(number []byte) bool {
	for _, c := range number {
		if c != '0' && c != '.' {
			return false
		}
	}
	return true
}
