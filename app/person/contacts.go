package person

import (
	"strings"

	"saya/data"
)

// showPhones writes each number of a line as people read it.
func showPhones(line string) string {
	numbers := splitList(line)
	for i, n := range numbers {
		if e164, err := data.ParsePhone(n); err == nil {
			numbers[i] = data.ShowPhone(e164)
		}
	}
	return strings.Join(numbers, ", ")
}

func checkPhones(line string) error {
	for _, n := range splitList(line) {
		if _, err := data.ParsePhone(n); err != nil {
			return &data.Error{Code: data.Invalid, Key: "errors.phone"}
		}
	}
	return nil
}

func checkEmail(address string) error {
	if data.ValidEmail(address) {
		return nil
	}
	return &data.Error{Code: data.Invalid, Key: "errors.email"}
}

// splitList takes the parts of a line apart that commas or semicolons separate.
func splitList(line string) []string {
	var out []string
	for _, part := range strings.FieldsFunc(line, func(r rune) bool { return r == ',' || r == ';' }) {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}
