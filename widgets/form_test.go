package widgets_test

import (
	"errors"
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"github.com/stretchr/testify/require"

	"saya/assets/locale"
	"saya/widgets"
)

// smallForm has two required texts, a date and a yes or no.
type smallForm struct {
	form        *widgets.Form
	name, phone *widgets.Entry
	born        *widgets.DateField
	agreed      *widgets.CheckField
}

func newSmallForm() *smallForm {
	f := &smallForm{
		form: widgets.NewForm(say), name: widgets.NewEntry(), phone: widgets.NewEntry(),
		born: widgets.NewDateField(locale.New(locale.Kazakh), today), agreed: widgets.NewCheckField("Келісім берді"),
	}
	f.form.Add(
		widgets.Item{Name: "name", Label: "Аты-жөні", Required: true, Field: f.name},
		widgets.Item{Name: "phone", Label: "Телефон", Hint: "Кемінде біреуі", Required: true, Field: f.phone},
		widgets.Item{Name: "born", Label: "Туған күні", Field: f.born},
		widgets.Item{Name: "agreed", Field: f.agreed},
	)
	return f
}

func say(err error) string {
	var p widgets.Problem
	if errors.As(err, &p) {
		return fmt.Sprintf("problem %d %s", p.Code, p.Limit)
	}
	return err.Error()
}

var (
	required = say(widgets.Problem{Code: widgets.ProblemRequired})
	notDate  = say(widgets.Problem{Code: widgets.ProblemNotDate})
)

func formDesk(t *testing.T) (*desk, *smallForm) {
	t.Helper()
	f := newSmallForm()
	d := newDesk(t, container.NewStack(f.form))
	return d, f
}

func TestTabGoesThroughTheFieldsInOrder(t *testing.T) {
	d, f := formDesk(t)
	f.form.FocusFirst()
	for _, want := range []fyne.Focusable{f.name, f.phone, f.born, f.agreed, f.name} {
		require.Equal(t, want, d.canvas.Focused())
		d.press(fyne.KeyTab)
	}
}

func TestAFieldIsCheckedWhenItIsLeftAfterAChange(t *testing.T) {
	d, f := formDesk(t)
	f.form.FocusFirst()
	d.press(fyne.KeyTab, fyne.KeyTab)
	require.Empty(t, f.form.Errors(), "who only passes by is not told off")
	d.write("ертең")
	require.Empty(t, f.form.Errors(), "nor is who still types")
	d.press(fyne.KeyTab)
	require.Equal(t, map[string]string{"born": notDate}, f.form.Errors())
	require.Equal(t, "ертең", f.born.Text)

	f.form.Focus("born")
	f.born.SetText("1.2.2003")
	require.Empty(t, f.form.Errors(), "what became right is wrong no more")
}

func TestValidateSaysAllAndGoesToTheFirst(t *testing.T) {
	d, f := formDesk(t)
	f.phone.SetText("+7 700 000 00 00")
	f.born.SetText("?")
	require.False(t, f.form.Validate())
	require.Equal(t, map[string]string{"name": required, "born": notDate}, f.form.Errors())
	require.Equal(t, fyne.Focusable(f.name), d.canvas.Focused())
	d.write("Әсел")
	f.born.SetText("")
	require.True(t, f.form.Validate())
	require.Empty(t, f.form.Errors())
}

func TestTheFirstWrongFieldIsScrolledIntoView(t *testing.T) {
	f := newSmallForm()
	f.name.SetText("Әсел")
	f.phone.SetText("+7")
	for i := range 30 {
		f.form.Add(widgets.Item{Name: fmt.Sprint(i), Label: "Өріс", Wide: true, Field: widgets.NewEntry()})
	}
	last := widgets.NewEntry()
	f.form.Add(widgets.Item{Name: "last", Label: "Соңғы", Required: true, Field: last})
	d := newDesk(t, container.NewStack(f.form))
	seen := func() bool {
		y := fyne.CurrentApp().Driver().AbsolutePositionForObject(last).Y
		return y >= 0 && y+last.Size().Height <= d.canvas.Size().Height
	}
	require.False(t, seen())
	require.False(t, f.form.Validate())
	require.True(t, seen())
	require.Equal(t, fyne.Focusable(last), d.canvas.Focused())
}

func TestErrorsOfOthersStayUntilTheirFieldIsChanged(t *testing.T) {
	d, f := formDesk(t)
	f.name.SetText("Әсел")
	f.phone.SetText("+7")
	rest := f.form.SetErrors(map[string]string{"phone": "бұл нөмір бар", "": "жалпы"})
	require.Equal(t, map[string]string{"": "жалпы"}, rest)
	require.Equal(t, fyne.Focusable(f.phone), d.canvas.Focused())
	d.press(fyne.KeyTab)
	require.Equal(t, map[string]string{"phone": "бұл нөмір бар"}, f.form.Errors())
	f.form.Focus("phone")
	d.write("1")
	require.Empty(t, f.form.Errors())
	require.True(t, f.form.Validate())
}

func TestHiddenAndDisabledFieldsAreNotChecked(t *testing.T) {
	_, f := formDesk(t)
	f.form.SetVisible("name", false)
	f.phone.Disable()
	require.True(t, f.form.Validate())
	require.False(t, f.name.Visible())
	f.form.SetVisible("name", true)
	require.False(t, f.form.Validate())
}

func TestRequiredCanChange(t *testing.T) {
	_, f := formDesk(t)
	f.name.SetText("Әсел")
	f.form.SetRequired("phone", false)
	require.True(t, f.form.Validate())
	f.form.SetRequired("agreed", true)
	require.False(t, f.form.Validate())
	require.Equal(t, map[string]string{"agreed": required}, f.form.Errors())
	f.agreed.SetChecked(true)
	require.Empty(t, f.form.Errors())
}

func TestFormIsDirtyWhenSomethingElseStandsInIt(t *testing.T) {
	_, f := formDesk(t)
	changes := 0
	f.form.OnChanged = func() { changes++ }
	require.False(t, f.form.Dirty())
	f.agreed.SetChecked(true)
	require.True(t, f.form.Dirty())
	require.Equal(t, 1, changes)
	f.agreed.SetChecked(false)
	require.False(t, f.form.Dirty())
	f.born.SetText("not a date")
	require.True(t, f.form.Dirty())
	f.form.MarkClean()
	require.False(t, f.form.Dirty())
}

func TestWhatWasTypedGoesIntoAnotherForm(t *testing.T) {
	_, f := formDesk(t)
	f.name.SetText("Әс")
	f.born.SetText("ертең")
	f.agreed.SetChecked(true)
	_, other := formDesk(t)
	other.form.Restore(f.form.Snapshot())
	require.Equal(t, "Әс", other.name.Text)
	require.Equal(t, "ертең", other.born.Text)
	require.True(t, other.agreed.Checked())
	require.True(t, other.form.Dirty())
}

func TestReadOnlyFormRefusesChanges(t *testing.T) {
	d, f := formDesk(t)
	f.form.SetReadOnly(true)
	f.form.FocusFirst()
	d.write("а")
	d.press(fyne.KeyTab, fyne.KeyTab, fyne.KeyTab)
	d.write(" ")
	require.Empty(t, f.name.Text)
	require.False(t, f.agreed.Checked())
	require.False(t, f.form.Dirty())
}

func TestTwoColumnsWhereThereIsRoom(t *testing.T) {
	f := newSmallForm()
	d := newDesk(t, container.NewStack(f.form))
	x := func(o fyne.CanvasObject) float32 { return o.Position().X }
	require.Less(t, x(f.name), x(f.phone))
	require.Equal(t, f.name.Position().Y, f.phone.Position().Y)
	d.window.Resize(fyne.NewSize(400, 700))
	require.Equal(t, x(f.name), x(f.phone))
	require.Less(t, f.name.Position().Y, f.phone.Position().Y)
}

func TestMessagesWrapAndPushTheRestDown(t *testing.T) {
	d, f := formDesk(t)
	d.window.Resize(fyne.NewSize(300, 700))
	before := f.phone.Position().Y
	f.form.SetErrors(map[string]string{"name": "Өте ұзақ қате туралы хабарлама, ол бір жолға сыймайды, сондықтан бірнеше жолға бөлінеді"})
	require.Greater(t, f.phone.Position().Y, before+2*15)
}

// A button below must not move away from the pointer between press and release.
func TestWhatIsWrongIsSaidWhenThePointerHasLetGo(t *testing.T) {
	f := widgets.NewForm(say)
	first, second := widgets.NewEntry(), widgets.NewEntry()
	first.MaxRunes = 3
	f.Add(widgets.Item{Name: "first", Field: first, Wide: true}, widgets.Item{Name: "second", Field: second, Wide: true})
	var waiting []func()
	f.Later = func(do func()) { waiting = append(waiting, do) }
	d := newDesk(t, f)
	at := func() float32 { return second.Position().Y }
	before := at()
	d.canvas.Focus(first)
	d.write("төрт")
	d.canvas.Focus(second)
	require.Equal(t, before, at())
	require.Contains(t, f.Errors(), "first", "it is known at once")
	require.Len(t, waiting, 1)
	waiting[0]()
	require.Greater(t, at(), before)
	require.False(t, f.Validate(), "and saving says it without delay")
}

func TestTheFieldWithTheKeyboardStaysInViewBelowWhatIsWrong(t *testing.T) {
	f := widgets.NewForm(say)
	fields := make([]*widgets.Entry, 30)
	for i := range fields {
		fields[i] = widgets.NewEntry()
		fields[i].MaxRunes = 3
		f.Add(widgets.Item{Name: fmt.Sprint(i), Label: "Өріс", Wide: true, Field: fields[i]})
	}
	var waiting []func()
	f.Later = func(do func()) { waiting = append(waiting, do) }
	d := newDesk(t, f)
	seen := func(e *widgets.Entry) bool {
		y := fyne.CurrentApp().Driver().AbsolutePositionForObject(e).Y
		return y >= 0 && y+e.Size().Height <= d.canvas.Size().Height
	}
	below := 0
	for seen(fields[below]) {
		below++
	}
	d.canvas.Focus(fields[below-1])
	d.write("төрт")
	d.canvas.Focus(fields[below])
	require.True(t, seen(fields[below]))
	waiting[0]()
	require.True(t, seen(fields[below]))
}

func TestSavingSaysAtOnceWhatWaits(t *testing.T) {
	f := widgets.NewForm(say)
	first, second := widgets.NewEntry(), widgets.NewEntry()
	first.MaxRunes = 3
	f.Add(widgets.Item{Name: "first", Field: first, Wide: true}, widgets.Item{Name: "second", Field: second, Wide: true})
	f.Later = func(func()) {}
	d := newDesk(t, f)
	before := second.Position().Y
	d.canvas.Focus(first)
	d.write("төрт")
	d.canvas.Focus(second)
	require.False(t, f.Validate())
	require.Greater(t, second.Position().Y, before)
}
