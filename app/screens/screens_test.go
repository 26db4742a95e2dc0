package screens_test

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"github.com/stretchr/testify/require"

	"saya/app/page/pagetest"
	"saya/app/screens"
	"saya/assets/locale"
	"saya/data/sample"
	"saya/widgets"
)

// Words of the program are never cut, in no language: they wrap, get the width they need or give way whole, in Kazakh
// also in the smallest window. What people typed may be cut in a list: it is read on its card.
func TestNothingOfTheProgramIsCut(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "centre")
	o := sample.Options{Seed: 7, Until: "2026-11-22", Volunteers: 40, Events: 60, Hours: 300}
	require.NoError(t, sample.Make(t.Context(), dir, o))
	for _, lang := range locale.Languages() {
		t.Run(string(lang), func(t *testing.T) {
			own := words(lang)
			seen := 0
			look := screens.Look{Lang: lang, Theme: "light", Size: sizeFor(lang)}
			require.NoError(t, screens.Visit(context.Background(), dir, look, func(name string, c fyne.Canvas) error {
				seen++
				for _, fault := range faults(c, own) {
					t.Errorf("%s: %s", name, fault)
				}
				return nil
			}))
			require.Greater(t, seen, 20)
		})
	}
}

// sizeFor is the size of the window in which a language is looked at: the smallest for the longest words.
func sizeFor(lang locale.Lang) fyne.Size {
	if lang == locale.Kazakh {
		return fyne.NewSize(1024, 700)
	}
	return fyne.NewSize(usualWidth, 820)
}

// usualWidth is that of a small notebook.
const usualWidth = 1280

// words are the texts of the program in a language.
func words(lang locale.Lang) []string {
	p := locale.New(lang)
	var texts []string
	for _, key := range locale.Keys() {
		text := p.T(key)
		texts = append(texts, text)
		if hint, ok := strings.CutSuffix(text, "  Ctrl+F"); ok { // the keys give way first
			texts = append(texts, hint)
		}
	}
	return texts
}

// faults are the texts on a canvas that are cut though they are words of the program, or that stand out of their place.
func faults(c fyne.Canvas, own []string) []string {
	var found []string
	rows := textsOfRows(c)
	look := func(o fyne.CanvasObject) {
		if b, ok := o.(*widgets.Button); ok {
			found = append(found, buttonFaults(b, c)...)
		}
		text, ok := o.(*canvas.Text)
		if !ok {
			return
		}
		if begin, cut := strings.CutSuffix(text.Text, "…"); cut && !rows[text] && begins(own, begin) {
			found = append(found, fmt.Sprintf("%q is cut", text.Text))
		}
		if isKey(text.Text) {
			found = append(found, fmt.Sprintf("%q is the key of a text that is missing", text.Text))
		}
		if need, has := text.MinSize().Width, text.Size().Width; has > 0 && need > has+1.5 { // some are placed without a size
			found = append(found, fmt.Sprintf("%q needs %v and has %v", text.Text, need, has))
		}
	}
	pagetest.Walk(c.Content(), look)
	for _, overlay := range c.Overlays().List() {
		pagetest.Walk(overlay, look)
	}
	return found
}

// textsOfRows are those of a month, which are titles that people typed, and those of lists in a window so narrow that its
// columns are, too: they are made wider there, or what is cut is read on the card.
func textsOfRows(c fyne.Canvas) map[*canvas.Text]bool {
	rows := map[*canvas.Text]bool{}
	pagetest.Walk(c.Content(), func(o fyne.CanvasObject) {
		if month, ok := o.(*widgets.MonthGrid); ok {
			pagetest.Walk(month, func(o fyne.CanvasObject) {
				if text, ok := o.(*canvas.Text); ok {
					rows[text] = true
				}
			})
		}
	})
	if c.Size().Width >= usualWidth {
		return rows
	}
	pagetest.Walk(c.Content(), func(o fyne.CanvasObject) {
		if table, ok := o.(*widgets.DataTable); ok {
			pagetest.Walk(table, func(o fyne.CanvasObject) {
				if text, ok := o.(*canvas.Text); ok {
					rows[text] = true
				}
			})
		}
	})
	return rows
}

// buttonFaults tells what is wrong with the place of a button. One that is only an icon says by a tip what it does.
func buttonFaults(b *widgets.Button, c fyne.Canvas) (found []string) {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(b)
	if need, has := b.MinSize().Width, b.Size().Width; has > 0 && need > has+0.5 {
		found = append(found, fmt.Sprintf("the button %q needs %v and has %v", b.Text, need, has))
	}
	if at.X+b.Size().Width > c.Size().Width+0.5 {
		found = append(found, fmt.Sprintf("the button %q %s stands out of the window", b.Text, b.Icon))
	}
	if b.Text == "" && b.Tip == "" {
		found = append(found, fmt.Sprintf("the button with the icon %s has no tip", b.Icon))
	}
	return found
}

// isKey tells whether a text looks like a key: what has no text is shown as its key.
func isKey(text string) bool {
	section, rest, ok := strings.Cut(text, ".")
	return ok && rest != "" && !strings.ContainsAny(rest, " @") &&
		slices.ContainsFunc(locale.Keys(), func(key string) bool { return strings.HasPrefix(key, section+".") })
}

// begins tells whether one of the texts begins so and goes on; of two letters many words of people do.
func begins(texts []string, begin string) bool {
	if len([]rune(begin)) <= 2 || slices.Contains(texts, begin+"…") {
		return false
	}
	return slices.ContainsFunc(texts, func(text string) bool { return strings.HasPrefix(text, begin) })
}
