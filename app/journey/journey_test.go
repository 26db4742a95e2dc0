// Package journey_test walks whole jobs through the window, as people do them.
package journey_test

import (
	"context"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/assets/locale"
	"saya/data"
	"saya/reports/xlsx/xlsxtest"
)

// The centre's main job: a volunteer works at an event, the hours are approved, the front office gets its workbook.
func TestJourneyFromVolunteerToWorkbook(t *testing.T) {
	for _, lang := range locale.Languages() {
		t.Run(string(lang), func(t *testing.T) {
			h := newHand(t, lang)
			number := h.addVolunteer("Сапарова", "Дана", "14.03.1999")
			event := h.addEvent("Қыш сабағы")
			h.staff("Сапарова")
			h.attend()
			h.approve()
			h.checkHours(event)
			path := h.export()
			h.findHours(path, number)
		})
	}
}

// addVolunteer enters a volunteer and returns her number.
func (h *hand) addVolunteer(surname, given, birth string) int64 {
	h.t.Helper()
	h.shell.Open("volunteers", 0)
	h.shell.Page().New()
	h.fill("surname", surname)
	h.fill("given", given)
	h.fill("birth", birth)
	h.press("common.save")
	ctx := context.Background()
	ids, err := h.store.Volunteers(ctx, data.VolunteerFilter{Listing: data.Listing{Search: surname + " " + given}})
	require.NoError(h.t, err)
	require.Len(h.t, ids, 1, "the volunteer was not saved")
	v, err := h.store.Volunteer(ctx, ids[0])
	require.NoError(h.t, err)
	require.Equal(h.t, data.NewDate(1999, 3, 14), v.Birth)
	return v.Number
}

// addEvent enters an event of two and a half hours yesterday, in a venue made on the way, without residents.
func (h *hand) addEvent(title string) int64 {
	h.t.Helper()
	h.shell.Open("events", 0)
	h.shell.Page().New()
	h.fill("title_"+string(h.text.Lang()), title)
	h.fill("type", h.text.Status("event_type", string(data.MasterClass)))
	h.fill("status", h.text.Status("event", string(data.Confirmed)))
	h.fill("date", "21.11.2026")
	h.fill("start_at", "10:00")
	h.fill("end_at", "12:30")
	h.press("events.new_venue")
	h.fill("name", "Жаңа зал")
	h.press("common.save")
	h.choose("residents", "no")
	form := h.form()
	h.press("common.save")
	require.Empty(h.t, form.Errors())
	ids, err := h.store.Events(context.Background(), data.EventFilter{Listing: data.Listing{Search: title}})
	require.NoError(h.t, err)
	require.Len(h.t, ids, 1, "the event was not saved")
	e, err := h.store.Event(context.Background(), ids[0])
	require.NoError(h.t, err)
	require.NotZero(h.t, e.VenueID)
	require.Equal(h.t, 150, e.Span().Minutes())
	return e.ID
}

// staff asks for one helper and gives the place to the volunteer.
func (h *hand) staff(surname string) {
	h.t.Helper()
	h.press("events.add_need")
	h.fill("role", "Көмекші")
	h.press("common.save")
	h.press("events.add_volunteer")
	h.fill("volunteer_id", surname)
	h.press("common.add")
}

// attend marks that everybody came and that the event was held.
func (h *hand) attend() {
	h.t.Helper()
	h.press("events.attend")
	h.press("events.desk_all")
	h.press("common.save")
}

func (h *hand) approve() {
	h.t.Helper()
	h.press("events.propose")
	h.press("events.approve", "Count", 1)
}

func (h *hand) checkHours(event int64) {
	h.t.Helper()
	ids, err := h.store.HoursList(context.Background(), data.HoursFilter{EventID: event})
	require.NoError(h.t, err)
	require.Len(h.t, ids, 1)
	entry, err := h.store.HoursEntry(context.Background(), ids[0])
	require.NoError(h.t, err)
	require.Equal(h.t, data.Approved, entry.Status)
	require.Equal(h.t, 150, entry.Minutes)
}

// export writes the front-office workbook of this month from the window.
func (h *hand) export() string {
	h.t.Helper()
	dir := h.t.TempDir()
	h.shell.Open("reports", 0)
	h.pressIcon("right") // from the month before to this one
	h.press("reports.export")
	h.fill("folder", dir)
	h.press("reports.export")
	path := filepath.Join(dir, "2026-11_almaty_ulgi_"+h.text.T("report.file.front-office")+".xlsx")
	require.FileExists(h.t, path)
	xlsxtest.Check(h.t, path)
	return path
}

// findHours reopens the workbook and looks for the volunteer's two and a half hours.
func (h *hand) findHours(path string, number int64) {
	h.t.Helper()
	for _, row := range xlsxtest.Cells(h.t, path)[h.text.T("report.sheet_volunteers")] {
		if len(row) > 1 && row[1] == "№ "+h.text.Int(number) {
			require.Contains(h.t, row, "2.5")
			return
		}
	}
	h.t.Fatalf("no row of volunteer %d in %v", number, xlsxtest.Cells(h.t, path)[h.text.T("report.sheet_volunteers")])
}
