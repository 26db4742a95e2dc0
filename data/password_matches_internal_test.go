package data

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/nbutton23/zxcvbn-go/match"
	"github.com/nbutton23/zxcvbn-go/matching"
	"github.com/nbutton23/zxcvbn-go/scoring"
	"github.com/stretchr/testify/require"
)

// The matches are those of the library, but for rows that it counts down past their end.
func TestPasswordsAreAsHardToGuessAsTheLibrarySays(t *testing.T) {
	unwanted := func(m match.Matcher) bool {
		return matching.FilterL33tMatcher(m) || matching.FilterDateSepMatcher(m) || matching.FilterDateWithoutSepMatcher(m)
	}
	words := []string{"tumar", "almaty", "kulager"}
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		text := patchwork(rnd, append(words, "password", "Jennifer", "qwertyuiop", "zaq1", "!@#$", "789456", "aaaa", "AAaa", "gfedcb", "XYZ", "3456", "ZaBc", "~"))
		theirs := scoring.MinimumEntropyMatchSequence(text, matching.Omnimatch(text, words, unwanted)).Entropy
		matches := append(wordMatches(text, ranked(words)), wordMatches(text, commonRanks())...)
		for _, find := range []func(string) []match.Match{keyMatches, repeats, sequences} {
			matches = append(matches, find(text)...)
		}
		require.Equal(t, theirs, scoring.MinimumEntropyMatchSequence(text, matches).Entropy, text)
	}
}

// patchwork is a text of words and of single signs.
func patchwork(rnd *rand.Rand, words []string) string {
	var b strings.Builder
	for range 1 + rnd.IntN(5) {
		if rnd.IntN(3) == 0 {
			b.WriteByte(byte('!' + rnd.IntN('~'-'!'+1)))
			continue
		}
		b.WriteString(words[rnd.IntN(len(words))])
	}
	return b.String()
}
