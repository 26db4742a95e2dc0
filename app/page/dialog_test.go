package page_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/app/page"
	"saya/app/page/pagetest"
	"saya/data"
	"saya/data/store/storetest"
	"saya/widgets"
)

// What was typed is saved over the record as it is now, also where the record is named first, which takes a while.
func TestNamedDialogKeepsWhatWasTyped(t *testing.T) {
	env, w := pagetest.NewEnv(t, storetest.New(t))
	run := &pagetest.Slow{}
	env.Run = run
	saved := ""
	dialog := func(now string, err error) *page.FormDialog {
		form, field := env.Form(), widgets.NewEntry()
		field.SetText(now)
		form.Add(widgets.Item{Name: "name", Label: "Имя", Field: field})
		return &page.FormDialog{
			Title: "Имя", Form: form, Read: func() {}, Saved: func() { saved = field.Text },
			About: func(context.Context) (string, error) { return "№ 1", nil },
			Save:  func(context.Context) error { return err },
		}
	}
	mine := dialog("Айна", &data.Error{Code: data.Conflict, Key: "errors.changed_meanwhile"})
	mine.Again = func(context.Context) (func() *page.FormDialog, error) {
		return func() *page.FormDialog { return dialog("Аина", nil) }, nil
	}
	mine.Show(env)
	run.Work() // the name of the record
	require.True(t, w.Shows("№ 1"))
	w.Fill(map[string]string{"name": "Айнұр"})
	mine.Submit()
	run.Work() // is refused
	run.Work() // the record as it is now
	w.Press("Сохранить мое")
	run.Work() // its name
	run.Work() // is saved
	require.Empty(t, w.Failed)
	require.Equal(t, "Айнұр", saved)
	require.False(t, w.Modals().Open())
}

func TestRecordThatIsGoneHasNoName(t *testing.T) {
	env, _ := pagetest.NewEnv(t, storetest.New(t))
	text, err := page.About(env.VolunteerNamed, 99)(t.Context())
	require.NoError(t, err)
	require.Empty(t, text)
}
