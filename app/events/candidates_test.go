package events_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"github.com/stretchr/testify/require"

	"saya/app/page/pagetest"
	"saya/data"
	"saya/data/store/storetest"
)

// Who fits best is offered first and why is said; who cannot have the place stands below with the reason, and is refused.
func TestCandidatesAreOfferedByFit(t *testing.T) {
	p, w, s := open(t)
	e := storetest.Event(t, s, tomorrow, residents)
	need := storetest.Need(t, s, e.ID, func(n *data.Need) { n.Role, n.Wanted = "Переводчик", 5 })
	can := data.Availability{Exceptions: []data.DayException{{Day: e.Start.Date(), Can: true}}}
	named := func(surname string, change ...func(*data.Volunteer)) data.Volunteer {
		return storetest.Volunteer(t, s, append(change, func(v *data.Volunteer) {
			v.Surname, v.Given, v.Patronymic = surname, "Дана", ""
		})...)
	}
	young := named("Абаева", minor)
	busy := named("Бекова", func(v *data.Volunteer) { v.Availability = can })
	storetest.Event(t, s, tomorrow, func(e *data.Event) { e.CoordinatorID = busy.ID })
	in := named("Дюсенова")
	_, err := s.AssignVolunteer(t.Context(), storetest.Actor(), need, in.ID, "")
	require.NoError(t, err)
	named("Ермекова", func(v *data.Volunteer) { v.Availability = data.Availability{Known: true} })
	named("Жунусова", func(v *data.Volunteer) { v.Skills = data.List{"переводы"} })
	best := named("Исаева", func(v *data.Volunteer) { v.Availability = can })
	storetest.Hours(t, s, best.ID, func(h *data.Hours) { h.Day, h.Minutes, h.Status = "2026-11-10", 90, data.Approved })

	p.Shown(e.ID)
	w.Press("Добавить волонтера")
	w.Key(fyne.KeyDown)
	for _, note := range []string{
		"может прийти · 1,50 ч за 30 дней", "время не уточняли · умеет: переводы · 0,00 ч за 30 дней",
		"в это время не может · 0,00 ч за 30 дней", "в это время на другом: Мастер-класс", "младше 18 лет", "уже на этом мероприятии",
	} {
		require.True(t, w.Shows(note), note)
	}
	tops := []float32{}
	for _, name := range []string{"Исаева Дана", "Жунусова Дана", "Ермекова Дана", "Бекова Дана", "Абаева Дана", "Дюсенова Дана"} {
		tops = append(tops, top(p.Content(), name))
	}
	require.IsIncreasing(t, tops)
	w.Key(fyne.KeyReturn)
	w.Key(fyne.KeyReturn)
	people, err := s.Assignments(t.Context(), e.ID)
	require.NoError(t, err)
	require.Len(t, people, 2)
	_, err = s.AssignVolunteer(t.Context(), storetest.Actor(), need, young.ID, "очень нужно")
	require.True(t, data.IsCode(err, data.Denied))
}

// top is how far down a text stands in what lies above a page.
func top(o fyne.CanvasObject, text string) float32 {
	driver, at := fyne.CurrentApp().Driver(), float32(-1)
	for _, overlay := range driver.CanvasForObject(o).Overlays().List() {
		pagetest.Walk(overlay, func(o fyne.CanvasObject) {
			if drawn, ok := o.(*canvas.Text); ok && drawn.Text == text {
				at = driver.AbsolutePositionForObject(o).Y
			}
		})
	}
	return at
}
