package store_test

import (
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/store"
	"saya/data/store/storetest"
)

// BenchmarkBackup backs up a centre of about 100 MB: copied, opened, looked through, compared, hashed. The limit is 5 s.
// s/100MB is the time that a hundred million bytes take.
func BenchmarkBackup(b *testing.B) {
	dir := filepath.Join(b.TempDir(), "centre")
	s, err := store.Create(b.Context(), dir, store.CreateOptions{Sample: true, Centre: storetest.Profile(), Now: storetest.Now})
	require.NoError(b, err)
	v := storetest.Volunteer(b, s)
	require.NoError(b, s.Close())
	db := storetest.SQL(b, dir, data.PeopleWall)
	_, err = db.Exec(`WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400000)
		INSERT INTO hours (version, volunteer_id, day, minutes, status, note)
		SELECT 1, ?, date('2020-01-01', (i % 2000) || ' days'), 60 + i % 120, 'submitted', hex(randomblob(70)) FROM n`, v.ID)
	require.NoError(b, err)
	require.NoError(b, db.Close())
	now := storetest.Now()
	s, err = store.Open(b.Context(), dir, store.OpenOptions{Now: func() time.Time { return now }})
	require.NoError(b, err)
	var bytes int64
	for b.Loop() {
		now = now.AddDate(0, 0, 1)
		made, err := s.Backup(b.Context(), s.Actor(), store.BackupAsked, nil)
		require.NoError(b, err)
		require.NoError(b, made.Warning)
		require.True(b, made.Verified(data.PeopleWall))
		bytes = made.Bytes()
	}
	b.ReportMetric(float64(bytes)/1e6, "MB")
	b.ReportMetric(b.Elapsed().Seconds()/float64(b.N)/float64(bytes)*1e8, "s/100MB")
	require.NoError(b, s.Close())
}
