package vault_test

import (
	"bytes"
	"database/sql"
	"fmt"
	"math"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	_ "github.com/mattn/go-sqlite3"
	"github.com/stretchr/testify/require"

	"saya/data/vault"
)

// secret is what must never be read outside of the program.
const secret = "Құпия сөз тайна secret"

func create(t testing.TB, dir, name string) *vault.File {
	t.Helper()
	c, err := vault.NewCredential("верная лошадь")
	require.NoError(t, err)
	f, _, err := vault.Create(filepath.Join(dir, name), "people")
	require.NoError(t, err)
	require.NoError(t, f.Grant("айгүл", c))
	t.Cleanup(f.Close)
	return f
}

func address(path string, f *vault.File) string {
	u := url.URL{Scheme: "file", Path: filepath.ToSlash(path), RawQuery: "vfs=" + f.VFS()}
	return u.String()
}

func connect(t testing.TB, path string, f *vault.File) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite3", address(path, f)+"&_journal_mode=WAL&_synchronous=FULL&_busy_timeout=5000&_txlock=immediate")
	require.NoError(t, err)
	t.Cleanup(func() { _ = db.Close() })
	return db
}

func fill(t testing.TB, db *sql.DB, rows int) {
	t.Helper()
	_, err := db.Exec("CREATE TABLE IF NOT EXISTS notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT")
	require.NoError(t, err)
	tx, err := db.Begin()
	require.NoError(t, err)
	for i := range rows {
		_, err := tx.Exec("INSERT INTO notes (text) VALUES (?)", fmt.Sprintf("%s %d %s", secret, i, strings.Repeat("x", 300)))
		require.NoError(t, err)
	}
	require.NoError(t, tx.Commit())
}

func count(t testing.TB, db *sql.DB) (n int) {
	t.Helper()
	var check string
	require.NoError(t, db.QueryRow("PRAGMA integrity_check").Scan(&check))
	require.Equal(t, "ok", check)
	require.NoError(t, db.QueryRow("SELECT count(*) FROM notes WHERE text LIKE ?", secret+"%").Scan(&n))
	return n
}

// requireUnreadable looks for plain text in all files of a folder, and for order in what should look like chance.
func requireUnreadable(t testing.TB, dir string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	for _, e := range entries {
		content, err := os.ReadFile(filepath.Join(dir, e.Name()))
		require.NoError(t, err)
		for _, plain := range []string{secret, "SQLite format", "CREATE TABLE", "айгүл", "верная"} {
			require.NotContains(t, string(content), plain, e.Name())
		}
		if strings.HasSuffix(e.Name(), ".saya") && len(content) > 1<<20 {
			require.Greater(t, entropy(content[vault.HeaderSize:]), 7.99, e.Name())
		}
	}
}

// entropy is that of a text, in bits a byte.
func entropy(b []byte) (bits float64) {
	var seen [256]int
	for _, c := range b {
		seen[c]++
	}
	for _, n := range seen {
		if n > 0 {
			p := float64(n) / float64(len(b))
			bits -= p * math.Log2(p)
		}
	}
	return bits
}

func TestNothingIsReadable(t *testing.T) {
	dir := t.TempDir()
	f := create(t, dir, "people.saya")
	db := connect(t, filepath.Join(dir, "people.saya"), f)
	fill(t, db, 4_000)
	requireUnreadable(t, dir) // with the log beside it
	require.FileExists(t, filepath.Join(dir, "people.saya-wal"))
	require.Equal(t, 4_000, count(t, db))
	require.NoError(t, db.Close())
	requireUnreadable(t, dir)
	info, err := os.Stat(filepath.Join(dir, "people.saya"))
	require.NoError(t, err)
	require.Equal(t, os.FileMode(0o600), info.Mode().Perm())

	again, _, err := vault.Open(filepath.Join(dir, "people.saya"), "people", "Айгүл", "верная лошадь")
	require.NoError(t, err)
	defer again.Close()
	require.Equal(t, 4_000, count(t, connect(t, filepath.Join(dir, "people.saya"), again)))
}

// A rollback journal and temporary files are encrypted, too.
func TestJournalAndTemporaryFiles(t *testing.T) {
	dir, temp := t.TempDir(), t.TempDir()
	t.Setenv("SQLITE_TMPDIR", temp)
	f := create(t, dir, "people.saya")
	db, err := sql.Open("sqlite3", address(filepath.Join(dir, "people.saya"), f)+"&_journal_mode=DELETE")
	require.NoError(t, err)
	defer func() { require.NoError(t, db.Close()) }()
	db.SetMaxOpenConns(1)
	fill(t, db, 2_000)
	_, err = db.Exec("PRAGMA temp_store = FILE; PRAGMA cache_size = 10; BEGIN; UPDATE notes SET text = text || 'y'")
	require.NoError(t, err)
	requireUnreadable(t, dir)
	var n int
	require.NoError(t, db.QueryRow("SELECT count(*) FROM (SELECT text FROM notes ORDER BY text DESC)").Scan(&n))
	requireUnreadable(t, temp)
	_, err = db.Exec("ROLLBACK")
	require.NoError(t, err)
	require.Equal(t, 2_000, count(t, db))
}

// Readers and a writer work at once, through connections of their own.
func TestConnectionsAtOnce(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "people.saya")
	f := create(t, dir, "people.saya")
	writer := connect(t, path, f)
	writer.SetMaxOpenConns(1)
	fill(t, writer, 500)
	readers := connect(t, path, f)
	var wait sync.WaitGroup
	stop := make(chan struct{})
	for range 4 {
		wait.Go(func() {
			for {
				select {
				case <-stop:
					return
				default:
				}
				var n, good int
				err := readers.QueryRow("SELECT count(*), coalesce(sum(text LIKE ?), 0) FROM notes", secret+"%").Scan(&n, &good)
				if err != nil || n != good {
					t.Errorf("read %d of %d rows: %v", good, n, err)
					return
				}
			}
		})
	}
	for range 20 {
		fill(t, writer, 100)
	}
	close(stop)
	wait.Wait()
	require.Equal(t, 2_500, count(t, writer))
}

// A copy opens for the same accounts; its pages are encrypted with keys of its own. A successor has another data key.
func TestCopyAndSuccessor(t *testing.T) {
	dir := t.TempDir()
	f := create(t, dir, "people.saya")
	db := connect(t, filepath.Join(dir, "people.saya"), f)
	fill(t, db, 4_000)
	for name, make := range map[string]func(string) (*vault.File, error){
		"copy.saya": f.Copy, "successor.saya": func(path string) (*vault.File, error) {
			c, _ := f.Credential("айгүл")
			return f.Successor(path, map[string]vault.Credential{"айгүл": c})
		},
	} {
		path := filepath.Join(dir, name)
		next, err := make(path)
		require.NoError(t, err)
		_, err = db.Exec("VACUUM INTO ?", address(path, next))
		require.NoError(t, err)
		next.Close()
		opened, _, err := vault.Open(path, "people", "айгүл", "верная лошадь")
		require.NoError(t, err)
		copied := connect(t, path, opened)
		require.Equal(t, 4_000, count(t, copied))
		require.NoError(t, copied.Close())
		opened.Close()
	}
	require.NoError(t, db.Close())
	requireUnreadable(t, dir)
	a, err := os.ReadFile(filepath.Join(dir, "people.saya"))
	require.NoError(t, err)
	b, err := os.ReadFile(filepath.Join(dir, "copy.saya"))
	require.NoError(t, err)
	for at := vault.HeaderSize; at+4096 <= min(len(a), len(b)); at += 4096 {
		require.False(t, bytes.Equal(a[at:at+4096], b[at:at+4096]), "sector at %d", at)
	}
}

// Pages that were changed, moved or torn off are never read as if they were right.
func TestSpoiltPages(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "people.saya")
	f := create(t, dir, "people.saya")
	db := connect(t, path, f)
	fill(t, db, 2_000)
	require.NoError(t, db.Close())
	content, err := os.ReadFile(path)
	require.NoError(t, err)
	page := func(i int) []byte { return content[vault.HeaderSize+4096*i : vault.HeaderSize+4096*(i+1)] }
	for name, spoil := range map[string]func(){
		"a bit":         func() { page(9)[100] ^= 1 },
		"pages swapped": func() { other := bytes.Clone(page(9)); copy(page(9), page(10)); copy(page(10), other) },
		"the first":     func() { page(0)[3] ^= 0x80 },
		"torn off":      func() { content = content[:len(content)-5*4096-100] },
	} {
		t.Run(name, func(t *testing.T) {
			whole := bytes.Clone(content)
			defer func() { content = whole }()
			spoil()
			require.NoError(t, os.WriteFile(path, content, 0o600))
			db := connect(t, path, f)
			defer func() { _ = db.Close() }()
			var check string
			if err := db.QueryRow("PRAGMA integrity_check").Scan(&check); err == nil {
				require.NotEqual(t, "ok", check)
			}
		})
	}
}
