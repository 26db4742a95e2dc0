package sample_test

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data/sample"
)

func BenchmarkMake(b *testing.B) {
	for name, o := range map[string]sample.Options{
		"default":   {},
		"a year":    {Volunteers: 5000, Events: 20_000, Hours: 400_000},
		"the limit": {Volunteers: 100_000, Events: 20_000, Hours: 400_000},
	} {
		o.Seed, o.Until = 1, "2026-11-22"
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				require.NoError(b, sample.Make(b.Context(), filepath.Join(b.TempDir(), "centre"), o))
			}
		})
	}
}
