package journey_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/charmap"

	"saya/app/page/pagetest"
	"saya/assets/locale"
	"saya/data"
	"saya/widgets"
)

// messy is a list as centres keep them, in the encoding of old programs: a title, numbers, names in one column,
// telephones in every way, a total. Two cells are wrong; the last person changed her surname.
const messy = `Список волонтеров центра;;;;
;;;;
№;ФИО;Тел.;Дата рожд.;Место учебы/работы
1;Тайнаева Айгуль Сериковна;8 799 000 00 11;12.05.1998;
2;Тайжанова Мария;8(799)000-00-12;31.02.1990;
3;Тайбекова Дина;799;03.04.2001;КазНУ
4;Таймасова Дана;+7 799 000 00 14;;Школа № 5
Итого;4;;;
`

// old writes a file in windows-1251.
func old(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	bytes, err := charmap.Windows1251.NewEncoder().Bytes([]byte(strings.ReplaceAll(content, "\n", "\r\n")))
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(path, bytes, 0o600))
	return path
}

// enter makes a volunteer in the window and returns her.
func (h *hand) enter(fields ...[2]string) data.Volunteer {
	h.t.Helper()
	h.shell.Open("volunteers", 0)
	h.shell.Page().New()
	for _, f := range fields {
		h.fill(f[0], f[1])
	}
	h.press("common.save")
	return h.known(fields[0][1])
}

// known is the only volunteer found by some words.
func (h *hand) known(search string) data.Volunteer {
	h.t.Helper()
	ids := h.volunteers(search)
	require.Len(h.t, ids, 1, search)
	v, err := h.store.Volunteer(context.Background(), ids[0])
	require.NoError(h.t, err)
	return v
}

// correct corrects a cell of the row that is chosen.
func (h *hand) correct(field, text string) {
	h.t.Helper()
	h.press("importpage.correct")
	h.fill(field, text)
	h.press("common.save")
}

// shows tells whether some words stand in the window, on one line or wrapped.
func (h *hand) shows(words string) bool {
	var all []string
	pagetest.Walk(h.front(), func(o fyne.CanvasObject) {
		switch drawn := o.(type) {
		case *widgets.Text:
			all = append(all, drawn.Text)
		case *canvas.Text:
			all = append(all, drawn.Text)
		}
	})
	return strings.Contains(strings.Join(strings.Fields(strings.Join(all, " ")), " "), words)
}

// all counts the volunteers of the centre.
func (h *hand) all() int { return len(h.volunteers("")) }

// A messy Russian list: two cells corrected in place, one doubt decided, applied, taken back, applied again.
func TestJourneyOfAMessyList(t *testing.T) {
	h := newHand(t, locale.Russian)
	known := h.enter([2]string{"surname", "Тайсеитова"}, [2]string{"given", "Дана"}, [2]string{"phones", "+77990000014"})
	before := h.all()

	h.press("page.import")
	h.drop(old(t, "список.csv", messy))
	require.Contains(t, h.form().Snapshot()["kind"], "volunteers")
	h.press("importpage.compare")
	h.row(2)
	require.True(t, h.shows("31.02.1990"))
	h.correct("birth", "28.02.1990")
	h.row(3)
	h.correct("phones", "8 799 000 00 13")
	h.row(4)
	require.True(t, h.shows("Это тот же человек?"))
	h.press("importpage.same_as.volunteers")
	require.Equal(t, before, h.all(), "a plan writes nothing")

	imported := func() {
		require.Equal(t, before+3, h.all())
		require.Equal(t, data.NewDate(1990, 2, 28), h.known("Тайжанова Мария").Birth)
		require.Equal(t, data.List{"+77990000013"}, h.known("Тайбекова Дина").Phones)
		v := h.known("Таймасова Дана")
		require.Equal(t, known.ID, v.ID, "the doubt was decided: she is the same")
		require.Equal(t, "Школа № 5", v.Workplace)
		require.Equal(t, known.Number, v.Number)
	}
	h.press("importpage.apply", "Count", 4)
	imported()
	require.True(t, h.shows("Загрузка закончена"))

	h.press("common.undo")
	require.Equal(t, before, h.all())
	v := h.known("Тайсеитова")
	require.Equal(t, "", v.Workplace)
	require.Empty(t, h.volunteers("Таймасова"))
	require.True(t, h.shows("Загрузка отменена"))

	h.press("importpage.again")
	h.press("importpage.apply", "Count", 4)
	imported()
	h.press("importpage.look", "Section", "Волонтеры")
	h.press("page.import")
	require.True(t, h.shows("Загрузка закончена"), "the way to the records is a way back too")
}

// What was taken back by Ctrl+Z, from wherever, is known on the page of the import too.
func TestImportTakenBackElsewhere(t *testing.T) {
	h := newHand(t, locale.Russian)
	before := h.all()
	h.drop(file(t, "список.csv", "Фамилия;Имя;Телефон\nТайнаева;Жанна;87990000001\n"))
	h.press("importpage.compare")
	h.press("importpage.apply", "Count", 1)
	require.Equal(t, before+1, h.all())
	h.press("importpage.look", "Section", "Волонтеры")
	h.window.Content().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutUndo{})
	require.Equal(t, before, h.all())
	h.press("page.import")
	h.press("importpage.again")
	h.press("importpage.apply", "Count", 1)
	require.Equal(t, before+1, h.all())
}

// A Kazakh list: Kazakh titles, letters and names in the order of Kazakh papers.
func TestJourneyOfAKazakhList(t *testing.T) {
	h := newHand(t, locale.Kazakh)
	before := h.all()
	h.shell.Open("volunteers", 0)
	h.press("page.import")
	h.drop(file(t, "Волонтерлер тізімі.csv", "Р/с\tТ.А.Ә.\tТуған күні\tЖынысы\tТелефоны\tТілдері\tМекенжайы\n"+
		"1\tТайнаева Әсем Қайратқызы\t12.05.1998 ж.\tәйел\t8(799)0000021\tқазақша, орысша\tАлматы\n"+
		"2\tТайқұлов Нұрлан Серікұлы\t1990-02-28\tер\t+7 799 000 00 22\tқаз.\t\n"+
		"Барлығы\t2\t\t\t\t\t\n"))
	require.Contains(t, h.form().Snapshot()["kind"], "volunteers")
	h.press("importpage.compare")
	h.press("importpage.apply", "Count", 2)
	require.Equal(t, before+2, h.all())
	v := h.known("Тайнаева Асем")
	require.Equal(t, "Тайнаева Әсем Қайратқызы", v.FullName())
	require.Equal(t, data.Female, v.Sex)
	require.Equal(t, data.NewDate(1998, 5, 12), v.Birth)
	require.Equal(t, data.List{"+77990000021"}, v.Phones)
	require.Equal(t, []string{"kk", "ru"}, []string{v.Languages[0].Code, v.Languages[1].Code})
	require.Equal(t, "Тайқұлов Нұрлан Серікұлы", h.known("Тайкулов").FullName())
	h.press("importpage.look", "Section", "Волонтерлер")
	require.True(t, h.shows("Волонтерлер"))
}

// Hours of past months come in approved, are taken back and come in again; a closed month asks for the reason, which is
// filled in on the row though the file has no column for it.
func TestJourneyOfPastHours(t *testing.T) {
	h := newHand(t, locale.Russian)
	v := h.enter([2]string{"surname", "Тайнаева"}, [2]string{"given", "Жанна"}, [2]string{"accepted", "01.02.2026"})
	h.drop(file(t, "часы за осень.csv", `Учет часов;;;;
Волонтер;Дата;Время;Часы;Что делала
Тайнаева Жанна;03.10.2026;10:00-12:30;;Помощь на складе
Тайнаева Жанна;10.10.2026;;3,5;Разбор вещей
Тайнаева Жанна;15.09.2026;;2;Разбор вещей
Тайнаева Жанна;03.10.2026;11:00-13:00;;Дважды в одно время
Неизвестная Вера;10.10.2026;;2;
Всего;;;10;
`))
	require.Contains(t, h.form().Snapshot()["kind"], "hours")
	h.press("importpage.compare")
	require.True(t, h.shows(h.text.T("imports.hours_approved", "Count", 2)))
	h.press("importpage.apply", "Count", 2)
	h.press("importpage.left_yes")
	require.Equal(t, map[data.Date]int{"2026-10-03": 150, "2026-10-10": 210}, h.approved(v.ID))
	h.press("common.undo")
	require.Empty(t, h.approved(v.ID))

	h.press("importpage.again")
	h.row(3)
	h.correct("correction", "Внесено по журналу")
	require.True(t, h.shows(h.text.T("imports.hours_approved", "Count", 3)))
	h.press("importpage.apply", "Count", 3)
	h.press("importpage.left_yes")
	require.Equal(t, map[data.Date]int{"2026-10-03": 150, "2026-10-10": 210, "2026-09-15": 120}, h.approved(v.ID))
}

// approved are the approved minutes of a volunteer by day; she has no others.
func (h *hand) approved(volunteer int64) map[data.Date]int {
	h.t.Helper()
	ctx := context.Background()
	ids, err := h.store.HoursList(ctx, data.HoursFilter{VolunteerID: volunteer})
	require.NoError(h.t, err)
	got := map[data.Date]int{}
	for _, id := range ids {
		entry, err := h.store.HoursEntry(ctx, id)
		require.NoError(h.t, err)
		require.Equal(h.t, data.Approved, entry.Status)
		got[entry.Day] = entry.Minutes
	}
	return got
}
