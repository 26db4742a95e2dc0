package sheetin

import (
	_ "embed"
	"encoding/json"
	"strings"
	"sync"
)

//go:embed words.json
var wordsJSON []byte

// vocabulary is what a table may hold beside data, in kk, ru and en, in small letters.
type vocabulary struct {
	Months      [][]string `json:"months"`       // the ways each is written, January first
	BesideDates []string   `json:"beside_dates"` // say nothing more of a day
	BesideTimes []string   `json:"beside_times"`
	Ends        []string   `json:"ends"`         // of them, those before an end
	Totals      []string   `json:"totals"`       // begin a row of totals
	TotalsAlone []string   `json:"totals_alone"` // likewise, but only alone or before a colon
	Notes       []string   `json:"notes"`        // begin a note or a signature below a table
	Failures    []string   `json:"failures"`
}

// lexicon is the vocabulary ready to be looked up.
type lexicon struct {
	Months      map[string]int // 1 to 12
	BesideDates map[string]bool
	BesideTimes map[string]bool
	Ends        map[string]bool
	Totals      []string
	TotalsAlone []string
	Notes       []string
	Failures    map[string]bool
}

var words = sync.OnceValue(func() *lexicon {
	var v vocabulary
	if err := json.Unmarshal(wordsJSON, &v); err != nil {
		panic(err) // the file is part of the program
	}
	l := lexicon{
		Months: map[string]int{}, Totals: v.Totals, TotalsAlone: v.TotalsAlone, Notes: v.Notes,
		BesideDates: set(v.BesideDates), BesideTimes: set(v.BesideTimes), Ends: set(v.Ends), Failures: set(v.Failures),
	}
	for i, month := range v.Months {
		for _, word := range month {
			l.Months[word] = i + 1
		}
	}
	return &l
})

func set(all []string) map[string]bool {
	s := map[string]bool{}
	for _, word := range all {
		s[word] = true
	}
	return s
}

func isWord(set map[string]bool, text string) bool { return set[strings.ToLower(text)] }
