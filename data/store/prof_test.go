package store_test

import "testing"

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		crowd(b, 20_000)
	}
}
