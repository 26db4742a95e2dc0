package journey_test

import (
	"os"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"

	"saya/app/page/pagetest"
	"saya/assets"
	"saya/assets/locale"
	"saya/widgets"
)

// The program is killed while a volunteer is typed in: what stands on the disk two seconds later is enough to go on.
func TestJourneyDraftAfterAKill(t *testing.T) {
	v, dir := newVisitor(t, locale.Russian), sampleFor(t)
	v.program.Start(dir)
	v.shell = v.program.Shell()
	v.shell.Open("volunteers", 0)
	v.shell.Page().New()
	v.fill("surname", "Недописанова")
	v.fill("birth", "14.0")
	v.runner.soon()
	killed := t.TempDir() + "/killed"
	require.NoError(t, os.CopyFS(killed, os.DirFS(dir)), "nothing was closed")

	again := newVisitor(t, locale.Russian)
	again.program.Start(killed)
	again.shell = again.program.Shell()
	again.press("drafts.continue")
	require.Equal(t, "Недописанова", again.form().Snapshot()["surname"])
	require.Equal(t, "14.0", again.form().Snapshot()["birth"])
}

// What was deleted by mistake comes back from the bin.
func TestJourneyDeleteAndRestore(t *testing.T) {
	v, dir := newVisitor(t, locale.Kazakh), sampleFor(t)
	v.program.Start(dir)
	v.shell = v.program.Shell()
	v.enterVolunteer("Қателескенова")
	v.pressIcon(assets.IconMore)
	pick(t, v, "audit.delete")
	v.sees("audit.deleted.volunteers")
	require.Zero(t, known(t, dir, "Қателескенова"))

	v.shell.Open("settings", 0)
	pagetest.Walk(v.window.Content(), func(o fyne.CanvasObject) {
		if n, ok := o.(*widgets.NavItem); ok && n.Text == v.text.T("settings.part.bin") {
			test.Tap(n)
		}
	})
	v.sees("settings.bin_left")
	v.chooseRow()
	v.press("settings.restore_item")
	v.sees("settings.restored_item")
	require.Equal(t, 1, known(t, dir, "Қателескенова"))
}

// pick chooses from the menu in view.
func pick(t *testing.T, v *visitor, key string) {
	t.Helper()
	var item *widgets.NavItem
	for _, overlay := range v.window.Canvas().Overlays().List() {
		pagetest.Walk(overlay, func(o fyne.CanvasObject) {
			if n, ok := o.(*widgets.NavItem); ok && n.Text == v.text.T(key) {
				item = n
			}
		})
	}
	require.NotNil(t, item, "no %s in the menu", key)
	item.Tapped(nil)
}
