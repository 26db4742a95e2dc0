package widgets_test

import (
	"image/png"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
	"github.com/stretchr/testify/require"

	"saya/assets"
	"saya/widgets"
)

// TestGallery keeps pictures of the widgets, in light and dark, in the folder
// that SAYA_GALLERY names: to look at.
func TestGallery(t *testing.T) {
	dir := os.Getenv("SAYA_GALLERY")
	if dir == "" {
		t.Skip("set SAYA_GALLERY to a folder for pictures")
	}
	pages := map[string]func() fyne.CanvasObject{
		"volunteers": volunteersPage, "home": homePage, "report": reportPage, "states": statesPage,
	}
	for look, variant := range map[string]fyne.ThemeVariant{"light": theme.VariantLight, "dark": theme.VariantDark} {
		app := test.NewTempApp(t)
		app.Settings().SetTheme(assets.NewTheme(variant))
		for name, page := range pages {
			savePicture(t, filepath.Join(dir, name+"-"+look+".png"), page())
		}
	}
}

func savePicture(t *testing.T, path string, page fyne.CanvasObject) {
	t.Helper()
	w := test.NewTempWindow(t, page)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(1440, 900))
	focusTable(w.Canvas(), page)
	file, err := os.Create(path)
	require.NoError(t, err)
	defer func() { require.NoError(t, file.Close()) }()
	require.NoError(t, png.Encode(file, w.Canvas().Capture()))
}

// focusTable gives the keyboard to the first table of the page, if it has one.
func focusTable(c fyne.Canvas, page fyne.CanvasObject) {
	for _, o := range drawn(page) {
		if table, ok := o.(*widgets.DataTable); ok {
			c.Focus(table)
			return
		}
	}
}

func sidebar(selected int) fyne.CanvasObject {
	items := []*widgets.NavItem{
		widgets.NewNavItem("Басты бет", assets.IconHome, nil),
		widgets.NewNavItem("Волонтерлер", assets.IconVolunteers, nil),
		widgets.NewNavItem("Өтінімдер", "", nil),
		widgets.NewNavItem("Топтар", "", nil),
		widgets.NewNavItem("Іс-шаралар", assets.IconEvents, nil),
		widgets.NewNavItem("Сағаттар", assets.IconHours, nil),
		widgets.NewNavItem("Баспана", assets.IconShelter, nil),
		widgets.NewNavItem("Үлестер", assets.IconContributions, nil),
		widgets.NewNavItem("Есептер", assets.IconReports, nil),
	}
	items[2].Sub, items[3].Sub = true, true
	for i, count := range []string{"3", "248", "5", "", "12", "9"} {
		items[i].Count = count
	}
	items[selected].Selected = true
	list := widgets.NewStack(2)
	for _, item := range items {
		list.Add(item)
	}
	foot := widgets.NewNavItem("Баптаулар", assets.IconSettings, nil)
	content := container.NewBorder(list, foot, nil, nil)
	return widgets.NewSurface(assets.ColorSide, fixed(196, padded(10, content)))
}

// fixed gives an object a width.
func fixed(width float32, o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(fixedWidth(width), o)
}

type fixedWidth float32

func (w fixedWidth) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(float32(w), o[0].MinSize().Height)
}

func (w fixedWidth) Layout(o []fyne.CanvasObject, size fyne.Size) { o[0].Resize(size) }

func padded(by float32, o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(by, by, by, by), o)
}

func page(selected int, body fyne.CanvasObject) fyne.CanvasObject {
	return widgets.NewSurface(theme.ColorNameBackground, container.NewBorder(nil, nil, sidebar(selected), nil, body))
}

func volunteersPage() fyne.CanvasObject {
	table := widgets.NewDataTable([]widgets.Column{
		{ID: "number", Title: "№", Width: 56, Style: widgets.StyleDim},
		{ID: "name", Title: "Аты-жөні", MinWidth: 140, Flexible: true},
		{ID: "direction", Title: "Бағыт", Width: 92},
		{ID: "status", Title: "Күйі", Width: 122, Style: widgets.StyleTag},
		{ID: "load", Title: "Жүктеме", Width: 124, Style: widgets.StyleTag},
		{ID: "hours", Title: "Сағат, 30 күн", Width: 108, Align: fyne.TextAlignTrailing},
		{ID: "events", Title: "Іс-шара", Width: 74, Align: fyne.TextAlignTrailing},
		{ID: "last", Title: "Соңғы рет", Width: 98, Style: widgets.StyleDim, Align: fyne.TextAlignTrailing},
	})
	table.Sort = widgets.Sort{Column: "name"}
	table.SetRows(sampleRows(248))
	table.Select(1008)
	chips := container.NewHBox(
		selectedChip("Белсенді", "201"), widgets.NewChip("Демалыста", "18", nil), widgets.NewChip("Құжат мерзімі", "6", nil),
		widgets.NewChip("Демалыс керек", "3", nil), closableChip("Бағыт: Qamqor"), addChip("Сүзгі"),
	)
	top := container.NewHBox(widgets.NewTitle("Волонтерлер"), widgets.NewDimText("248-ден 22"))
	head := widgets.NewSurface(assets.ColorPanel, padded(12, container.NewVBox(top, chips)))
	list := container.NewBorder(head, nil, nil, nil, table)
	return page(1, container.NewBorder(nil, nil, nil, container.NewBorder(nil, nil, fixed(1, widgets.NewSurface(assets.ColorLine, layout.NewSpacer())), nil, fixed(360, volunteerCard())), list))
}

func selectedChip(text, count string) *widgets.Chip {
	c := widgets.NewChip(text, count, nil)
	c.Selected = true
	return c
}

func closableChip(text string) *widgets.Chip {
	c := selectedChip(text, "")
	c.Closable = true
	return c
}

func addChip(text string) *widgets.Chip {
	c := widgets.NewChip(text, "", nil)
	c.Icon = assets.IconPlus
	return c
}

func volunteerCard() fyne.CanvasObject {
	load := widgets.NewCard("Жүктеме", widgets.NewStack(8,
		widgets.NewDimText("Осы аптада 8 сағ / 20 · келесі қауіпсіз басталу: ертең"),
		widgets.NewProgress(0.4, widgets.ToneOk)))
	load.Aside = widgets.NewTag("жеңіл", widgets.ToneOk)
	permits := widgets.NewCard("Рұқсаттар", widgets.NewLines(
		widgets.NewSpread(widgets.NewText("Құпиялылық міндеттемесі"), widgets.NewTag("31.05.2027", widgets.ToneOk)),
		widgets.NewSpread(widgets.NewText("Алғашқы көмек"), widgets.NewTag("14 күн қалды", widgets.ToneWarn)),
		widgets.NewSpread(widgets.NewText("Баспанаға рұқсат"), widgets.NewTag("жоқ", widgets.TonePlain))))
	next := widgets.NewCard("Келесі", widgets.NewLines(
		widgets.NewSpread(widgets.NewText("Қыш шеберлік сабағы"), widgets.NewDimText("24.11, 15:00")),
		widgets.NewSpread(widgets.NewText("Көрме құру"), widgets.NewDimText("28.11, 10:00"))))
	return widgets.NewSurface(assets.ColorPanel, padded(18, widgets.NewStack(14,
		widgets.NewHeading("Айгерім Жұмабаева"), widgets.NewDimText("№ 1047 · 2024 жылғы наурыздан · Qamqor"), load, permits, next)))
}

func sampleRows(n int) widgets.RowSlice {
	names := []string{
		"Әсел Қасымова", "Айгерім Жұмабаева", "Назым Сейітова", "Қайрат Нұрғалиев", "Мария Соколова", "Шынар Төлегенова",
		"Жұлдыз Әбдірахманова-Сейтмағамбетова Нұрсұлтанқызы", "Үміт Өтепова", "Екатерина Щербакова",
	}
	directions := []string{"Qamqor", "Bilim", "Qamqor", "Event", "Asyl Mura"}
	statuses := []widgets.Cell{{Text: "Белсенді", Tone: widgets.ToneOk}, {Text: "Белсенді", Tone: widgets.ToneOk}, {Text: "Демалыста", Tone: widgets.ToneInfo}, {Text: "Құжат мерзімі", Tone: widgets.ToneWarn}}
	loads := []widgets.Cell{{Text: "жеңіл", Tone: widgets.ToneOk}, {Text: "орташа", Tone: widgets.ToneWarn}, {Text: "демалыс керек", Tone: widgets.ToneBad}}
	hours := []string{"12,0", "8,5", "21,0", "0,5", "6,0", "34,5", "1 204,0"}
	rows := make(widgets.RowSlice, n)
	for i := range rows {
		rows[i] = widgets.Row{ID: int64(1001 + 7*i), Cells: []widgets.Cell{
			{Text: strconv.Itoa(1001 + 7*i)},
			{Text: names[i%len(names)]},
			{Text: directions[i%len(directions)]},
			statuses[i%len(statuses)], loads[i%len(loads)],
			{Text: hours[i%len(hours)]},
			{Text: strconv.Itoa(i * 7 % 23)},
			{Text: "22.11.2026"},
		}}
	}
	return rows
}

func homePage() fyne.CanvasObject {
	figures := container.New(widgets.NewColumns(12))
	for _, f := range []*widgets.Figure{
		{Label: "Белсенді волонтер", Value: "201", Change: "+12", Tone: widgets.ToneOk, Note: "қазанға қарағанда"},
		{Label: "Мақұлданған сағат", Value: "1 284", Change: "+8 %", Tone: widgets.ToneOk, Note: "қазанға қарағанда"},
		{Label: "Өткен іс-шара", Value: "31", Change: "−4", Tone: widgets.ToneBad, Note: "қазанға қарағанда"},
		{Label: "Қамтылған адам", Value: "940", Change: "+115", Tone: widgets.ToneOk, Note: "қазанға қарағанда"},
		{Label: "Үлестер", Value: "46", Change: "3,1 млн ₸", Tone: widgets.ToneOk, Note: "қазанға қарағанда"},
	} {
		figure := widgets.NewFigure(f.Label, f.Value)
		figure.Change, figure.Tone, figure.Note = f.Change, f.Tone, f.Note
		press := widgets.NewPress(figure, nil)
		press.Radius = theme.SizeNameCardRadius
		figures.Add(press)
	}
	body := container.New(widgets.NewColumns(12, 5, 4), weekCard(), container.NewBorder(waitingCard(), nil, nil, nil, padTop(12, hoursCard())))
	content := container.NewBorder(figures, nil, nil, nil, padTop(16, fixedHeight(460, body)))
	return page(0, padded(18, content))
}

func padTop(by float32, o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(by, 0, 0, 0), o)
}

func fixedHeight(height float32, o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(heightLayout(height), o)
}

type heightLayout float32

func (h heightLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(o[0].MinSize().Width, float32(h))
}

func (h heightLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Resize(fyne.NewSize(size.Width, float32(h)))
}

func weekCard() fyne.CanvasObject {
	events := []struct {
		when, what, where, people string
		tone                      widgets.Tone
	}{
		{"Бүгін 15:00", "Қыш шеберлік сабағы", "Шығармашылық зал", "6 / 6", widgets.ToneOk},
		{"Бүгін 18:00", "Ән концертіне дайындық", "Актовый зал", "3 / 5", widgets.ToneWarn},
		{"Дс 10:00", "Заңгер кеңесі", "жабық алаң", "1 / 1", widgets.ToneOk},
		{"Сб 10:00", "Сурет көрмесін құру", "Мәдениет үйі", "1 / 6", widgets.ToneBad},
	}
	objects := []fyne.CanvasObject{}
	for _, e := range events {
		objects = append(objects, container.NewBorder(nil, nil, fixed(80, widgets.NewText(e.when)), widgets.NewTag(e.people, e.tone),
			widgets.NewStack(0, widgets.NewText(e.what), widgets.NewDimText(e.where))))
	}
	return widgets.NewCard("Осы апта", container.NewVBox(widgets.NewLines(objects...)))
}

func waitingCard() fyne.CanvasObject {
	objects := []fyne.CanvasObject{}
	for text, tone := range map[string]widgets.Tone{
		"5 өтінім жауап күтуде, ең ұзағы 9 күн": widgets.ToneBad, "Екі іс-шараға адам жетпейді": widgets.ToneWarn,
		"9 сағат жазбасы мақұлдауды күтуде": widgets.ToneInfo,
	} {
		objects = append(objects, widgets.NewPress(widgets.NewSpread(widgets.NewText(text), widgets.NewTag("Ашу", tone)), nil))
	}
	return widgets.NewCard("Назар аударыңыз", widgets.NewLines(objects...))
}

func hoursCard() fyne.CanvasObject {
	bars := []widgets.Bar{}
	for i, month := range []string{"жел", "қаң", "ақп", "нау", "сәу", "мам", "мау", "шіл", "там", "қыр", "қаз", "қар"} {
		value := []float64{660, 780, 890, 740, 840, 1020, 940, 880, 1120, 1190, 1100, 1284}[i]
		bars = append(bars, widgets.Bar{Label: month, Value: value, Text: "1 284"})
	}
	return widgets.NewCard("Сағаттар, 12 ай", widgets.NewColumnChart(bars))
}

func reportPage() fyne.CanvasObject {
	table := widgets.NewDataTable([]widgets.Column{
		{ID: "code", Title: "Код", Width: 90, Style: widgets.StyleDim, NoSort: true},
		{ID: "name", Title: "Көрсеткіш", Flexible: true},
		{ID: "now", Title: "III тоқсан", Width: 160, Align: fyne.TextAlignTrailing},
		{ID: "before", Title: "II тоқсан", Width: 160, Align: fyne.TextAlignTrailing},
		{ID: "change", Title: "Өзгеріс", Width: 140, Align: fyne.TextAlignTrailing},
	})
	table.Sort = widgets.Sort{Column: "now", Descending: true}
	rows := widgets.RowSlice{}
	for i, r := range [][]string{{"V1", "Волонтерлер", "248", "231", "+7,4 %"}, {"V2", "Жаңа волонтерлер", "29", "22", "+31,8 %"}, {"H1", "Мақұлданған сағаттар", "3 412,50", "3 020,00", "−13,0 %"}} {
		cells := []widgets.Cell{{Text: r[0]}, {Text: r[1]}, {Text: r[2]}, {Text: r[3]}, {Text: r[4], Tone: widgets.ToneOk}}
		if i == 2 {
			cells[4].Tone = widgets.ToneBad
		}
		rows = append(rows, widgets.Row{ID: int64(i + 1), Cells: cells})
	}
	table.SetRows(rows)
	table.Select(2)
	directions := widgets.NewBarChart([]widgets.Bar{
		{Label: "Qamqor", Text: "1 420", Value: 1420},
		{Label: "Bilim", Text: "880", Value: 880},
		{Label: "Event", Text: "612", Value: 612},
		{Label: "Asyl Mura", Text: "500", Value: 500},
	}, widgets.TonePlain)
	ages := widgets.NewBarChart([]widgets.Bar{
		{Label: "14–17", Text: "9", Value: 9}, {Label: "18–28", Text: "131", Value: 131}, {Label: "29–35", Text: "50", Value: 50}, {Label: "60+", Text: "0"},
	}, widgets.ToneInfo)
	charts := container.New(widgets.NewColumns(26),
		widgets.NewStack(8, widgets.NewText("Бағыт бойынша сағаттар"), directions), widgets.NewStack(8, widgets.NewText("Жасы"), ages))
	sheet := widgets.NewCard("Волонтерлік қызмет туралы жиынтық", container.NewBorder(nil, padTop(16, charts), nil, nil, fixedHeight(132, table)))
	return page(8, padded(18, container.NewVBox(sheet)))
}

// statesPage shows what is seen only sometimes: nothing there, loading, focus,
// hover, many chosen, wider than its place.
func statesPage() fyne.CanvasObject {
	columns := []widgets.Column{{ID: "a", Title: "Аты-жөні", Flexible: true, MinWidth: 200}, {ID: "b", Title: "Күйі", Style: widgets.StyleTag}, {ID: "c", Title: "Сағат", Align: fyne.TextAlignTrailing}}
	empty := widgets.NewDataTable(columns)
	empty.EmptyText = "Ешкім табылмады. Сүзгілерді алып тастаңыз немесе басқа сөз жазып көріңіз."
	loading := widgets.NewDataTable(columns)
	loading.Loading, loading.LoadingText = true, "Жүктелуде…"
	many := widgets.NewDataTable(columns)
	many.Multi = true
	many.SetRows(someRows(12))
	many.Select(2, 3, 5)
	wide := widgets.NewDataTable(append(columns, widgets.Column{Title: "Ескертпе", Width: 400}))
	wide.SetRows(someRows(12))
	hovered := widgets.NewNavItem("Іс-шаралар", assets.IconEvents, nil)
	hovered.MouseIn(nil)
	focused := widgets.NewNavItem("Сағаттар", assets.IconHours, nil)
	focused.FocusGained()
	chip := widgets.NewChip("Демалыста", "18", nil)
	chip.FocusGained()
	tags := container.NewHBox()
	for tone := widgets.TonePlain; tone <= widgets.ToneInfo; tone++ {
		tags.Add(widgets.NewTag("Еріктілер", tone))
	}
	icons := container.New(layout.NewGridWrapLayout(fyne.NewSize(28, 28)))
	files, _ := filepath.Glob("../assets/icons/*.svg")
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".svg")
		icons.Add(container.NewCenter(container.NewGridWrap(fyne.NewSquareSize(18), widget.NewIcon(assets.Icon(assets.IconName(name))))))
	}
	left := widgets.NewStack(12, hovered, focused, container.NewHBox(chip, selectedChip("Белсенді", "201")), tags, icons)
	grid := container.NewGridWithColumns(2, empty, loading, many, wide)
	return page(4, padded(18, container.New(widgets.NewColumns(18, 1, 2), left, grid)))
}
