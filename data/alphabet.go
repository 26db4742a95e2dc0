package data

import (
	"sync"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// AlphabetVersion names the tables that sort keys are made by. Keys of another version must be made again, because
// keys compare only with keys of the same tables. The last part counts our own changes.
const AlphabetVersion = "cldr" + collate.CLDRVersion + "-unicode" + collate.UnicodeVersion + "-1"

// Alphabet orders texts as a language does: the Kazakh or the Russian alphabet.
// It is safe for concurrent use; making one takes milliseconds, so keep it.
type Alphabet struct {
	mu       sync.Mutex
	collator *collate.Collator
	buffer   collate.Buffer
}

// NewAlphabet returns the order of lang ("kk", "ru", "en"); an unknown language has the order of no language.
func NewAlphabet(lang string) *Alphabet {
	return &Alphabet{collator: collate.New(language.Make(lang))}
}

// Key is the sort key of s: two keys compare byte by byte as their texts do in the language. An empty text has
// an empty key.
func (a *Alphabet) Key(s string) []byte {
	if s == "" {
		return []byte{}
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	key := append([]byte{}, a.collator.KeyFromString(&a.buffer, s)...)
	a.buffer.Reset()
	return key
}
