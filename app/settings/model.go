package settings

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"

	"saya/app/page"
	"saya/data"
	"saya/data/store"
)

// The parts of the section, by which their texts are found, too.
const (
	partMine         = "mine"
	partAppearance   = "appearance"
	partCentre       = "centre"
	partDirections   = "directions"
	partKinds        = "kinds"
	partRequirements = "requirements"
	partHolidays     = "holidays"
	partAccounts     = "accounts"
	partAccess       = "access"
	partBackup       = "backup"
	partBin          = "bin"
	partOutside      = "outside"
	partAudit        = "audit"
)

// group is parts that belong together.
type group struct {
	name  string
	parts []string
}

// groupsOf are the parts that an account sees, in their order.
func groupsOf(env page.Env) []group {
	people, centre := env.Store.Holds(data.PeopleWall), env.May(data.KeepCentre)
	only := func(shown bool, parts ...string) []string {
		if !shown {
			return nil
		}
		return parts
	}
	all := []group{
		{"own", []string{partMine, partAppearance}},
		{"centre", only(centre, partCentre, partDirections, partKinds, partRequirements, partHolidays)},
		{"people", slices.Concat(
			only(env.May(data.ManageAccounts), partAccounts),
			only(env.May(data.ManageAccounts) || env.May(data.LetIn), partAccess))},
		{"data", slices.Concat(only(true, partBackup), only(people, partBin, partOutside), only(env.May(data.ReadAudit), partAudit))},
	}
	return slices.DeleteFunc(all, func(g group) bool { return len(g.parts) == 0 })
}

// person is an account with what it can open and what it should.
type person struct {
	data.Account
	opens []data.Wall // and should
	waits []data.Wall // should open, but nobody has let it in yet
	late  []data.Wall // opens, but should not any more
}

// people joins what is known of each account, in the order of the list.
func people(all []store.Access) []person {
	var out []person
	for _, a := range all {
		i := slices.IndexFunc(out, func(p person) bool { return p.ID == a.Account.ID })
		if i < 0 {
			i, out = len(out), append(out, person{Account: a.Account})
		}
		switch p := &out[i]; {
		case a.Has && a.Wanted:
			p.opens = append(p.opens, a.Wall)
		case a.Wanted:
			p.waits = append(p.waits, a.Wall)
		case a.Has:
			p.late = append(p.late, a.Wall)
		}
	}
	return out
}

// file is one file of the centre as the part Access shows it.
type file struct {
	wall data.Wall
	held bool           // this account opens it
	open []data.Account // who opens it, as she should
	in   []data.Account // wait to be let in
	out  []data.Account // are to be shut out
}

// files says of each file who opens it and who waits, in the order of the walls.
func files(all []store.Access) []file {
	var out []file
	for _, w := range data.Walls() {
		f := file{wall: w}
		for _, a := range all {
			if a.Wall != w {
				continue
			}
			f.held = a.Held
			switch {
			case a.Has && a.Wanted:
				f.open = append(f.open, a.Account)
			case a.Wanted:
				f.in = append(f.in, a.Account)
			case a.Has:
				f.out = append(f.out, a.Account)
			}
		}
		out = append(out, f)
	}
	return out
}

// able are those who may let others into the file.
func (f file) able() []data.Account {
	right := page.RightToKeep(f.wall)
	return slices.DeleteFunc(slices.Clone(f.open), func(a data.Account) bool { return !a.Role.May(right) })
}

// names lists accounts by their names.
func names(accounts []data.Account) []string {
	out := make([]string, len(accounts))
	for i, a := range accounts {
		out[i] = a.Name
	}
	return out
}

// loadPeople reads all accounts, those that can sign in first.
func loadPeople(ctx context.Context, env page.Env) ([]person, error) {
	all, err := env.Store.Access(ctx)
	if err != nil {
		return nil, err
	}
	out := people(all)
	slices.SortStableFunc(out, func(a, b person) int { return cmp.Compare(rank(a.State), rank(b.State)) })
	return out, nil
}

func rank(s data.AccountState) int {
	return slices.Index([]data.AccountState{data.AccountActive, data.AccountDisabled, data.AccountRemoved}, s)
}

const (
	binDays  = 30 // how long the bin keeps what was deleted
	soonGone = 3  // days
)

// daysLeft is how many days an item of the bin stays, at least 0.
func daysLeft(i data.BinItem, today data.Date) int {
	return max(0, binDays-today.DaysSince(i.At.Local().Date()))
}

// held are the files that an account opens.
func held(env page.Env) []data.Wall {
	return slices.DeleteFunc(data.Walls(), func(w data.Wall) bool { return !env.Store.Holds(w) })
}

// unverified are the files of a backup that nobody has looked through yet.
func unverified(b store.Backup) []data.Wall {
	return slices.DeleteFunc(data.Walls(), func(w data.Wall) bool { return b.Verified(w) })
}

// packageName is the usual name of the package of a centre, of that day.
func packageName(c data.Centre, day data.Date) string {
	return strings.Join(slices.DeleteFunc([]string{"saya", c.ShortName, string(day)}, func(s string) bool { return s == "" }), "-")
}

// nextCode is a code that no entry of a catalogue has: a number, as the law numbers kinds of activity.
func nextCode(codes []string) string {
	most := 0
	for _, c := range codes {
		if n, err := strconv.Atoi(c); err == nil {
			most = max(most, n)
		}
	}
	return strconv.Itoa(most + 1)
}
