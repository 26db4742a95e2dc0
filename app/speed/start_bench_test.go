//go:build linux

package speed_test

import (
	"image"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// Where things stand on a screen of 1440 by 900 in whose middle is a window of 1280 by 820.
var (
	onEdge = image.Rect(60, 100, 120, 140)   // half of it black, half of it the window
	inRows = image.Rect(860, 270, 1120, 340) // among the rows of Home
)

const (
	rounds    = 8
	anything  = 2  // colours, of which one is the black of the screen
	rowsThere = 20 // colours of letters
	calm      = 10 * time.Second
)

// build makes a program of this module as `make build` does.
func build(b *testing.B, name, folder string) string {
	b.Helper()
	file := filepath.Join(b.TempDir(), name)
	out, err := exec.Command("go", "build", "-buildvcs=false", "-tags", "migrated_fynedo,no_animations,no_emoji", "-o", file, folder).CombinedOutput()
	require.NoError(b, err, "%s", out)
	return file
}

// BenchmarkStart starts the program on 100,000 volunteers, without a password as a sample is opened, until Home has its
// rows, and beside it a program that opens an empty window of the same size: at most 1.4 times as long. The best of some
// rounds counts. Then both are left alone: no more of the processor than the empty one, and of the memory at most 1.5
// times as much and 60 MB.
func BenchmarkStart(b *testing.B) {
	centre, err := crowded()
	require.NoError(b, err)
	s, home := newScreen(b), b.TempDir()
	ours, empty := build(b, "saya", "saya"), build(b, "empty", "saya/app/speed/testdata/empty")
	open := func(name string, part image.Rectangle, colours int, args ...string) (*program, time.Duration) {
		require.Eventually(b, func() bool { return s.colours(onEdge, anything) < anything }, time.Minute, time.Millisecond)
		began := time.Now()
		p := s.start(home, name, args...)
		return p, s.until(began, part, colours)
	}
	for b.Loop() {
		least, leastEmpty := time.Hour, time.Hour
		for round := range rounds {
			p, took := open(empty, onEdge, anything)
			leastEmpty = min(leastEmpty, took)
			cpu, mb := 0.0, 0.0
			if round == rounds-1 {
				cpu, mb = p.alone()
			}
			p.end()
			q, took := open(ours, inRows, rowsThere, "--dir", centre)
			least = min(least, took)
			b.Logf("empty %v, ours %v", leastEmpty, took)
			if round == rounds-1 {
				ourCPU, ourMB := q.alone()
				b.ReportMetric(cpu, "idle-ms/s-empty")
				b.ReportMetric(ourCPU, "idle-ms/s")
				b.ReportMetric(mb, "MB-empty")
				b.ReportMetric(ourMB, "MB")
				b.ReportMetric(ourMB-1.5*mb, "MB-over-1.5")
			}
			q.end()
		}
		b.ReportMetric(float64(leastEmpty.Milliseconds()), "ms/empty")
		b.ReportMetric(float64(least.Milliseconds()), "ms/start")
		b.ReportMetric(least.Seconds()/leastEmpty.Seconds(), "ratio")
	}
}

// alone is what a window takes of the processor, in milliseconds a second, in which nobody does anything, and the memory
// it holds.
func (p *program) alone() (cpu, mb float64) {
	time.Sleep(3 * time.Second)
	before := p.processor()
	time.Sleep(calm)
	return float64((p.processor() - before).Milliseconds()) / calm.Seconds(), p.memory()
}
