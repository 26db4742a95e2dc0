package page_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/require"

	"saya/app/page"
	"saya/app/page/pagetest"
	"saya/assets"
	"saya/data/store/storetest"
)

func TestTheFolderOfAFileIsChosen(t *testing.T) {
	env, w := pagetest.NewEnv(t, storetest.New(t))
	w.Folder = t.TempDir()
	d := page.SaveDialog{Title: "Отчет", Yes: "Записать", Name: "hours", Write: func(_ context.Context, path string) error {
		return os.WriteFile(path, nil, 0o600)
	}}
	d.Show(env)
	w.PressIcon(assets.IconFolder)
	require.Equal(t, w.Folder, w.Form().Snapshot()["folder"])
	w.Press("Записать")
	require.FileExists(t, filepath.Join(w.Folder, "hours.xlsx"))
}

// Whoever cancels while a file is written ends the writing; the dialog says so and stays.
func TestWritingIsCancelled(t *testing.T) {
	env, w := pagetest.NewEnv(t, storetest.New(t))
	w.Folder = t.TempDir()
	var d page.SaveDialog
	asked := false
	d = page.SaveDialog{Title: "Отчет", Yes: "Записать", Name: "hours", Write: func(ctx context.Context, _ string) error {
		fyne.DoAndWait(func() { w.Press("Отмена") }) // while it is written
		asked = true
		<-ctx.Done()
		return fmt.Errorf("reading rows: %w", ctx.Err())
	}}
	d.Show(env)
	w.PressIcon(assets.IconFolder)
	w.Press("Записать")
	require.True(t, asked)
	require.True(t, w.Offers("Записать"), "the dialog is still there")
	require.Equal(t, "Действие прервано; данные не изменены.", w.Form().Errors()["folder"])
	w.Press("Отмена")
	require.False(t, w.Offers("Записать"))
}
