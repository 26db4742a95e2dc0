package locale

import (
	"strconv"
	"strings"
)

// ParseMoney reads a sum in tenge as people write it (12 500, 12500,50, 12,500.50, 12 500 ₸) as tiyn. At most two
// decimals; a dot before three digits is refused, since 12.500 may mean either. Negative sums are refused.
func ParseMoney(s string) (tiyn int64, ok bool) {
	s = strings.ToLower(spaced(s))
	for _, unit := range []string{"₸", "тг.", "тг", "тенге", "теңге", "kzt"} {
		if sum, found := strings.CutSuffix(s, unit); found {
			s = strings.TrimSpace(sum)
			break
		}
	}
	whole, decimals, ok := splitNumber(s, 2, " ", ",")
	if !ok || len(whole) > 13 {
		return 0, false
	}
	tiyn, err := strconv.ParseInt(whole+(decimals + "00")[:2], 10, 64)
	return tiyn, err == nil
}

// ParseHours reads a length of time as people write it (8, 8,5, 8.25, 8:30) as minutes, rounded to the nearest.
func ParseHours(s string) (minutes int, ok bool) {
	s = spaced(s)
	if hours, rest, found := strings.Cut(s, ":"); found {
		if !isDigits(rest, 2) || len(hours) > 5 || !isDigits(hours, len(hours)) || hours == "" || atoi(rest) > 59 {
			return 0, false
		}
		return atoi(hours)*60 + atoi(rest), true
	}
	whole, decimals, ok := splitNumber(s, 3, " ")
	if !ok || len(whole) > 5 {
		return 0, false
	}
	thousandths := atoi(whole + (decimals + "000")[:3])
	return (thousandths*60 + 500) / 1000, true
}

// splitNumber splits "12 500,50" into the digits "12500" and "50". There may be up to maxDecimals decimals after
// a comma or a dot, and one of the group signs between every three digits before them.
func splitNumber(s string, maxDecimals int, groups ...string) (whole, decimals string, ok bool) {
	whole = s
	if i := strings.LastIndexAny(s, ".,"); i >= 0 {
		if n := len(s) - i - 1; n > 0 && n <= maxDecimals {
			whole, decimals = s[:i], s[i+1:]
		}
	}
	for _, group := range groups {
		if joined, grouped := ungroup(whole, group); grouped {
			whole = joined
			break
		}
	}
	ok = whole != "" && isDigits(whole, len(whole)) && isDigits(decimals, len(decimals))
	return whole, decimals, ok
}

// ungroup joins "12 500" when every group but the first has three digits.
func ungroup(s, group string) (string, bool) {
	parts := strings.Split(s, group)
	if len(parts) == 1 || parts[0] == "" || len(parts[0]) > 3 {
		return "", false
	}
	for _, part := range parts[1:] {
		if len(part) != 3 {
			return "", false
		}
	}
	return strings.Join(parts, ""), true
}
