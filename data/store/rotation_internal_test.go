package store

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"saya/data"
)

// somePast is a list of backups by chance, the newest first.
func somePast(rnd *rand.Rand, now time.Time) (out []Backup) {
	for range rnd.IntN(120) {
		b := Backup{At: data.StampOf(now.Add(-time.Duration(rnd.Int64N(int64(900 * 24 * time.Hour))))), Why: backupReasons()[rnd.IntN(6)]}
		if rnd.IntN(3) == 0 { // some close together
			b.At = data.StampOf(now.Add(-time.Duration(rnd.Int64N(int64(20 * 24 * time.Hour)))))
		}
		for _, w := range data.Walls() {
			b.Files = append(b.Files, BackupFile{Wall: w, Verified: rnd.IntN(4) == 0, Damaged: rnd.IntN(20) == 0})
		}
		if rnd.IntN(15) == 0 {
			b.Wrong = "backup.changed"
		}
		if rnd.IntN(15) == 0 {
			b.At = data.StampOf(now.Add(time.Duration(1 + rnd.Int64N(int64(900*24*time.Hour)))))
		}
		out = append(out, b)
	}
	slices.SortFunc(out, func(a, b Backup) int { return -1 * compareStamps(a.At, b.At) })
	for i := range out {
		out[i].Path = strconv.Itoa(i)
	}
	return out
}

func compareStamps(a, b data.Stamp) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

func TestRotation(t *testing.T) {
	rnd := rand.New(rand.NewPCG(11, 22))
	now := clock()
	for round := range 400 {
		all := somePast(rnd, now)
		gone := map[string]bool{}
		for _, b := range rotated(all, data.StampOf(now)) {
			gone[b.Path] = true
		}
		kept := slices.DeleteFunc(slices.Clone(all), func(b Backup) bool { return gone[b.Path] })
		require.Empty(t, rotated(kept, data.StampOf(now)), "round %d: once is enough", round)

		var counted []Backup
		for _, b := range all {
			if b.Wrong == "" && b.At <= data.StampOf(now) {
				counted = append(counted, b)
			} else {
				require.False(t, gone[b.Path], "round %d: what is wrong or of the future is left alone", round)
			}
		}
		if len(counted) > 0 {
			require.False(t, gone[counted[0].Path], "round %d: the newest stays", round)
		}
		for _, w := range data.Walls() {
			i := slices.IndexFunc(counted, func(b Backup) bool { return b.Verified(w) })
			require.True(t, i < 0 || !gone[counted[i].Path], "round %d: the newest verified copy of %s", round, w)
		}
		requireNewestOfEach(t, counted, gone, 7, func(b Backup) string { return string(b.At.Local())[:10] })
		requireNewestOfEach(t, counted, gone, 12, func(b Backup) string { return string(b.At.Local())[:7] })
		left := len(counted) - len(gone)
		require.LessOrEqual(t, left, 7+4+12+4+3*3, "round %d", round)
	}
}

// requireNewestOfEach asks that the newest backup of each of the newest n days, or months, is there.
func requireNewestOfEach(t *testing.T, all []Backup, gone map[string]bool, n int, name func(Backup) string) {
	t.Helper()
	last := ""
	for _, b := range all {
		if name(b) == last {
			continue
		}
		if n--; n < 0 {
			return
		}
		last = name(b)
		require.False(t, gone[b.Path], last)
	}
}

// One a day over two years, old ones deleted each day: a whole year of months is there at the end.
func TestRotationDayByDay(t *testing.T) {
	var all []Backup
	now := clock()
	for day := range 730 {
		now = now.AddDate(0, 0, 1)
		b := Backup{At: data.StampOf(now), Path: strconv.Itoa(day), Why: BackupClosing}
		all = append([]Backup{b}, all...)
		for _, b := range rotated(all, b.At) {
			all = slices.DeleteFunc(all, func(o Backup) bool { return o.Path == b.Path })
		}
		require.LessOrEqual(t, len(all), 7+4+12)
	}
	months := map[data.Month]bool{}
	for _, b := range all {
		months[day(b).Month()] = true
	}
	require.Len(t, months, 12)
}
