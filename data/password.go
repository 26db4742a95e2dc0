package data

import (
	"crypto/rand"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// leastBits is how much guessing a password must withstand: 2^34 tries. One computer needs half a century for them at
// the tenth of a second that Argon2id takes, a hundred of them half a year.
const leastBits = 34

// mostScored is how many signs of a password are looked at. What follows cannot make it weaker.
const mostScored = 100

// CheckPassword refuses a password that others would guess, whatever letters it has: from lists, from what stands in
// about (the account's name, the centre's name: everybody knows those), from numbers such as birthdays, from a word in
// another spelling or on the other keyboard. There is no rule of length or of kinds of signs. The refusal names field
// and says what to do; the password is not in it.
func CheckPassword(field, password string, about ...string) error {
	password = norm.NFKC.String(password)
	if strings.TrimSpace(password) == "" {
		return &Error{Code: Invalid, Field: field, Key: "errors.required"}
	}
	signs := []rune(password)
	signs = signs[:min(len(signs), mostScored)]
	common := commonWords()
	switch {
	case guessBits(signs, slices.Concat(spoken(about), common)) >= leastBits:
		return nil
	case guessBits(signs, common) >= leastBits:
		return &Error{Code: Invalid, Field: field, Key: "password.about"}
	}
	return &Error{Code: Invalid, Field: field, Key: "password.weak"}
}

// SuggestOneTime returns a password by chance (80 bits) for the first signing in of an account: four groups of four
// signs, in small letters and without those that are mistaken for others, so that it can be read out by telephone.
func SuggestOneTime() string {
	const (
		signs  = "0123456789abcdefghjkmnpqrstvwxyz" // Crockford's
		groups = 4
		size   = 4
	)
	chance := make([]byte, groups*size)
	_, _ = rand.Read(chance) // never fails
	out := make([]byte, 0, len(chance)+groups)
	for i, b := range chance {
		if i > 0 && i%size == 0 {
			out = append(out, '-')
		}
		out = append(out, signs[int(b)%len(signs)])
	}
	return string(out)
}

// SamePassword tells whether two passwords sign in as one: forms of a letter that look the same are the same.
func SamePassword(a, b string) bool { return norm.NFKC.String(a) == norm.NFKC.String(b) }
