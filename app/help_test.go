package app_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"github.com/stretchr/testify/require"

	"saya/app/events"
	"saya/app/page"
	"saya/app/page/pagetest"
	"saya/data"
)

// sheet is what the help says: its words in their order.
func (l *looker) sheet() string {
	l.Help()
	var words []string
	for _, overlay := range l.window.Canvas().Overlays().List() {
		pagetest.Walk(overlay, func(o fyne.CanvasObject) {
			if drawn, ok := o.(*canvas.Text); ok && drawn.Text != "" {
				words = append(words, drawn.Text)
			}
		})
	}
	l.Help()
	return strings.Join(words, " ")
}

// The help tells the keys of the page in front and of no other, and none that an account may not use.
func TestTheHelpTellsTheKeysOfThePage(t *testing.T) {
	dir, ids := busyCentre(t)
	for _, role := range []data.Role{data.Manager, data.Staff} {
		l := as(t, dir, role)
		keyed := 0
		for _, section := range []string{"volunteers", "applications", "groups", "events", "venues", "projects", "hours", "contributions"} {
			l.Open(section, 0)
			p, ok := l.Page().(page.Keyed)
			require.True(t, ok, section)
			sheet := l.sheet()
			for _, set := range p.Keys() {
				require.Contains(t, sheet, l.text.T("keys.in."+set.Name), section)
				does, keys := set.Keys.Told()
				for i := range does {
					keyed++
					require.Contains(t, sheet, l.text.T("keys.does."+does[i])+" "+keys[i], section)
				}
			}
			require.Equal(t, section == "events", strings.Contains(sheet, "F7"), section)
			require.Equal(t, section == "events" && role.May(data.KeepEvents), strings.Contains(sheet, "F6"), section)
		}
		require.Greater(t, keyed, 50)
		l.Open("home", 0)
		require.NotContains(t, l.sheet(), l.text.T("keys.in.list"))
	}
	l := as(t, dir, data.Manager)
	l.Open("events", ids["past"])
	p, ok := l.Page().(*events.Page)
	require.True(t, ok)
	require.True(t, p.Key(&fyne.KeyEvent{Name: fyne.KeyF7}))
	require.Contains(t, l.sheet(), l.text.T("keys.in.desk"))
	p.Leave(p.ShowMonth)
	require.Contains(t, l.sheet(), l.text.T("keys.in.month"))
	require.NotContains(t, l.sheet(), l.text.T("keys.in.list"))
}
