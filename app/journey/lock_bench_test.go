package journey_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"saya/assets/locale"
)

// The time until nothing of a centre is seen any more, while a workbook is exported: until the picture of the window is
// another one. Drawing it in memory is most of that; "ms/leave" is what the program does before. At most 200 ms.
func BenchmarkLock(b *testing.B) {
	benchmarkLeaving(b, func(v *visitor) { v.ctrl(fyne.KeyL) }, func(*visitor) {})
}

// As [BenchmarkLock], with F9.
func BenchmarkHide(b *testing.B) {
	benchmarkLeaving(b, func(v *visitor) { v.hit(fyne.KeyF9) }, func(v *visitor) { v.hit(fyne.KeyReturn) })
}

func benchmarkLeaving(b *testing.B, leave, comeBack func(*visitor)) {
	v, dir := newVisitor(b, locale.Kazakh), sampleFor(b)
	v.program.Start(dir)
	v.behind.behind = true // the files are closed behind the window
	var left time.Duration
	for b.Loop() {
		b.StopTimer()
		v.shell = v.program.Shell()
		v.exportBehind()
		b.StartTimer()
		began := time.Now()
		leave(v)
		left += time.Since(began)
		v.window.Canvas().Capture()
		b.StopTimer()
		v.behind.Wait()
		comeBack(v)
		v.behind.behind = false
		v.signIn("manager", "saya-sample")
		v.behind.behind = true
		b.StartTimer()
	}
	b.ReportMetric(float64(left.Milliseconds())/float64(b.N), "ms/leave")
}

// exportBehind begins an export that goes on while the window is used.
func (v *visitor) exportBehind() {
	v.shell.Open("reports", 0)
	v.press("reports.export")
	v.fill("folder", v.t.TempDir())
	v.runner.behind = true
	v.press("reports.export")
}
