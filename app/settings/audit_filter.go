package settings

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"saya/app/page"
	"saya/assets/locale"
	"saya/data"
	"saya/data/store"
	"saya/widgets"
)

// auditLimit is how many lines are shown at once, the newest.
const auditLimit = 2000

// The periods of the audit, counted back from today.
const (
	periodWeek  = "7"
	periodMonth = "30"
	periodYear  = "365"
	periodAll   = "all"
)

func periods(env page.Env) []widgets.Option {
	var out []widgets.Option
	for _, id := range []string{periodWeek, periodMonth, periodYear, periodAll} {
		out = append(out, widgets.Option{ID: id, Text: env.T("settings.audit_period." + id)})
	}
	return out
}

// auditFilter is what the fields of the audit say; empty ones narrow nothing.
type auditFilter struct{ period, account, kind, entity string }

func (f auditFilter) of(today data.Date) data.AuditFilter {
	out := data.AuditFilter{Account: f.account, Kind: f.kind, Entity: f.entity, Limit: auditLimit}
	if days, err := strconv.Atoi(f.period); err == nil {
		out.From = today.AddDays(1 - days)
	}
	return out
}

const didKey = "store.did."

// kinds are all that can be done, by name.
func kinds(env page.Env) []widgets.Option {
	var out []widgets.Option
	for _, key := range locale.Keys() {
		if kind, ok := strings.CutPrefix(key, didKey); ok {
			out = append(out, widgets.Option{ID: kind, Text: env.T(key)})
		}
	}
	return byText(out)
}

// entities are all kinds of records, by name.
func entities(env page.Env) []widgets.Option {
	var out []widgets.Option
	for _, t := range []store.Table{
		store.Volunteers, store.Applications, store.Groups, store.Clearances, store.Venues, store.Projects, store.Events, store.Needs,
		store.Assignments, store.HoursEntries, store.LockedMonths, store.Contributions, store.Profile, store.Directions, store.Kinds,
		store.Requirements, store.Holidays, store.Accounts, store.Exports, store.OutsideFiles,
	} {
		out = append(out, widgets.Option{ID: string(t), Text: entityName(env, string(t))})
	}
	return byText(out)
}

func byText(options []widgets.Option) []widgets.Option {
	slices.SortFunc(options, func(a, b widgets.Option) int { return cmp.Compare(a.Text, b.Text) })
	return options
}

// entityName is the name of a kind of record.
func entityName(env page.Env, entity string) string {
	if key := "audit.kind." + entity; env.Text.Has(key) {
		return env.T(key)
	}
	return env.T("settings.entity." + entity)
}

// recordName says which records a line is about: accounts by their names, others by their numbers.
func recordName(env page.Env, l data.AuditLine, all []data.Account) string {
	if l.Entity == "" {
		return ""
	}
	rows := strings.ReplaceAll(l.Rows, ",", ", ")
	for _, a := range all {
		if l.Entity == string(store.Accounts) && l.Rows == strconv.FormatInt(a.ID, 10) {
			rows = a.Name
		}
	}
	if rows == "" {
		return entityName(env, l.Entity)
	}
	return entityName(env, l.Entity) + ": " + rows
}

func accountOptions(all []data.Account) []widgets.Option {
	out := make([]widgets.Option, len(all))
	for i, a := range all {
		out[i] = widgets.Option{ID: a.Name, Text: a.Name}
	}
	return out
}

// about says what a line is about beside its records: the fields that were changed, a file, a reason.
func about(env page.Env, l data.AuditLine) string {
	switch {
	case len(l.Fields) > 0:
		names := make([]string, len(l.Fields))
		for i, f := range l.Fields {
			if names[i] = f; env.Text.Has("field." + f) {
				names[i] = env.T("field." + f)
			}
		}
		return strings.Join(names, ", ")
	case slices.Contains(data.Walls(), data.Wall(l.About)):
		return wallName(env, data.Wall(l.About))
	case env.Text.Has("backup.why." + l.About):
		return env.T("backup.why." + l.About)
	}
	if n, err := strconv.Atoi(l.About); err == nil && l.Kind == "sign_in" {
		return env.T("settings.audit_tries", "Count", n)
	}
	return fileKind(env, l.About)
}
