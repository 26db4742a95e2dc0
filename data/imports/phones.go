package imports

import (
	"strings"
	"unicode"

	"saya/data"
	"saya/data/fold"
	"saya/data/sheetin"
)

// readPhones adds numbers to those that are known: a list with one telephone of a person does not say that the other is
// gone. What stands after a good number and is none, or has words beside it that may say whose it is, is left out with a warning.
// «Нет» is an empty cell.
func readPhones(r *reader, cells []sheetin.Cell, p *data.Person) {
	known := p.Phones
	p.Phones = make(data.List, 0, len(known)+len(cells))
	p.Phones = append(p.Phones, known...)
	good := false
	for _, s := range phoneParts(cells) {
		none, unknown := noPhone(s)
		if unknown && !good {
			r.warn("imports.phone_unknown")
		}
		if (none || unknown) && !good {
			continue
		}
		number := phone(s)
		_, err := data.ParsePhone(number)
		if good && (err != nil || strings.ContainsFunc(s, unicode.IsLetter)) {
			r.warn("imports.phone_left_out")
			continue
		}
		good = good || err == nil
		p.Phones = append(p.Phones, number)
	}
}

// noPhone tells whether a text says that there is no telephone, or that nobody knows it.
func noPhone(s string) (none, unknown bool) {
	if strings.ContainsAny(s, "0123456789") {
		return false, false
	}
	_, none = theWords().find("no", s)
	_, unknown = theWords().find("unknown", s)
	return none, unknown
}

// phoneParts are the telephones of cells, parted by slashes and brackets, too: «8 705 … (мама 8 705 …)».
func phoneParts(cells []sheetin.Cell) []string {
	var out []string
	for _, s := range parts(cells) {
		for _, part := range strings.Split(s, "/") {
			if at := strings.LastIndex(part, "("); at > 0 && len(fold.Digits(part[:at])) > 9 {
				out, part = append(out, data.Line(part[:at])), strings.TrimSuffix(part[at+1:], ")")
			}
			if part = data.Line(part); part != "" {
				out = append(out, part)
			}
		}
	}
	return out
}
