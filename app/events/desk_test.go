package events_test

import (
	"strconv"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/require"

	"saya/data"
)

func start(a data.AssignmentRow) string { return "start" + strconv.FormatInt(a.ID, 10) }

// focused is what has the keyboard on the canvas of an object.
func focused(o fyne.CanvasObject) fyne.Focusable {
	return fyne.CurrentApp().Driver().CanvasForObject(o).Focused()
}

func TestUpAndDownGoFromAFilledTimeToAnotherPerson(t *testing.T) {
	p, w, s := open(t)
	e, people := attended(t, s)
	p.Show(e.ID)
	w.Press("Отметить явку")
	w.Fill(map[string]string{mark(people[0]): "late", start(people[0]): "10:30"})
	first := focused(p.Content())
	w.Form().Focus(start(people[0]))
	focused(p.Content()).TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	require.NotEqual(t, first, focused(p.Content()))
	w.Key(fyne.Key1)
	require.Equal(t, "attended", w.Form().Snapshot()[mark(people[1])])
	require.Equal(t, "10:30", w.Form().Snapshot()[start(people[0])], "the time stays")
}

func TestLateWithoutATimeIsNotSaved(t *testing.T) {
	p, w, s := open(t)
	e, people := attended(t, s)
	p.Show(e.ID)
	w.Press("Отметить явку")
	w.Fill(map[string]string{mark(people[1]): "late"})
	p.Save()
	require.Equal(t, map[string]string{start(people[1]): "Для отметки «Опоздание» укажите время прихода"}, w.Form().Errors())
	w.Fill(map[string]string{start(people[1]): "10:30"})
	p.Save()
	require.Nil(t, w.Editor())
}

func TestTheDeskSaysHowManyAreMarked(t *testing.T) {
	p, w, s := open(t)
	e, people := attended(t, s)
	p.Show(e.ID)
	w.Press("Отметить явку")
	require.True(t, w.Shows("Отмечено: 0 / 2"))
	w.Fill(map[string]string{mark(people[0]): "absent"})
	require.True(t, w.Shows("Отмечено: 1 / 2"))
}
