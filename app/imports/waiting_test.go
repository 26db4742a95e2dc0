package imports_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/app/imports"
	"saya/app/page"
	"saya/app/page/pagetest"
	"saya/data/store"
	"saya/data/store/storetest"
)

// held is a runner that can be told to wait.
type held struct {
	page.Inline
	hold    bool
	work    []func()
	between func()       // done once between some work and what comes of it
	store   *store.Store // the centre that the page works with
}

func (h *held) Go(work func(context.Context) error, done func(error)) {
	do := func() {
		h.Inline.Go(work, func(err error) {
			if between := h.between; between != nil {
				h.between = nil
				between()
			}
			done(err)
		})
	}
	if h.hold {
		h.work = append(h.work, do)
		return
	}
	do()
}

// step does the first n works that wait, and none that they ask for.
func (h *held) step(n int) {
	now := h.work[:n]
	h.work = h.work[n:]
	for _, do := range now {
		do()
	}
}

// release does all that waits, and what comes after it at once.
func (h *held) release() {
	h.hold = false
	for len(h.work) > 0 {
		h.step(1)
	}
}

// waiting opens a file with a runner that can be told to wait.
func waiting(t *testing.T, content string) (*imports.Page, *pagetest.Window, *held) {
	t.Helper()
	run := &held{store: storetest.New(t)}
	env, w := pagetest.NewEnv(t, run.store)
	env.Run = run
	w.File = filepath.Join(t.TempDir(), "список.csv")
	require.NoError(t, os.WriteFile(w.File, []byte(content), 0o600))
	p := imports.New(env)
	w.Show(p)
	w.Press("Выбрать файл")
	return p, w, run
}

// waitingPlan is [waiting] with the plan on screen and a row of it chosen.
func waitingPlan(t *testing.T, content string, row int) (*imports.Page, *pagetest.Window, *held) {
	t.Helper()
	p, w, run := waiting(t, content)
	w.Press("Сравнить")
	p.Rows(row)
	return p, w, run
}

// Whoever does not want to wait for a long file goes on at once; what comes of it is not shown.
func TestWaitingIsCancelled(t *testing.T) {
	p, w, run := waiting(t, messy)
	run.hold = true
	w.Press("Сравнить")
	require.False(t, w.Offers("Сравнить"))
	w.Press("Остановить")
	require.True(t, w.Offers("Сравнить"))
	run.release()
	require.True(t, w.Offers("Сравнить"))
	run.hold = true
	p.Drop(w.File)
	w.Press("Остановить")
	run.release()
	require.True(t, w.Offers("Выбрать файл"))
	require.Empty(t, w.Failed)
}

// A correction reads the centre in the background. What is asked for meanwhile waits for it: the last wish holds.
func TestWhatIsAskedForWaitsForACorrection(t *testing.T) {
	p, w, run := waitingPlan(t, messy, 2)
	w.Press("Исправить")
	w.Fill(map[string]string{"birth": "28.02.1990"})
	run.hold = true
	p.Save()
	p.Leave(func() { t.Fatal("something else was asked for since") })
	p.Rows(1)
	w.Press("Загрузить 2 строки")
	require.False(t, w.Offers("Загрузить без них"), "not before the correction is in the plan")
	run.release()
	require.True(t, w.Offers("Загрузить без них"))
	require.True(t, w.Offers("Загрузить 3 строки"))
}

// A row that is refused again keeps its editor and what was typed, whatever was asked for meanwhile.
func TestRefusedCorrectionStaysOpen(t *testing.T) {
	p, w, run := waitingPlan(t, messy, 2)
	w.Press("Исправить")
	w.Fill(map[string]string{"birth": "29.02.1990"})
	run.hold = true
	p.Save()
	p.Leave(func() { t.Fatal("left though the row is not corrected") })
	run.release()
	require.Equal(t, "29.02.1990", w.Form().Snapshot()["birth"])
	require.Contains(t, w.Form().Errors(), "birth")
}

// Decisions are made in the background, in the order in which they were asked for; the page says that it works.
func TestDecisionsAreMadeInTheBackground(t *testing.T) {
	p, w, run := waitingPlan(t, messy, 1)
	run.hold = true
	w.Press("Пропустить")
	require.True(t, w.Offers("Загрузить 2 строки"), "the plan is not waited for")
	run.step(2) // the list and the card
	require.True(t, w.Shows("Идет сравнение…"))
	w.Press("Загрузить 2 строки")
	require.False(t, w.Offers("Загрузить без них"), "not before the decision is in the plan")
	left := false
	p.Leave(func() { left = true })
	require.False(t, left, "a decision is not lost without a question")
	w.Press("Вернуться к загрузке")
	run.release()
	require.False(t, w.Offers("Загрузить без них"), "something else was asked for since")
	require.True(t, w.Offers("Загрузить 1 строку"))
	require.False(t, w.Shows("Идет сравнение…"))
	require.True(t, w.Offers("Рассмотреть снова"), "the card shows the row as it is now")
}

// Whatever is typed while the plan is worked with stays.
func TestDecisionLeavesAnEditorAlone(t *testing.T) {
	_, w, run := waitingPlan(t, messy, 1)
	run.hold = true
	w.Press("Пропустить")
	w.Press("Исправить")
	run.step(4) // all but what the decision asks for itself
	w.Fill(map[string]string{"birth": "13.05.1998"})
	run.release()
	require.Equal(t, "13.05.1998", w.Form().Snapshot()["birth"])
	require.True(t, w.Offers("Загрузить 1 строку"))
}
