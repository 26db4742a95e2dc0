package data

import (
	"net/mail"
	"strings"
)

// ValidEmail tells whether s is one bare e-mail address whose domain has a dot. Whether mail arrives there nobody can
// tell without sending some.
func ValidEmail(s string) bool {
	address, err := mail.ParseAddress(s)
	if err != nil || address.Address != s {
		return false
	}
	domain := s[strings.LastIndexByte(s, '@')+1:]
	return strings.Contains(strings.Trim(domain, "."), ".") && !strings.HasSuffix(domain, ".")
}
