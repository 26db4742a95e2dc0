package reports_test

import (
	"context"
	"errors"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"

	"saya/app/page/pagetest"
	"saya/app/reports"
	"saya/data"
	"saya/data/store"
	"saya/data/store/storetest"
	"saya/widgets"
)

// shown opens Reports on October 2026, the month before the day of tests.
func shown(t *testing.T, prepare func(*store.Store)) (*reports.Page, *pagetest.Window) {
	t.Helper()
	s := storetest.New(t)
	if prepare != nil {
		prepare(s)
	}
	env, w := pagetest.NewEnv(t, s)
	p := reports.New(env)
	w.Show(p)
	return p, w
}

// The workbook of a large centre takes seconds.
func TestReadingIsSaidOnlyAfterAWhile(t *testing.T) {
	env, w := pagetest.NewEnv(t, storetest.New(t))
	run := &pagetest.Slow{}
	env.Run = run
	p := reports.New(env)
	w.Show(p)
	require.False(t, w.Shows("Загрузка…"))
	run.Pass()
	require.True(t, w.Shows("Загрузка…"))
	run.Work()
	require.False(t, w.Shows("Загрузка…"))
}

func inOctober(e *data.Event) {
	e.Start, e.End = data.NewLocal("2026-10-10", 600), data.NewLocal("2026-10-10", 720)
}

// Whatever is not ready leads to where it is made so, and the report is there again after coming back.
func TestWhatIsNotReadyLeadsToItsList(t *testing.T) {
	for name, c := range map[string]struct {
		prepare func(*store.Store)
		line    string
		opens   string
	}{
		"hours": {func(s *store.Store) {
			storetest.Hours(t, s, storetest.Volunteer(t, s).ID, func(h *data.Hours) { h.Day = "2026-10-10" })
		}, "Неодобренные записи", "hours/open"},
		"attendance": {func(s *store.Store) {
			storetest.Event(t, s, inOctober, func(e *data.Event) { e.Status = data.Confirmed })
		}, "Явка не отмечена", "events/unmarked"},
		"people": {func(s *store.Store) {
			storetest.Event(t, s, inOctober)
		}, "Не записано число людей", "events/past"},
		"data of volunteers": {func(s *store.Store) {
			v := storetest.Volunteer(t, s, func(v *data.Volunteer) { v.Birth = "" })
			storetest.Hours(t, s, v.ID, func(h *data.Hours) { h.Day, h.Status = "2026-10-10", data.Approved })
		}, "Неполные данные", "volunteers/missing"},
		"months": {nil, "Месяц не закрыт", "hours/approved"},
	} {
		t.Run(name, func(t *testing.T) {
			_, w := shown(t, c.prepare)
			w.PressLine(c.line)
			require.Equal(t, []string{c.opens}, w.Opened)
		})
	}
}

func TestNothingIsLeftToCheck(t *testing.T) {
	_, w := shown(t, func(s *store.Store) {
		require.NoError(t, s.LockMonth(t.Context(), s.Actor(), "2026-10"))
	})
	require.True(t, w.Shows("Готово"))
	require.True(t, w.Shows("За этот период данных нет."), "tables and charts of nothing say so")
}

func TestReportOfAMonth(t *testing.T) {
	p, w := shown(t, nil)
	require.Contains(t, p.State(), `"2026-10-01"`, "the month before")
	p.Narrow("2026-08")
	require.Contains(t, p.State(), `"2026-08-01"`)
	require.True(t, w.Shows("Образцовый центр · август 2026 г."))
	p.Narrow("август")
	require.Contains(t, p.State(), `"2026-08-01"`)
}

// A page made anew in another language goes on with the period and with what was read.
func TestReportsGoOnInAnotherLanguage(t *testing.T) {
	s := storetest.New(t)
	storetest.Event(t, s, inOctober, func(e *data.Event) { e.Status = data.Held })
	env, w := pagetest.NewEnv(t, s)
	p := reports.New(env)
	w.Show(p)
	require.Contains(t, p.Status(), "0 / 1")
	w.PressLine("Прочитано текстов")
	for _, check := range checks(p) {
		test.Tap(check)
	}
	w.Press("Применить")
	require.Contains(t, p.Status(), "1 / 1")
	state := p.State()

	next := reports.New(env)
	next.Restore("something else")
	next.Restore(state)
	w.Show(next)
	require.Equal(t, p.Status(), next.Status())
	require.Equal(t, state, next.State())
}

// A blank column of titles looks like a fault of the data; in the workbook it stays blank.
func TestPreviewSaysWhatWasNotRead(t *testing.T) {
	s := storetest.New(t)
	storetest.Event(t, s, inOctober, func(e *data.Event) { e.Status, e.Result, e.Link = data.Held, "", "" })
	env, w := pagetest.NewEnv(t, s)
	p := reports.New(env)
	w.Show(p)
	p.Scenes()[0].Show()
	require.True(t, w.Shows("Без мероприятий с участием проживающих: см. «Справка». Свободные тексты – только прочитанные."))
	require.True(t, w.Shows("не прочитано"))
	w.PressLine("Прочитано текстов")
	for _, check := range checks(p) {
		test.Tap(check)
	}
	w.Press("Применить")
	require.False(t, w.Shows("не прочитано"), "an empty result is nothing to read")
}

// What is copied from a preview is on the clipboard for a minute only, as from any list.
func TestCopiedRowsOfAReportAreForgotten(t *testing.T) {
	s := storetest.New(t)
	v := storetest.Volunteer(t, s)
	storetest.Hours(t, s, v.ID, func(h *data.Hours) { h.Day, h.Status = "2026-10-10", data.Approved })
	env, w := pagetest.NewEnv(t, s)
	clock := &pagetest.Clock{}
	env.Run = clock
	p := reports.New(env)
	w.Show(p)
	p.Scenes()[0].Show()
	w.ChooseFirst()
	clipboard := fyne.CurrentApp().Clipboard()
	fyne.CurrentApp().Driver().CanvasForObject(p.Content()).Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutCopy{Clipboard: clipboard})
	require.NotEmpty(t, clipboard.Content())
	clock.Pass()
	require.Empty(t, clipboard.Content())
}

// checks are the ticks in the dialog above the page.
func checks(p *reports.Page) (out []*widgets.CheckField) {
	for _, overlay := range fyne.CurrentApp().Driver().CanvasForObject(p.Content()).Overlays().List() {
		pagetest.Walk(overlay, func(o fyne.CanvasObject) {
			if check, ok := o.(*widgets.CheckField); ok {
				out = append(out, check)
			}
		})
	}
	return out
}

// unread is a runner of which all work fails.
type unread struct{ pagetest.Slow }

func (r *unread) Go(_ func(context.Context) error, done func(error)) {
	r.Slow.Go(func(context.Context) error { return errors.New("disk") }, done)
}

func TestReportThatCannotBeReadIsNotOnItsWay(t *testing.T) {
	for name, steps := range map[string][]func(*unread){
		"at once":       {func(r *unread) { r.Work() }, func(r *unread) { r.Pass() }},
		"after a while": {func(r *unread) { r.Pass() }, func(r *unread) { r.Work() }},
	} {
		t.Run(name, func(t *testing.T) {
			env, w := pagetest.NewEnv(t, storetest.New(t))
			run := &unread{}
			env.Run = run
			w.Show(reports.New(env))
			for _, step := range steps {
				step(run)
			}
			require.NotEmpty(t, w.Failed)
			require.False(t, w.Shows("Загрузка…"))
		})
	}
}
