package imports

import (
	_ "embed" // the tables below
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode"

	"saya/data/fold"
)

//go:embed headers.json
var headersFile []byte

// headers are the titles that columns have in real lists, by kind and [titleKey].
type headers struct {
	fields  map[Kind]map[string]Field
	fillers map[string]bool // words that say nothing: "ваш", "please"
}

// theHeaders reads the table once.
var theHeaders = sync.OnceValue(func() headers {
	var file map[string]json.RawMessage
	var fillers []string
	mustRead("headers", headersFile, &file)
	mustRead("fillers", file["fillers"], &fillers)
	delete(file, "fillers")
	blocks := map[string]map[Field][]string{}
	for name, raw := range file {
		var block map[Field][]string
		mustRead(name, raw, &block)
		blocks[name] = block
	}
	h := headers{fields: map[Kind]map[string]Field{}, fillers: map[string]bool{}}
	for _, filler := range fillers {
		for _, word := range strings.Fields(fold.Key(plain(filler))) {
			h.fillers[word] = true
		}
	}
	for _, k := range Kinds() {
		h.fields[k] = titlesOf(k, blocks)
	}
	return h
})

// mustRead reads a table that is part of the program: one that cannot be read is a mistake of ours.
func mustRead(name string, raw []byte, into any) {
	if err := json.Unmarshal(raw, into); err != nil {
		panic(fmt.Sprintf("reading the table of %s: %v", name, err))
	}
}

// titlesOf joins the blocks of a kind; its own block goes before those it shares.
func titlesOf(k Kind, blocks map[string]map[Field][]string) map[string]Field {
	shared := map[Kind][]string{
		Volunteers: {"person"}, Applications: {"person"}, Hours: {"who", "person"}, Assignments: {"event", "who", "person"},
	}[k]
	fields := fieldNames(k)
	out := map[string]Field{}
	for _, name := range append([]string{string(k)}, shared...) {
		for _, field := range fields {
			for _, title := range blocks[name][field] {
				for _, key := range []string{asSpelled(title), titleKey(title)} {
					if _, taken := out[key]; !taken {
						out[key] = field
					}
				}
			}
		}
	}
	return out
}

// titleKey folds a title; punctuation and spaces do not count.
func titleKey(title string) string { return strings.ReplaceAll(fold.Key(plain(title)), " ", "") }

// asSpelled is a title in its own letters, for titles that fold to one key: «Күні» and «Құны».
func asSpelled(title string) string {
	return "=" + strings.ReplaceAll(strings.ToLower(plain(title)), " ", "")
}

// plain drops dots, so that abbreviations become words, and turns other signs into spaces.
func plain(title string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '.' || r == '’' || r == '\'':
			return -1
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			return r
		}
		return ' '
	}, title)
}

// spelling is a title as it is looked up.
type spelling struct {
	exact   []string   // keys of the whole title
	loose   [][]string // keys of the whole, of the first and of the last of its parts, without what says nothing
	planned bool       // it says that it is about what is planned
}

func (h headers) spell(title string) spelling {
	s := spelling{
		exact: []string{asSpelled(title), titleKey(title)}, loose: [][]string{h.loosely(title)}, planned: theWords().begins("planned_marks", title),
	}
	if parts := strings.Split(title, " / "); len(parts) > 1 {
		s.loose = append(s.loose, h.loosely(parts[0]), h.loosely(parts[len(parts)-1]))
	}
	return s
}

// loosely are the keys of a title without what stands in brackets, without words that say nothing and without numbers.
func (h headers) loosely(title string) []string {
	bare := withoutBrackets(title)
	words := strings.Fields(fold.Key(plain(bare)))
	telling := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return h.fillers[w] })
	letters := slices.DeleteFunc(slices.Clone(telling), func(w string) bool { return strings.Trim(w, "0123456789") == "" })
	return []string{asSpelled(bare), strings.Join(words, ""), strings.Join(telling, ""), strings.Join(letters, "")}
}

// field is what a title means in a kind, "" when it is unknown. exact looks at the whole title only. What is planned is no
// figure of what was.
func (h headers) field(k Kind, s spelling, exact bool) Field {
	f := h.nearest(k, s, exact)
	if s.planned && slices.Contains([]Field{"public_count", "residents_count", "hours", "in_minutes", "attendance", "value", "reach"}, f) {
		return ""
	}
	return f
}

// nearest is what a title is most like.
func (h headers) nearest(k Kind, s spelling, exact bool) Field {
	if f := h.first(k, s.exact); f != "" || exact {
		return f
	}
	if f := h.first(k, s.loose[0]); f != "" || len(s.loose) == 1 {
		return f
	}
	// «Родитель / Телефон» is not the telephone of the person herself
	if of := h.first(k, s.loose[1]); of == "guardian_name" || of == "emergency_name" {
		return ""
	}
	return h.first(k, s.loose[2])
}

func (h headers) first(k Kind, keys []string) Field {
	for _, key := range keys {
		if f := h.fields[k][key]; f != "" {
			return f
		}
	}
	return ""
}

// withoutBrackets drops every (...) of a title.
func withoutBrackets(title string) string {
	for {
		before, rest, found := strings.Cut(title, "(")
		if !found {
			return title
		}
		_, after, _ := strings.Cut(rest, ")")
		title = before + " " + after
	}
}

// Known tells whether a title is one that a kind understands, for finding the header of a sheet; of no kind, any does.
func Known(k Kind) func(title string) bool {
	kinds := []Kind{k}
	if k == "" {
		kinds = Kinds()
	}
	return func(title string) bool {
		s := theHeaders().spell(title)
		return slices.ContainsFunc(kinds, func(k Kind) bool { return theHeaders().field(k, s, false) != "" })
	}
}

// Guess maps columns by their titles. Titles that are known as they stand go before those that are only like one.
func Guess(k Kind, titles []string) Mapping {
	m := make(Mapping, len(titles))
	for _, exact := range []bool{true, false} {
		for i, title := range titles {
			f := theHeaders().field(k, theHeaders().spell(title), exact)
			if m[i] == "" && (f.List() || !slices.Contains(m, f)) {
				m[i] = f
			}
		}
	}
	return wholeName(m)
}

// wholeName takes a lone column «Имя» for the full name: lists that part names have a column of surnames. Of a list that
// has both, the parts say more.
func wholeName(m Mapping) Mapping {
	given, full := slices.Index(m, "given"), slices.Index(m, "full_name")
	parted := given >= 0 && slices.Contains(m, "surname")
	switch {
	case parted && full >= 0:
		m[full] = ""
	case given >= 0 && !parted && full < 0:
		m[given] = "full_name"
	}
	return m
}

// GuessKind is the kind that understands most of the titles, "" when none understands two, or the only one, of them.
func GuessKind(titles []string) Kind {
	var best Kind
	most := 0
	for _, k := range Kinds() {
		m := Guess(k, titles)
		understood := len(m) - count(m, "")
		score := understood - 2*len(Missing(k, m))
		if understood >= min(2, len(titles)) && score > most {
			best, most = k, score
		}
	}
	return best
}

func count[T comparable](list []T, value T) (n int) {
	for _, v := range list {
		if v == value {
			n++
		}
	}
	return n
}
