package locale

import (
	"bytes"
	"embed"
	"encoding/json"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"
)

//go:embed text/*.json
var files embed.FS

// sections are the texts by what stands before the first dot of their keys, each read when it is first asked for: the
// window begins with a few of them.
var sections = findSections()

// section is what one file holds, in all languages.
type section struct {
	plain     map[Lang]map[string]string // texts without arguments, for lists of many thousands of rows
	keys      map[string]bool            // true for a text with plural forms
	localizer map[Lang]*i18n.Localizer
}

func findSections() map[string]func() section {
	found, err := files.ReadDir("text")
	if err != nil {
		panic(fmt.Errorf("list the texts: %w", err))
	}
	all := make(map[string]func() section, len(found))
	for _, file := range found {
		name := strings.TrimSuffix(file.Name(), path.Ext(file.Name()))
		all[name] = sync.OnceValue(func() section { return mustRead(name) })
	}
	return all
}

// sectionOf is the section of a key; false when there is none.
func sectionOf(key string) (section, bool) {
	name, _, _ := strings.Cut(key, ".")
	read, known := sections[name]
	if !known {
		return section{}, false
	}
	return read(), true
}

// entry is one key with its languages side by side.
type entry struct {
	KK     forms `json:"kk"`
	RU     forms `json:"ru"`
	EN     forms `json:"en"`
	Unsure bool  `json:"kk_unsure"` // the Kazakh wording waits for a native reader
}

func (e entry) in(lang Lang) forms {
	switch lang {
	case Kazakh:
		return e.KK
	case Russian:
		return e.RU
	default:
		return e.EN
	}
}

// forms are the plural forms of a text; a text without plurals has Other only.
type forms struct {
	One, Few, Many, Other string
}

// UnmarshalJSON reads a plain string or an object of plural forms.
func (f *forms) UnmarshalJSON(data []byte) error {
	if bytes.HasPrefix(data, []byte(`"`)) {
		return json.Unmarshal(data, &f.Other)
	}
	type object forms
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	return decoder.Decode((*object)(f))
}

// plain tells whether the text is the same whatever the arguments are.
func (f forms) plain() bool {
	return f.One == "" && f.Few == "" && f.Many == "" && !strings.Contains(f.Other, "{{")
}

// Keys returns all keys in order, for the tests of packages that make keys out of codes.
func Keys() []string {
	var keys []string
	for _, read := range sections {
		keys = slices.AppendSeq(keys, maps.Keys(read().keys))
	}
	slices.Sort(keys)
	return keys
}

// mustRead panics on a broken text file: the files are part of the program, and a test reads them all.
func mustRead(name string) section {
	entries, err := readEntries(name)
	if err != nil {
		panic(fmt.Errorf("read the texts of %s: %w", name, err))
	}
	s := section{plain: map[Lang]map[string]string{}, keys: map[string]bool{}, localizer: map[Lang]*i18n.Localizer{}}
	bundle := i18n.NewBundle(language.Russian)
	for _, lang := range Languages() {
		s.plain[lang] = map[string]string{}
		tag := language.MustParse(string(lang))
		for key, e := range entries {
			f := e.in(lang)
			s.keys[key] = e.RU.Few != ""
			if f.plain() {
				s.plain[lang][key] = f.Other
				continue
			}
			bundle.MustAddMessages(tag, &i18n.Message{ID: key, One: f.One, Few: f.Few, Many: f.Many, Other: f.Other})
		}
		s.localizer[lang] = i18n.NewLocalizer(bundle, string(lang))
	}
	return s
}

func readEntries(name string) (map[string]entry, error) {
	data, err := files.ReadFile("text/" + name + ".json")
	if err != nil {
		return nil, err
	}
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	entries := map[string]entry{}
	err = decoder.Decode(&entries)
	return entries, err
}
