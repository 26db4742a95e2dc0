package shell_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"github.com/stretchr/testify/require"

	"saya/app/page"
	"saya/app/page/pagetest"
	"saya/app/shell"
	"saya/assets"
	"saya/assets/locale"
	"saya/widgets"
)

// stage is a window with a chooser and what a person does in it.
type stage struct {
	t       *testing.T
	window  fyne.Window
	modals  *widgets.Modals
	chooser shell.Chooser
	dir     string   // holds the folders "Беседы" and "Отчеты" (with "2025") and the files "а.xlsx" and "б.csv"
	chosen  []string // paths
	keys    []fyne.KeyName
}

func newStage(t *testing.T) *stage {
	t.Helper()
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	test.NewTempApp(t).Settings().SetTheme(assets.NewTheme(theme.VariantLight))
	s := &stage{t: t, window: test.NewTempWindow(t, nil), dir: filepath.Join(home, "Центр")}
	s.window.SetPadded(false)
	s.window.Resize(fyne.NewSize(800, 600))
	s.modals = widgets.NewModals(s.window.Canvas())
	root := widgets.NewRoot(s.window, widgets.NewText(""))
	root.OnKey = func(e *fyne.KeyEvent) {
		if !s.modals.HandleKey(e) {
			s.keys = append(s.keys, e.Name)
		}
	}
	for _, folder := range []string{"Беседы", "Отчеты/2025"} {
		require.NoError(t, os.MkdirAll(filepath.Join(s.dir, folder), 0o700))
	}
	for _, file := range []string{"а.xlsx", "б.csv"} {
		require.NoError(t, os.WriteFile(filepath.Join(s.dir, file), []byte("x"), 0o600))
	}
	s.chooser = shell.Chooser{Modals: s.modals, Text: locale.New(locale.Russian), Run: page.Inline{}}
	return s
}

func (s *stage) chooseFile() {
	s.chooser.File(s.dir, []string{".xlsx", ".csv"}, func(path string) { s.chosen = append(s.chosen, path) })
}

func (s *stage) chooseFolder() {
	s.chooser.Folder(s.dir, func(path string) { s.chosen = append(s.chosen, path) })
}

func (s *stage) press(keys ...fyne.KeyName) {
	s.t.Helper()
	for _, key := range keys {
		focused := s.window.Canvas().Focused()
		require.NotNil(s.t, focused, "the keyboard is nowhere")
		focused.TypedKey(&fyne.KeyEvent{Name: key})
	}
}

func (s *stage) write(text string) { test.Type(s.window.Canvas().Focused(), text) }

func (s *stage) altUp() {
	focused, ok := s.window.Canvas().Focused().(fyne.Shortcutable)
	require.True(s.t, ok)
	focused.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyUp, Modifier: fyne.KeyModifierAlt})
}

// walk goes through the topmost dialog.
func walk[T fyne.CanvasObject](s *stage) (found []T) {
	pagetest.Walk(s.window.Canvas().Overlays().Top(), func(o fyne.CanvasObject) {
		if is, ok := o.(T); ok {
			found = append(found, is)
		}
	})
	return found
}

// path is the field of the chooser in front.
func (s *stage) path() *widgets.Entry { return walk[*widgets.Entry](s)[0] }

func (s *stage) tap(text string) {
	s.t.Helper()
	for _, b := range walk[*widgets.Button](s) {
		if b.Text == text {
			test.Tap(b)
			return
		}
	}
	s.t.Fatalf("no button %q", text)
}

func (s *stage) shows(text string) bool {
	for _, line := range walk[*widgets.Text](s) {
		if line.Text == text {
			return true
		}
	}
	return false
}

func (s *stage) in(elements ...string) string {
	return filepath.Join(append([]string{s.dir}, elements...)...)
}

func TestAFolderIsChosenByKeys(t *testing.T) {
	for name, tt := range map[string]struct {
		do   func(*stage)
		want []string
	}{
		"the one shown":   {func(s *stage) { s.press(fyne.KeyReturn) }, []string{""}},
		"none":            {func(s *stage) { s.press(fyne.KeyEscape) }, nil},
		"one opened":      {func(s *stage) { s.press(fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn, fyne.KeyReturn) }, []string{"Отчеты"}},
		"one chosen":      {func(s *stage) { s.press(fyne.KeyDown); s.tap("Выбрать папку") }, []string{"Беседы"}},
		"one found":       {func(s *stage) { s.write("otch"); s.press(fyne.KeyDown, fyne.KeyReturn, fyne.KeyReturn) }, []string{"Отчеты"}},
		"the one above":   {func(s *stage) { s.altUp(); s.press(fyne.KeyHome); s.altUp(); s.press(fyne.KeyEscape) }, nil},
		"back from below": {func(s *stage) { s.press(fyne.KeyDown, fyne.KeyReturn); s.altUp(); s.tap("Выбрать папку") }, []string{"Беседы"}},
	} {
		t.Run(name, func(t *testing.T) {
			s := newStage(t)
			s.chooseFolder()
			tt.do(s)
			var want []string
			for _, folder := range tt.want {
				want = append(want, s.in(folder))
			}
			require.Equal(t, want, s.chosen)
			require.False(t, s.modals.Open())
		})
	}
}

func TestAFileIsChosenByKeys(t *testing.T) {
	s := newStage(t)
	s.chooseFile()
	require.True(t, s.shows("Выберите файл в списке."))
	s.press(fyne.KeyReturn)
	require.True(t, s.modals.Open(), "nothing was chosen")
	s.press(fyne.KeyDown, fyne.KeyTab)
	s.tap("Открыть")
	require.Equal(t, s.in("Беседы"), s.path().Text, "a folder is opened")
	s.altUp()
	s.press(fyne.KeyEnd, fyne.KeyReturn)
	require.Equal(t, []string{s.in("б.csv")}, s.chosen)
	require.False(t, s.modals.Open())
}

func TestAPathIsTypedOrPasted(t *testing.T) {
	for name, tt := range map[string]struct {
		typed, at, said string
		chosen          []string
	}{
		"a folder":        {"Отчеты/2025", "Отчеты/2025", "", nil},
		"above":           {"Отчеты/..", "", "", nil},
		"a file":          {`"б.csv"`, "", "", []string{"б.csv"}},
		"nothing":         {"Нет", "Нет", "Такой папки или файла нет.", nil},
		"another file":    {"а.xlsx/x", "а.xlsx/x", "Это файл, а не папка.", nil},
		"one not fitting": {"заметка.txt", "заметка.txt", "Файл такого вида здесь не подходит.", nil},
	} {
		t.Run(name, func(t *testing.T) {
			s := newStage(t)
			require.NoError(t, os.WriteFile(s.in("заметка.txt"), nil, 0o600))
			s.chooseFile()
			field := s.path()
			s.window.Canvas().Focus(field)
			field.SetText(tt.typed)
			s.press(fyne.KeyReturn)
			if tt.chosen != nil {
				require.Equal(t, []string{s.in(tt.chosen...)}, s.chosen)
				return
			}
			if tt.said == "" {
				require.Equal(t, s.in(tt.at), field.Text)
				return
			}
			require.True(t, s.shows(tt.said))
			require.Equal(t, tt.typed, field.Text, "it can be mended")
			s.press(fyne.KeyEscape)
			require.Equal(t, s.dir, field.Text)
			require.True(t, s.modals.Open())
		})
	}
}

// What was typed and not entered is meant, too.
func TestATypedFolderIsChosenByTheButton(t *testing.T) {
	s := newStage(t)
	s.chooseFolder()
	s.path().SetText(s.in("Отчеты"))
	s.tap("Выбрать папку")
	require.Equal(t, []string{s.in("Отчеты")}, s.chosen)

	s.chooseFolder()
	s.path().SetText(s.in("Нет"))
	s.tap("Выбрать папку")
	require.Len(t, s.chosen, 1)
	require.True(t, s.shows("Такой папки или файла нет."))
}

func TestAFolderIsMade(t *testing.T) {
	s := newStage(t)
	s.chooseFolder()
	s.tap("Новая папка")
	s.press(fyne.KeyReturn)
	s.write("Отчеты")
	s.press(fyne.KeyReturn)
	require.DirExists(t, s.in("Отчеты"))
	require.Len(t, walk[*widgets.Form](s)[0].Errors(), 1, "there is one")
	s.write(" 2026")
	s.press(fyne.KeyReturn)
	require.DirExists(t, s.in("Отчеты 2026"))
	s.tap("Выбрать папку")
	require.Equal(t, []string{s.in("Отчеты 2026")}, s.chosen)
}

func TestPlacesLead(t *testing.T) {
	s := newStage(t)
	s.chooseFolder()
	for _, place := range walk[*widgets.NavItem](s) {
		if place.Text == "Домашняя папка" {
			test.Tap(place)
		}
	}
	require.Equal(t, filepath.Dir(s.dir), s.path().Text)
	s.press(fyne.KeyDown)
	s.tap("Выбрать папку")
	require.Equal(t, []string{s.dir}, s.chosen, "the rows have the keyboard")
}

func TestAFolderThatIsGoneGivesWayToTheHome(t *testing.T) {
	s := newStage(t)
	require.NoError(t, os.RemoveAll(s.dir))
	s.chooseFolder()
	require.Equal(t, filepath.Dir(s.dir), s.path().Text)
}

// slow keeps work back until the test lets it go, as a disk does.
type slow struct {
	page.Inline
	waiting []func()
	after   []func()
}

func (s *slow) Go(work func(context.Context) error, done func(error)) {
	s.waiting = append(s.waiting, func() { done(work(context.Background())) })
}

func (s *slow) After(_ time.Duration, do func()) func() {
	s.after = append(s.after, do)
	return func() {}
}

func TestOnlyTheLastFolderAskedForIsShown(t *testing.T) {
	s, disk := newStage(t), &slow{}
	s.chooser.Run = disk
	s.chooseFolder()
	disk.waiting[0]()
	field := s.path()
	s.window.Canvas().Focus(field)
	for _, folder := range []string{"Беседы", "Отчеты"} {
		field.SetText(s.in(folder))
		s.press(fyne.KeyReturn)
	}
	disk.after[len(disk.after)-1]()
	require.Equal(t, "Загрузка…", walk[*widgets.DataTable](s)[0].LoadingText)
	require.True(t, walk[*widgets.DataTable](s)[0].Loading)
	s.tap("Выбрать папку")
	require.Empty(t, s.chosen, "it is not known yet what is there")
	disk.waiting[2]()
	disk.waiting[1]()
	require.Equal(t, s.in("Отчеты"), field.Text)
	require.False(t, walk[*widgets.DataTable](s)[0].Loading)
	s.press(fyne.KeyEscape)
}

func TestNothingComesBackToAClosedChooser(t *testing.T) {
	s, disk := newStage(t), &slow{}
	s.chooser.Run = disk
	s.chooseFile()
	s.press(fyne.KeyEscape)
	require.False(t, s.modals.Open())
	disk.waiting[0]()
	require.Empty(t, s.chosen)
}

// The window hears its keys wherever the keyboard is in the chooser.
func TestTheWindowHearsItsKeysInAChooser(t *testing.T) {
	s := newStage(t)
	s.chooseFolder()
	pagetest.HearsKeys(t, s.window.Canvas())
	s.tap("Новая папка")
	pagetest.HearsKeys(t, s.window.Canvas())
	s.press(fyne.KeyF9)
	require.Equal(t, []fyne.KeyName{fyne.KeyF9}, s.keys)
}

func TestAChooserFitsASmallWindow(t *testing.T) {
	for _, lang := range locale.Languages() {
		s := newStage(t)
		s.chooser.Text = locale.New(lang)
		s.chooseFolder()
		for _, size := range []fyne.Size{fyne.NewSize(800, 600), fyne.NewSize(1440, 900)} {
			s.window.Resize(size)
			pagetest.Walk(s.window.Canvas().Overlays().Top(), func(o fyne.CanvasObject) {
				at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
				if b, ok := o.(*widgets.Button); ok {
					require.LessOrEqual(t, at.X+b.Size().Width, size.Width, b.Text)
					require.LessOrEqual(t, at.Y+b.Size().Height, size.Height, b.Text)
					require.GreaterOrEqual(t, b.Size().Width, b.MinSize().Width, b.Text)
				}
				if table, ok := o.(*widgets.DataTable); ok {
					require.Greater(t, table.Size().Height, float32(200))
				}
			})
		}
	}
}
