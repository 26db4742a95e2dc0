package store

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/jmoiron/sqlx"

	"saya/data/fold"
)

// search wants every word of what was typed somewhere in the folded column. Keys hold no signs that LIKE would read.
// Of signs without a letter or digit nothing is found.
func (b *query) search(typed string) { b.find(typed, func(string) string { return "search" }) }

// searchPeople looks for words of digits among numbers and phones, for others in the names.
func (b *query) searchPeople(typed string) { b.find(typed, peopleColumn) }

func peopleColumn(word string) string {
	if fold.Digits(word) == word {
		return "digits"
	}
	return "search"
}

func (b *query) find(typed string, column func(word string) string) {
	if strings.TrimSpace(typed) == "" {
		return
	}
	words := searchWords(typed)
	if len(words) == 0 {
		b.and("0")
	}
	for _, w := range words {
		b.and(column(w)+" LIKE ?", "%"+w+"%")
	}
}

// searchWords are the folded words of what was typed; "8 701 123" is one, and the same as +7 701 123.
func searchWords(typed string) []string {
	words := strings.Fields(fold.Query(typed))
	for i, w := range words {
		if fold.Digits(w) == w && len(w) > 3 {
			words[i] = strings.TrimPrefix(w, "8")
		}
	}
	return words
}

// few is how many rows are looked up one by one sooner than met in the order of a list.
const few = 800

// narrow helps a search for what few volunteers are called: it reads the blocks that hold the words, and the query then
// looks at those people only. Where more are found, reading them in order soon fills a page.
func (b *query) narrow(ctx context.Context, q *sqlx.Tx, typed string) (err error) {
	words := searchWords(typed)
	if len(words) == 0 {
		return nil
	}
	slices.SortStableFunc(words, func(a, b string) int { return len(b) - len(a) })
	column := peopleColumn(words[0])
	words = slices.DeleteFunc(words, func(w string) bool { return peopleColumn(w) != column })
	rows, err := q.QueryxContext(ctx, "SELECT "+column+" FROM search_blocks")
	if err != nil {
		return fmt.Errorf("searching: %w", err)
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	ids := []any{}
	for rows.Next() {
		var block string
		if err := rows.Scan(&block); err != nil {
			return fmt.Errorf("searching: %w", err)
		}
		if ids = appendFound(ids, block, words); len(ids) > few {
			return nil
		}
	}
	b.and("id IN ("+marks(len(ids))+")", ids...)
	return rows.Err()
}

// appendFound appends the ids of a block's lines that hold all words.
func appendFound(ids []any, block string, words []string) []any {
	for {
		at := strings.Index(block, words[0])
		if at < 0 {
			return ids
		}
		line := block[strings.LastIndexByte(block[:at], '\n')+1:]
		line, block, _ = strings.Cut(line, "\n")
		text, number, _ := strings.Cut(line, "|")
		id, err := strconv.ParseInt(number, 10, 64)
		missing := slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(text, w) })
		if err == nil && !missing {
			ids = append(ids, id)
		}
	}
}
