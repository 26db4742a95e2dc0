package widgets_test

import (
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"github.com/stretchr/testify/require"

	"saya/assets"
	"saya/assets/locale"
	"saya/widgets"
)

// TestFormGallery draws the fields, the editor and the dialogs into the folder
// named by SAYA_GALLERY, to look at.
func TestFormGallery(t *testing.T) {
	dir := os.Getenv("SAYA_GALLERY")
	if dir == "" {
		t.Skip("SAYA_GALLERY names no folder")
	}
	for look, variant := range map[string]fyne.ThemeVariant{"light": theme.VariantLight, "dark": theme.VariantDark} {
		app := test.NewTempApp(t)
		app.Settings().SetTheme(assets.NewTheme(variant))
		for name, scene := range formScenes() {
			w := test.NewTempWindow(t, container.NewStack())
			w.SetPadded(false)
			w.Resize(fyne.NewSize(1240, 860))
			scene(newStage(w))
			keep(t, w.Canvas(), filepath.Join(dir, "form-"+name+"-"+look+".png"))
		}
	}
}

func keep(t *testing.T, c fyne.Canvas, path string) {
	t.Helper()
	file, err := os.Create(path)
	require.NoError(t, err)
	defer func() { require.NoError(t, file.Close()) }()
	require.NoError(t, png.Encode(file, c.Capture()))
}

// stage is a window with an editor at either side: one column and two.
type stage struct {
	window        fyne.Window
	modals        *widgets.Modals
	toasts        *widgets.Toasts
	root          *widgets.Root
	narrow, wide  *volunteerForm
	panel, second *widgets.EditorShell
}

func newStage(w fyne.Window) *stage {
	s := &stage{window: w, modals: widgets.NewModals(w.Canvas()), toasts: widgets.NewToasts()}
	s.narrow, s.wide = newVolunteerForm(), newVolunteerForm()
	s.panel = editorOf(s.modals, s.narrow.form, s.narrow.form)
	tabs := widgets.NewTabs(widgets.TabItem{Text: "Жалпы", Content: s.wide.form},
		widgets.TabItem{Text: "Кесте", Content: container.NewStack()},
		widgets.TabItem{Text: "Рұқсаттар", Content: container.NewStack()},
		widgets.TabItem{Text: "Сағаттар", Content: container.NewStack()})
	s.second = editorOf(s.modals, tabs, s.wide.form)
	s.second.Title, s.second.Subtitle = "Айгерім Жұмабаева", "№ 1047 · 2024 жылғы наурыздан · Qamqor"
	left := container.NewBorder(nil, nil, nil, fixed(404, s.panel), s.second)
	s.root = widgets.NewRoot(w, container.NewStack(left, s.toasts))
	return s
}

func editorOf(modals *widgets.Modals, body fyne.CanvasObject, form *widgets.Form) *widgets.EditorShell {
	e := widgets.NewEditorShell(widgets.EditorTexts{
		Save: "Сақтау", Saving: "Сақталуда…", Cancel: "Болдырмау",
		LeaveTitle: "Өзгерістерді сақтау керек пе?",
		LeaveText:  "Енгізілген деректер әлі сақталған жоқ. Сақтамай жапсаңыз, олар жоғалады.",
		LeaveSave:  "Сақтап, жабу", LeaveDrop: "Сақтамау", Remain: "Өңдеуді жалғастыру",
	}, modals, body, form)
	e.Title = "Жаңа волонтер"
	e.Extra = []*widgets.Button{widgets.NewDangerButton("Жою", assets.IconDelete, nil)}
	e.Tools = []*widgets.Button{
		widgets.NewQuietButton("", assets.IconUp, nil), widgets.NewQuietButton("", assets.IconDown, nil),
	}
	return e
}

// volunteerForm is a form with every kind of field.
type volunteerForm struct {
	form      *widgets.Form
	name      *widgets.Entry
	phone     *widgets.Entry
	birth     *widgets.DateField
	from      *widgets.TimeField
	money     *widgets.MoneyField
	count     *widgets.NumberField
	hours     *widgets.HoursField
	school    *widgets.SearchSelect
	languages *widgets.MultiSelect
	gender    *widgets.Segments
	consent   *widgets.CheckField
	note      *widgets.Entry
}

func newVolunteerForm() *volunteerForm {
	p := locale.New(locale.Kazakh)
	select1 := widgets.SelectTexts{NothingFound: "Ештеңе табылмады", Searching: "Іздеуде…"}
	v := &volunteerForm{
		form: widgets.NewForm(sayKazakh), name: widgets.NewEntry(), phone: widgets.NewEntry(),
		birth: widgets.NewDateField(p, today), from: widgets.NewTimeField(p), money: widgets.NewMoneyField(p),
		count: widgets.NewNumberField(), hours: widgets.NewHoursField(p),
		school:    widgets.NewSearchSelect(strings.ToLower, select1),
		languages: widgets.NewMultiSelect(strings.ToLower, select1),
		gender: widgets.NewSegments(widgets.Option{ID: "f", Text: "Әйел"}, widgets.Option{ID: "m", Text: "Ер адам"},
			widgets.Option{ID: "", Text: "Көрсетілмеген"}),
		consent: widgets.NewCheckField("Дербес деректерді жинауға және өңдеуге жазбаша келісім берді, оны кез келген уақытта қайтарып ала алады"),
		note:    widgets.NewNote(3),
	}
	v.name.MaxRunes = 120
	v.birth.PlaceHolder = "кк.аа.жжжж"
	v.birth.SetMax(today())
	v.from.PlaceHolder = "сс:мм"
	v.phone.PlaceHolder = "+7 ___ ___ __ __"
	v.count.SetMax(40)
	v.school.PlaceHolder = "Таңдаңыз немесе жазыңыз"
	v.school.Optional = true
	v.school.SetOptions(schools())
	v.languages.PlaceHolder = "Тілді қосу"
	v.languages.SetOptions([]widgets.Option{
		{ID: "kk", Text: "қазақ"},
		{ID: "ru", Text: "орыс"},
		{ID: "en", Text: "ағылшын", Detail: "B1"},
		{ID: "tr", Text: "түрік"},
		{ID: "ug", Text: "ұйғыр"},
		{ID: "sign", Text: "ымдау тілі"},
	})
	v.fill()
	return v
}

func (v *volunteerForm) fill() {
	f := v.form
	f.Section("Жеке деректер")
	f.Add(
		widgets.Item{Name: "name", Label: "Тегі, аты, әкесінің аты", Required: true, Wide: true, Field: v.name},
		widgets.Item{Name: "phone", Label: "Телефон", Required: true, Field: v.phone, Hint: "Кемінде бір байланыс қажет"},
		widgets.Item{Name: "birth", Label: "Туған күні", Field: v.birth},
		widgets.Item{Name: "gender", Label: "Жынысы", Field: v.gender},
		widgets.Item{Name: "school", Label: "Оқу орны немесе жұмыс орны", Field: v.school},
		widgets.Item{Name: "languages", Label: "Тілдер", Wide: true, Field: v.languages},
	)
	f.Section("Жұмыс кестесі мен қолжетімділік")
	f.Add(
		widgets.Item{Name: "from", Label: "Қай уақыттан бос", Field: v.from},
		widgets.Item{Name: "hours", Label: "Аптасына неше сағат", Field: v.hours},
		widgets.Item{Name: "count", Label: "Іс-шара саны, ең көбі", Field: v.count},
		widgets.Item{Name: "money", Label: "Жол шығыны, бір айға", Field: v.money},
		widgets.Item{Name: "consent", Wide: true, Required: true, Field: v.consent},
		widgets.Item{Name: "note", Label: "Ескертпе", Wide: true, Field: v.note},
	)
}

func (v *volunteerForm) setAll() {
	v.name.SetText("Жұмабаева Айгерім Серікқызы")
	v.phone.SetText("+7 705 000 00 47")
	v.birth.SetValue(time.Date(2004, 3, 14, 0, 0, 0, 0, time.UTC))
	v.gender.SetID("f")
	v.school.SetID("1")
	v.languages.SetIDs([]string{"kk", "ru", "en", "sign"})
	v.from.SetValue(14*60 + 30)
	v.hours.SetValue(510)
	v.count.SetValue(4)
	v.money.SetValue(1250000)
	v.consent.SetChecked(true)
	v.note.SetText("Қыш және сурет сабақтарын жүргізеді.\nДемалыс күндері де келе алады.")
	v.form.MarkClean()
}

func schools() []widgets.Option {
	names := []string{
		"Өнер академиясы", "Қазақ ұлттық университеті", "Медицина университеті", "Педагогика университеті",
		"Алматы технологиялық университеті", "№ 12 мектеп-гимназия", "Политехникалық колледж", "Музыка колледжі",
		"Туризм және қонақжайлылық колледжі", "Жұмыс істейді", "Зейнеткер",
	}
	details := []string{"Алматы", "Алматы", "Алматы", "Алматы", "Алматы", "11-сынып", "Талғар", "", "Алматы", "", ""}
	options := make([]widgets.Option, len(names))
	for i, name := range names {
		options[i] = widgets.Option{ID: string(rune('1' + i)), Text: name, Detail: details[i]}
	}
	return options
}

func today() time.Time { return time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC) }

func sayKazakh(err error) string {
	problem, ok := err.(widgets.Problem)
	if !ok {
		return err.Error()
	}
	return map[widgets.ProblemCode]string{
		widgets.ProblemRequired:  "Толтырыңыз",
		widgets.ProblemNotDate:   "Күн түсініксіз. Мысалы: 22.11.2026",
		widgets.ProblemNotTime:   "Уақыт түсініксіз. Мысалы: 09:30",
		widgets.ProblemNotNumber: "Бүтін сан жазыңыз",
		widgets.ProblemNotMoney:  "Соманы теңгемен жазыңыз, мысалы: 12 500,50",
		widgets.ProblemNotHours:  "Сағатты жазыңыз, мысалы: 1,5 немесе 1:30",
		widgets.ProblemNotOption: "Тізімде мұндай жазба жоқ, тізімнен таңдаңыз",
		widgets.ProblemTooSmall:  problem.Limit + " мәнінен кем болмауы керек",
		widgets.ProblemTooLarge:  problem.Limit + " мәнінен аспауы керек",
		widgets.ProblemTooLong:   "Ең көбі " + problem.Limit + " таңба",
	}[problem.Code]
}

func formScenes() map[string]func(*stage) {
	return map[string]func(*stage){
		"filled": func(s *stage) {
			s.narrow.setAll()
			s.wide.setAll()
			s.window.Canvas().Focus(s.wide.phone)
		},
		"errors": func(s *stage) {
			s.narrow.birth.SetText("31.02.2004 шамасында")
			s.narrow.money.SetText("көп")
			s.narrow.form.Validate()
			s.wide.setAll()
			s.wide.birth.SetText("01.01.2030")
			s.wide.from.SetText("ертең")
			s.wide.school.Restore("\x1f\x1fЖоқ университет")
			s.second.Explain = func(error) (string, map[string]string) {
				return "Сақталмады: дискіде орын қалмады. Енгізілгеннің бәрі сақталып тұр, орын босатып, қайта көріңіз.",
					map[string]string{"phone": "Бұл нөмір № 988 волонтерде бар"}
			}
			s.wide.form.Validate()
			s.second.OnSave = func() func() error { return func() error { return os.ErrClosed } }
			s.second.Forms = nil
			s.second.Run = func(work func()) { work() }
			s.second.Save()
			s.toasts.Add(widgets.Toast{Text: "12 сағат жазбасы мақұлданды", Tone: widgets.ToneOk, Action: "Қайтару"})
		},
		"calendar": func(s *stage) {
			s.narrow.setAll()
			s.wide.setAll()
			s.window.Canvas().Focus(s.wide.birth)
			s.wide.birth.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
		},
		"select": func(s *stage) {
			s.wide.setAll()
			s.wide.form.SetReadOnly(true)
			s.window.Canvas().Focus(s.narrow.school)
			s.narrow.school.TypedRune('у')
		},
		"multi": func(s *stage) {
			s.narrow.setAll()
			s.wide.setAll()
			s.wide.phone.Disable()
			s.wide.gender.Disable()
			s.wide.school.Disable()
			s.wide.consent.Disable()
			s.window.Canvas().Focus(s.wide.languages)
			s.wide.languages.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
		},
		"ask": func(s *stage) {
			s.wide.setAll()
			s.wide.name.SetText("Жұмабаева Айгерім")
			s.second.Close()
			s.toasts.Add(widgets.Toast{Text: "Жазба сақталды", Tone: widgets.ToneOk})
		},
		"saving": func(s *stage) {
			s.wide.setAll()
			s.narrow.setAll()
			s.second.Run = func(func()) {}
			s.second.OnSave = func() func() error { return func() error { return nil } }
			s.second.Save()
			s.root.Tips().After = func(_ time.Duration, do func()) func() { do(); return func() {} }
			s.second.Tools[0].Tip = "Алдыңғы жазба (Ctrl+↑)"
			s.second.Tools[0].MouseIn(nil)
		},
	}
}
