package journey_test

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/require"

	"saya/app/page/pagetest"
	"saya/assets/locale"
	"saya/data"
	"saya/widgets"
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
				"note": strings.Repeat("ұ", data.MaxText+1),
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
	long := strings.Repeat("ұ", data.MaxText+1)
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

// Ctrl+Z takes back what was done here, never the making of the sample, which may be later by its clock.
func TestSampleIsNotTakenBack(t *testing.T) {
	h := newHand(t, locale.Kazakh)
	batches, err := h.store.Batches(context.Background(), data.Actor{Account: string(data.Manager), Role: data.Manager})
	require.NoError(t, err)
	require.Empty(t, batches)
}

// A save that changed nothing offers no Undo: it would take back something else.
func TestSaveWithoutChangesOffersNoUndo(t *testing.T) {
	h := newHand(t, locale.Kazakh)
	h.addVolunteer("Сапарова", "Дана", "14.03.1999")
	h.press("common.edit")
	h.press("common.save")
	offers := 0
	pagetest.Walk(h.front(), func(o fyne.CanvasObject) {
		if b, ok := o.(*widgets.Button); ok && b.Text == h.text.T("common.undo") {
			offers++
		}
	})
	require.Equal(t, 1, offers, "that of the volunteer added")
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

// Closing the window asks before changes are lost, and a question that is open is answered with "stay".
func TestClosingTheWindowAsksFirst(t *testing.T) {
	h, closed := newHand(t, locale.Russian), false
	h.window.SetOnClosed(func() { closed = true })
	h.shell.Open("volunteers", 0)
	h.shell.Page().New()
	h.fill("surname", "Сапарова")
	h.shell.CloseWindow()
	h.press("page.leave_no")
	h.shell.CloseWindow()
	h.shell.CloseWindow()
	require.False(t, closed)
	require.Equal(t, "Сапарова", h.form().Snapshot()["surname"])
	h.shell.CloseWindow()
	h.press("page.leave_yes")
	require.True(t, closed)
}

// What is typed goes on in the other language, at once and without a question.
func TestLanguageInTheMiddleOfAnEdit(t *testing.T) {
	h := newHand(t, locale.Russian)
	h.shell.Open("volunteers", 0)
	h.shell.Page().New()
	h.fill("surname", "Сапарова")
	h.languages().SetID(string(locale.Kazakh))
	h.text = locale.New(locale.Kazakh)
	require.False(t, h.shell.Modals().Open())
	require.Equal(t, string(locale.Kazakh), h.languages().ID())
	require.Equal(t, "Сапарова", h.form().Snapshot()["surname"])
	h.form().Focus("given")
	h.typed("Да")
	h.languages().SetID(string(locale.English))
	h.text = locale.New(locale.English)
	h.typed("на") // where the keyboard was
	h.fill("birth", "14.03.1999")
	h.press("common.save")
	require.Len(t, h.volunteers("Сапарова Дана"), 1)
	h.languages().SetID(string(locale.Russian))
	require.False(t, h.shell.Page().Editing(), "what was saved is not typed anew")
}

// An editor of a record goes on with the record.
func TestLanguageInTheEditorOfARecord(t *testing.T) {
	h := newHand(t, locale.Russian)
	h.shell.Open("volunteers", 3)
	h.press("common.edit")
	h.fill("given", "Аяулым")
	h.shell.SetLanguage(locale.English)
	require.Equal(t, "Аяулым", h.form().Snapshot()["given"])
	h.text = locale.New(locale.English)
	h.fill("note", strings.Repeat("Комната на втором этаже. ", 9)+"\nИ ещё")
	h.form().Focus("note")
	h.shell.SetLanguage(locale.Russian)
	h.text = locale.New(locale.Russian)
	h.typed(" одно.") // behind what was typed
	h.press("common.save")
	v, err := h.store.Volunteer(context.Background(), 3)
	require.NoError(t, err)
	require.Equal(t, "Аяулым", v.Given)
	require.True(t, strings.HasSuffix(v.Note, "И ещё одно."))
}

// A title stays in the language it was typed for, whichever field stands first.
func TestLanguageInTheEditorOfAnEvent(t *testing.T) {
	h := newHand(t, locale.Russian)
	h.shell.Open("events", 0)
	h.shell.Page().New()
	h.fill("title_ru", "Вечер песен")
	h.shell.SetLanguage(locale.Kazakh)
	require.Equal(t, "Вечер песен", h.form().Snapshot()["title_ru"])
	require.Empty(t, h.form().Snapshot()["title_kk"])
	h.typed(" и танцев")
	require.Equal(t, "Вечер песен и танцев", h.form().Snapshot()["title_ru"])
}

// languages is the choice of the language at the foot of the navigation.
func (h *hand) languages() *widgets.Segments {
	h.t.Helper()
	var found *widgets.Segments
	pagetest.Walk(h.window.Content(), func(o fyne.CanvasObject) {
		if s, ok := o.(*widgets.Segments); ok && slices.Contains(locale.Languages(), locale.Lang(s.ID())) {
			found = s
		}
	})
	require.NotNil(h.t, found)
	return found
}
