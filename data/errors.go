package data

import (
	"errors"
	"strings"
)

// Code says what kind of refusal an [Error] is.
type Code string

// The kinds of refusal.
const (
	Invalid  Code = "invalid"   // a field breaks a rule
	Conflict Code = "conflict"  // the record meets another one, or was changed meanwhile
	NotFound Code = "not_found" // no such record
	Locked   Code = "locked"    // the month, file or centre is closed for this change
	Denied   Code = "denied"    // not allowed at all, or not for this account
	Storage  Code = "storage"   // the disk, folder or file refuses
)

// Error is a refusal that a person can act on. Key is a text of the program ("errors.required");
// Args are name-value pairs for it; a value can be a key itself, and one of type [Names], [Date] or [Local] is for the
// printer to write as the language does. Log Code and Field only: values can be personal data.
type Error struct {
	Code  Code
	Field string // the field's name as in "field.<Field>", empty when the whole record is meant
	Key   string
	Args  []any
	Err   error // the cause, if any
}

// Error names kind, field and text key, never the values.
func (e *Error) Error() string {
	parts := []string{string(e.Code)}
	if e.Field != "" {
		parts = append(parts, e.Field)
	}
	parts = append(parts, e.Key)
	if e.Err != nil {
		parts = append(parts, e.Err.Error())
	}
	return strings.Join(parts, ": ")
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// Errors are all refusals of one record, in the order of its fields.
type Errors []*Error

// Error joins the refusals.
func (es Errors) Error() string {
	parts := make([]string, len(es))
	for i, e := range es {
		parts[i] = e.Error()
	}
	return strings.Join(parts, "; ")
}

// Unwrap lets [errors.As] find the refusals.
func (es Errors) Unwrap() []error {
	out := make([]error, len(es))
	for i, e := range es {
		out[i] = e
	}
	return out
}

// Add records one refusal of a field.
func (es *Errors) Add(field, key string, args ...any) {
	*es = append(*es, &Error{Code: Invalid, Field: field, Key: key, Args: args})
}

// OrNil returns the refusals as an error, nil when there are none.
func (es Errors) OrNil() error {
	if len(es) == 0 {
		return nil
	}
	return es
}

// Refusals returns every [Error] inside err, in order.
func Refusals(err error) []*Error {
	var many Errors
	if errors.As(err, &many) {
		return many
	}
	var one *Error
	if errors.As(err, &one) {
		return []*Error{one}
	}
	return nil
}

// IsCode tells whether err holds a refusal of that kind.
func IsCode(err error, code Code) bool {
	for _, e := range Refusals(err) {
		if e.Code == code {
			return true
		}
	}
	return false
}
