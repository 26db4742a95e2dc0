package speed_test

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"saya/app"
	"saya/assets/locale"
)

// times are how long one thing took, again and again.
type times []time.Duration

// usual is what half of them do not exceed.
func (t times) usual() float64 {
	slices.Sort(t)
	return float64(t[len(t)/2].Microseconds()) / 1000
}

// report says the worst of some things, and which it was.
func report(b *testing.B, unit string, all map[string]times) {
	b.Helper()
	worst, name := 0.0, ""
	for n, t := range all {
		if usual := t.usual(); usual > worst {
			worst, name = usual, n
		}
	}
	b.ReportMetric(worst, unit)
	b.Logf("%s: %s; %v", unit, name, usuals(all))
}

func usuals(all map[string]times) map[string]float64 {
	out := map[string]float64{}
	for n, t := range all {
		out[n] = t.usual()
	}
	return out
}

// often is how many times a thing is done that is over sooner than a benchmark lasts.
const often = 10

// piecesOf is in how many pieces a section reads its rows, one after the other. Reports has no rows: its choices are
// there at once, and what is seen beside them is the workbook, which takes as long as making it.
func piecesOf(section string) int {
	switch section {
	case "reports":
		return 0
	case "home", "settings":
		return 1
	}
	return 3
}

// BenchmarkSection goes from section to section until their rows are there: at most 50 ms. The first time a section is
// built, too.
func BenchmarkSection(b *testing.B) {
	first, again := map[string]times{}, map[string]times{}
	for b.Loop() {
		for range often {
			walkSections(b, first, again)
		}
	}
	report(b, "ms/first", first)
	report(b, "ms/again", again)
}

func walkSections(b *testing.B, first, again map[string]times) {
	b.Helper()
	w := newWindow(b)
	defer w.shut()
	for round := range 3 {
		for _, section := range app.Sections() {
			if section.Files || round == 0 && section.ID == w.Current() {
				continue
			}
			took := w.timed(piecesOf(section.ID), func() { w.Open(section.ID, 0) })
			if round == 0 {
				first[section.ID] = append(first[section.ID], took)
			} else {
				again[section.ID] = append(again[section.ID], took)
			}
		}
	}
}

// BenchmarkTyping types into the search of the volunteers until the rows are there, the time in which the list waits for
// the next letter apart: at most 20 ms.
func BenchmarkTyping(b *testing.B) {
	w := newWindow(b)
	defer w.shut()
	w.Open("volunteers", 0)
	w.runner.Wait()
	all := map[string]times{}
	for b.Loop() {
		for range often {
			w.typeAndErase("Қалиева Ә", all)
		}
	}
	report(b, "ms/letter", all)
}

func (w *window) typeAndErase(text string, all map[string]times) {
	w.Page().Find()
	field, typed := w.Canvas().Focused(), ""
	for _, letter := range text {
		typed += string(letter)
		all[typed] = append(all[typed], w.timed(2, func() { test.Type(field, string(letter)) }))
	}
	for typed != "" {
		typed = string([]rune(typed)[:len([]rune(typed))-1])
		took := w.timed(2, func() { field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace}) })
		all["← "+typed] = append(all["← "+typed], took)
	}
}

// BenchmarkScrolling jumps through the volunteers, each time to rows that were not seen before: at most 2 ms a frame,
// until the window has its rows or says that they come.
func BenchmarkScrolling(b *testing.B) {
	w := newWindow(b)
	defer w.shut()
	w.Open("volunteers", 0)
	w.runner.Wait()
	table := w.table(b)
	at, frames := float32(0), times{}
	for b.Loop() {
		at += 1000
		if at > 2_000_000 {
			at = 0
		}
		began := time.Now()
		table.SetOffset(at)
		frames = append(frames, time.Since(began))
		w.runner.Wait()
	}
	b.ReportMetric(frames.usual(), "ms/frame")
}

// BenchmarkEditor opens an editor: at most 60 ms.
func BenchmarkEditor(b *testing.B) {
	w := newWindow(b)
	defer w.shut()
	all := map[string]times{}
	for b.Loop() {
		for range often {
			for _, section := range []string{"volunteers", "applications", "events"} {
				w.Open(section, 0)
				w.runner.Wait()
				all[section] = append(all[section], w.timed(1, w.Page().New))
				w.Page().Leave(func() {})
				w.Page().Key(&fyne.KeyEvent{Name: fyne.KeyEscape})
				w.runner.Wait()
			}
		}
	}
	report(b, "ms/editor", all)
}

// BenchmarkLanguage switches the language of the window, on each section: at most 300 ms.
func BenchmarkLanguage(b *testing.B) {
	w := newWindow(b)
	defer w.shut()
	all := map[string]times{}
	for b.Loop() {
		for _, section := range app.Sections() {
			if section.Files {
				continue
			}
			w.Open(section.ID, 0)
			w.runner.Wait()
			for _, l := range []locale.Lang{locale.Kazakh, locale.Russian} {
				all[section.ID] = append(all[section.ID], w.timed(piecesOf(section.ID), func() { w.SetLanguage(l) }))
			}
		}
	}
	report(b, "ms/switch", all)
}
