package store_test

import (
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/store"
	"saya/data/store/storetest"
)

// BenchmarkImport100k imports 100,000 new volunteers into a centre of 100,000 volunteers and 400,000 hours entries, and
// takes them back. peak-MB is the most memory that the process held, the centre's making included.
func BenchmarkImport100k(b *testing.B) {
	s := crowd(b, 100_000)
	rnd := rand.New(rand.NewPCG(3, 4))
	people := make([]data.Volunteer, 100_000)
	for i := range people {
		people[i] = someone(rnd, i)
		if people[i].Status == data.Left {
			people[i].LeftReason, people[i].LeftOn = "studies", storetest.Day
		}
	}
	var importing, undoing time.Duration
	for b.Loop() {
		began := time.Now()
		id, err := s.Import(b.Context(), storetest.Actor(), func(i *store.Importer) error {
			for _, v := range people {
				if _, err := i.SaveVolunteer(v); err != nil {
					return err
				}
			}
			return nil
		})
		require.NoError(b, err)
		importing += time.Since(began)
		began = time.Now()
		require.NoError(b, s.Undo(b.Context(), storetest.Actor(), id))
		undoing += time.Since(began)
	}
	b.ReportMetric(importing.Seconds()/float64(b.N), "import-s")
	b.ReportMetric(undoing.Seconds()/float64(b.N), "undo-s")
	b.ReportMetric(peakMB(b), "peak-MB")
}

// peakMB is the most memory that this process has held at once; 0 where the system does not tell.
func peakMB(b *testing.B) float64 {
	b.Helper()
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	_, after, found := strings.Cut(string(status), "VmHWM:")
	require.True(b, found)
	kb, err := strconv.ParseFloat(strings.Fields(after)[0], 64)
	require.NoError(b, err)
	return kb / 1024
}
