package person_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/require"

	"saya/app/page"
	"saya/app/page/pagetest"
	"saya/app/person"
	"saya/data"
	"saya/data/store"
	"saya/data/store/storetest"
	"saya/widgets"
)

// formPage is a form of a person on a page of its own.
type formPage struct {
	page.Plain
	form *widgets.Form
}

func (p formPage) Content() fyne.CanvasObject { return p.form }
func (formPage) Shown(int64)                  {}
func (formPage) Changed(store.Change)         {}

// typing shows the fields of a person who is id in the register.
func typing(t *testing.T, s *store.Store, id int64, p data.Person) (*pagetest.Window, *pagetest.Clock) {
	t.Helper()
	env, w := pagetest.NewEnv(t, s)
	clock := &pagetest.Clock{}
	env.Run = clock
	f, form := person.NewFields(env), env.Form()
	f.Set(p)
	f.Names(form)
	f.Contacts(form, true)
	f.Help(form)
	f.Watch(form, id)
	form.Resize(fyne.NewSize(400, 2000))
	w.Show(formPage{form: form})
	return w, clock
}

func TestIINThatDiffersWarnsAtOnce(t *testing.T) {
	w, _ := typing(t, storetest.New(t), 0, data.Person{})
	w.Fill(map[string]string{"iin": "850101450008", "birth": "02.01.1985", "sex": "male"})
	require.True(t, said(w, "ИИН не совпадает с датой"), w.Texts())
	require.True(t, said(w, "ИИН не совпадает с полом"), w.Texts())
	require.Empty(t, w.Form().Errors(), "it may be so all the same")
	w.Fill(map[string]string{"birth": "01.01.1985", "sex": "female"})
	require.False(t, said(w, "ИИН не совпадает"))
}

func TestGuardianIsAskedForUnlessOfAge(t *testing.T) {
	w, _ := typing(t, storetest.New(t), 0, data.Person{Birth: "1990-01-01"})
	guardian := "Родитель или законный представитель"
	require.False(t, w.Shows(guardian))
	w.Fill(map[string]string{"birth": "01.01.2012"})
	require.True(t, w.Shows(guardian))
	w.Fill(map[string]string{"birth": ""})
	require.True(t, w.Shows(guardian), "who may be a minor is treated as one")
	w.Fill(map[string]string{"guardian_name": "Сәуле", "birth": "01.01.1990"})
	require.True(t, w.Shows(guardian), "what stands there is shown")
}

func TestWhoIsKnownIsSaidWhileSheIsTyped(t *testing.T) {
	s := storetest.New(t)
	v := storetest.Volunteer(t, s, func(v *data.Volunteer) { v.Phones = data.List{"+77010000001"} })
	w, clock := typing(t, s, 0, data.Person{})
	w.Fill(map[string]string{"given": "асем", "phones": "8 701 000 00 01"})
	require.False(t, said(w, known))
	clock.Pass()
	require.True(t, said(w, known), w.Texts())
	w.Fill(map[string]string{"given": "Айгуль"})
	clock.Pass()
	require.False(t, said(w, known))

	w, clock = typing(t, s, v.ID, v.Person)
	w.Fill(map[string]string{"given": "Асем"})
	clock.Pass()
	require.False(t, said(w, known), "she is not her own double")
}

const known = "Возможно, уже в реестре"

// said tells whether a sentence that wraps begins like this.
func said(w *pagetest.Window, begins string) bool {
	return slices.ContainsFunc(w.Texts(), func(line string) bool { return strings.HasPrefix(line, begins) })
}

func TestOneLevelOfALanguage(t *testing.T) {
	env, _ := pagetest.NewEnv(t, storetest.New(t))
	f := person.NewFields(env)
	form := env.Form()
	f.Help(form)
	form.Restore(map[string]string{"languages": `{"options":[{"ID":"kk:native"},{"ID":"en:B1"},{"ID":"kk:C1"}]}`})
	var p data.Person
	f.Read(&p)
	require.Equal(t, data.Languages{{Code: "kk", Level: "C1"}, {Code: "en", Level: "B1"}}, p.Languages)
}

func TestTimesShowOnceTheyAreKnown(t *testing.T) {
	w, _ := typing(t, storetest.New(t), 0, data.Person{})
	require.False(t, w.Shows("Понедельник"))
	w.Fill(map[string]string{"availability": "known", "availability_1": "утром"})
	require.True(t, w.Shows("Понедельник"))
	require.False(t, w.Form().Validate())
	require.Contains(t, w.Form().Errors(), "availability_1")
}
