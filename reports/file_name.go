package reports

import (
	"fmt"
	"regexp"
	"strings"

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

// FileName is the usual name of a report: 2026-10_almaty_zhan-saya_esep.xlsx. It holds no more than the period, the
// region and the short name of the centre.
func FileName(k Kind, p data.Period, c data.Centre) string {
	last := map[Kind]string{OfficeFile: "esep", RegisterFile: "tizilim", HoursFile: "sagat", PeopleFile: "tizim"}[k]
	return join("_", periodCode(p), plain(strings.TrimSuffix(regionOf(c).Names.EN, " city")), plain(c.ShortName), last) + ".xlsx"
}

// ViewName is the usual name of the workbook of a list of the window: 2026-11-22_volunteers.xlsx.
func ViewName(list string, day data.Date) string {
	return join("_", string(day), plain(list)) + ".xlsx"
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
