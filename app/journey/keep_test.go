package journey_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/require"

	"saya/app/page"
	"saya/app/page/pagetest"
	"saya/assets/locale"
	"saya/data"
	"saya/data/store"
	"saya/widgets"
)

// known counts the volunteers of a surname in a centre.
func known(t *testing.T, dir, surname string) int {
	t.Helper()
	st, err := store.Open(context.Background(), dir, store.OpenOptions{Account: "manager", Password: store.SamplePassword})
	require.NoError(t, err)
	defer func() { require.NoError(t, st.Close()) }()
	ids, err := st.Volunteers(context.Background(), data.VolunteerFilter{Listing: data.Listing{Search: surname}})
	require.NoError(t, err)
	return len(ids)
}

// enterVolunteer enters a volunteer of a surname.
func (v *visitor) enterVolunteer(surname string) {
	v.t.Helper()
	v.shell.Open("volunteers", 0)
	v.shell.Page().New()
	v.fill("surname", surname)
	v.fill("given", "Дана")
	v.fill("birth", "14.03.1999")
	v.press("common.save")
}

// chooseRow chooses the first row of the list in front.
func (v *visitor) chooseRow() {
	v.t.Helper()
	v.window.Canvas().Focus(v.table())
	v.key(fyne.KeyHome)
}

// A day's work is taken back by a backup: what was entered after it is gone, what was before is there, and the state
// before the restore can be brought back.
func TestJourneyBackUpAndRestore(t *testing.T) {
	for _, lang := range locale.Languages() {
		t.Run(string(lang), func(t *testing.T) {
			v, dir := newVisitor(t, lang), sampleFor(t)
			v.program.Start(dir)
			v.shell = v.program.Shell()
			v.enterVolunteer("Ертеңова")
			v.shell.Open("settings", page.SettingsBackup)
			v.press("settings.backup_now")
			v.sees("settings.backup_today")
			v.enterVolunteer("Кешегина")
			require.Equal(t, 1, known(t, dir, "Кешегина"))

			v.shell.Open("settings", page.SettingsBackup)
			v.chooseRow()
			v.press("settings.restore")
			v.sees("settings.restore_text")
			v.press("settings.restore_yes")
			require.Nil(t, v.program.Shell(), "everybody signs in anew")
			v.sees("start.sign_in_title")
			require.Equal(t, 1, known(t, dir, "Ертеңова"))
			require.Zero(t, known(t, dir, "Кешегина"))
			v.signIn("manager", store.SamplePassword)
			v.shell.Open("settings", page.SettingsBackup)
			v.sees("backup.why.before_restore")
		})
	}
}

// A spoilt backup is found out before it is relied on.
func TestJourneySpoiltBackup(t *testing.T) {
	v, dir := newVisitor(t, locale.Kazakh), sampleFor(t)
	v.program.Start(dir)
	v.shell = v.program.Shell()
	v.shell.Open("settings", page.SettingsBackup)
	v.press("settings.backup_now")
	copies, err := filepath.Glob(filepath.Join(dir, "backups", "*", "people.saya"))
	require.NoError(t, err)
	require.NotEmpty(t, copies)
	for _, path := range copies {
		whole, err := os.ReadFile(path)
		require.NoError(t, err)
		whole[len(whole)/2] ^= 1
		require.NoError(t, os.WriteFile(path, whole, 0o600))
	}
	v.chooseRow()
	v.press("settings.backup_check")
	v.sees("backup.changed")
	require.False(t, v.offers("settings.restore"))
	v.sees("settings.backup_none")
}

// The centre moves to another computer in one file.
func TestJourneyHandOver(t *testing.T) {
	v, dir := newVisitor(t, locale.Russian), sampleFor(t)
	v.program.Start(dir)
	v.shell = v.program.Shell()
	v.enterVolunteer("Көшпелова")
	v.shell.Open("settings", page.SettingsBackup)
	v.press("settings.package_write")
	stick := t.TempDir()
	v.fill("folder", stick)
	v.fill("file_name", "centre")
	v.press("settings.package_write")
	v.press("common.close")

	v.ctrl(fyne.KeyL)
	v.press("start.other_centre")
	v.press("start.package")
	v.choosePath(filepath.Join(stick, "centre"+store.PackageEnding))
	other := filepath.Join(t.TempDir(), "other")
	v.fill("folder", dir)
	v.press("start.open")
	v.sees("errors.folder_not_empty")
	v.fill("folder", other)
	v.press("start.open")
	v.shell = v.program.Shell()
	require.NotNil(t, v.shell, "a sample opens for its manager")
	require.Equal(t, 1, known(t, other, "Көшпелова"))
}

// choosePath types a path into the chooser in front.
func (v *visitor) choosePath(path string) {
	v.t.Helper()
	var field *widgets.Entry
	pagetest.Walk(v.front(), func(o fyne.CanvasObject) {
		if e, ok := o.(*widgets.Entry); ok && field == nil {
			field = e
		}
	})
	require.NotNil(v.t, field, "no chooser in view")
	field.SetText(path)
	v.window.Canvas().Focus(field)
	v.hit(fyne.KeyReturn)
}
