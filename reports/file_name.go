package reports

import (
	"fmt"
	"regexp"
	"strings"

	"saya/assets/locale"
	"saya/data"
)

// Kind is one of the files that leave.
type Kind string

// The files. The front-office workbook, the register and the hours name nobody; the named list does. The rows of an
// import that were not taken are no report: they go back to whoever keeps the imported file. A view is a list of the
// window as it stands there, as far as it may leave.
const (
	OfficeFile   Kind = "front-office"
	RegisterFile Kind = "register"
	HoursFile    Kind = "hours"
	PeopleFile   Kind = "people"
	RejectedFile Kind = "rejected"
	ViewFile     Kind = "view"
)

// FileName is the usual name of a report in one of [Langs]: 2026-10_almaty_zhan-saya_esep.xlsx. It holds no more than the
// period, the region and the short name of the centre; its last word is in the first language of the report.
func FileName(lang string, k Kind, p data.Period, c data.Centre) string {
	region := strings.TrimSuffix(regionOf(c).Names.EN, " city")
	return join("_", periodCode(p), plain(region), plain(c.ShortName), fileWord(lang, string(k))) + ".xlsx"
}

// ViewName is the usual name of the workbook of a list of the window in a language: 2026-11-22_volonterler.xlsx.
func ViewName(lang, list string, day data.Date) string {
	return join("_", string(day), fileWord(lang, list)) + ".xlsx"
}

// fileWord is the word for what a file holds, in Latin letters, which every system and every mail takes.
func fileWord(lang, of string) string {
	first, _, _ := strings.Cut(lang, "+")
	return plain(locale.New(locale.Lang(first)).T("report.file." + of))
}

func periodCode(p data.Period) string {
	from := p.From.Time()
	switch p.Kind() {
	case data.MonthPeriod:
		return string(p.From.Month())
	case data.QuarterPeriod:
		return fmt.Sprintf("%d-Q%d", from.Year(), (int(from.Month())+2)/3)
	case data.HalfYearPeriod:
		return fmt.Sprintf("%d-H%d", from.Year(), (int(from.Month())+5)/6)
	case data.YearPeriod:
		return fmt.Sprint(from.Year())
	}
	return fmt.Sprintf("%s_%s", p.From, p.To)
}

// plain keeps what may stand in a file name everywhere.
func plain(s string) string {
	return strings.Trim(regexp.MustCompile(`[^a-z0-9]+`).ReplaceAllString(strings.ToLower(s), "-"), "-")
}
