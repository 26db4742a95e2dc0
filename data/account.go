package data

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Role is what an account may do; roles open walls.
type Role string

// The roles.
const (
	Staff      Role = "staff"
	Organizer  Role = "organizer"
	Manager    Role = "manager"
	CaseWorker Role = "caseworker"
	Admin      Role = "admin"
)

// Roles lists all roles, in the order in which they are offered.
func Roles() []Role { return []Role{Staff, Organizer, Manager, CaseWorker, Admin} }

// Actor is who makes a change.
type Actor struct {
	Account string
	Role    Role
}

// AccountState says whether an account can sign in.
type AccountState string

// The states of an account. A removed one stays in the list: its name is in the journal and is not given again.
const (
	AccountActive   AccountState = "active"
	AccountDisabled AccountState = "disabled"
	AccountRemoved  AccountState = "removed"
)

// Account is somebody who signs in.
type Account struct {
	ID         int64        `db:"id"`
	Name       string       `db:"name"` // as she signs in, in any case of letters
	Role       Role         `db:"role"`
	State      AccountState `db:"state"`
	MustChange bool         `db:"must_change"` // the password was given by somebody else and is for once
	CreatedAt  Stamp        `db:"created_at"`
	PasswordAt Stamp        `db:"password_at"` // of the last change
}

// Wall is one file of a centre; whoever has no key to it cannot read it.
type Wall string

// The walls.
const (
	CentreWall  Wall = "centre"  // accounts, profile, catalogues
	PeopleWall  Wall = "people"  // volunteers, events, hours, contributions
	ShelterWall Wall = "shelter" // rooms, stays, services, by code
	CasesWall   Wall = "cases"   // what residents told
)

// Walls lists all walls.
func Walls() []Wall { return []Wall{CentreWall, PeopleWall, ShelterWall, CasesWall} }

// SameAccountName tells whether two names sign in as one: letters count in either case and form.
func SameAccountName(a, b string) bool { return AccountKey(a) == AccountKey(b) }

// AccountKey is what two names have in common that sign in as one.
func AccountKey(name string) string {
	return strings.ToLower(strings.TrimSpace(norm.NFKC.String(name)))
}

// longestAccountName is how many letters the name of an account may have.
const longestAccountName = 60

// CheckAccountName refuses a name that nobody could sign in with.
func CheckAccountName(name string) error {
	switch {
	case AccountKey(name) == "":
		return &Error{Code: Invalid, Field: "account_name", Key: "errors.required"}
	case utf8.RuneCountInString(name) > longestAccountName:
		return &Error{Code: Invalid, Field: "account_name", Key: "errors.too_long", Args: []any{"Max", longestAccountName}}
	}
	return nil
}
