package record

import (
	"strings"

	"saya/app/page"
	"saya/data"
	"saya/data/store"
)

// Deleted names something of the bin in a line: what it is, and what tells it from others of its kind.
func Deleted(env page.Env, t data.BinThing) string {
	parts := []string{env.T("audit.kind." + t.Entity), t.Person, t.Title.In(env.Lang()), t.Role, env.Text.Date(t.Day.Time())}
	if t.Entity == string(store.HoursEntries) {
		parts = append(parts, env.Text.Hours(t.Minutes))
	}
	var said []string
	for _, p := range parts {
		if p != "" {
			said = append(said, p)
		}
	}
	return strings.Join(said, " · ")
}
