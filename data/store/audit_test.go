package store_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/store"
	"saya/data/store/storetest"
)

// audit is the lines of a filter in short form, the oldest first.
func audit(t *testing.T, s *store.Store, f data.AuditFilter) []string {
	t.Helper()
	lines, err := s.Audit(t.Context(), f)
	require.NoError(t, err)
	out := make([]string, len(lines))
	for i, l := range lines {
		out[len(lines)-1-i] = fmt.Sprint(l.Account, " ", l.Kind, " ", l.Entity, " ", l.Act, " ", l.Rows, " ", l.Fields, l.About)
	}
	return out
}

func TestAuditSaysWhatWasDoneWithoutValues(t *testing.T) {
	s := storetest.New(t)
	by := storetest.Actor()
	v := storetest.Volunteer(t, s)
	v.Email, v.Phones = "known@sample.invalid", data.List{"+77010000001"}
	_, err := s.SaveVolunteer(t.Context(), by, v)
	require.NoError(t, err)
	_, err = s.Import(t.Context(), by, func(i *store.Importer) error {
		for range 3 {
			if _, err := i.SaveVolunteer(data.Volunteer{Person: data.Person{Surname: "Абаева", Given: "Мария"}, Accepted: "2026-01-01"}); err != nil {
				return err
			}
		}
		w, err := s.Volunteer(context.Background(), v.ID)
		if err == nil {
			w.Email = ""
			_, err = i.SaveVolunteer(w)
		}
		return err
	})
	require.NoError(t, err)
	undoLast(t, s)
	_, err = s.SaveVolunteer(t.Context(), by, data.Volunteer{})
	require.Error(t, err, "what was refused leaves no line")
	require.Equal(t, []string{
		"manager save_volunteer volunteers insert 1 []",
		"manager save_volunteer volunteers change 1 [email phones]",
		"manager import volunteers insert 2-4 []",
		"manager import volunteers change 1 [email]",
		"manager undo volunteers change 1 [email]",
		"manager undo volunteers delete 2-4 []",
	}, audit(t, s, data.AuditFilter{Entity: "volunteers"}))
	for _, l := range audit(t, s, data.AuditFilter{}) {
		require.NotContains(t, l, "known")
		require.NotContains(t, l, "Мария")
	}
}

func TestAuditFilters(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "centre")
	s := create(t, dir)
	require.NoError(t, s.Load(t.Context(), data.Actor{Account: "founder"}, func(l *store.Loader) error {
		_, err := l.AddVolunteer(data.Volunteer{Person: data.Person{Given: "Әсем"}, Status: data.Active, Naming: data.ByNumber, Accepted: "2026-01-01"})
		return err
	}))
	v := storetest.Volunteer(t, s)
	h := storetest.Hours(t, s, v.ID)
	id, err := s.AddExport(t.Context(), storetest.Actor(), data.Export{Report: "hours", FileName: "hours.xlsx"})
	require.NoError(t, err)
	require.NoError(t, s.Close())
	s, err = open(dir)
	require.NoError(t, err)
	require.NoError(t, s.Lock())
	s, err = open(dir)
	require.NoError(t, err)

	require.Equal(t, []string{"founder load    []"}, audit(t, s, data.AuditFilter{Kind: "load"}))
	require.Equal(t, []string{fmt.Sprint("manager save_hours hours insert ", h.ID, " []")}, audit(t, s, data.AuditFilter{Entity: "hours", Row: h.ID}))
	require.Empty(t, audit(t, s, data.AuditFilter{Entity: "hours", Row: h.ID + 1}))
	require.Equal(t, []string{fmt.Sprint("manager add_export exports insert ", id, " []hours")}, audit(t, s, data.AuditFilter{Entity: "exports"}))
	require.Equal(t, []string{"founder load    []"}, audit(t, s, data.AuditFilter{Account: "founder"}))
	require.Len(t, audit(t, s, data.AuditFilter{From: storetest.Day, To: storetest.Day, Kind: "sign_in"}), 2)
	require.Len(t, audit(t, s, data.AuditFilter{Kind: "lock"}), 1)
	require.Empty(t, audit(t, s, data.AuditFilter{From: storetest.Day.AddDays(1)}))
	require.Empty(t, audit(t, s, data.AuditFilter{To: storetest.Day.AddDays(-1)}))
	require.Len(t, audit(t, s, data.AuditFilter{Limit: 2}), 2)
	require.NoError(t, s.Close())

	s, err = openAs(dir, "staff")
	require.NoError(t, err)
	_, err = s.Audit(t.Context(), data.AuditFilter{})
	refused(t, "errors.not_allowed", err)
	require.NoError(t, s.Close())
}

func openAs(dir, account string) (*store.Store, error) {
	return store.Open(context.Background(), dir, store.OpenOptions{Now: storetest.Now, Account: account, Password: store.SamplePassword})
}

// states are what is wrong with the chains of a centre, by file.
func states(t *testing.T, s *store.Store) map[data.Wall]data.ChainState {
	t.Helper()
	list, err := s.CheckAudit(t.Context())
	require.NoError(t, err)
	out := map[data.Wall]data.ChainState{}
	for _, c := range list {
		if !c.Intact() {
			out[c.Wall] = c
		}
	}
	return out
}

func TestChainShowsWhatWasDoneToIt(t *testing.T) {
	for name, c := range map[string]struct {
		wall  data.Wall
		spoil string
		want  data.ChainState
	}{
		"nothing":         {data.PeopleWall, "SELECT 1", data.ChainState{}},
		"a word changed":  {data.PeopleWall, "UPDATE audit SET account = 'staff' WHERE id = 2", data.ChainState{Lines: 4, BrokenAt: 2}},
		"parts moved":     {data.PeopleWall, "UPDATE audit SET act = '', entity = entity || act WHERE id = 2", data.ChainState{Lines: 4, BrokenAt: 2}},
		"one taken out":   {data.PeopleWall, "DELETE FROM audit WHERE id = 2", data.ChainState{Lines: 3, BrokenAt: 3}},
		"the first taken": {data.PeopleWall, "DELETE FROM audit WHERE id = 1", data.ChainState{Lines: 3, BrokenAt: 2}},
		"two exchanged": {
			data.PeopleWall, "UPDATE audit SET id = CASE id WHEN 2 THEN -3 ELSE -2 END WHERE id IN (2, 3); UPDATE audit SET id = -id WHERE id < 0",
			data.ChainState{Lines: 4, BrokenAt: 2},
		},
		"the end cut off": {data.PeopleWall, "DELETE FROM audit WHERE id > 2", data.ChainState{Lines: 2, Missing: 2}},
		"all cut off":     {data.PeopleWall, "DELETE FROM audit", data.ChainState{Missing: 4}},
	} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "centre")
			require.NoError(t, create(t, dir).Close())
			s, err := open(dir)
			require.NoError(t, err)
			for range 4 {
				storetest.Volunteer(t, s)
			}
			require.NoError(t, s.Close())
			alter(t, dir, c.wall, c.spoil)
			for range 2 { // it does not heal by itself
				s, err = open(dir)
				require.NoError(t, err)
				want := map[data.Wall]data.ChainState{}
				if c.want != (data.ChainState{}) {
					got := states(t, s)[c.wall]
					c.want.Wall, c.want.Lines = c.wall, got.Lines
					want[c.wall] = c.want
				}
				require.Equal(t, want, states(t, s))
				found, err := s.Check(t.Context())
				require.NoError(t, err)
				require.Len(t, found, len(want))
				require.NoError(t, s.Close())
			}
		})
	}
}

// The people's file knows how the audit of the centre's ended.
func TestCutEndOfTheCentresFile(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "centre")
	require.NoError(t, create(t, dir).Close())
	alter(t, dir, data.CentreWall, "DELETE FROM audit")
	for range 3 {
		s, err := open(dir)
		require.NoError(t, err)
		require.False(t, states(t, s)[data.CentreWall].Intact())
		require.NoError(t, s.Close())
	}
}

// What is written after the end was cut off goes on from there: the other file knows better, as long as there are fewer
// lines, and also when there are as many again.
func TestCutEndIsNotForgotten(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "centre")
	s := create(t, dir)
	for range 4 {
		storetest.Volunteer(t, s)
	}
	require.NoError(t, s.Close())
	alter(t, dir, data.PeopleWall, "DELETE FROM audit WHERE id > 2")
	s, err := open(dir)
	require.NoError(t, err)
	for range 5 {
		storetest.Volunteer(t, s)
	}
	require.NoError(t, s.Close())
	s, err = open(dir)
	require.NoError(t, err)
	require.Equal(t, int64(4), states(t, s)[data.PeopleWall].BrokenAt)
	require.NoError(t, s.Close())
}

func TestAuditOfAccounts(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "centre")
	require.NoError(t, create(t, dir).Close())
	s, err := openAs(dir, "admin")
	require.NoError(t, err)
	id, err := s.AddAccount(t.Context(), s.Actor(), store.NewAccount{Name: "second", Role: data.Staff, Password: "тұлпар-қобыз-жусан-47"})
	require.NoError(t, err)
	require.NoError(t, s.DisableAccount(t.Context(), s.Actor(), id))
	require.NoError(t, s.EnableAccount(t.Context(), s.Actor(), id))
	require.NoError(t, s.Close())
	s, err = open(dir)
	require.NoError(t, err)
	require.NoError(t, s.LetIn(t.Context(), s.Actor(), id, data.PeopleWall))
	require.Equal(t, []string{
		"admin add_account accounts insert 6 []", "admin disable_account accounts change 6 []",
		"admin enable_account accounts change 6 []", "manager let_in accounts  6 []people",
	}, audit(t, s, data.AuditFilter{Entity: "accounts", Row: id}))
	require.Empty(t, states(t, s))
	require.NoError(t, s.Close())
}

// Whoever signs in leaves behind how often it was tried in vain.
func TestAuditCountsFailedTries(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "centre")
	require.NoError(t, create(t, dir).Close())
	for range 2 {
		_, err := store.Open(t.Context(), dir, store.OpenOptions{Now: storetest.Now, Account: "manager", Password: "wrong"})
		refused(t, "store.wrong_password", err)
	}
	for range 2 {
		s, err := openAs(dir, "manager")
		require.NoError(t, err)
		require.NoError(t, s.Close())
	}
	s, err := open(dir)
	require.NoError(t, err)
	require.Equal(t, []string{"manager sign_in    []2", "manager sign_in    []", "manager sign_in    []"}, audit(t, s, data.AuditFilter{Kind: "sign_in"}))
	require.NoError(t, s.Close())
}

// An account that opens one file only leaves chains whole that it cannot see.
func TestChainsOfManyAccounts(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "centre")
	require.NoError(t, create(t, dir).Close())
	for _, name := range []string{"admin", "manager", "caseworker", "staff", "admin", "manager"} {
		s, err := openAs(dir, name)
		require.NoError(t, err)
		require.Empty(t, states(t, s), name)
		found, err := s.Check(t.Context())
		require.NoError(t, err)
		require.Empty(t, found, name)
		require.NoError(t, s.Close())
	}
}

func TestOutsideFiles(t *testing.T) {
	s := storetest.New(t)
	by, dir := storetest.Actor(), t.TempDir()
	made := map[string]int64{}
	for _, name := range []string{"kept.xlsx", "changed.xlsx", "gone.xlsx", "forgotten.xlsx"} {
		path := filepath.Join(dir, name)
		require.NoError(t, os.WriteFile(path, []byte(name), 0o600))
		id, err := s.AddOutside(t.Context(), by, "people", path)
		require.NoError(t, err)
		made[name] = id
	}
	require.NoError(t, os.WriteFile(filepath.Join(dir, "changed.xlsx"), []byte("other"), 0o600))
	require.NoError(t, os.Remove(filepath.Join(dir, "gone.xlsx")))
	list, err := s.Outside(t.Context())
	require.NoError(t, err)
	there := map[string]bool{}
	for _, f := range list {
		there[filepath.Base(f.Path)] = f.There
		require.Equal(t, "people", f.Kind)
		require.Equal(t, by.Account, f.Account)
	}
	require.Equal(t, map[string]bool{"kept.xlsx": true, "changed.xlsx": true, "gone.xlsx": false, "forgotten.xlsx": true}, there)

	require.NoError(t, s.DeleteOutside(t.Context(), by, made["kept.xlsx"]))
	require.NoFileExists(t, filepath.Join(dir, "kept.xlsx"))
	require.NoError(t, s.DeleteOutside(t.Context(), by, made["gone.xlsx"]))
	refused(t, "audit.outside_changed", s.DeleteOutside(t.Context(), by, made["changed.xlsx"]))
	require.FileExists(t, filepath.Join(dir, "changed.xlsx"))
	require.NoError(t, s.ForgetOutside(t.Context(), by, made["forgotten.xlsx"]))
	require.FileExists(t, filepath.Join(dir, "forgotten.xlsx"))
	refused(t, "errors.not_found", s.ForgetOutside(t.Context(), by, made["forgotten.xlsx"]))
	list, err = s.Outside(t.Context())
	require.NoError(t, err)
	require.Len(t, list, 1)
	require.Equal(t, made["changed.xlsx"], list[0].ID)

	again, err := s.AddOutside(t.Context(), by, "people", list[0].Path)
	require.NoError(t, err)
	require.NotEqual(t, list[0].ID, again, "the file was made anew")
	require.NoError(t, s.DeleteOutside(t.Context(), by, again))
	_, err = s.AddOutside(t.Context(), by, "people", dir)
	refused(t, "audit.outside_unread", err)
	for _, l := range audit(t, s, data.AuditFilter{Entity: "outside_files"}) {
		require.NotContains(t, l, "xlsx")
	}
}

func TestOutsideFilesOfWhoSeesNobody(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "centre")
	require.NoError(t, create(t, dir).Close())
	s, err := openAs(dir, "admin")
	require.NoError(t, err)
	id, err := s.AddOutside(t.Context(), s.Actor(), "recovery_sheet", filepath.Join(dir, "centre.saya"))
	require.NoError(t, err)
	require.Zero(t, id)
	require.NoError(t, s.Close())
}

// Nothing of the audit, the bin or the list of files lies in clear on the disk.
func TestAuditIsEncrypted(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "centre")
	s := create(t, dir)
	storetest.Volunteer(t, s)
	for _, name := range []string{"people.saya", "people.saya-wal", "centre.saya-wal"} {
		content, err := os.ReadFile(filepath.Join(dir, name))
		require.NoError(t, err)
		require.False(t, bytes.Contains(content, []byte("save_volunteer")), name)
	}
	require.NoError(t, s.Close())
}
