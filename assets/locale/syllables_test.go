package locale_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/assets/locale"
)

func TestSyllable(t *testing.T) {
	for _, parted := range []string{
		"сту-дент-те-рі-мен", "ки-бер-бе-зо-пас-ность", "кон-фи-ден-циаль-ность", "Құ-пия-лы-лық", "объяв-ле-ние", "ай-мақ", "стра-на",
		"abcdefghi", "12345", "ел", "аи",
	} {
		word := []rune(strings.ReplaceAll(parted, "-", ""))
		got := ""
		for i, r := range word {
			if locale.Syllable(word, i) {
				got += "-"
			}
			got += string(r)
		}
		require.Equal(t, parted, got)
	}
}
