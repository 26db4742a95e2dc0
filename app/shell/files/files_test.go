package files_test

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"saya/app/shell/files"
	"saya/data"
)

// newFolder makes a folder with folders, files and a file of its own in it.
func newFolder(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range []string{"Отчеты", "Әкелінген", ".cache"} {
		require.NoError(t, os.Mkdir(filepath.Join(dir, name), 0o700))
	}
	for i, name := range []string{"б.xlsx", "А.XLSX", "заметка.txt", ".скрытый.xlsx", "в.csv"} {
		path := filepath.Join(dir, name)
		require.NoError(t, os.WriteFile(path, make([]byte, 10-i), 0o600))
		at := time.Date(2026, 11, 1+i, 0, 0, 0, 0, time.UTC)
		require.NoError(t, os.Chtimes(path, at, at))
	}
	return dir
}

func reader(endings ...string) files.Reader {
	return files.Reader{Endings: endings, Alphabet: data.NewAlphabet("ru")}
}

func names(f files.Folder, shown []int) []string {
	var names []string
	for _, i := range shown {
		names = append(names, f.Items[i].Name)
	}
	return names
}

func TestAFolderShowsFoldersAndWhatFits(t *testing.T) {
	for name, tt := range map[string]struct {
		reader files.Reader
		query  string
		by     files.Order
		down   bool
		want   []string
	}{
		"folders":             {reader(), "", files.ByName, false, []string{"Әкелінген", "Отчеты"}},
		"files of a kind":     {reader(".xlsx"), "", files.ByName, false, []string{"Әкелінген", "Отчеты", "А.XLSX", "б.xlsx"}},
		"of two kinds":        {reader(".xlsx", ".csv"), "", files.ByName, false, []string{"Әкелінген", "Отчеты", "А.XLSX", "б.xlsx", "в.csv"}},
		"backwards":           {reader(".xlsx"), "", files.ByName, true, []string{"Отчеты", "Әкелінген", "б.xlsx", "А.XLSX"}},
		"the newest first":    {reader(".xlsx", ".csv"), ".", files.ByChanged, true, []string{"в.csv", "А.XLSX", "б.xlsx"}},
		"the smallest first":  {reader(".xlsx", ".csv"), ".", files.BySize, false, []string{"в.csv", "А.XLSX", "б.xlsx"}},
		"found":               {reader(".xlsx"), "чет", files.ByName, false, []string{"Отчеты"}},
		"found on other keys": {reader(), "акелинген", files.ByName, false, []string{"Әкелінген"}},
		"found in latin":      {reader(), "otchet", files.ByName, false, []string{"Отчеты"}},
		"none":                {reader(), "договор", files.ByName, false, nil},
	} {
		t.Run(name, func(t *testing.T) {
			f, err := tt.reader.Open(t.Context(), newFolder(t))
			require.NoError(t, err)
			require.Equal(t, tt.want, names(f, files.Shown(f.Items, tt.query, tt.by, tt.down)))
		})
	}
}

func TestThePathOfAFileIsItsFolder(t *testing.T) {
	dir := newFolder(t)
	file := filepath.Join(dir, "б.xlsx")
	f, err := reader(".xlsx").Open(t.Context(), file)
	require.NoError(t, err)
	require.Equal(t, dir, f.Path)
	require.Equal(t, file, f.File)
	require.Len(t, f.Items, 4)
}

func TestALinkIsWhatItLeadsTo(t *testing.T) {
	dir := newFolder(t)
	if err := os.Symlink(filepath.Join(dir, "Отчеты"), filepath.Join(dir, "ссылка")); err != nil {
		t.Skip("this system makes no links")
	}
	require.NoError(t, os.Symlink(filepath.Join(dir, "нет"), filepath.Join(dir, "в никуда.xlsx")))
	f, err := reader(".xlsx").Open(t.Context(), dir)
	require.NoError(t, err)
	require.Equal(t, []string{"ссылка"}, names(f, files.Shown(f.Items, "ссылка", files.ByName, false)))
	require.True(t, f.Items[files.Shown(f.Items, "ссылка", files.ByName, false)[0]].Folder)
	require.Empty(t, files.Shown(f.Items, "никуда", files.ByName, false))
}

func TestRefusalsAreSentences(t *testing.T) {
	dir := newFolder(t)
	for path, want := range map[string]string{
		"нет": "files.missing", "заметка.txt": "files.not_fitting", "б.xlsx/внутри": "files.not_folder",
	} {
		_, err := reader(".xlsx").Open(t.Context(), filepath.Join(dir, path))
		require.Equal(t, want, refusal(t, err))
	}
	_, err := reader().Open(t.Context(), filepath.Join(dir, "б.xlsx"))
	require.Equal(t, "files.not_folder", refusal(t, err))
	require.Equal(t, "files.denied", refusal(t, files.Refusal(&os.PathError{Err: os.ErrPermission})))
	require.Equal(t, "files.unreadable", refusal(t, files.Refusal(os.ErrDeadlineExceeded)))
}

func refusal(t *testing.T, err error) string {
	t.Helper()
	all := data.Refusals(err)
	require.Len(t, all, 1)
	return all[0].Key
}

func TestReadingEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := reader().Open(ctx, newFolder(t))
	require.ErrorIs(t, err, context.Canceled)
}

func TestABigFolderIsReadWhole(t *testing.T) {
	dir := t.TempDir()
	for i := range 1000 {
		require.NoError(t, os.WriteFile(filepath.Join(dir, strconv.Itoa(i)+".csv"), nil, 0o600))
	}
	f, err := reader(".csv").Open(t.Context(), dir)
	require.NoError(t, err)
	require.Len(t, f.Items, 1000)
}

func TestMakeAFolder(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, files.Make(dir, "Центр 2026"))
	info, err := os.Stat(filepath.Join(dir, "Центр 2026"))
	require.NoError(t, err)
	if runtime.GOOS != "windows" {
		require.Equal(t, os.FileMode(0o700), info.Mode().Perm())
	}
	require.Equal(t, "files.exists", refusal(t, files.Make(dir, "Центр 2026")))
	for _, name := range []string{"", ".", "..", ".git", "a/b", `a\b`, "../x", "a:b", "что?"} {
		require.Equal(t, "files.bad_name", refusal(t, files.Make(dir, name)), name)
	}
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	require.Len(t, entries, 1)
}

func TestPathIsWhatIsMeant(t *testing.T) {
	t.Setenv("HOME", "/home/centre")
	if runtime.GOOS == "windows" {
		t.Skip("its paths look otherwise")
	}
	for typed, want := range map[string]string{
		"/media/usb":     "/media/usb",
		`"/media/usb/" `: "/media/usb",
		"~":              "/home/centre",
		"~/Отчеты":       "/home/centre/Отчеты",
		"~x":             "/here/~x",
		"Отчеты":         "/here/Отчеты",
		"..":             "/",
		"":               "/here",
	} {
		require.Equal(t, want, files.Path(typed, "/here"), typed)
	}
}

func TestStart(t *testing.T) {
	dir := t.TempDir()
	home := files.Place{Kind: files.Home, Path: "/home/centre"}
	documents := files.Place{Kind: files.Documents, Path: "/home/centre/Documents"}
	require.Equal(t, dir, files.Start(dir, []files.Place{home}))
	require.Equal(t, documents.Path, files.Start("", []files.Place{home, documents}))
	require.Equal(t, home.Path, files.Start(filepath.Join(dir, "none"), []files.Place{home}))
	require.NotEmpty(t, files.Start("", nil))
}

func TestPlacesExist(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	places := files.Places()
	require.Equal(t, files.Place{Kind: files.Home, Path: home}, places[0])
	for _, p := range places {
		require.DirExists(t, p.Path)
	}
}
