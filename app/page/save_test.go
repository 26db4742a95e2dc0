package page_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

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
