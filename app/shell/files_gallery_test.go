package shell_test

import (
	"image/png"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"github.com/adrg/xdg"
	"github.com/stretchr/testify/require"

	"saya/app/shell"
	"saya/assets"
	"saya/assets/locale"
)

// TestChooserGallery keeps pictures of the choosers in the folder that SAYA_GALLERY names: to look at.
func TestChooserGallery(t *testing.T) {
	out := os.Getenv("SAYA_GALLERY")
	if out == "" {
		t.Skip("set SAYA_GALLERY to a folder for pictures")
	}
	scenes := map[string]func(*stage){
		"file":   (*stage).chooseFile,
		"folder": func(s *stage) { s.chooseFolder(); s.press(fyne.KeyDown, fyne.KeyDown) },
		"new":    func(s *stage) { s.chooseFolder(); s.tap(s.chooser.Text.T("files.new_folder")) },
		"refused": func(s *stage) {
			s.chooseFile()
			s.window.Canvas().Focus(s.path())
			s.path().SetText(s.in("2019"))
			s.press(fyne.KeyReturn)
		},
		"found": func(s *stage) { s.chooseFile(); s.write("xyz") },
	}
	for _, lang := range locale.Languages() {
		for _, look := range []string{"light", "dark"} {
			for name, show := range scenes {
				s := newStage(t)
				s.chooser.Text = locale.New(lang)
				fill(t, s.dir)
				xdg.Reload() // the home is another one
				fyne.CurrentApp().Settings().SetTheme(assets.NewTheme(shell.Variant(look)))
				if name == "file" {
					s.window.Resize(fyne.NewSize(1280, 820))
				}
				show(s)
				file, err := os.Create(filepath.Join(out, "chooser-"+name+"-"+string(lang)+"-"+look+".png"))
				require.NoError(t, err)
				require.NoError(t, png.Encode(file, s.window.Canvas().Capture()))
				require.NoError(t, file.Close())
			}
		}
	}
}

// fill adds the places of a home and more files.
func fill(t *testing.T, dir string) {
	t.Helper()
	for _, folder := range []string{"../Documents", "../Downloads", "../Desktop", "Договоры с площадками"} {
		require.NoError(t, os.MkdirAll(filepath.Join(dir, folder), 0o700))
	}
	for i, name := range []string{
		"Реестр волонтеров 2026.xlsx", "Өтінімдер.csv", "Очень длинное название файла, которое не помещается в столбец таблицы целиком.xlsx",
	} {
		path := filepath.Join(dir, name)
		require.NoError(t, os.WriteFile(path, make([]byte, 40_000*i+900), 0o600))
		at := time.Date(2026, 11, 20-i, 9, 30, 0, 0, time.Local)
		require.NoError(t, os.Chtimes(path, at, at))
	}
}
