// Package reports makes the centre's reports: each reads the store and returns the workbook as data, which
// reports/xlsx writes and the window shows. What may leave the centre is decided here and in package data, and
// docs/decisions/008-what-leaves.md says why.
package reports

import (
	"context"
	"slices"
	"strings"

	"saya/assets/locale"
	"saya/data"
	"saya/data/store"
	"saya/reports/spec"
)

// Source is where reports read: an open centre.
type Source interface {
	Report(ctx context.Context, fn func(*store.ReportView) error) error
}

// Params say what a report is made of. The same params and the same data make the same report.
type Params struct {
	Period    data.Period
	Lang      string    // "kk", "ru", "en", or "kk+ru" for both together
	Texts     Texts     // which free texts may leave; the zero value: none
	Recipient string    // printed on the last sheet; empty: the front office of the centre's profile
	Today     data.Date // the named list only: on this day consent must be in force. Needed there
	IIN       bool      // the named list only: with individual identification numbers
}

// BothLangs is the language setting of Kazakh and Russian together.
const BothLangs = "kk+ru"

// Langs lists the language settings of reports.
func Langs() []string { return []string{"kk", "ru", "en", BothLangs} }

// Printer prints a report in one of [Langs].
func Printer(lang string) spec.Printer {
	first, second, both := strings.Cut(lang, "+")
	if both {
		return spec.Both(locale.New(locale.Lang(first)), locale.New(locale.Lang(second)))
	}
	return locale.New(locale.Lang(first))
}

func (p Params) check() error {
	var errs data.Errors
	if !p.Period.Valid() {
		errs.Add("period", "errors.period_empty")
	}
	if !slices.Contains(Langs(), p.Lang) {
		errs.Add("languages", "errors.choice")
	}
	return errs.OrNil()
}

// TextOf is whose free texts are meant.
type TextOf string

// The records with free texts that can leave.
const (
	EventTexts     TextOf = "event"     // title, description, requirements, result, link
	ProjectTexts   TextOf = "project"   // name, aim, results, partners
	VolunteerTexts TextOf = "volunteer" // awards
)

// TextID names one record's free texts.
type TextID struct {
	Of TextOf
	ID int64
}

// Texts say which free texts may leave. People write names, days and places of residents into free text, so
// none leaves unless somebody has read it.
type Texts struct {
	All    bool            // by command: whoever asks for all has read them
	Ticked map[TextID]bool // in the window: those that were shown and ticked
}

func (t Texts) may(of TextOf, id int64) bool { return t.All || t.Ticked[TextID{of, id}] }

// words prints in the language of a report, names of things too.
type words struct {
	spec.Printer
	langs []string
}

func newWords(lang string) words { return words{Printer(lang), strings.Split(lang, "+")} }

// name is the name of a thing, in both languages where the report has two and the names differ: «Bilim (Білім /
// образование)» where only the brackets do.
func (w words) name(n data.Names) string {
	first, last := n.In(w.langs[0]), n.In(w.langs[len(w.langs)-1])
	if first == last {
		return first
	}
	head, inside, ok := strings.Cut(first, "(")
	rest, found := strings.CutPrefix(last, head+"(")
	if ok && found && strings.HasSuffix(inside, ")") && strings.HasSuffix(rest, ")") {
		return head + "(" + strings.TrimSuffix(inside, ")") + " / " + rest
	}
	return first + " / " + last
}

// period names a period by its kind.
func (w words) period(p data.Period) string {
	from := p.From.Time()
	switch p.Kind() {
	case data.MonthPeriod:
		return w.MonthYear(from)
	case data.QuarterPeriod:
		return w.Quarter(from.Year(), (int(from.Month())+2)/3)
	case data.HalfYearPeriod:
		return w.HalfYear(from.Year(), (int(from.Month())+5)/6)
	case data.YearPeriod:
		return w.Year(from.Year())
	}
	return w.DateRange(from, p.To.Time())
}
