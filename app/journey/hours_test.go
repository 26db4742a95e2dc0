package journey_test

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"

	"saya/app/page/pagetest"
	"saya/assets/locale"
	"saya/data"
	"saya/widgets"
)

// The hours of a month: attendance is marked, hours are proposed and approved together, the month is closed, and what is
// mended afterwards needs a reason.
func TestJourneyFromAttendanceToAClosedMonth(t *testing.T) {
	for _, lang := range locale.Languages() {
		t.Run(string(lang), func(t *testing.T) {
			h := newHand(t, lang)
			for _, surname := range []string{"Сапарова", "Жумабекова"} {
				h.addVolunteer(surname, "Дана", "14.03.1999")
			}
			event := h.addEvent("Қыш сабағы")
			h.staff("Сапарова")
			h.press("events.add_need")
			h.fill("role", "Көмекші")
			h.press("common.save")
			h.press("events.add_volunteer")
			h.fill("volunteer_id", "Жумабекова")
			h.press("common.add")
			h.attend()

			h.shell.Open("hours", 0)
			h.pressIcon("more")
			h.menu("hours.propose")
			entries := h.hoursOf(event)
			require.Len(t, entries, 2)
			h.press("hours.approve_all")
			h.press("hours.approve")
			for _, e := range h.hoursOf(event) {
				require.Equal(t, data.Approved, e.Status)
			}
			h.closeMonth()
			h.mend(entries[0].ID)
		})
	}
}

// hoursOf are the entries of an event.
func (h *hand) hoursOf(event int64) []data.HoursRow {
	h.t.Helper()
	ids, err := h.store.HoursList(context.Background(), data.HoursFilter{EventID: event})
	require.NoError(h.t, err)
	rows, err := h.store.HoursRows(context.Background(), ids)
	require.NoError(h.t, err)
	return rows
}

// menu chooses an entry of the menu in view.
func (h *hand) menu(key string) {
	h.t.Helper()
	var found *widgets.NavItem
	pagetest.Walk(h.front(), func(o fyne.CanvasObject) {
		if item, ok := o.(*widgets.NavItem); ok && item.Text == h.text.T(key) {
			found = item
		}
	})
	require.NotNil(h.t, found, "no entry %s", key)
	test.Tap(found)
}

// chip presses the chip with some words.
func (h *hand) chip(words string) {
	h.t.Helper()
	var found *widgets.Chip
	pagetest.Walk(h.front(), func(o fyne.CanvasObject) {
		if c, ok := o.(*widgets.Chip); ok && c.Text == words {
			found = c
		}
	})
	require.NotNil(h.t, found, "no chip %s", words)
	test.Tap(found)
}

// closeMonth closes the month of the last day.
func (h *hand) closeMonth() {
	h.t.Helper()
	h.chip(h.text.MonthShort(until.Time().Month()))
	h.press("hours.month_lock")
	months, err := h.store.LockedMonths(context.Background())
	require.NoError(h.t, err)
	require.Contains(h.t, months, until.Month())
}

// mend sends an entry of the closed month back, corrects it and approves it again, each time with a reason.
func (h *hand) mend(id int64) {
	h.t.Helper()
	h.shell.Open("hours", id)
	h.press("hours.return_many")
	h.fill("note", "Ушла раньше")
	h.press("hours.return")
	require.Contains(h.t, h.form().Errors(), "correction", "the month is closed")
	h.fill("correction", "Уточнили по журналу")
	h.press("hours.return")

	h.press("common.edit")
	h.fill("end_at", "11:30")
	h.press("common.save")
	require.Contains(h.t, h.form().Errors(), "correction", "an earlier reason is none")
	h.fill("correction", "Ушла в 11:30")
	h.press("common.save")
	h.press("hours.approve")
	entry, err := h.store.HoursEntry(context.Background(), id)
	require.NoError(h.t, err)
	require.Equal(h.t, 90, entry.Minutes)
	require.Equal(h.t, data.Approved, entry.Status)
	require.Equal(h.t, "Ушла в 11:30", entry.Correction)
}
