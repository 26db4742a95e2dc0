package data

import (
	"encoding/json"
	"strings"
	"sync"

	"github.com/nbutton23/zxcvbn-go/adjacency"
	lists "github.com/nbutton23/zxcvbn-go/data"
	"github.com/nbutton23/zxcvbn-go/entropy"
	"github.com/nbutton23/zxcvbn-go/match"
)

// The library finds these matches, too. But its package of matchers reads all lists of words when the program starts,
// which takes longer than opening the window; its dates end in 2019, and its disguises (p@ssw0rd) take exponential time.
// [numbers] and [withoutDisguise] do the work of the last two.

// leastPattern is the shortest pattern that is one: two signs beside each other are by chance.
const leastPattern = 3

// commonRanks are the lists of the library, read when the first password is looked at: words and the place of each in
// the list where it comes first.
var commonRanks = sync.OnceValue(func() map[string]int {
	ranks := map[string]int{}
	for _, name := range []string{"MaleNames", "FemaleNames", "Surnames", "English", "Passwords"} {
		var words struct{ List []string }
		if err := json.Unmarshal(lists.MustAsset("data/"+name+".json"), &words); err != nil {
			panic("reading the list of words " + name) // it is in the program
		}
		for word, rank := range ranked(words.List) {
			if before, known := ranks[word]; !known || rank < before {
				ranks[word] = rank
			}
		}
	}
	return ranks
})

// ranked are words with their places in a list, from 1.
func ranked(words []string) map[string]int {
	ranks := make(map[string]int, len(words))
	for i, word := range words {
		ranks[strings.ToLower(word)] = i + 1
	}
	return ranks
}

// wordMatches finds words that are guessed in the order of their ranks.
func wordMatches(text string, ranks map[string]int) []match.Match {
	var found []match.Match
	low := strings.ToLower(text)
	for i := range low {
		for j := i; j < len(low); j++ {
			if rank, ok := ranks[low[i:j+1]]; ok {
				m := match.Match{Pattern: "dictionary", I: i, J: j, Token: text[i : j+1]}
				m.Entropy = entropy.DictionaryEntropy(m, float64(rank))
				found = append(found, m)
			}
		}
	}
	return found
}

// keyMatches finds keys that lie beside each other.
func keyMatches(text string) []match.Match {
	var found []match.Match
	for _, name := range []string{"qwerty", "dvorak", "keypad", "macKeypad"} {
		board := adjacency.GraphMap[name]
		for i := 0; i < len(text)-1; {
			end, turns, shifted := walkKeys(text, i, board.Graph)
			if end-i >= leastPattern {
				m := match.Match{Pattern: "spatial", I: i, J: end - 1, Token: text[i:end], DictionaryName: board.Name}
				m.Entropy = entropy.SpatialEntropy(m, turns, shifted)
				found = append(found, m)
			}
			i = end
		}
	}
	return found
}

// walkKeys goes from key to neighbouring key. A neighbour is written as its signs without and with Shift.
func walkKeys(text string, from int, neighbours map[string][]string) (end, turns, shifted int) {
	direction := -1
	for end = from + 1; end < len(text); end++ {
		next, at := -1, 0
		for d, signs := range neighbours[text[end-1:end]] {
			if at = strings.IndexByte(signs, text[end]); at >= 0 {
				next = d
				break
			}
		}
		if next < 0 {
			return end, turns, shifted
		}
		if next != direction {
			direction = next
			turns++
		}
		shifted += at
	}
	return end, turns, shifted
}

// repeats finds one sign again and again.
func repeats(text string) []match.Match {
	var found []match.Match
	low := strings.ToLower(text)
	for i := 0; i < len(low); {
		end := i + 1
		for end < len(low) && low[end] == low[i] {
			end++
		}
		if end-i >= leastPattern {
			m := match.Match{Pattern: "repeat", I: i, J: end - 1, Token: text[i:end]}
			m.Entropy = entropy.RepeatEntropy(m)
			found = append(found, m)
		}
		i = end
	}
	return found
}

// sequences finds neighbours in the alphabet and numbers that are counted, up or down.
func sequences(text string) []match.Match {
	var found []match.Match
	for i := 0; i < len(text)-1; {
		row := rowOf(text[i])
		step := int(text[i+1]) - int(text[i])
		end := i + 1
		for row > 0 && (step == 1 || step == -1) && end < len(text) && rowOf(text[end]) == row && int(text[end])-int(text[end-1]) == step {
			end++
		}
		if end-i >= leastPattern {
			m := match.Match{Pattern: "sequence", I: i, J: end - 1, Token: text[i:end]}
			m.Entropy = entropy.SequenceEntropy(m, row, step == 1)
			found = append(found, m)
		}
		i = end
	}
	return found
}

// rowOf is how many signs there are of the kind of a sign that can be counted; 0 for any other.
func rowOf(sign byte) int {
	const letters, digits = 26, 10
	switch {
	case 'a' <= sign && sign <= 'z':
		return letters
	case 'A' <= sign && sign <= 'Z':
		return letters
	case '0' <= sign && sign <= '9':
		return digits
	}
	return 0
}
