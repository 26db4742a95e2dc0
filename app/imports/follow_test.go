package imports_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/require"

	"saya/app/imports"
	"saya/app/page/pagetest"
	"saya/data"
	"saya/data/store"
	"saya/data/store/storetest"
)

// Whoever was added while the plan was on screen is known to it, and no correction is lost.
func TestPlanFollowsTheCentre(t *testing.T) {
	p, w, s := corrected(t)
	storetest.Volunteer(t, s, func(v *data.Volunteer) {
		v.Surname, v.Given, v.Phones = "Ахметова", "Айгуль", data.List{"+77010000011"}
	})
	require.True(t, w.Offers("Загрузить 2 строки"))
	left := false
	p.Leave(func() { left = true })
	require.False(t, left, "there are corrections still")
}

// Somebody else decides whether a row is new only over the people she was shown: of another it is asked.
func TestDecisionHoldsOverWhoWasShown(t *testing.T) {
	_, w, s := corrected(t)
	storetest.Volunteer(t, s, func(v *data.Volunteer) {
		v.Surname, v.Given, v.Phones = "Сейтова", "Дана", data.List{"+77010000014"}
	})
	require.True(t, w.Offers("Загрузить 2 строки"))
}

// followed opens the messy list with its second row in the editor and adds the first of it to the centre meanwhile.
func followed(t *testing.T) (*imports.Page, *pagetest.Window, *store.Store) {
	t.Helper()
	p, w, s := open(t, "список.csv", messy)
	w.Press("Выбрать файл")
	w.Press("Сравнить")
	p.Rows(2)
	w.Press("Исправить")
	w.Fill(map[string]string{"birth": "28.02.1990"})
	know(t, s)
	require.Equal(t, "28.02.1990", w.Form().Snapshot()["birth"], "nobody is disturbed")
	return p, w, s
}

// know adds the first of the messy list to the centre.
func know(t *testing.T, s *store.Store) {
	t.Helper()
	storetest.Volunteer(t, s, func(v *data.Volunteer) {
		v.Surname, v.Given, v.Patronymic, v.Birth = "Ахметова", "Айгуль", "Сериковна", "1998-05-12"
		v.Phones = data.List{"+77010000011"}
	})
}

// A change of the centre while somebody is typing is followed once the editor is closed, in whatever way.
func TestPlanFollowsAfterAnEditor(t *testing.T) {
	for _, c := range []struct {
		name  string
		close func(p *imports.Page, w *pagetest.Window)
		offer string
	}{
		{"saved", func(p *imports.Page, _ *pagetest.Window) { p.Save() }, "Загрузить 2 строки"},
		{"given up", func(_ *imports.Page, w *pagetest.Window) {
			w.Key(fyne.KeyEscape)
			w.Press("Выйти без сохранения")
		}, "Загрузить 1 строку"},
		{"left for another row", func(p *imports.Page, w *pagetest.Window) {
			p.Rows(4)
			w.Press("Выйти без сохранения")
		}, "Загрузить 1 строку"},
		{"left to import", func(_ *imports.Page, w *pagetest.Window) {
			w.Press("Загрузить 2 строки")
			w.Press("Сохранить")
		}, "Загрузить 2 строки"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, w, s := followed(t)
			c.close(p, w)
			require.True(t, w.Offers(c.offer), "she is known by now")
			require.Len(t, volunteers(t, s), 1, "nothing was written")
			require.Empty(t, w.Failed)
		})
	}
}

// An import that waits for the worker does not write a plan that the centre has overtaken.
func TestWaitingImportWritesNoOldPlan(t *testing.T) {
	_, w, run := waitingPlan(t, messy, 4)
	run.hold = true
	w.Press("Пропустить")
	w.Press("Загрузить 2 строки")
	know(t, run.store)
	run.release()
	require.True(t, w.Offers("Загрузить 0 строк"))
	require.False(t, w.Offers("Загрузить без них"), "the new plan is looked at first")
	require.Len(t, volunteers(t, run.store), 1)
	require.Empty(t, w.Failed)
}

// A question about the rest is answered for the plan that is in front.
func TestQuestionIsOfThePlanInFront(t *testing.T) {
	_, w, s := open(t, "список.csv", messy)
	w.Press("Выбрать файл")
	w.Press("Сравнить")
	w.Press("Загрузить 2 строки")
	know(t, s)
	w.Press("Загрузить без них")
	require.Len(t, volunteers(t, s), 1)
	require.Empty(t, w.Failed)
	require.Contains(t, w.Said[len(w.Said)-1], "Ничего не записано")
	w.Press("Загрузить 1 строку")
	w.Press("Загрузить без них")
	require.Len(t, volunteers(t, s), 2)
}

// A change while the plan is made is followed too.
func TestChangeDuringTheComparison(t *testing.T) {
	_, w, run := waiting(t, messy)
	run.between = func() { know(t, run.store) }
	w.Press("Сравнить")
	require.True(t, w.Offers("Загрузить 1 строку"))
}

// Whoever does not wait for a plan to be made anew has the one before, which is not written.
func TestOldPlanIsShownNotWritten(t *testing.T) {
	_, w, run := waiting(t, messy)
	w.Press("Сравнить")
	w.Filter("Новая")
	run.hold = true
	know(t, run.store)
	w.Press("Остановить")
	require.True(t, w.Offers("Загрузить 2 строки"))
	require.True(t, w.Shows("2 строки"), "the filter is still there")
	w.Press("Загрузить 2 строки")
	run.release()
	require.True(t, w.Offers("Загрузить 1 строку"))
	require.Len(t, volunteers(t, run.store), 1)
}

// A comparison that fails loses neither the plan nor anything that was corrected in it.
func TestFailedComparisonKeepsThePlan(t *testing.T) {
	p, w, s := corrected(t)
	require.NoError(t, s.Close())
	p.Changed(store.Change{Kind: "x", Tables: []store.Table{store.Volunteers}})
	require.Len(t, w.Failed, 1)
	require.True(t, w.Offers("Загрузить 3 строки"))
	left := false
	p.Leave(func() { left = true })
	require.False(t, left, "there are corrections still")
}

// A plan that is made anew is listed as it was: the same rows, the same one beside them.
func TestThePlanIsListedAsItWas(t *testing.T) {
	p, w, s := corrected(t)
	w.Filter("Новая")
	before := p.Listed()
	require.Contains(t, before, `"Chip":"new"`)
	know(t, s)
	require.Equal(t, before, p.Listed())
}

// Back at the columns nothing that was corrected is lost, until the rows are read as something else.
func TestCorrectionsOutliveALookAtTheColumns(t *testing.T) {
	for name, c := range map[string]struct {
		header string
		lost   bool
	}{"looked at": {"", false}, "another row of titles": {"2", true}} {
		t.Run(name, func(t *testing.T) {
			p, w, _ := corrected(t)
			offer := "Загрузить 3 строки"
			require.True(t, w.Offers(offer))
			w.Press("К столбцам")
			left := false
			p.Leave(func() { left = true })
			require.False(t, left, "they would be lost with the window")
			w.Press("Вернуться к загрузке")
			if c.header != "" {
				w.Fill(map[string]string{"header": c.header})
				w.Press("Сравнить")
			}
			require.Equal(t, c.lost, slices.Contains(w.Said, "Исправления к этой таблице больше не подходят и убраны."))
			w.Press("Сравнить")
			if !c.lost {
				require.True(t, w.Offers(offer))
			}
		})
	}
}
