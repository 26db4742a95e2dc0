// Package data holds the domain of a crisis centre in the centre's own words:
// people who volunteer, events, hours, contributions, and the rules over them.
// It knows no database, no window and no spreadsheet.
package data
