package journey_test

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"

	"saya/app/page/pagetest"
	"saya/assets/locale"
	"saya/data"
	"saya/data/store"
	"saya/widgets"
)

// entries are those of the navigation in view, with their numbers.
func (h *hand) entries() map[string]string {
	found := map[string]string{}
	pagetest.Walk(h.window.Content(), func(o fyne.CanvasObject) {
		if n, ok := o.(*widgets.NavItem); ok {
			found[n.Text] = n.Count
		}
	})
	return found
}

func (h *hand) shortcut(key fyne.KeyName, with fyne.KeyModifier) {
	h.t.Helper()
	s := &desktop.CustomShortcut{KeyName: key, Modifier: with}
	if focused, ok := h.window.Canvas().Focused().(fyne.Shortcutable); ok {
		focused.TypedShortcut(s)
		return
	}
	h.root().TypedShortcut(s)
}

func (h *hand) root() *widgets.Root {
	root, ok := h.window.Content().(*widgets.Root)
	require.True(h.t, ok)
	return root
}

// texts are all words in view, in one line.
func (h *hand) texts() string {
	var all []string
	pagetest.Walk(h.front(), func(o fyne.CanvasObject) {
		if text, ok := o.(*canvas.Text); ok {
			all = append(all, text.Text)
		}
	})
	return strings.Join(strings.Fields(strings.Join(all, " ")), " ")
}

func TestSectionsBelowOthersAreShownWithThem(t *testing.T) {
	h := newHand(t, locale.Russian)
	require.NotContains(t, h.entries(), "Заявки")
	h.shell.Open("volunteers", 0)
	require.Contains(t, h.entries(), "Заявки")
	h.shell.Open("applications", 0)
	require.Contains(t, h.entries(), "Заявки")
	h.shell.Open("reports", 0)
	require.NotContains(t, h.entries(), "Заявки")
	require.NotContains(t, h.entries(), h.text.T("importpage.title"))
}

func TestNumbersBesideTheSections(t *testing.T) {
	clock := &pagetest.Clock{}
	h := newHandOn(t, locale.Russian, clock)
	ctx := context.Background()
	count := func() string {
		ids, err := h.store.Volunteers(ctx, data.VolunteerFilter{Statuses: []data.VolunteerStatus{data.Active}})
		require.NoError(t, err)
		return h.text.Int(int64(len(ids)))
	}
	require.Equal(t, count(), h.entries()["Волонтеры"])
	before := count()
	h.addVolunteer("Сапарова", "Дана", "14.03.1999")
	require.Equal(t, before, h.entries()["Волонтеры"], "not before the changes rest")
	clock.Pass()
	require.NotEqual(t, before, count())
	require.Equal(t, count(), h.entries()["Волонтеры"])
}

func TestBackAndForward(t *testing.T) {
	h := newHand(t, locale.Russian)
	h.shell.Open("volunteers", 3)
	h.shell.Open("events", 5)
	h.shell.Open("events", 7)
	back := func() { h.shortcut(fyne.KeyLeft, fyne.KeyModifierAlt) }
	forward := func() { h.shortcut(fyne.KeyRight, fyne.KeyModifierAlt) }
	at := func(section string, record int64) {
		t.Helper()
		require.Equal(t, section, h.shell.Current())
		if p, ok := h.shell.Page().(interface{ Chosen() int64 }); ok {
			require.Equal(t, record, p.Chosen())
		}
	}
	back()
	at("events", 5)
	back()
	at("volunteers", 3)
	back()
	at("home", 0)
	back()
	at("home", 0)
	forward()
	at("volunteers", 3)
	h.pressIcon("forward")
	at("events", 5)
	h.shell.Page().New()
	h.fill("title_"+string(h.text.Lang()), "Қыш сабағы")
	back()
	h.press("page.leave_no")
	require.Equal(t, "events", h.shell.Current(), "what is typed is not lost")
}

func TestPaletteFindsWhatThereIs(t *testing.T) {
	clock := &pagetest.Clock{}
	h := newHandOn(t, locale.Russian, clock)
	v, err := h.store.Volunteer(context.Background(), 3)
	require.NoError(t, err)
	h.shortcut(fyne.KeyK, fyne.KeyModifierShortcutDefault)
	require.True(t, h.shell.Modals().Open())
	h.typed(v.Surname + " " + v.Given)
	clock.Pass()
	words := h.texts()
	require.Contains(t, words, v.FullName())
	require.NotContains(t, words, v.Phones.First(), "nothing that is masked")
	h.key(fyne.KeyReturn)
	require.False(t, h.shell.Modals().Open())
	require.Equal(t, "volunteers", h.shell.Current())

	h.shortcut(fyne.KeyK, fyne.KeyModifierShortcutDefault)
	h.typed("новое мероп")
	h.key(fyne.KeyReturn)
	require.Equal(t, "events", h.shell.Current())
	require.True(t, h.shell.Page().Editing(), "a command is done")

	h.shortcut(fyne.KeyK, fyne.KeyModifierShortcutDefault)
	h.typed("казахс")
	h.key(fyne.KeyReturn)
	h.text = locale.New(locale.Kazakh)
	require.Contains(t, h.entries(), h.text.T("shell.volunteers"))
}

// Everything is taken as it stands when Enter is pressed: an answer to fewer letters opens nothing.
func TestPaletteOpensNothingThatIsStillLookedFor(t *testing.T) {
	clock := &pagetest.Clock{}
	h := newHandOn(t, locale.Russian, clock)
	h.shell.Palette()
	h.typed("а")
	clock.Pass()
	h.typed("қщщ")
	h.key(fyne.KeyReturn)
	require.True(t, h.shell.Modals().Open())
	clock.Pass()
	require.Contains(t, h.texts(), h.text.T("common.nothing_found"))
	h.key(fyne.KeyEscape)
	require.False(t, h.shell.Modals().Open())
}

func TestPaletteKeepsToTheAccount(t *testing.T) {
	for role, wants := range map[data.Role][]string{
		data.Staff: {"shell.make.volunteers"}, data.Organizer: {"shell.make.events"}, data.Admin: {}, data.CaseWorker: {},
	} {
		t.Run(string(role), func(t *testing.T) {
			v, dir := newVisitor(t, locale.Russian), sampleFor(t)
			v.program.Start(dir)
			v.ctrl(fyne.KeyL)
			v.signIn(string(role), store.SamplePassword)
			v.shell.Palette()
			var offered []string
			pagetest.Walk(v.front(), func(o fyne.CanvasObject) {
				if f, ok := o.(*widgets.Finder); ok {
					for _, hit := range f.Hits() {
						offered = append(offered, hit.Text)
					}
				}
			})
			for _, section := range []string{"volunteers", "applications", "events"} {
				key := "shell.make." + section
				if len(wants) == 0 {
					require.NotContains(t, offered, v.text.T(key))
				}
			}
			for _, key := range wants {
				require.Contains(t, offered, v.text.T(key))
			}
			require.Contains(t, offered, v.text.T("lock.lock"))
		})
	}
}

// The help lists what is heard, wherever it is opened, and F1 takes it away again.
func TestHelpListsTheKeys(t *testing.T) {
	v, dir := newVisitor(t, locale.Russian), sampleFor(t)
	v.program.Start(dir)
	v.shell = v.program.Shell()
	v.shell.Open("volunteers", 0)
	v.shell.Page().New()
	v.fill("surname", "Сапарова")
	v.hit(fyne.KeyF1)
	words := v.texts()
	for _, keys := range []string{"F1", "F9", "Ctrl+K", "Ctrl+N", "Ctrl+S", "Ctrl+Shift+Z", "Ctrl+1"} {
		require.Contains(t, words, keys)
	}
	v.hit(fyne.KeyF1)
	require.False(t, v.shell.Modals().Open())
	require.Equal(t, "Сапарова", v.form().Snapshot()["surname"])
	v.hit(fyne.KeyF1)
	v.hit(fyne.KeyF9)
	v.hidden()
}

// Before anybody has signed in F1 says the few keys that are heard there.
func TestHelpAtSignIn(t *testing.T) {
	v, dir := newVisitor(t, locale.Russian), sampleFor(t)
	v.program.Start(dir)
	v.ctrl(fyne.KeyL)
	v.fill("account_name", "manager")
	v.hit(fyne.KeyF1)
	v.sees("lock.hide")
	require.NotContains(t, v.texts(), "Ctrl+K")
	v.hit(fyne.KeyF1)
	require.NotContains(t, v.texts(), v.text.T("lock.hide"))
	v.hit(fyne.KeyF1)
	v.hit(fyne.KeyF9)
	v.hidden()
}

// What is called as was typed comes before what only has the words.
func TestPaletteBeginsWithWhatIsCalledSo(t *testing.T) {
	h := newHandOn(t, locale.English, &pagetest.Clock{})
	for typed, section := range map[string]string{"hours": "hours", "volunteers": "volunteers", "events": "events"} {
		h.shortcut(fyne.KeyK, fyne.KeyModifierShortcutDefault)
		h.typed(typed)
		h.key(fyne.KeyReturn)
		require.Equal(t, section, h.shell.Current())
		require.False(t, h.shell.Page().Editing())
		require.False(t, h.shell.Modals().Open(), typed)
	}
}

func TestWhatWasDoneIsListedAndTakenBack(t *testing.T) {
	h := newHand(t, locale.Russian)
	h.addVolunteer("Сапарова", "Дана", "14.03.1999")
	h.addVolunteer("Сейткали", "Айгерим", "14.03.1999")
	h.shortcut(fyne.KeyZ, fyne.KeyModifierShortcutDefault|fyne.KeyModifierShift)
	undo := func() (found []*widgets.Button) {
		pagetest.Walk(h.front(), func(o fyne.CanvasObject) {
			if b, ok := o.(*widgets.Button); ok && b.Text == h.text.T("common.undo") {
				found = append(found, b)
			}
		})
		return found
	}
	require.Len(t, undo(), 2)
	test.Tap(undo()[1])
	require.Empty(t, h.volunteers("Сапарова Дана"), "the older one")
	require.Len(t, h.volunteers("Сейткали Айгерим"), 1)
	require.Len(t, undo(), 1, "the list is there again")
	require.Contains(t, h.texts(), h.text.T("shell.undone"))
}

func TestClosingDuringWork(t *testing.T) {
	tests := map[string]struct {
		press string
		after func(h *hand, end, fail func())
		shut  bool
	}{
		"waits for the end":          {"shell.busy_wait", func(_ *hand, end, _ func()) { end() }, true},
		"is not closed before":       {"shell.busy_wait", func(*hand, func(), func()) {}, false},
		"stays when the work failed": {"shell.busy_wait", func(_ *hand, end, fail func()) { fail(); end() }, false},
		"stops the work":             {"shell.busy_stop", func(*hand, func(), func()) {}, true},
		"goes on":                    {"shell.busy_back", func(_ *hand, end, _ func()) { end() }, false},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			h, closed, stopped := newHand(t, locale.Russian), false, false
			h.window.SetOnClosed(func() { closed = true })
			work := h.shell.Begin("Выгрузка отчета", func() { stopped = true })
			work.Progress(3, 10)
			require.Contains(t, h.texts(), "Выгрузка отчета")
			h.shell.CloseWindow()
			require.False(t, closed)
			h.press(tt.press)
			tt.after(h, work.End, func() { h.shell.Fail(context.Canceled) })
			require.Equal(t, tt.shut, closed)
			require.Equal(t, tt.press == "shell.busy_stop", stopped)
		})
	}
}

func TestWorkIsShownUntilItsEnd(t *testing.T) {
	h := newHand(t, locale.Russian)
	stopped := 0
	first, second := h.shell.Begin("Проверка", nil), h.shell.Begin("Выгрузка", func() { stopped++ })
	require.Contains(t, h.texts(), h.text.T("shell.more_works", "Title", "Выгрузка", "Count", 1))
	for range 2 {
		pagetest.Walk(h.front(), func(o fyne.CanvasObject) {
			if b, ok := o.(*widgets.Button); ok && b.Tip == h.text.T("common.stop") {
				test.Tap(b)
			}
		})
	}
	require.Equal(t, 1, stopped)
	second.End()
	require.Contains(t, h.texts(), "Проверка")
	first.End()
	require.NotContains(t, h.texts(), "Проверка")
}

// The bar at the foot stays whole in a small window, in the longest language and with the most to say.
func TestTheStatusBarIsNeverCut(t *testing.T) {
	for _, lang := range locale.Languages() {
		h := newHand(t, lang)
		h.shell.Open("volunteers", 3)
		h.shell.Begin(h.text.T("settings.backing_up"), func() {}).Progress(1, 2)
		for _, size := range []fyne.Size{fyne.NewSize(1024, 700), fyne.NewSize(800, 600), fyne.NewSize(640, 480)} {
			h.window.Resize(size)
			require.Contains(t, h.texts(), h.text.T("common.sample"))
			seen := 0
			pagetest.Walk(h.window.Content(), func(o fyne.CanvasObject) {
				text, ok := o.(*widgets.Text)
				at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
				if ok && text.Text != "" && !text.Cut && at.Y > size.Height-30 && at.Y < size.Height {
					seen++
					require.GreaterOrEqual(t, text.Size().Width, text.MinSize().Width, "%s %v %q", lang, size, text.Text)
					require.LessOrEqual(t, at.X+text.MinSize().Width, size.Width, "%s %v %q", lang, size, text.Text)
				}
			})
			require.Positive(t, seen)
		}
	}
}

// A narrow window has a sidebar of icons, which scrolls.
func TestTheSidebarFolds(t *testing.T) {
	h := newHand(t, locale.Kazakh)
	h.window.Resize(fyne.NewSize(800, 600))
	var folded []*widgets.NavItem
	pagetest.Walk(h.window.Content(), func(o fyne.CanvasObject) {
		if n, ok := o.(*widgets.NavItem); ok && n.Folded {
			folded = append(folded, n)
		}
	})
	require.Greater(t, len(folded), 4)
	require.NotContains(t, h.texts(), h.text.T("shell.volunteers"))
	test.Tap(folded[1])
	require.Equal(t, "volunteers", h.shell.Current())
	h.window.Resize(fyne.NewSize(1024, 700))
	require.Contains(t, h.texts(), h.text.T("shell.volunteers"))
}

// Two acts of one kind are told apart by what they were about.
func TestWhatIDidNamesTheRecords(t *testing.T) {
	h := newHand(t, locale.Russian)
	h.addEvent("Вечер сказок")
	h.addEvent("Чтение вслух")
	h.shell.ShowDone()
	require.Contains(t, h.texts(), "Вечер сказок")
	require.Contains(t, h.texts(), "Чтение вслух")
}
