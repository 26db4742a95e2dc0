package data

import (
	"database/sql/driver"
	"encoding/json"
	"fmt"
)

// Names is one thing's name in the languages the centre works in; any may be empty.
type Names struct {
	KK string `json:"kk,omitempty"`
	RU string `json:"ru,omitempty"`
	EN string `json:"en,omitempty"`
}

// In returns the name in lang ("kk", "ru", "en"), else the first one there is.
func (n Names) In(lang string) string {
	best := map[string]string{"kk": n.KK, "ru": n.RU, "en": n.EN}[lang]
	for _, s := range []string{best, n.RU, n.KK, n.EN} {
		if s != "" {
			return s
		}
	}
	return ""
}

// Empty tells whether there is no name in any language.
func (n Names) Empty() bool { return n == Names{} }

// Value stores the names as JSON.
func (n Names) Value() (driver.Value, error) { return jsonValue(n) }

// Scan reads names stored as JSON.
func (n *Names) Scan(src any) error { return jsonScan(src, n) }

// List is a short list of words or codes, stored as JSON.
type List []string

// Value stores the list as JSON.
func (l List) Value() (driver.Value, error) {
	if l == nil {
		l = List{}
	}
	return jsonValue(l)
}

// Scan reads a list stored as JSON.
func (l *List) Scan(src any) error {
	if src == "[]" { // most lists are empty
		*l = List{}
		return nil
	}
	return jsonScan(src, (*[]string)(l))
}

// First is the first entry or "".
func (l List) First() string {
	if len(l) == 0 {
		return ""
	}
	return l[0]
}

func jsonValue(v any) (driver.Value, error) {
	b, err := json.Marshal(v)
	if err != nil {
		return nil, fmt.Errorf("encoding a column: %w", err)
	}
	return string(b), nil
}

func jsonScan(src, into any) error {
	var b []byte
	switch s := src.(type) {
	case nil:
		return nil
	case string:
		b = []byte(s)
	case []byte:
		b = s
	default:
		return fmt.Errorf("decoding a column: unexpected %T", src)
	}
	if len(b) == 0 {
		return nil
	}
	if err := json.Unmarshal(b, into); err != nil {
		return fmt.Errorf("decoding a column: %w", err)
	}
	return nil
}
