package journey_test

import (
	"context"
	"testing"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/require"

	"saya/assets/locale"
	"saya/data"
)

// tabTo presses Tab until a field of the form in view has the keyboard.
func (h *hand) tabTo(field fyne.Focusable) {
	h.t.Helper()
	c := h.window.Canvas()
	for range 60 {
		if c.Focused() == field {
			return
		}
		c.FocusNext() // what Tab is for whatever does not keep it
	}
	h.t.Fatal("Tab does not lead there")
}

// retype takes away what stands in the field that has the keyboard, and types.
func (h *hand) retype(old, text string) {
	for range utf8.RuneCountInString(old) {
		h.hit(fyne.KeyBackspace)
	}
	h.typed(text)
}

// A new volunteer without the mouse: what is wrong is said at its field, the first such field has the keyboard after
// each save, and once saved she is the row that is chosen.
func TestJourneyOfANewVolunteerByKeyboard(t *testing.T) {
	for _, lang := range locale.Languages() {
		t.Run(string(lang), func(t *testing.T) {
			h := newHand(t, lang)
			before := h.all()
			h.shortcut(fyne.Key2, fyne.KeyModifierShortcutDefault)
			require.Equal(t, "volunteers", h.shell.Current())
			h.shortcut(fyne.KeyN, fyne.KeyModifierShortcutDefault)
			form, save := h.form(), func() { h.shortcut(fyne.KeyS, fyne.KeyModifierShortcutDefault) }
			mistakes := []struct{ field, wrong, error, right string }{
				{"surname", "", "errors.required", "Сапарова"},
				{"birth", "31.02.1999", "errors.date", "28.02.1999"},
				{"phones", "12", "errors.phone", "8 799 000 00 41"},
				{"email", "dana", "errors.email", "dana@example.invalid"},
			}
			fields := map[string]fyne.Focusable{}
			for _, name := range []string{"surname", "given", "birth", "phones", "email"} {
				form.Focus(name)
				fields[name] = h.window.Canvas().Focused()
			}
			form.FocusFirst() // as the editor opens
			require.Equal(t, fields["surname"], h.window.Canvas().Focused())
			h.tabTo(fields["given"])
			h.typed("Дана")
			for _, m := range mistakes[1:] {
				h.tabTo(fields[m.field])
				h.typed(m.wrong)
			}
			for i, m := range mistakes {
				save()
				require.True(t, h.shell.Page().Editing())
				require.Len(t, form.Errors(), len(mistakes)-i)
				require.Equal(t, h.text.T(m.error), form.Errors()[m.field])
				require.True(t, h.shows(h.text.T(m.error)))
				require.Equal(t, fields[m.field], h.window.Canvas().Focused(), m.field)
				require.Equal(t, before, h.all())
				h.retype(m.wrong, m.right)
			}
			save()
			require.False(t, h.shell.Page().Editing())
			v := h.known("Сапарова")
			require.Equal(t, []any{"Дана", data.Date("1999-02-28"), data.List{"+77990000041"}, "dana@example.invalid"},
				[]any{v.Given, v.Birth, v.Phones, v.Email})
			require.Equal(t, []int64{v.ID}, h.table().Selected())
			require.True(t, h.shows(v.FullName()), "her card")
			h.goOnInTheList(v.ID)
		})
	}
}

// goOnInTheList requires that whoever has saved by the keyboard still has it: the next key goes to another row.
func (h *hand) goOnInTheList(saved int64) {
	h.t.Helper()
	require.Equal(h.t, fyne.Focusable(h.table()), h.window.Canvas().Focused(), "the keyboard is in the list")
	h.hit(fyne.KeyHome)
	h.hit(fyne.KeyDown)
	chosen := h.table().Selected()
	require.Len(h.t, chosen, 1)
	require.NotEqual(h.t, saved, chosen[0])
}

// everybody is every volunteer as she is stored.
func (h *hand) everybody() (out []data.Volunteer) {
	h.t.Helper()
	for _, id := range h.volunteers("") {
		v, err := h.store.Volunteer(context.Background(), id)
		require.NoError(h.t, err)
		out = append(out, v)
	}
	return out
}

// left are the ids of those who left.
func left(volunteers []data.Volunteer) (ids []int64) {
	for _, v := range volunteers {
		if v.Status == data.Left {
			ids = append(ids, v.ID)
		}
	}
	return ids
}
