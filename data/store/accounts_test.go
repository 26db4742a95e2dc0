package store_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/store"
	"saya/data/store/storetest"
	"saya/data/vault"
)

// Passwords of real centres.
const (
	adminWord    = "терезе алдында қызғалдақ өсті"
	managerWord  = "жеті қабат көк аспан"
	staffWord    = "correct horse battery staple 7"
	recoveryWord = "ащы бұрыш тәтті қауын"
)

// real makes a centre that is no sample and returns its recovery codes.
func real(t *testing.T) (dir string, codes map[store.Wall]string) {
	t.Helper()
	dir = filepath.Join(t.TempDir(), "centre")
	s, err := store.Create(t.Context(), dir, store.CreateOptions{
		Centre: storetest.Profile(), Now: storetest.Now,
		Accounts: []store.NewAccount{
			{Name: "Админ", Role: data.Admin, Password: adminWord},
			{Name: "Басшы", Role: data.Manager, Password: managerWord},
		},
	})
	require.NoError(t, err)
	codes = s.RecoveryCodes()
	require.Nil(t, s.RecoveryCodes(), "told once")
	require.Len(t, codes, 4)
	require.NoError(t, s.Close())
	return dir, codes
}

func enter(t *testing.T, dir, name, password string) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), dir, store.OpenOptions{Now: storetest.Now, Account: name, Password: password})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, s.Close()) })
	return s
}

func cannotEnter(t *testing.T, dir, name, password string) {
	t.Helper()
	_, err := store.Open(t.Context(), dir, store.OpenOptions{Now: hoursLater(), Account: name, Password: password})
	refused(t, "store.wrong_password", err)
}

// hoursLater is a clock that never lets anybody wait.
func hoursLater() func() time.Time {
	now := storetest.Now()
	return func() time.Time { now = now.Add(time.Hour); return now }
}

func TestWhoOpensWhat(t *testing.T) {
	dir, _ := real(t)
	admin := enter(t, dir, " админ", adminWord)
	require.Equal(t, data.Actor{Account: "Админ", Role: data.Admin}, admin.Actor())
	for _, w := range data.Walls() {
		require.Equal(t, w == data.CentreWall, admin.Holds(w), w)
	}
	_, err := admin.Volunteers(t.Context(), data.VolunteerFilter{})
	refused(t, "errors.no_access", err)
	_, err = admin.SaveVolunteer(t.Context(), admin.Actor(), data.Volunteer{})
	require.True(t, data.IsCode(err, data.Denied) || data.IsCode(err, data.Invalid), err)

	manager := enter(t, dir, "басшы", managerWord)
	for w, want := range map[data.Wall]bool{data.CentreWall: true, data.PeopleWall: true, data.ShelterWall: true, data.CasesWall: false} {
		require.Equal(t, want, manager.Holds(w), w)
	}
	require.NoError(t, manager.Close())
	require.NoError(t, admin.Close())

	for name, password := range map[string]string{"Басшы": adminWord, "никто": adminWord, "Админ": "", "": "x"} {
		if name != "" {
			cannotEnter(t, dir, name, password)
			continue
		}
		_, err := store.Open(t.Context(), dir, store.OpenOptions{Now: hoursLater()})
		refused(t, "store.wrong_password", err)
	}
}

// An account is let in by two: the administrator makes it, who opens a file opens that to it.
func TestLettingIn(t *testing.T) {
	dir, codes := real(t)
	admin := enter(t, dir, "админ", adminWord)
	staff, err := admin.AddAccount(t.Context(), admin.Actor(), store.NewAccount{Name: "Айгүл", Role: data.Staff, Password: staffWord, OneTime: true})
	require.NoError(t, err)
	cases, err := admin.AddAccount(t.Context(), admin.Actor(), store.NewAccount{Name: "Ісші", Role: data.CaseWorker, Password: staffWord})
	require.NoError(t, err)
	_, err = admin.AddAccount(t.Context(), admin.Actor(), store.NewAccount{Name: "АЙГҮЛ ", Role: data.Staff, Password: staffWord})
	refused(t, "store.name_taken", err)
	refused(t, "errors.not_allowed", admin.LetIn(t.Context(), admin.Actor(), staff, data.PeopleWall))

	s := enter(t, dir, "айгүл", staffWord)
	me, err := s.Me(t.Context())
	require.NoError(t, err)
	require.True(t, me.MustChange)
	require.False(t, s.Holds(data.PeopleWall))
	require.NoError(t, s.ChangePassword(t.Context(), s.Actor(), staffWord, recoveryWord))
	refused(t, "store.wrong_current", s.ChangePassword(t.Context(), s.Actor(), staffWord, managerWord))
	require.NoError(t, s.Close())
	cannotEnter(t, dir, "айгүл", staffWord)

	manager := enter(t, dir, "басшы", managerWord)
	require.Contains(t, waiting(t, manager), store.Access{Account: account(t, manager, staff), Wall: data.PeopleWall, Wanted: true, Held: true})
	require.NoError(t, manager.LetIn(t.Context(), manager.Actor(), staff, data.PeopleWall))
	refused(t, "errors.not_allowed", manager.LetIn(t.Context(), manager.Actor(), staff, data.ShelterWall))
	refused(t, "errors.no_access", manager.LetIn(t.Context(), manager.Actor(), cases, data.CasesWall))
	refused(t, "errors.not_allowed", manager.LetInByCode(t.Context(), manager.Actor(), cases, data.CasesWall, codes[data.CasesWall]))
	refused(t, "store.wrong_code", admin.LetInByCode(t.Context(), admin.Actor(), cases, data.CasesWall, codes[data.PeopleWall]))
	require.NoError(t, admin.LetInByCode(t.Context(), admin.Actor(), cases, data.CasesWall, codes[data.CasesWall]))
	require.NoError(t, manager.LetIn(t.Context(), manager.Actor(), cases, data.ShelterWall))
	require.Empty(t, waiting(t, manager))

	s = enter(t, dir, "айгүл", recoveryWord)
	require.True(t, s.Holds(data.PeopleWall))
	require.False(t, s.Holds(data.ShelterWall))
	c := enter(t, dir, "ісші", staffWord)
	require.True(t, c.Holds(data.CasesWall))
	require.True(t, c.Holds(data.ShelterWall))
	require.False(t, c.Holds(data.PeopleWall))
}

func account(t *testing.T, s *store.Store, id int64) data.Account {
	t.Helper()
	accounts, err := s.Accounts(t.Context())
	require.NoError(t, err)
	i := slices.IndexFunc(accounts, func(a data.Account) bool { return a.ID == id })
	return accounts[i]
}

// waiting is what is to be let in or shut out.
func waiting(t *testing.T, s *store.Store) []store.Access {
	t.Helper()
	all, err := s.Access(t.Context())
	require.NoError(t, err)
	return slices.DeleteFunc(all, func(a store.Access) bool { return a.Has == a.Wanted })
}

// An administrator who gives somebody a new password does not get into what she could open.
func TestResetDoesNotOpenFiles(t *testing.T) {
	dir, _ := real(t)
	admin := enter(t, dir, "админ", adminWord)
	require.NoError(t, admin.ResetPassword(t.Context(), admin.Actor(), 2, staffWord))
	cannotEnter(t, dir, "басшы", managerWord)
	s := enter(t, dir, "басшы", staffWord)
	require.False(t, s.Holds(data.PeopleWall), "her key pair is another one")
	require.Len(t, waiting(t, s), 2)
	require.NoError(t, s.Close())
}

func TestRemovedAccount(t *testing.T) {
	dir, _ := real(t)
	admin := enter(t, dir, "админ", adminWord)
	staff, err := admin.AddAccount(t.Context(), admin.Actor(), store.NewAccount{Name: "Айгүл", Role: data.Staff, Password: staffWord})
	require.NoError(t, err)
	manager := enter(t, dir, "басшы", managerWord)
	require.NoError(t, manager.LetIn(t.Context(), manager.Actor(), staff, data.PeopleWall))
	oneMore(t, manager)
	draft := data.DraftKey{Section: "volunteers", Record: 1}
	require.NoError(t, manager.SaveDraft(t.Context(), manager.Actor(), data.FormDraft{DraftKey: draft}))

	// what she may have kept: the file of that day, and its key
	kept, err := os.ReadFile(filepath.Join(dir, "people.saya"))
	require.NoError(t, err)
	require.NoError(t, admin.RemoveAccount(t.Context(), admin.Actor(), staff))
	cannotEnter(t, dir, "айгүл", staffWord)
	require.Equal(t, []store.Access{{Account: account(t, manager, staff), Wall: data.PeopleWall, Has: true, Held: true}}, waiting(t, manager))
	refused(t, "errors.locked", manager.ShutOut(t.Context(), manager.Actor(), staff, data.PeopleWall, true))
	require.NoError(t, admin.Close())
	require.NoError(t, manager.ShutOut(t.Context(), manager.Actor(), staff, data.PeopleWall, true))
	require.Empty(t, waiting(t, manager))

	ids, err := manager.Volunteers(t.Context(), data.VolunteerFilter{})
	require.NoError(t, err, "the work goes on in the file with the new key")
	require.Len(t, ids, 1)
	oneMore(t, manager)
	require.NoError(t, manager.Close())
	now, err := os.ReadFile(filepath.Join(dir, "people.saya"))
	require.NoError(t, err)
	require.NotEqual(t, kept[:vault.HeaderSize], now[:vault.HeaderSize])
	again := enter(t, dir, "басшы", managerWord)
	ids, err = again.Volunteers(t.Context(), data.VolunteerFilter{})
	require.NoError(t, err)
	require.Len(t, ids, 2)
	drafts, err := again.Drafts(t.Context(), again.Actor())
	require.NoError(t, err)
	require.Len(t, drafts, 1, "what was typed has the new key too")
}

func oneMore(t *testing.T, s *store.Store) {
	t.Helper()
	_, err := s.SaveVolunteer(t.Context(), s.Actor(), data.Volunteer{
		Person: data.Person{Surname: "Қалиева", Given: "Әсем", Birth: "1990-05-01"}, Accepted: "2026-01-10",
	})
	require.NoError(t, err)
}

func TestDisabledAccount(t *testing.T) {
	dir, _ := real(t)
	admin := enter(t, dir, "админ", adminWord)
	require.NoError(t, admin.DisableAccount(t.Context(), admin.Actor(), 2))
	cannotEnter(t, dir, "басшы", managerWord)
	refused(t, "store.not_active", admin.ResetPassword(t.Context(), admin.Actor(), 2, staffWord))
	require.NoError(t, admin.EnableAccount(t.Context(), admin.Actor(), 2))
	manager := enter(t, dir, "басшы", managerWord)
	require.True(t, manager.Holds(data.PeopleWall), "an administrator cannot take her slot there, nor does she lose it")
}

func TestAccountRefusals(t *testing.T) {
	dir, _ := real(t)
	admin := enter(t, dir, "админ", adminWord)
	actor := admin.Actor()
	refused(t, "store.own_account", admin.DisableAccount(t.Context(), actor, 1))
	refused(t, "store.own_account", admin.RemoveAccount(t.Context(), actor, 1))
	refused(t, "store.last_admin", admin.SetRole(t.Context(), actor, 1, data.Staff))
	refused(t, "errors.not_found", admin.RenameAccount(t.Context(), actor, 99, "x"))
	refused(t, "store.name_taken", admin.RenameAccount(t.Context(), actor, 1, "БАСШЫ"))
	refused(t, "errors.required", admin.RenameAccount(t.Context(), actor, 1, "  "))
	_, err := admin.AddAccount(t.Context(), actor, store.NewAccount{Name: "x", Role: data.Staff, Password: "12345"})
	refused(t, "password.weak", err)
	_, err = admin.AddAccount(t.Context(), actor, store.NewAccount{Name: "x", Role: "boss", Password: staffWord})
	refused(t, "errors.required", err)
	require.NoError(t, admin.RenameAccount(t.Context(), actor, 2, "Директор"))
	manager := enter(t, dir, "директор", managerWord)
	require.True(t, manager.Holds(data.PeopleWall))
	_, err = manager.AddAccount(t.Context(), manager.Actor(), store.NewAccount{Name: "x", Role: data.Staff, Password: staffWord})
	refused(t, "errors.not_allowed", err)
	_, err = manager.SaveVolunteer(t.Context(), data.Actor{Account: "Админ", Role: data.Manager}, data.Volunteer{})
	require.Error(t, err, "nobody writes under another name")
}

// The last administrator forgot her password: the recovery sheet brings her back, into the centre's own file only.
func TestRecovery(t *testing.T) {
	dir, codes := real(t)
	recovered := func(code, name string) error {
		return store.RecoverAccount(t.Context(), dir, code, name, recoveryWord, hoursLater())
	}
	refused(t, "store.wrong_code", recovered(codes[data.PeopleWall], "админ"))
	refused(t, "store.no_account", recovered(codes[data.CentreWall], "никто"))
	require.NoError(t, recovered(codes[data.CentreWall], "админ"))
	cannotEnter(t, dir, "админ", adminWord)
	admin := enter(t, dir, "админ", recoveryWord)
	require.NoError(t, admin.ResetPassword(t.Context(), admin.Actor(), 2, staffWord))
	require.NoError(t, admin.LetInByCode(t.Context(), admin.Actor(), 2, data.PeopleWall, codes[data.PeopleWall]))
	manager := enter(t, dir, "басшы", staffWord)
	require.True(t, manager.Holds(data.PeopleWall))
	next, err := manager.NewRecoveryCode(t.Context(), manager.Actor(), data.PeopleWall)
	require.NoError(t, err)
	require.NotEqual(t, codes[data.PeopleWall], next)
	refused(t, "store.wrong_code", admin.LetInByCode(t.Context(), admin.Actor(), 2, data.PeopleWall, codes[data.PeopleWall]))
	require.NoError(t, admin.LetInByCode(t.Context(), admin.Actor(), 2, data.PeopleWall, next))
}

// The role matrix through the store: what each role writes.
func TestRoleMatrix(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "centre")
	made := create(t, dir)
	v := storetest.Volunteer(t, made)
	e := storetest.Event(t, made)
	h := storetest.Hours(t, made, v.ID)
	require.NoError(t, made.Close())
	writes := map[data.Right]func(s *store.Store) error{
		data.KeepVolunteers: func(s *store.Store) error {
			v, err := s.Volunteer(t.Context(), v.ID)
			if err == nil {
				v.Note += "."
				_, err = s.SaveVolunteer(t.Context(), s.Actor(), v)
			}
			return err
		},
		data.KeepEvents: func(s *store.Store) error {
			_, err := s.SaveNeed(t.Context(), s.Actor(), data.Need{EventID: e.ID, Role: "Помощник", Wanted: 1})
			return err
		},
		data.MarkAttendance: func(s *store.Store) error {
			e, err := s.Event(t.Context(), e.ID)
			if err != nil {
				return err
			}
			e.PublicCount = data.KnownCount(7)
			if err := s.SaveAttendance(t.Context(), s.Actor(), e, nil); err != nil {
				return err
			}
			e.Title.RU = "Другое"
			err = s.SaveAttendance(t.Context(), s.Actor(), e, nil)
			require.Equal(t, s.Actor().Role.May(data.KeepEvents), !data.IsCode(err, data.Denied), "attendance is no way to change the rest")
			return nil
		},
		data.KeepHours: func(s *store.Store) error {
			_, err := s.SaveHours(t.Context(), s.Actor(), data.Hours{VolunteerID: v.ID, Day: "2026-11-20", Minutes: 1, Status: data.Submitted})
			return err
		},
		data.ApproveHours: func(s *store.Store) error {
			h, err := s.HoursEntry(t.Context(), h.ID)
			if err != nil {
				return err
			}
			if h.Status == data.Approved {
				return s.ReturnHours(t.Context(), s.Actor(), []int64{h.ID}, "x", "")
			}
			return s.ApproveHours(t.Context(), s.Actor(), []int64{h.ID})
		},
		data.LockMonths: func(s *store.Store) error { return s.LockMonth(t.Context(), s.Actor(), "2025-01") },
		data.KeepContributions: func(s *store.Store) error {
			_, err := s.SaveContribution(t.Context(), s.Actor(), data.Contribution{Kind: data.Money, GiverKind: data.GivenAnonymously, Day: "2026-11-01", Value: 100})
			return err
		},
		data.ImportRecords: func(s *store.Store) error {
			_, err := s.AddExport(t.Context(), s.Actor(), data.Export{Report: "rejected"})
			return err
		},
		data.ExportReports: func(s *store.Store) error {
			_, err := s.AddExport(t.Context(), s.Actor(), data.Export{Report: "front-office"})
			return err
		},
		data.KeepCentre: func(s *store.Store) error {
			c, err := s.Centre(t.Context())
			if err == nil {
				c.WaitDays++
				err = s.SaveCentre(t.Context(), s.Actor(), c)
			}
			return err
		},
		data.ManageAccounts: func(s *store.Store) error { return s.RenameAccount(t.Context(), s.Actor(), 1, "staff") },
	}
	for _, role := range data.Roles() {
		s := enter(t, dir, string(role), store.SamplePassword)
		for right, write := range writes {
			err := write(s)
			if role.May(right) {
				require.NoError(t, err, "%s: %s", role, right)
			} else {
				require.True(t, data.IsCode(err, data.Denied), "%s: %s: %v", role, right, err)
			}
		}
		for _, w := range data.Walls() {
			require.Equal(t, role.Opens(w), s.Holds(w), "%s: %s", role, w)
		}
		require.NoError(t, s.Close())
	}
}

// Somebody with the files and the source of the program: an organizer's key opens no file but hers.
func TestOrganizerCannotOpenTheShelter(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "centre")
	require.NoError(t, create(t, dir).Close())
	f, id, err := vault.Open(filepath.Join(dir, "centre.saya"), "centre", "organizer", store.SamplePassword)
	require.NoError(t, err)
	f.Close()
	for _, wall := range []string{"shelter", "cases"} {
		for _, account := range []string{"a2", "a3", "organizer"} {
			_, err = vault.OpenAs(filepath.Join(dir, wall+".saya"), wall, account, id)
			require.ErrorIs(t, err, vault.ErrPassword, "%s as %s", wall, account)
			_, _, err = vault.Open(filepath.Join(dir, wall+".saya"), wall, account, store.SamplePassword)
			require.ErrorIs(t, err, vault.ErrPassword, "%s as %s", wall, account)
		}
	}
	f, err = vault.OpenAs(filepath.Join(dir, "people.saya"), "people", "a2", id)
	require.NoError(t, err)
	f.Close()
}

func TestGuessingTakesLongerEachTime(t *testing.T) {
	dir, _ := real(t)
	now := storetest.Now()
	try := func(password string) error {
		s, err := store.Open(t.Context(), dir, store.OpenOptions{Now: func() time.Time { return now }, Account: "админ", Password: password})
		if err == nil {
			require.NoError(t, s.Close())
		}
		return err
	}
	for range 3 {
		refused(t, "store.wrong_password", try("x"))
	}
	refused(t, "store.wait", try(adminWord))
	now = now.Add(2 * time.Second)
	require.NoError(t, try(adminWord))
	require.NoError(t, try(adminWord))
}
