package journey_test

import (
	"context"
	"strings"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"github.com/stretchr/testify/require"

	"saya/app"
	"saya/app/page"
	"saya/app/page/pagetest"
	"saya/assets"
	"saya/assets/locale"
	"saya/data"
	"saya/data/store"
	"saya/widgets"
)

// visitor is who comes to the program: hands, before and after signing in.
type visitor struct {
	*hand
	program *app.Program
	behind  *runner // of what is done without a session
	runner  *runner // of the newest session
	clock   time.Time
}

// runner works at once, or behind the window when it is told to. What it began behind the window never comes back.
type runner struct {
	page.Inline
	ctx    context.Context
	behind bool
	work   sync.WaitGroup
	later  func() // what was asked for last to be done after a second
	soon   func() // and after two
}

func (r *runner) After(d time.Duration, do func()) (stop func()) {
	switch d {
	case time.Second:
		r.later = do
	case 2 * time.Second:
		r.soon = do
	}
	return func() {}
}

func (r *runner) Go(work func(context.Context) error, done func(error)) {
	if !r.behind {
		r.Inline.Go(work, done)
		return
	}
	r.work.Go(func() { _ = work(r.ctx) }) // the end of its context is what it is to end with
}

func (r *runner) Wait() { r.work.Wait() }

func (r *runner) Busy() bool { return r.behind }

func newVisitor(tb testing.TB, lang locale.Lang) *visitor {
	tb.Helper()
	tb.Setenv("XDG_CONFIG_HOME", tb.TempDir())
	fa := test.NewTempApp(tb)
	fa.Settings().SetTheme(assets.NewTheme(theme.VariantLight))
	w := fa.NewWindow("")
	w.Resize(fyne.NewSize(1280, 820))
	v := &visitor{hand: &hand{t: tb, window: w, text: locale.New(lang)}, clock: until.Time().Add(7 * time.Hour)}
	v.program = app.New(context.Background(), w, app.Options{
		Text: v.text, Prefs: prefs{}, Now: func() time.Time { return v.clock },
		NewRunner: func(ctx context.Context) app.Runner {
			v.runner = &runner{ctx: ctx}
			if v.behind == nil {
				v.behind = v.runner
			}
			return v.runner
		},
	})
	tb.Cleanup(func() { require.NoError(tb, v.program.Close()) })
	return v
}

// sampleFor makes a sample centre for a visitor.
func sampleFor(tb testing.TB) string {
	tb.Helper()
	dir := tb.TempDir() + "/c"
	copySample(tb, dir)
	return dir
}

// signIn fills the page for signing in that is in view.
func (v *visitor) signIn(name, password string) {
	v.t.Helper()
	v.fill("account_name", name)
	v.fill("password", password)
	v.hit(fyne.KeyReturn)
	v.shell = v.program.Shell()
}

// ctrl presses Ctrl and a key.
func (v *visitor) ctrl(key fyne.KeyName) {
	s := &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}
	if focused, ok := v.window.Canvas().Focused().(fyne.Shortcutable); ok {
		focused.TypedShortcut(s)
		return
	}
	v.window.Content().(*widgets.Root).TypedShortcut(s)
}

// words are all texts in view.
func (v *visitor) words() string {
	var all []string
	look := func(o fyne.CanvasObject) {
		if text, ok := o.(*canvas.Text); ok {
			all = append(all, text.Text)
		}
	}
	pagetest.Walk(v.window.Content(), look)
	for _, overlay := range v.window.Canvas().Overlays().List() {
		pagetest.Walk(overlay, look)
	}
	return strings.Join(all, "\n")
}

// sees requires that some words are in view, wrapped or not.
func (v *visitor) sees(key string, args ...any) {
	v.t.Helper()
	plain := func(s string) string { return strings.Join(strings.Fields(s), " ") }
	require.Contains(v.t, plain(v.words()), plain(v.text.T(key, args...)))
}

// closed requires that nobody holds the centre: another window could open it.
func (v *visitor) closed(dir, account, password string) {
	v.t.Helper()
	require.Nil(v.t, v.program.Shell())
	st, err := store.Open(context.Background(), dir, store.OpenOptions{Window: true, Account: account, Password: password})
	require.NoError(v.t, err)
	require.NoError(v.t, st.Close())
}

func TestJourneyWrongPasswordThenRight(t *testing.T) {
	for _, lang := range locale.Languages() {
		t.Run(string(lang), func(t *testing.T) {
			v, dir := newVisitor(t, lang), sampleFor(t)
			v.program.Start(dir)
			v.shell = v.program.Shell()
			require.NotNil(t, v.shell, "a sample opens for its manager")
			v.ctrl(fyne.KeyL)
			for _, wrong := range [][2]string{{"staff", "wrong"}, {"nobody", store.SamplePassword}} {
				v.signIn(wrong[0], wrong[1])
				require.Nil(t, v.program.Shell())
				v.sees("store.wrong_password")
				require.Equal(t, wrong[0], v.form().Snapshot()["account_name"], "the name stays")
			}
			v.signIn("Staff", store.SamplePassword)
			require.NotNil(t, v.program.Shell())
			v.sees("status.role.staff")
			v.ctrl(fyne.KeyL)
			v.closed(dir, "staff", store.SamplePassword)
		})
	}
}

// Whoever guesses waits, and reads for how long.
func TestJourneyOfAGuesser(t *testing.T) {
	v, dir := newVisitor(t, locale.Russian), sampleFor(t)
	v.program.Start(dir)
	v.ctrl(fyne.KeyL)
	for range 12 {
		if !v.offers("start.sign_in") {
			break
		}
		v.signIn("manager", "wrong")
	}
	require.False(t, v.offers("start.sign_in"), "nobody may go on guessing")
	v.signIn("manager", store.SamplePassword)
	require.Nil(t, v.program.Shell())
}

// offers tells whether a button with the text of a key can be pressed.
func (v *visitor) offers(key string) bool {
	found := false
	pagetest.Walk(v.front(), func(o fyne.CanvasObject) {
		b, ok := o.(*widgets.Button)
		found = found || ok && b.Text == v.text.T(key) && !b.Disabled() && !b.Busy()
	})
	return found
}

func TestJourneyLockAndReturn(t *testing.T) {
	v, dir := newVisitor(t, locale.Kazakh), sampleFor(t)
	v.program.Start(dir)
	v.shell = v.program.Shell()
	v.shell.Open("events", 0)
	v.ctrl(fyne.KeyL)
	v.closed(dir, "staff", store.SamplePassword)
	require.Equal(t, v.text.T("shell.title"), v.window.Title())
	v.signIn("manager", store.SamplePassword)
	require.Equal(t, "events", v.shell.Current(), "she is where she was")

	v.ctrl(fyne.KeyL)
	v.signIn("staff", store.SamplePassword)
	require.Equal(t, "home", v.shell.Current(), "somebody else begins at home")
	v.ctrl(fyne.KeyL)
	v.signIn("manager", store.SamplePassword)
	require.Equal(t, "home", v.shell.Current(), "what staff did is what is remembered")
}

// The language that was chosen in the window is that of the page to sign in, and of the window after it.
func TestJourneyLockInAnotherLanguage(t *testing.T) {
	v, dir := newVisitor(t, locale.English), sampleFor(t)
	v.program.Start(dir)
	v.shell = v.program.Shell()
	v.shell.SetLanguage(locale.Kazakh)
	v.text = locale.New(locale.Kazakh)
	v.ctrl(fyne.KeyL)
	v.sees("start.sign_in_title")
	v.signIn("manager", store.SamplePassword)
	v.shell = v.program.Shell()
	require.Equal(t, string(locale.Kazakh), v.languages().ID())
}

// What was under way is stopped, ends before the files are closed, and is told of afterwards.
func TestJourneyLockDuringWork(t *testing.T) {
	v, dir := newVisitor(t, locale.Russian), sampleFor(t)
	v.program.Start(dir)
	ended := false
	v.runner.behind = true
	v.runner.Go(func(ctx context.Context) error {
		<-ctx.Done()
		ended = true
		return ctx.Err()
	}, nil)
	v.ctrl(fyne.KeyL)
	require.True(t, ended)
	v.closed(dir, "manager", store.SamplePassword)
	v.signIn("manager", store.SamplePassword)
	v.sees("lock.interrupted")
}

func TestJourneyHideFromInsideADialog(t *testing.T) {
	for _, lang := range locale.Languages() {
		t.Run(string(lang), func(t *testing.T) {
			v, dir := newVisitor(t, lang), sampleFor(t)
			v.program.Start(dir)
			v.shell = v.program.Shell()
			v.shell.Open("events", 0)
			v.shell.Page().New()
			v.fill("title_"+string(v.text.Lang()), "Құпия кездесу")
			v.press("events.new_venue")
			v.fill("name", "Жабық зал")
			require.NotNil(t, v.window.Canvas().Focused())
			v.hit(fyne.KeyF9)
			v.hidden()
			v.closed(dir, "manager", store.SamplePassword)

			v.hit(fyne.KeyRight) // an ordinary calendar
			require.Contains(t, v.words(), locale.Title(v.text.MonthYear(until.Time().AddDate(0, 1, 0))))
			v.hit(fyne.KeyEscape)
			v.hidden()
			v.hit(fyne.KeyF9)
			require.Equal(t, v.text.T("shell.title"), v.window.Title())
			v.sees("start.sign_in_title")
			v.signIn("manager", store.SamplePassword)
			require.NotNil(t, v.shell)
		})
	}
}

// hidden requires that there is nothing in the window but a calendar.
func (v *visitor) hidden() {
	v.t.Helper()
	require.Equal(v.t, v.text.T("lock.calendar"), v.window.Title())
	require.Empty(v.t, v.window.Canvas().Overlays().List())
	require.Nil(v.t, v.window.Canvas().Focused())
	pagetest.Walk(v.window.Content(), func(o fyne.CanvasObject) {
		_, focusable := o.(fyne.Focusable)
		require.False(v.t, focusable, "%T is under the calendar", o)
	})
	for _, word := range []string{v.text.T("shell.brand"), v.text.T("shell.events"), "manager", "Құпия кездесу", "Жабық зал"} {
		require.NotContains(v.t, v.words(), word)
	}
}

// F9 hides also what is above a page in other ways, and a page without a centre, which comes back as it was.
func TestJourneyHideAnywhere(t *testing.T) {
	v, dir := newVisitor(t, locale.Kazakh), sampleFor(t)
	v.program.Start(dir)
	v.shell = v.program.Shell()
	v.shell.ShowAccountMenu()
	v.hit(fyne.KeyF9)
	v.hidden()
	v.hit(fyne.KeyReturn)
	v.fill("account_name", "manager")
	v.fill("password", store.SamplePassword)
	v.hit(fyne.KeyF9)
	v.hidden()
	v.hit(fyne.KeyReturn)
	require.Empty(t, v.form().Snapshot()["account_name"], "nothing typed is left for others")

	v.press("start.other_centre")
	v.press("start.create")
	v.fill("folder", "/tmp/қалта")
	v.hit(fyne.KeyF9)
	v.hidden()
	v.hit(fyne.KeyF9)
	require.Equal(t, "/tmp/қалта", v.form().Snapshot()["folder"])
}

// Ten minutes without a key or a movement lock; the last of them is counted down, and any movement ends that.
func TestJourneyIdle(t *testing.T) {
	v, dir := newVisitor(t, locale.Russian), sampleFor(t)
	v.program.Start(dir)
	v.after(9*time.Minute + 18*time.Second)
	v.sees("lock.soon", "Count", 42)
	v.window.Content().(*widgets.Root).Cursor() // the pointer moves
	require.NotContains(t, v.words(), v.text.T("lock.soon", "Count", 42))
	v.after(8 * time.Minute)
	v.hit(fyne.KeyRight)
	v.after(8 * time.Minute)
	v.runner.behind = true // a long import
	v.after(time.Hour)
	v.runner.behind = false
	require.NotNil(t, v.program.Shell())
	v.after(10 * time.Minute)
	v.closed(dir, "staff", store.SamplePassword)
	v.sees("start.sign_in_title")
}

// after lets time go by, to the next look at the clock.
func (v *visitor) after(d time.Duration) {
	v.clock = v.clock.Add(d)
	v.runner.later()
}

// Nothing in the window tells outside who works in it, nor with whom.
func TestJourneyTitlesAreNeutral(t *testing.T) {
	v, dir := newVisitor(t, locale.Russian), sampleFor(t)
	v.program.Start(dir)
	v.shell = v.program.Shell()
	for _, section := range app.Sections() {
		v.shell.Open(section.ID, 0)
		for _, scene := range v.shell.Page().Scenes() {
			scene.Show()
			require.Equal(t, v.text.T("shell.title"), v.window.Title(), "%s %s", section.ID, scene.Name)
		}
		v.shell.Modals().CloseAll()
	}
}

// Each role has the sections that its files are for, and no others.
func TestJourneyOfEachRole(t *testing.T) {
	v, dir := newVisitor(t, locale.Russian), sampleFor(t)
	v.program.Start(dir)
	for _, role := range data.Roles() {
		v.ctrl(fyne.KeyL)
		v.signIn(string(role), store.SamplePassword)
		people := role.Opens(data.PeopleWall)
		for _, section := range []string{"volunteers", "events", "reports", "imports"} {
			require.Equal(t, people, v.shell.Has(section), "%s %s", role, section)
		}
		if !people {
			v.sees("lock.role." + string(role))
		}
	}
}
