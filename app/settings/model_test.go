package settings

import (
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/store"
)

func entry(id int64, role data.Role, w data.Wall, has, wanted bool) store.Access {
	return store.Access{Account: data.Account{ID: id, Role: role}, Wall: w, Has: has, Wanted: wanted}
}

func TestPeopleAreSaidWhatTheyOpen(t *testing.T) {
	all := people([]store.Access{
		entry(1, data.Staff, data.CentreWall, true, true), entry(2, data.Admin, data.CentreWall, true, true),
		entry(1, data.Staff, data.PeopleWall, false, true), entry(2, data.Admin, data.PeopleWall, false, false),
		entry(1, data.Staff, data.CasesWall, true, false),
	})
	require.Len(t, all, 2)
	require.Equal(t, []data.Wall{data.CentreWall}, all[0].opens)
	require.Equal(t, []data.Wall{data.PeopleWall}, all[0].waits)
	require.Equal(t, []data.Wall{data.CasesWall}, all[0].late)
	require.Empty(t, all[1].waits)
}

// Who opens a file does not let others in by that alone.
func TestWhoMayLetOthersIn(t *testing.T) {
	all := files([]store.Access{
		entry(1, data.Organizer, data.PeopleWall, true, true), entry(2, data.Manager, data.PeopleWall, true, true),
		entry(3, data.Manager, data.PeopleWall, false, true), entry(4, data.Admin, data.CentreWall, true, true),
	})
	ids := map[data.Wall][]int64{}
	for _, f := range all {
		for _, a := range f.able() {
			ids[f.wall] = append(ids[f.wall], a.ID)
		}
	}
	require.Equal(t, map[data.Wall][]int64{data.CentreWall: {4}, data.PeopleWall: {2}}, ids)
}

func TestDaysLeftInTheBin(t *testing.T) {
	at := func(day data.Date) data.BinItem { return data.BinItem{At: data.StampOf(day.Time())} }
	require.Equal(t, 30, daysLeft(at("2026-11-22"), "2026-11-22"))
	require.Equal(t, 1, daysLeft(at("2026-10-24"), "2026-11-22"))
	require.Equal(t, 0, daysLeft(at("2026-01-01"), "2026-11-22"))
}

func TestPeriodOfTheAudit(t *testing.T) {
	require.Equal(t, data.Date("2026-11-16"), auditFilter{period: periodWeek}.of("2026-11-22").From)
	require.Empty(t, auditFilter{period: periodAll}.of("2026-11-22").From)
}
