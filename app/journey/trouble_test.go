package journey_test

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/require"

	"saya/assets/locale"
	"saya/data"
)

// What breaks a rule is said at its field in the language of the window, and everything typed stays.
func TestRefusedVolunteerKeepsWhatWasTyped(t *testing.T) {
	for _, lang := range locale.Languages() {
		t.Run(string(lang), func(t *testing.T) {
			h := newHand(t, lang)
			h.shell.Open("volunteers", 0)
			h.shell.Page().New()
			typed := map[string]string{
				"given": "Дана", "iin": "900101351236", "birth": "31.02.1990", "phones": "12", "email": "дана",
				"note": strings.Repeat("ұ", 40_000),
			}
			for _, field := range []string{"given", "iin", "birth", "phones", "email"} {
				h.fill(field, typed[field])
			}
			h.form().Focus("note")
			h.window.Canvas().Focused().(interface{ SetText(string) }).SetText(typed["note"])
			h.press("common.save")

			wrong := h.form().Errors()
			require.Equal(t, h.text.T("errors.required"), wrong["surname"])
			require.Equal(t, h.text.T("errors.iin_checksum"), wrong["iin"])
			require.Equal(t, h.text.T("errors.date"), wrong["birth"])
			require.Equal(t, h.text.T("errors.phone"), wrong["phones"])
			require.Equal(t, h.text.T("errors.email"), wrong["email"])
			snapshot := h.form().Snapshot()
			for field, text := range typed {
				require.Equal(t, text, snapshot[field], field)
			}
		})
	}
}

// A note that is too long is refused with its limit, not cut.
func TestLongNoteIsRefused(t *testing.T) {
	h := newHand(t, locale.Kazakh)
	h.shell.Open("volunteers", 0)
	h.shell.Page().New()
	h.fill("surname", "Сапарова")
	h.fill("given", "Дана")
	h.form().Focus("note")
	long := strings.Repeat("ұ", 40_000)
	h.window.Canvas().Focused().(interface{ SetText(string) }).SetText(long)
	h.press("common.save")
	require.Equal(t, h.text.T("errors.too_long", "Max", data.MaxText), h.form().Errors()["note"])
	require.Equal(t, long, h.form().Snapshot()["note"])
}

// Esc asks before changes are lost; the answer decides.
func TestLeavingAsksFirst(t *testing.T) {
	h := newHand(t, locale.Russian)
	h.shell.Open("volunteers", 0)
	h.shell.Page().New()
	h.fill("surname", "Сапарова")
	h.shell.Open("reports", 0)
	h.press("page.leave_no")
	require.Equal(t, "Сапарова", h.form().Snapshot()["surname"])
	h.shell.Page().Key(&fyne.KeyEvent{Name: fyne.KeyEscape})
	h.press("page.leave_yes")
	require.Empty(t, h.volunteers("Сапарова"))
}

// Undo in the message takes the last change back.
func TestUndoTakesBackAVolunteer(t *testing.T) {
	h := newHand(t, locale.Kazakh)
	h.addVolunteer("Сапарова", "Дана", "14.03.1999")
	require.Len(t, h.volunteers("Сапарова Дана"), 1)
	h.press("common.undo")
	require.Empty(t, h.volunteers("Сапарова Дана"))
}

func (h *hand) volunteers(search string) []int64 {
	h.t.Helper()
	ids, err := h.store.Volunteers(context.Background(), data.VolunteerFilter{Listing: data.Listing{Search: search}})
	require.NoError(h.t, err)
	return ids
}

// A report into a folder that is gone says so in the dialog, which stays open and keeps what was typed.
func TestExportIntoVanishedFolder(t *testing.T) {
	h := newHand(t, locale.English)
	h.shell.Open("reports", 0)
	h.press("reports.export")
	gone := filepath.Join(t.TempDir(), "жоқ")
	h.fill("folder", gone)
	h.press("reports.export")
	require.Equal(t, h.text.T("errors.folder_missing"), h.form().Errors()["folder"])
	require.Equal(t, gone, h.form().Snapshot()["folder"])
	exports, err := h.store.Exports(context.Background(), 0)
	require.NoError(t, err)
	require.Empty(t, exports)
}

// The language changes in place: the same section, in other words.
func TestLanguageInPlace(t *testing.T) {
	h := newHand(t, locale.Kazakh)
	h.shell.Open("volunteers", 0)
	h.shell.SetLanguage(locale.English)
	h.text = locale.New(locale.English)
	h.press("volunteers.new")
	h.press("common.cancel")
}
