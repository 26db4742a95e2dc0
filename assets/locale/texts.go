package locale

import (
	"bytes"
	"embed"
	"encoding/json"
	"fmt"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"
)

//go:embed text/*.json
var files embed.FS

// loaded reads the embedded texts once, when the first printer is made.
var loaded = sync.OnceValue(load)

// texts are all sections in all languages.
type texts struct {
	bundle *i18n.Bundle
	plain  map[Lang]map[string]string
	keys   map[string]bool // true for a text with plural forms
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
	all := loaded()
	keys := make([]string, 0, len(all.keys))
	for key := range all.keys {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}

// load panics on a broken text file: the files are part of the program, and a test reads them all.
func load() texts {
	all := texts{
		bundle: i18n.NewBundle(language.Russian),
		plain:  map[Lang]map[string]string{},
		keys:   map[string]bool{},
	}
	for _, lang := range Languages() {
		all.plain[lang] = map[string]string{}
	}
	for _, name := range sections() {
		section, err := readSection(name)
		if err != nil {
			panic(err)
		}
		for key, e := range section {
			all.add(key, e)
		}
	}
	return all
}

func (t texts) add(key string, e entry) {
	t.keys[key] = e.RU.Few != ""
	for _, lang := range Languages() {
		f := e.in(lang)
		if f.plain() {
			t.plain[lang][key] = f.Other
			continue
		}
		message := &i18n.Message{ID: key, One: f.One, Few: f.Few, Many: f.Many, Other: f.Other}
		t.bundle.MustAddMessages(language.MustParse(string(lang)), message)
	}
}

// sections returns the names of the text files without their ending.
func sections() []string {
	found, err := files.ReadDir("text")
	if err != nil {
		panic(fmt.Errorf("list the texts: %w", err))
	}
	names := make([]string, 0, len(found))
	for _, file := range found {
		names = append(names, strings.TrimSuffix(file.Name(), path.Ext(file.Name())))
	}
	return names
}

func readSection(name string) (map[string]entry, error) {
	data, err := files.ReadFile("text/" + name + ".json")
	if err != nil {
		return nil, fmt.Errorf("read the texts of %s: %w", name, err)
	}
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	section := map[string]entry{}
	if err := decoder.Decode(&section); err != nil {
		return nil, fmt.Errorf("read the texts of %s: %w", name, err)
	}
	return section, nil
}
