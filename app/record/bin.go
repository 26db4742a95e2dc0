package record

import (
	"strings"

	"saya/app/page"
	"saya/data"
	"saya/data/store"
)

// Deleted names something of the bin in a line: what it is, and what tells it from others of its kind.
func Deleted(env page.Env, t data.BinThing) string {
	return joined(env.T("audit.kind."+t.Entity), Named(env, t))
}

// Named is what tells a record from others of its kind, "" for one that has nothing of that.
func Named(env page.Env, t data.BinThing) string {
	if t.Entity == string(store.LockedMonths) {
		return env.Text.MonthYear(t.Day.Time())
	}
	parts := []string{t.Person, t.Title.In(env.Lang()), t.Role, env.Text.Date(t.Day.Time())}
	if t.Entity == string(store.HoursEntries) {
		parts = append(parts, env.Text.Hours(t.Minutes))
	}
	return joined(parts...)
}

// joined are the texts that say something.
func joined(parts ...string) string {
	var said []string
	for _, p := range parts {
		if p != "" {
			said = append(said, p)
		}
	}
	return strings.Join(said, " · ")
}
