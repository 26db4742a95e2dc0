package events_test

import (
	"context"
	"slices"
	"strconv"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/require"

	"saya/app/events"
	"saya/app/page"
	"saya/app/page/pagetest"
	"saya/data"
	"saya/data/store/storetest"
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

// held is a runner that, once it holds, comes back when the test says so.
type held struct {
	page.Inline
	hold bool
	due  []func()
}

func (h *held) Go(work func(context.Context) error, done func(error)) {
	if !h.hold {
		h.Inline.Go(work, done)
		return
	}
	h.due = append(h.due, func() { done(work(context.Background())) })
}

// Fyne sends the key first and its letter next.
func TestTheKeyThatMarksIsNotWrittenIntoTheTime(t *testing.T) {
	s := storetest.New(t)
	env, w := pagetest.NewEnv(t, s)
	run := &held{}
	env.Run = run
	p := events.New(env)
	w.Show(p)
	e, people := attended(t, s)
	p.Show(e.ID)
	require.True(t, p.Key(&fyne.KeyEvent{Name: fyne.KeyF7}))
	focused := func() fyne.Focusable { return fyne.CurrentApp().Driver().CanvasForObject(p.Content()).Focused() }
	run.hold = true
	require.True(t, p.Key(&fyne.KeyEvent{Name: fyne.Key2}))
	focused().TypedRune('2')
	for _, do := range run.due {
		do()
	}
	for _, digit := range "1030" {
		focused().TypedRune(digit)
	}
	require.Equal(t, string(data.Late), w.Form().Snapshot()[mark(people[0])])
	require.Equal(t, "1030", w.Form().Snapshot()["start"+strconv.FormatInt(people[0].ID, 10)])
}

// drop leaves an editor and what was typed in it.
func drop(leave func(func()), w *pagetest.Window) {
	leave(func() {})
	if w.Modals().Open() {
		w.Press("Выйти без сохранения")
	}
}
