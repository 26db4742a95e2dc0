package store_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/store"
)

// BenchmarkBackup backs up a centre of 50,000 volunteers and 200,000 hours: copied, opened, looked through, compared,
// hashed. s/100MB is the time that a hundred million bytes take; the limit is 5.
func BenchmarkBackup(b *testing.B) {
	s := crowd(b, 50_000)
	var bytes int64
	for b.Loop() {
		made, err := s.Backup(b.Context(), s.Actor(), store.BackupAsked, nil)
		require.NoError(b, err)
		require.NoError(b, made.Warning)
		require.True(b, made.Verified(data.PeopleWall))
		bytes = made.Bytes()
	}
	b.ReportMetric(float64(bytes)/1e6, "MB")
	b.ReportMetric(b.Elapsed().Seconds()/float64(b.N)/float64(bytes)*1e8, "s/100MB")
}
