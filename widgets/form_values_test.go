package widgets_test

import (
	"testing"

	"fyne.io/fyne/v2/container"
	"github.com/stretchr/testify/require"

	"saya/assets/locale"
	"saya/widgets"
)

// everyField makes a form with one field of every kind, in a language.
func everyField(lang locale.Lang) *widgets.Form {
	p, texts := locale.New(lang), widgets.SelectTexts{}
	choose := widgets.NewSearchSelect(foldKazakh, texts)
	choose.SetOptions([]widgets.Option{{ID: "1", Text: p.T("common.yes")}, {ID: "2", Text: p.T("common.no")}})
	many := widgets.NewMultiSelect(foldKazakh, texts)
	many.SetOptions(choose.Options())
	form := widgets.NewForm(say)
	for name, field := range map[string]widgets.Field{
		"text": widgets.NewEntry(), "note": widgets.NewNote(2), "secret": widgets.NewPassword(),
		"day": widgets.NewDateField(p, today), "time": widgets.NewTimeField(p), "sum": widgets.NewMoneyField(p),
		"hours": widgets.NewHoursField(p), "number": widgets.NewNumberField(), "agreed": widgets.NewCheckField(p.T("common.all")),
		"part": widgets.NewSegments(choose.Options()...), "one": choose, "many": many, "tags": widgets.NewTagsField(foldKazakh, texts),
	} {
		form.Add(widgets.Item{Name: name, Label: name, Field: field})
	}
	return form
}

// What was typed stands in another form as it did here, valid or not, in any language.
func TestEveryFieldGivesAndTakesWhatWasTyped(t *testing.T) {
	newDesk(t, container.NewVBox())
	for name, typed := range map[string]map[string]string{
		"valid": {
			"text": " Әсем ", "note": "бір\nекі", "day": "22.11.2026", "time": "09:30", "sum": "12 500 ₸", "hours": "1,50",
			"number": "-3", "agreed": "yes", "part": "2",
		},
		"not valid yet": {
			"text": "", "note": "\n", "day": "22.1", "time": "9:", "sum": "12 50х", "hours": "бір жарым", "number": "3..", "agreed": "",
			"part": "", "one": "\x1f\x1fжоқ нәрсе", "many": `{"pending":"жоқ нәрсе"}`, "tags": `{"options":[{"ID":"ән","Text":"ән","Detail":""}],"pending":"би"}`,
		},
	} {
		t.Run(name, func(t *testing.T) {
			here, there := everyField(locale.Kazakh), everyField(locale.English)
			here.Restore(typed)
			snapshot := here.Snapshot()
			for field, was := range typed {
				require.Equal(t, was, snapshot[field], field)
			}
			there.Restore(snapshot)
			require.Equal(t, snapshot, there.Snapshot())
		})
	}
}

func TestOptionsAreRestoredInTheLanguageOfTheForm(t *testing.T) {
	newDesk(t, container.NewVBox())
	here, there := everyField(locale.Kazakh), everyField(locale.English)
	here.Restore(map[string]string{"one": "2", "many": `{"options":[{"ID":"1"},{"ID":"9","Text":"тізімде жоқ"}]}`})
	require.Equal(t, "2\x1fЖоқ\x1f", here.Snapshot()["one"])
	there.Restore(here.Snapshot())
	require.Equal(t, "2\x1fNo\x1f", there.Snapshot()["one"])
	require.JSONEq(t, `{"options":[{"ID":"1","Text":"Yes","Detail":""},{"ID":"9","Text":"тізімде жоқ","Detail":""}]}`, there.Snapshot()["many"])
}

func TestPasswordsAreInNoSnapshot(t *testing.T) {
	newDesk(t, container.NewVBox())
	form, password := widgets.NewForm(say), widgets.NewPassword()
	form.Add(widgets.Item{Name: "password", Field: password})
	password.SetText("құпия сөз")
	require.True(t, form.Dirty())
	require.Empty(t, form.Snapshot())
	require.Empty(t, form.Changes())
	form.MarkClean()
	require.False(t, form.Dirty())
}

// A field that follows another one is put back as it was all the same.
func TestRestoreSurvivesFieldsThatFollowOthers(t *testing.T) {
	newDesk(t, container.NewVBox())
	form, length, times := widgets.NewForm(say), widgets.NewEntry(), widgets.NewEntry()
	form.Add(widgets.Item{Name: "length", Field: length}, widgets.Item{Name: "times", Field: times})
	times.OnChanged = func(string) { length.SetText("2") }
	typed := map[string]string{"length": "3", "times": "10-12"}
	form.Restore(typed)
	require.Equal(t, typed, form.Snapshot())
}

func TestChangesAreWhatIsNotAsItWas(t *testing.T) {
	newDesk(t, container.NewVBox())
	f := newSmallForm()
	f.name.SetText("Әсем")
	f.form.MarkClean()
	require.Empty(t, f.form.Changes())
	f.name.SetText("")
	f.born.SetText("22.1")
	require.Equal(t, map[string]string{"name": "", "born": "22.1"}, f.form.Changes())
}

func TestDifferencesOfTwoForms(t *testing.T) {
	newDesk(t, container.NewVBox())
	mine, theirs := newSmallForm(), newSmallForm()
	mine.phone.SetText("1")
	mine.form.MarkClean()
	mine.name.SetText("Мен")
	mine.agreed.SetChecked(true)
	theirs.name.SetText("Олар")
	mine.born.SetText("1.1")
	theirs.born.SetText("1.1")
	var found []string
	for _, d := range mine.form.Differences(theirs.form) {
		text := d.Label + ": " + d.There.Display() + " / " + d.Here.Display()
		if d.Changed {
			text += " *"
		}
		found = append(found, text)
	}
	require.Equal(t, []string{"Аты-жөні: Олар / Мен *", "Телефон:  / 1", "Келісім берді:  / Келісім берді *"}, found)
	mine.form.SetVisible("agreed", false)
	theirs.form.SetVisible("agreed", false)
	require.Len(t, mine.form.Differences(theirs.form), 2, "what nobody sees is not asked about")
}
