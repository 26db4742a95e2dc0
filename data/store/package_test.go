package store_test

import (
	"archive/zip"
	"context"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/store"
	"saya/data/store/storetest"
)

// pack writes a package of a centre with one volunteer.
func pack(t *testing.T) (path string) {
	t.Helper()
	s := signedIn(t, centre(t), data.Manager)
	path = filepath.Join(t.TempDir(), "centre"+store.PackageEnding)
	require.NoError(t, s.WritePackage(t.Context(), s.Actor(), path))
	require.Equal(t, []string{filepath.Base(path)}, entries(t, filepath.Dir(path)), "no .part")
	require.Len(t, audited(t, s, "write_package"), 1)
	info, err := os.Stat(path)
	require.NoError(t, err)
	require.Equal(t, os.FileMode(0o600), info.Mode().Perm())
	require.NoError(t, s.Close())
	return path
}

func TestPackageMakesTheCentreElsewhere(t *testing.T) {
	path := pack(t)
	dir := filepath.Join(t.TempDir(), "Жаңа компьютер", "centre")
	require.NoError(t, store.ReadPackage(t.Context(), path, dir))
	require.Equal(t, []string{"cases.saya", "centre.saya", "people.saya", "shelter.saya"}, entries(t, dir))
	info, err := os.Stat(dir)
	require.NoError(t, err)
	require.Equal(t, os.FileMode(0o700), info.Mode().Perm())
	s := signedIn(t, dir, data.Manager)
	require.Equal(t, 1, volunteers(t, s))
	problems, err := s.Check(t.Context())
	require.NoError(t, err)
	require.Empty(t, problems)
	require.True(t, signedIn(t, dir, data.CaseWorker).Holds(data.CasesWall))

	again := filepath.Join(t.TempDir(), "again"+store.PackageEnding)
	require.NoError(t, os.WriteFile(again, []byte("an older one"), 0o600))
	require.NoError(t, s.WritePackage(t.Context(), s.Actor(), again))
	require.NoError(t, store.ReadPackage(t.Context(), again, filepath.Join(t.TempDir(), "c")))
}

func TestPackageOfAFileWithALog(t *testing.T) {
	dir := centre(t)
	raw := storetest.SQL(t, dir, data.CasesWall)
	_, err := raw.Exec("INSERT INTO settings (name, value) VALUES ('test', 'kept')")
	require.NoError(t, err)
	s := signedIn(t, dir, data.Manager)
	path := filepath.Join(t.TempDir(), "p"+store.PackageEnding)
	require.NoError(t, s.WritePackage(t.Context(), s.Actor(), path))
	elsewhere := filepath.Join(t.TempDir(), "c")
	require.NoError(t, store.ReadPackage(t.Context(), path, elsewhere))
	var n int
	require.NoError(t, storetest.SQL(t, elsewhere, data.CasesWall).QueryRow("SELECT count(*) FROM settings WHERE name = 'test'").Scan(&n))
	require.Equal(t, 1, n)
	require.NoError(t, raw.Close())
}

func TestPackageIsPutIntoAnEmptyFolderOnly(t *testing.T) {
	path := pack(t)
	full := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(full, "letter.txt"), nil, 0o600))
	refused(t, "errors.folder_not_empty", store.ReadPackage(t.Context(), path, full))
	require.Equal(t, []string{"letter.txt"}, entries(t, full))
	refused(t, "place.synced", store.ReadPackage(t.Context(), path, filepath.Join(t.TempDir(), "Dropbox", "centre")))
	refused(t, "errors.folder_missing", store.ReadPackage(t.Context(), path+"x", filepath.Join(t.TempDir(), "c")))

	s := signedIn(t, centre(t), data.Manager)
	refused(t, "place.backup_synced", s.WritePackage(t.Context(), s.Actor(), filepath.Join(t.TempDir(), "Dropbox", "p")))
	refused(t, "errors.folder_missing", s.WritePackage(t.Context(), s.Actor(), filepath.Join(t.TempDir(), "nowhere", "p")))
}

// rezip writes a package anew: change says under which names each file goes in, and how.
func rezip(t *testing.T, path string, change func(h zip.FileHeader) []zip.FileHeader) string {
	t.Helper()
	from, err := zip.OpenReader(path)
	require.NoError(t, err)
	out, err := os.Create(filepath.Join(t.TempDir(), "changed"+store.PackageEnding))
	require.NoError(t, err)
	z := zip.NewWriter(out)
	for _, f := range from.File {
		for _, h := range change(f.FileHeader) {
			w, err := z.CreateHeader(&zip.FileHeader{Name: h.Name, Method: h.Method})
			require.NoError(t, err)
			if strings.HasSuffix(h.Name, "/") {
				continue
			}
			r, err := f.Open()
			require.NoError(t, err)
			_, err = io.Copy(w, r)
			require.NoError(t, err)
		}
	}
	require.NoError(t, z.Close())
	require.NoError(t, out.Close())
	require.NoError(t, from.Close())
	return out.Name()
}

func TestWhatIsNoPackageIsRefused(t *testing.T) {
	path := pack(t)
	same := func(h zip.FileHeader) []zip.FileHeader { return []zip.FileHeader{h} }
	named := func(name string, as ...string) func(zip.FileHeader) []zip.FileHeader {
		return func(h zip.FileHeader) (out []zip.FileHeader) {
			if h.Name != name {
				return same(h)
			}
			for _, n := range as {
				h.Name = n
				out = append(out, h)
			}
			return out
		}
	}
	text := func(s string) string {
		p := filepath.Join(t.TempDir(), "p"+store.PackageEnding)
		require.NoError(t, os.WriteFile(p, []byte(s), 0o600))
		return p
	}
	whole := content(t, path)
	for name, c := range map[string]struct{ path, key string }{
		"as it was, zipped anew": {rezip(t, path, same), ""},
		"empty":                  {text(""), "backup.no_package"},
		"a letter":               {text("Dear Sir or Madam"), "backup.no_package"},
		"half":                   {text(whole[:len(whole)/2]), "backup.no_package"},
		"without its end":        {text(whole[:len(whole)-1]), "backup.no_package"},
		"a file is missing":      {rezip(t, path, named("cases.saya")), "backup.package_broken"},
		"no manifest":            {rezip(t, path, named("manifest.json")), "backup.package_broken"},
		"a file twice":           {rezip(t, path, named("cases.saya", "cases.saya", "cases.saya")), "backup.package_broken"},
		"one more":               {rezip(t, path, named("cases.saya", "cases.saya", "run.exe")), "backup.package_broken"},
		"one that leads out":     {rezip(t, path, named("cases.saya", "cases.saya", "../../run.exe")), "backup.package_broken"},
		"an absolute name":       {rezip(t, path, named("cases.saya", "/tmp/cases.saya")), "backup.package_broken"},
		"a folder":               {rezip(t, path, named("cases.saya", "cases.saya", "backups/")), "backup.package_broken"},
		"two files changed places": {rezip(t, path, func(h zip.FileHeader) []zip.FileHeader {
			return named("shelter.saya", map[string]string{"shelter.saya": "cases.saya", "cases.saya": "shelter.saya"}[h.Name])(h)
		}), "backup.package_broken"},
		"compressed": {rezip(t, path, func(h zip.FileHeader) []zip.FileHeader { h.Method = zip.Deflate; return same(h) }), "backup.package_broken"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "centre")
			err := store.ReadPackage(t.Context(), c.path, dir)
			if c.key == "" {
				require.NoError(t, err)
				return
			}
			refused(t, c.key, err)
			_, err = os.Stat(dir)
			require.ErrorIs(t, err, os.ErrNotExist, "nothing is left")
		})
	}
}

// A bit that differs anywhere either means nothing to anybody, as the date of an entry, or is refused.
func TestEveryBitOfAPackage(t *testing.T) {
	path := pack(t)
	good := filepath.Join(t.TempDir(), "good")
	require.NoError(t, store.ReadPackage(t.Context(), path, good))
	info, err := os.Stat(path)
	require.NoError(t, err)
	rnd := rand.New(rand.NewPCG(5, 6))
	taken := 0
	for round := range 120 {
		at := rnd.Int64N(info.Size())
		if round%2 == 0 { // the ends, where the manifest and the list of entries are
			at = []int64{rnd.Int64N(2_000), info.Size() - 1 - rnd.Int64N(800)}[round/2%2]
		}
		flip(t, path, at)
		dir := filepath.Join(t.TempDir(), "centre")
		if err := store.ReadPackage(t.Context(), path, dir); err == nil {
			taken++
			for _, name := range entries(t, good) {
				require.Equal(t, content(t, filepath.Join(good, name)), content(t, filepath.Join(dir, name)), "byte %d", at)
			}
		} else {
			require.NotEmpty(t, data.Refusals(err), "byte %d: %v", at, err)
			_, err = os.Stat(dir)
			require.ErrorIs(t, err, os.ErrNotExist)
		}
		flip(t, path, at)
	}
	require.Less(t, taken, 60)
}

func TestCancelledPackageLeavesNothing(t *testing.T) {
	path := pack(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	dir := filepath.Join(t.TempDir(), "centre")
	require.ErrorIs(t, store.ReadPackage(ctx, path, dir), context.Canceled)
	_, err := os.Stat(dir)
	require.ErrorIs(t, err, os.ErrNotExist)
	s := signedIn(t, centre(t), data.Manager)
	require.ErrorIs(t, s.WritePackage(ctx, s.Actor(), filepath.Join(filepath.Dir(path), "other")), context.Canceled)
	require.Len(t, entries(t, filepath.Dir(path)), 1)
}
