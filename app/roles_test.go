package app_test

import (
	"context"
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"github.com/stretchr/testify/require"

	"saya/app"
	"saya/app/page"
	"saya/app/page/pagetest"
	"saya/app/shell"
	"saya/assets"
	"saya/assets/locale"
	"saya/data"
	"saya/data/store"
	"saya/data/store/storetest"
	"saya/widgets"
)

// things are records in which something is to be done, by the name of what it is.
type things map[string]int64

// busyCentre makes a sample centre where each role finds something to do.
func busyCentre(t *testing.T) (dir string, ids things) {
	t.Helper()
	dir = filepath.Join(t.TempDir(), "centre")
	s, err := store.Create(t.Context(), dir, store.CreateOptions{Sample: true, Centre: storetest.Profile(), Now: storetest.Now})
	require.NoError(t, err)
	v := storetest.Volunteer(t, s)
	past := func(e *data.Event) { e.Status = data.Confirmed }
	coming := func(e *data.Event) {
		e.Status, e.Start, e.End = data.Planned, "2026-12-01T10:00", "2026-12-01T12:00"
	}
	marked := storetest.Event(t, s)
	need := storetest.Need(t, s, marked.ID)
	_, err = s.AssignVolunteer(t.Context(), storetest.Actor(), need, v.ID, "")
	require.NoError(t, err)
	people, err := s.Assignments(t.Context(), marked.ID)
	require.NoError(t, err)
	require.NoError(t, s.SaveAttendance(t.Context(), storetest.Actor(), marked, []data.Mark{{
		AssignmentID: people[0].ID, Version: people[0].Version, Attendance: data.Attended,
	}}))
	worked := storetest.Event(t, s)
	entry := storetest.Hours(t, s, v.ID, func(h *data.Hours) {
		h.EventID, h.Status, h.Day, h.Start, h.End, h.Minutes = worked.ID, data.Submitted, "2026-11-21", "", "", 120
	})
	gift, err := s.SaveContribution(t.Context(), storetest.Actor(), data.Contribution{
		Kind: data.Goods, GiverKind: data.GivenByOrganisation, Giver: "Наубайхана", What: "Нан", Day: "2026-11-21",
	})
	require.NoError(t, err)
	ids = things{
		"entry": entry.ID, "gift": gift,
		"volunteer": v.ID, "application": storetest.Application(t, s).ID, "coming": storetest.Event(t, s, coming).ID,
		"past": storetest.Event(t, s, past).ID, "marked": marked.ID, "worked": worked.ID,
	}
	require.NoError(t, s.Close())
	return dir, ids
}

// looker is what an account sees.
type looker struct {
	*shell.Shell
	t      *testing.T
	window fyne.Window
	text   *locale.Printer
}

func as(t *testing.T, dir string, role data.Role) *looker {
	t.Helper()
	s, err := store.Open(t.Context(), dir, store.OpenOptions{Now: storetest.Now, Account: string(role), Password: store.SamplePassword})
	require.NoError(t, err)
	fa := test.NewTempApp(t)
	fa.Settings().SetTheme(assets.NewTheme(theme.VariantLight))
	w := fa.NewWindow("")
	w.Resize(fyne.NewSize(1440, 900))
	text := locale.New(locale.Russian)
	sh, err := app.NewShell(context.Background(), w, s, page.Env{Text: text, Run: page.Inline{}, Now: storetest.Now, Prefs: forgotten{}})
	require.NoError(t, err)
	t.Cleanup(func() {
		sh.Close()
		require.NoError(t, s.Close())
	})
	return &looker{sh, t, w, text}
}

// forgotten are preferences that end with the test.
type forgotten map[string]string

func (f forgotten) String(key string) string    { return f[key] }
func (f forgotten) SetString(key, value string) { f[key] = value }

// offers tells whether there is a button, or the name of a part, with these words.
func (l *looker) offers(words string) bool {
	found := false
	pagetest.Walk(l.window.Content(), func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *widgets.Button:
			found = found || o.Text == words
		case *canvas.Text:
			found = found || o.Text == words
		}
	})
	return found
}

// doings are what is offered where, and the right that it takes.
var doings = []struct {
	section, thing, words string
	args                  []any
	right                 data.Right
}{
	{"volunteers", "", "volunteers.new", nil, data.KeepVolunteers},
	{"volunteers", "volunteer", "common.edit", nil, data.KeepVolunteers},
	{"applications", "", "applications.new", nil, data.KeepVolunteers},
	{"applications", "application", "common.edit", nil, data.KeepVolunteers},
	{"applications", "application", "applications.accept", nil, data.KeepVolunteers},
	{"applications", "application", "applications.decline", nil, data.KeepVolunteers},
	{"events", "", "events.new", nil, data.KeepEvents},
	{"events", "coming", "common.edit", nil, data.KeepEvents},
	{"events", "coming", "events.confirm", nil, data.KeepEvents},
	{"events", "coming", "events.cancel", nil, data.KeepEvents},
	{"events", "coming", "events.add_need", nil, data.KeepEvents},
	{"events", "past", "events.attend", nil, data.MarkAttendance},
	{"events", "marked", "events.add_volunteer", nil, data.KeepEvents},
	{"events", "marked", "events.propose", nil, data.KeepHours},
	{"events", "marked", "hours.entry_new", nil, data.KeepHours},
	{"events", "worked", "events.approve", []any{"Count", 1}, data.ApproveHours},
	{"hours", "", "hours.entry_new", nil, data.KeepHours},
	{"hours", "", "hours.approve_all", nil, data.ApproveHours},
	{"hours", "entry", "common.edit", nil, data.KeepHours},
	{"hours", "entry", "hours.approve", nil, data.ApproveHours},
	{"hours", "entry", "hours.return_many", nil, data.ApproveHours},
	{"contributions", "", "contributions.new", nil, data.KeepContributions},
	{"contributions", "gift", "common.edit", nil, data.KeepContributions},
	{"contributions", "gift", "contributions.thank", nil, data.KeepContributions},
	{"reports", "", "reports.export", nil, data.ExportReports},
	{"settings", "", "settings.part.accounts", nil, data.ManageAccounts},
	{"settings", "", "settings.part.audit", nil, data.ReadAudit},
	{"settings", "", "settings.part.centre", nil, data.KeepCentre},
	{"settings", "backup", "settings.package_write", nil, data.RestoreBackups},
	{"settings", "backup", "settings.folder_choose", nil, data.KeepCentre},
	{"settings", "backup", "settings.backup_now", nil, ""},
}

// The role matrix as the window shows it: the sections of the walls that a role opens, and what it may do in them.
func TestRolesInTheWindow(t *testing.T) {
	dir, ids := busyCentre(t)
	ids["backup"] = page.SettingsBackup
	for _, role := range data.Roles() {
		t.Run(string(role), func(t *testing.T) {
			l := as(t, dir, role)
			for _, section := range []string{"volunteers", "applications", "events", "hours", "contributions", "reports", "imports"} {
				require.Equal(t, role.Opens(data.PeopleWall), l.Has(section), section)
			}
			for _, section := range []string{"home", "settings"} {
				require.True(t, l.Has(section), section)
			}
			for _, d := range doings {
				if !l.Has(d.section) {
					continue
				}
				l.Open(d.section, ids[d.thing])
				may := d.right == "" || role.May(d.right)
				require.Equal(t, may, l.offers(l.text.T(d.words, d.args...)), "%s %s", d.thing, d.words)
			}
			waits := role.May(data.LetIn) || role.May(data.ManageAccounts)
			l.Open("settings", 0)
			require.Equal(t, waits, l.offers(l.text.T("settings.part.access")))
		})
	}
}

// Keys open no editor where there is no button for it.
func TestKeysOfferNoMoreThanButtons(t *testing.T) {
	dir, _ := busyCentre(t)
	for section, right := range map[string]data.Right{
		"volunteers": data.KeepVolunteers, "applications": data.KeepVolunteers, "events": data.KeepEvents,
		"hours": data.KeepHours, "contributions": data.KeepContributions,
	} {
		for _, role := range []data.Role{data.Staff, data.Organizer, data.Manager} {
			l := as(t, dir, role)
			l.Open(section, 0)
			l.Page().New()
			require.Equal(t, role.May(right), l.Page().Editing(), "%s in %s", role, section)
		}
	}
}

// Every right that the window offers something for, and every role, is in the matrix.
func TestTheMatrixIsWhole(t *testing.T) {
	missing := slices.DeleteFunc(data.Rights(), func(r data.Right) bool {
		return slices.ContainsFunc(doings, func(d struct {
			section, thing, words string
			args                  []any
			right                 data.Right
		},
		) bool {
			return d.right == r
		})
	})
	require.ElementsMatch(t, []data.Right{
		data.LockMonths,                 // held by the tests of Hours
		data.ImportRecords,              // by all who open volunteers
		data.LetIn, data.RestoreDeleted, // held by the tests of Settings
	}, missing)
}
