package events_test

import (
	"slices"
	"strconv"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/require"

	"saya/app/page/pagetest"
	"saya/widgets"
)

// someKeys are those that somebody may press on the card or at the desk.
func someKeys() []fyne.KeyName {
	keys := []fyne.KeyName{
		fyne.KeyUp, fyne.KeyDown, fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace, fyne.KeyDelete, fyne.KeyBackspace,
		fyne.KeyF2, fyne.KeyF5, fyne.KeyF6, fyne.KeyF7, fyne.KeyF8, fyne.KeyInsert,
	}
	for digit := range 10 {
		keys = append(keys, fyne.KeyName(strconv.Itoa(digit)))
	}
	return keys
}

func told(sets []widgets.KeySet, name string, key fyne.KeyName) bool {
	at := slices.IndexFunc(sets, func(s widgets.KeySet) bool { return s.Name == name })
	return at >= 0 && slices.ContainsFunc(sets[at].Keys, func(k widgets.Hotkey) bool { return k.Key == key && k.With == 0 })
}

// The section and its desk hear the keys that they tell of, and no others.
func TestEventsHearTheirKeysAsTheyAreTold(t *testing.T) {
	p, w, s := open(t)
	e, _ := attended(t, s)
	for _, key := range someKeys() {
		p.Leave(func() { p.Show(e.ID) })
		require.Equal(t, told(p.Keys(), "events", key), p.Key(&fyne.KeyEvent{Name: key}), "card, %s", key)
		w.Modals().CloseAll()
	}
	for _, key := range someKeys() {
		drop(p.Leave, w)
		p.Show(e.ID)
		require.True(t, p.Key(&fyne.KeyEvent{Name: fyne.KeyF7}))
		require.Equal(t, told(p.Keys(), "desk", key), p.Key(&fyne.KeyEvent{Name: key}), "desk, %s", key)
	}
}

// drop leaves an editor and what was typed in it.
func drop(leave func(func()), w *pagetest.Window) {
	leave(func() {})
	if w.Modals().Open() {
		w.Press("Выйти без сохранения")
	}
}
