package widgets

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
)

// Option is one of the things that can be chosen. Detail is shown dim beside
// the text and is searched too. Note, if any of a list has one, stands below
// the text and says something of the choice, in a tone.
type Option struct {
	ID, Text, Detail string
	Note             string `json:"-"`
	Tone             Tone   `json:"-"`
}

// SelectTexts are the words of a field with a list.
type SelectTexts struct {
	NothingFound string // in place of an empty list
	Searching    string // while the source of a long list is asked
}

// Runner starts work off the UI goroutine; nil starts a goroutine. Work hands
// what it found back through fyne.Do.
type Runner func(work func())

func (r Runner) start(work func()) {
	if r == nil {
		go work()
		return
	}
	r(work)
}

// optionFinder searches a list that is in memory: every word of the query must
// be in the folded option; options that begin with the query come first, then
// those with a word that does.
type optionFinder struct {
	fold    func(string) string
	options []Option
	keys    []string
}

func (f *optionFinder) set(options []Option) {
	f.options = options
	f.keys = make([]string, len(options))
	for i, o := range options {
		f.keys[i] = f.fold(o.Text + " " + o.Detail)
	}
}

func (f *optionFinder) find(query string) []Option {
	folded := strings.TrimSpace(f.fold(query))
	if folded == "" {
		return f.options
	}
	var ranked [3][]Option
	words := strings.Fields(folded)
	for i, key := range f.keys {
		if hasAll(key, words) {
			rank := optionRank(key, folded)
			ranked[rank] = append(ranked[rank], f.options[i])
		}
	}
	return append(append(ranked[0], ranked[1]...), ranked[2]...)
}

func hasAll(key string, words []string) bool {
	for _, word := range words {
		if !strings.Contains(key, word) {
			return false
		}
	}
	return true
}

func optionRank(key, query string) int {
	switch {
	case strings.HasPrefix(key, query):
		return 0
	case strings.Contains(key, " "+query):
		return 1
	default:
		return 2
	}
}

func (f *optionFinder) byID(id string) (Option, bool) {
	for _, o := range f.options {
		if o.ID == id {
			return o, true
		}
	}
	return Option{}, false
}

// optionSearch asks a slow source, one question at a time: what is typed while
// an answer is awaited is asked when it has come, and answers to older queries
// are never shown. All its methods belong to the UI goroutine.
type optionSearch struct {
	run     Runner
	source  func(ctx context.Context, query string) []Option
	show    func(found []Option)
	cancel  context.CancelFunc
	running bool
	wanted  string
	closed  bool
}

// ask wants the answer to query, and no other's any more.
func (s *optionSearch) ask(query string) {
	s.wanted = query
	if s.running {
		s.cancel()
		return
	}
	s.running = true
	ctx, cancel := context.WithCancel(context.Background())
	s.cancel = cancel
	s.run.start(func() {
		found := s.source(ctx, query)
		fyne.Do(func() { s.answered(query, found) })
	})
}

func (s *optionSearch) answered(query string, found []Option) {
	s.cancel()
	s.running = false
	switch {
	case s.closed:
	case query != s.wanted:
		s.ask(s.wanted)
	default:
		s.show(found)
	}
}

// close drops the answer that is still awaited.
func (s *optionSearch) close() {
	s.closed = true
	if s.running {
		s.cancel()
	}
}
