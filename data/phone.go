package data

import (
	"errors"
	"strings"

	"github.com/nyaruka/phonenumbers"
)

// homeRegion is where a number without a country code is dialled.
const homeRegion = "KZ"

// ParsePhone reads a number as people write it ("8 705 123 45 47", "+7 (705) ...", "+49 30 ...") into E.164.
// A number of Kazakhstan needs the right length only: operators get new codes more often than programs are renewed.
func ParsePhone(s string) (e164 string, err error) {
	if isKazakh(s) {
		return s, nil
	}
	number, err := phonenumbers.Parse(s, homeRegion)
	if err != nil {
		return "", errNoPhone
	}
	e164 = phonenumbers.Format(number, phonenumbers.E164)
	if !isKazakh(e164) && !phonenumbers.IsValidNumber(number) {
		return "", errNoPhone
	}
	return e164, nil
}

// errNoPhone hides the library's text, which may quote the number.
var errNoPhone = errors.New("not a phone number")

// ShowPhone writes a stored number for people: +7 705 123 45 47. What is no number is shown as it is.
func ShowPhone(e164 string) string {
	if isPlus7(e164) {
		return e164[:2] + " " + e164[2:5] + " " + e164[5:8] + " " + e164[8:10] + " " + e164[10:]
	}
	number, err := phonenumbers.Parse(e164, homeRegion)
	if err != nil {
		return e164
	}
	return phonenumbers.Format(number, phonenumbers.INTERNATIONAL)
}

// MaskPhone hides the middle of a number: +7 705 ••• •• 47. Of what is no number nothing is shown.
func MaskPhone(e164 string) string {
	switch {
	case e164 == "":
		return ""
	case isPlus7(e164):
		return e164[:2] + " " + e164[2:5] + " ••• •• " + e164[10:]
	case len(e164) > 6 && e164[0] == '+' && digits(e164[1:], len(e164)-1):
		return e164[:3] + " ••• •• " + e164[len(e164)-2:]
	}
	return "•••"
}

// isPlus7 tells whether s is a number of the plan that Kazakhstan shares with Russia, in E.164.
func isPlus7(s string) bool { return strings.HasPrefix(s, "+7") && digits(s[2:], 10) }

// isKazakh tells whether s is a number of Kazakhstan in E.164.
func isKazakh(s string) bool { return isPlus7(s) && s[2] == '7' }

// cleanPhones brings numbers to E.164 and drops empty and repeated ones. What cannot be read stays as typed, for
// the rules to refuse.
func cleanPhones(phones List) List {
	out := make(List, len(phones))
	for i, s := range phones {
		out[i] = cleanPhone(s)
	}
	return cleanList(out)
}

func cleanPhone(s string) string {
	s = Line(s)
	if e164, err := ParsePhone(s); err == nil {
		return e164
	}
	return s
}
