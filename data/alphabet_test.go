package data_test

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
)

const (
	kazakhAlphabet  = "А Ә Б В Г Ғ Д Е Ё Ж З И Й К Қ Л М Н Ң О Ө П Р С Т У Ұ Ү Ф Х Һ Ц Ч Ш Щ Ъ Ы І Ь Э Ю Я"
	russianAlphabet = "А Б В Г Д Е Ё Ж З И Й К Л М Н О П Р С Т У Ф Х Ц Ч Ш Щ Ъ Ы Ь Э Ю Я"
)

func sorted(lang string, texts []string) []string {
	alphabet, out := data.NewAlphabet(lang), slices.Clone(texts)
	slices.SortFunc(out, func(a, b string) int { return bytes.Compare(alphabet.Key(a), alphabet.Key(b)) })
	return out
}

func shuffled(texts []string) []string {
	out := slices.Clone(texts)
	r := rand.New(rand.NewPCG(1, 2))
	r.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	return out
}

func TestAlphabetOrder(t *testing.T) {
	for _, c := range []struct {
		name, lang string
		want       []string
	}{
		{"kk letters", "kk", strings.Fields(kazakhAlphabet)},
		{"kk small letters", "kk", strings.Fields(strings.ToLower(kazakhAlphabet))},
		{"ru letters", "ru", strings.Fields(russianAlphabet)},
		{
			"kk letters inside names", "kk",
			[]string{"Аманов", "Әбенов", "Бекова", "Қасымов", "Қожа", "Құрман", "Лапина", "Ізбасар", "Эм"},
		},
		{"kk ң after н, қ after к", "kk", []string{"Ака", "Аққу", "Ана", "Анар", "Аңшы", "Ар"}},
		{"ru names", "ru", []string{"Еланов", "Ёлкин", "Жуков", "Иванов", "Йодов", "Ким", "Ким Анна", "Кимов"}},
		{"surnames before longer ones", "kk", []string{"Әли Нұр", "Әлиев Ан", "Әлиева Ан"}},
		{"empty first", "kk", []string{"", "1", "А"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			require.Equal(t, c.want, sorted(c.lang, shuffled(c.want)))
		})
	}
}

// The same letters stand elsewhere in the Russian alphabet, so the two orders are really two.
func TestAlphabetsDiffer(t *testing.T) {
	require.Equal(t, []string{"Ы", "І", "Ь"}, sorted("kk", []string{"Ь", "І", "Ы"}))
	require.Equal(t, "І", sorted("ru", []string{"Ь", "І", "Ы"})[0])
}

func TestAlphabetIsSafeForConcurrentUse(t *testing.T) {
	alphabet := data.NewAlphabet("kk")
	want := alphabet.Key("Әсем")
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 100 {
				if !bytes.Equal(want, alphabet.Key("Әсем")) {
					t.Error("another key")
				}
			}
		})
	}
	wg.Wait()
}
