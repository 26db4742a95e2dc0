package vault_test

import (
	"database/sql"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"saya/data/vault"
)

// BenchmarkAgainstPlain does the same work on an encrypted file and on a plain one, by turns, and reports the ratios of
// the times.
func BenchmarkAgainstPlain(b *testing.B) {
	const rows = 100_000 // 40 MB: more than the cache, which is that of the store
	times := map[string][2]time.Duration{}
	for b.Loop() {
		dir := b.TempDir()
		sealed := connect(b, filepath.Join(dir, "people.saya"), create(b, dir, "people.saya"))
		plain, err := sql.Open("sqlite3", "file:"+filepath.Join(dir, "plain.db")+"?_journal_mode=WAL&_synchronous=FULL&_txlock=immediate")
		require.NoError(b, err)
		for which, db := range []*sql.DB{sealed, plain} {
			db.SetMaxOpenConns(1)
			_, err = db.Exec("PRAGMA cache_size = -32768")
			require.NoError(b, err)
			took(times, "inserts", which, func() { fill(b, db, rows) })
			took(times, "point-reads", which, func() {
				var text string
				for i := range rows {
					require.NoError(b, db.QueryRow("SELECT text FROM notes WHERE id = ?", 1+i*7919%rows).Scan(&text))
				}
			})
			took(times, "scans", which, func() {
				var n int
				for range 10 {
					require.NoError(b, db.QueryRow("SELECT count(*) FROM notes WHERE text LIKE '%y%'").Scan(&n))
				}
			})
		}
		require.NoError(b, plain.Close())
		require.NoError(b, sealed.Close())
	}
	for what, t := range times {
		b.ReportMetric(t[0].Seconds()/t[1].Seconds(), what+"-ratio")
	}
}

func took(times map[string][2]time.Duration, what string, which int, work func()) {
	began := time.Now()
	work()
	t := times[what]
	t[which] += time.Since(began)
	times[what] = t
}

// BenchmarkUnlock opens a file with a password.
func BenchmarkUnlock(b *testing.B) {
	dir := b.TempDir()
	create(b, dir, "people.saya")
	for b.Loop() {
		f, _, err := vault.Open(filepath.Join(dir, "people.saya"), "people", "айгүл", "верная лошадь")
		require.NoError(b, err)
		f.Close()
	}
}
