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
)

// A small notebook is 1280 wide. Words of the program are never cut there, in no language: they wrap, get the width
// they need or give way whole. What people typed may be cut in a list: it is read on its card.
func TestNothingOfTheProgramIsCut(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "centre")
	o := sample.Options{Seed: 7, Until: "2026-11-22", Volunteers: 40, Events: 60, Hours: 300}
	require.NoError(t, sample.Make(t.Context(), dir, o))
	for _, lang := range locale.Languages() {
		t.Run(string(lang), func(t *testing.T) {
			own := words(lang)
			seen := 0
			look := screens.Look{Lang: lang, Theme: "light", Size: fyne.NewSize(1280, 820)}
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

// words are the texts of the program in a language.
func words(lang locale.Lang) []string {
	p := locale.New(lang)
	var texts []string
	for _, key := range locale.Keys() {
		texts = append(texts, p.T(key))
	}
	return texts
}

// faults are the texts on a canvas that are cut though they are words of the program, or that stand out of their place.
func faults(c fyne.Canvas, own []string) []string {
	var found []string
	look := func(o fyne.CanvasObject) {
		text, ok := o.(*canvas.Text)
		if !ok {
			return
		}
		if begin, cut := strings.CutSuffix(text.Text, "…"); cut && begins(own, begin) {
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

// isKey tells whether a text looks like a key: what has no text is shown as its key.
func isKey(text string) bool {
	section, rest, ok := strings.Cut(text, ".")
	return ok && rest != "" && !strings.ContainsAny(rest, " @") &&
		slices.ContainsFunc(locale.Keys(), func(key string) bool { return strings.HasPrefix(key, section+".") })
}

func begins(texts []string, begin string) bool {
	for _, text := range texts {
		if strings.HasPrefix(text, begin) && text != begin+"…" {
			return true
		}
	}
	return false
}
