package widgets_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"github.com/stretchr/testify/require"

	"saya/widgets"
)

// anyKeys are those that somebody may press in a list or a month.
func anyKeys() []fyne.KeyName {
	keys := []fyne.KeyName{
		fyne.KeyUp, fyne.KeyDown, fyne.KeyLeft, fyne.KeyRight, fyne.KeyPageUp, fyne.KeyPageDown, fyne.KeyHome, fyne.KeyEnd,
		fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace, fyne.KeyInsert, fyne.KeyDelete, fyne.KeyBackspace, fyne.KeyEscape,
		fyne.KeyF1, fyne.KeyF2, fyne.KeyF6, fyne.KeyF10, desktop.KeyMenu,
	}
	for digit := '0'; digit <= '9'; digit++ {
		keys = append(keys, fyne.KeyName(digit))
	}
	return keys
}

// What has the keyboard keeps the keys that it tells of, and no others.
func TestKeysAreHeardAsTheyAreTold(t *testing.T) {
	rows := func() (fyne.Widget, *desk) {
		table := widgets.NewDataTable(someColumns())
		d := newDesk(t, container.NewStack(table))
		table.Multi = true
		table.OnOpen, table.OnType = func(int64) {}, func(rune) {}
		table.OnMenu = func(int64, fyne.Position) {}
		table.OnHeader = func(int, fyne.Position) {}
		table.SetRows(someRows(20))
		return table, d
	}
	month := func() (fyne.Widget, *desk) {
		g, d, _ := grid(t)
		return g, d
	}
	tests := map[string]struct {
		make func() (fyne.Widget, *desk)
		set  int
	}{"list": {rows, 0}, "header": {rows, 1}, "month": {month, 0}}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			w, d := tt.make()
			sets := w.(interface{ KeySets() []widgets.KeySet }).KeySets()
			require.Equal(t, name, sets[tt.set].Name)
			for _, key := range anyKeys() {
				widgets.Focus(w.(fyne.Focusable))
				for range tt.set {
					d.canvas.FocusPrevious() // the titles are before the rows
				}
				d.keys = nil
				d.press(key)
				d.closeMenus()
				told := slices.ContainsFunc(sets[tt.set].Keys, func(k widgets.Hotkey) bool { return k.Key == key && k.With == 0 })
				require.Equal(t, told, len(d.keys) == 0, "%s", key)
			}
		})
	}
}

func (d *desk) closeMenus() {
	for top := d.canvas.Overlays().Top(); top != nil; top = d.canvas.Overlays().Top() {
		d.canvas.Overlays().Remove(top)
	}
}

func TestKeysInTheHelp(t *testing.T) {
	pressed := []string{}
	press := func(name string) func() { return func() { pressed = append(pressed, name) } }
	keys := widgets.Hotkeys{
		{Does: "move", Key: fyne.KeyUp, Do: press("up")},
		{Does: "move", Key: fyne.KeyDown, Do: press("down")},
		{Key: fyne.KeyEnter, Do: press("enter")},
		{Does: "turn", Key: fyne.KeyPageUp, With: fyne.KeyModifierShortcutDefault, Do: press("turn")},
		{Does: "take", Key: fyne.KeyUp, With: fyne.KeyModifierShift, Do: press("take")},
		{Does: "new", Runes: "NnтТ", Do: press("new")},
		{Does: "type", Shown: "Aa"},
	}
	does, names := keys.Told()
	require.Equal(t, []string{"move", "turn", "take", "new", "type"}, does)
	require.Equal(t, []string{"↑, ↓", "Ctrl+PageUp", "Shift+↑", "N", "Aa"}, names)

	require.True(t, keys.Press(fyne.KeyUp, 0))
	require.True(t, keys.Press(fyne.KeyUp, fyne.KeyModifierShift))
	require.True(t, keys.Press(fyne.KeyDown, fyne.KeyModifierShift), "as without Shift")
	require.False(t, keys.Press(fyne.KeyPageUp, 0))
	require.False(t, keys.Press("", 0))
	require.True(t, keys.Type('т'))
	require.False(t, keys.Type('x'))
	turn := &desktop.CustomShortcut{KeyName: fyne.KeyPageUp, Modifier: fyne.KeyModifierShortcutDefault}
	require.True(t, keys.Shortcut(turn))
	require.False(t, keys.Shortcut(&fyne.ShortcutCopy{}))
	require.Equal(t, []string{"up", "take", "down", "new", "turn"}, pressed)
}
