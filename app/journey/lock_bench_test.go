package journey_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"saya/assets/locale"
)

// The time until nothing of a centre is seen any more, while a year's workbook is exported: until the picture of the
// window is another one. At most 200 ms (docs/performance.md).
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
	for b.Loop() {
		b.StopTimer()
		v.shell = v.program.Shell()
		v.exportBehind()
		b.StartTimer()
		leave(v)
		v.window.Canvas().Capture()
		b.StopTimer()
		v.behind.Wait()
		comeBack(v)
		v.behind.behind = false
		v.signIn("manager", "saya-sample")
		v.behind.behind = true
		b.StartTimer()
	}
}

// exportBehind begins an export that goes on while the window is used.
func (v *visitor) exportBehind() {
	v.shell.Open("reports", 0)
	v.press("reports.export")
	v.fill("folder", v.t.TempDir())
	v.runner.behind = true
	v.press("reports.export")
}
