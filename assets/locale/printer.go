// Package locale turns the program's keys, dates, numbers and sums into Kazakh, Russian or English, and reads
// what people type. It knows nothing of Fyne, so reports and commands use it as the window does.
package locale

import (
	"fmt"
	"slices"
	"strconv"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/nicksnyder/go-i18n/v2/i18n"
)

// Lang is a language of the program: "kk", "ru" or "en".
type Lang string

// The languages in which every text exists.
const (
	Kazakh  Lang = "kk"
	Russian Lang = "ru"
	English Lang = "en"
)

// Languages returns the languages of the program in the order in which they are offered.
func Languages() []Lang {
	return []Lang{Kazakh, Russian, English}
}

// Printer writes texts, dates and numbers in one language. It never changes after New, so any number of
// goroutines may share it.
type Printer struct {
	lang     Lang
	calendar calendar
	group    string // between thousands
	point    string // before decimals
	percent  string // after a percentage
}

// New returns the printer of a language; an unknown language is answered in Russian.
func New(lang Lang) *Printer {
	if !slices.Contains(Languages(), lang) {
		lang = Russian
	}
	p := &Printer{lang: lang, group: "\u00a0", point: ",", percent: "\u00a0%"}
	if lang == English {
		p.group, p.point, p.percent = ",", ".", "%"
	}
	p.calendar = newCalendar(p)
	return p
}

// Lang returns the language of the printer.
func (p *Printer) Lang() Lang { return p.lang }

// Status returns the name of a code: Status("event", "held") is the text of status.event.held. An empty code is
// read as "unknown".
func (p *Printer) Status(kind, code string) string {
	if code == "" {
		code = "unknown"
	}
	return p.T("status." + kind + "." + code)
}

// Has tells whether the key has a text.
func (p *Printer) Has(key string) bool {
	s, _ := sectionOf(key)
	_, known := s.keys[key]
	return known
}

// T returns the text of the key with its arguments put in. Arguments are pairs of name and value:
// T("home.waiting", "Count", 5, "Days", 9). The argument Count chooses the plural form and is printed with
// grouped thousands. A value that is itself a key is translated ("From", "status.event.held"). A time.Time, or
// a value with a method Time() time.Time, is printed as a date, under the name Month as month and year; a value
// with MinuteOfDay() int as a time of day; a float64 with the language's decimal sign. An unknown key is
// returned as it is.
func (p *Printer) T(key string, args ...any) string {
	s, _ := sectionOf(key)
	if text, ok := s.plain[p.lang][key]; ok {
		return text
	}
	plural, known := s.keys[key]
	if !known {
		return key
	}
	config := i18n.LocalizeConfig{MessageID: key}
	data := make(map[string]string, len(args)/2)
	for i := 0; i+1 < len(args); i += 2 {
		name := fmt.Sprint(args[i])
		data[name] = p.value(name, args[i+1])
		if name == "Count" {
			data[name] = p.count(args[i+1])
			if plural {
				config.PluralCount = operand(args[i+1])
			}
		}
	}
	config.TemplateData = data
	text, err := s.localizer[p.lang].Localize(&config)
	if err != nil {
		return key
	}
	return text
}

// count returns a number as it is shown: with grouped thousands.
func (p *Printer) count(value any) string {
	switch n := value.(type) {
	case int:
		return p.Int(int64(n))
	case int64:
		return p.Int(n)
	default:
		return p.value("Count", n)
	}
}

// operand returns a number as the plural rules read it, nil when it is none.
func operand(value any) any {
	switch n := value.(type) {
	case int, int64:
		return n
	case float64:
		return strconv.FormatFloat(n, 'f', -1, 64)
	default:
		return nil
	}
}

// value prints any other argument.
func (p *Printer) value(name string, value any) string {
	switch v := value.(type) {
	case string:
		s, _ := sectionOf(v)
		if text, ok := s.plain[p.lang][v]; ok {
			return text
		}
		return v
	case interface{ In(lang string) string }: // a thing's names in several languages
		return v.In(string(p.lang))
	case interface{ MinuteOfDay() int }:
		return p.Time(v.MinuteOfDay())
	case interface{ Time() time.Time }:
		return p.value(name, v.Time())
	case time.Time:
		if name == "Month" {
			return p.MonthYear(v)
		}
		return p.Date(v)
	case float64:
		return p.Decimal(v, -1)
	default:
		return fmt.Sprint(v)
	}
}

// Title returns s with a capital first letter, for headings: «қараша» becomes «Қараша».
func Title(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if size == 0 || unicode.IsUpper(first) || first == utf8.RuneError {
		return s
	}
	return string(unicode.ToUpper(first)) + s[size:]
}
