// Package reference holds what the law and the state prescribe: regions, kinds and forms of volunteering, directions,
// holidays. A new centre starts from it and edits its own copy.
package reference

import (
	_ "embed" // the tables below
	"encoding/json"
	"fmt"
	"strconv"

	"saya/data"
)

var (
	//go:embed regions.json
	regions []byte
	//go:embed activity_kinds.json
	kinds []byte
	//go:embed activity_forms.json
	forms []byte
	//go:embed directions.json
	directions []byte
	//go:embed holidays.json
	holidays []byte
)

// Regions lists the regions and cities of republican importance by KATO code.
func Regions() []data.Choice { return choices(regions) }

// ActivityKinds lists the 13 kinds of volunteer activity in the law's words (42-VI art. 6(2)), with short names for
// screens and which of them are for adults only (art. 12(2-1)).
func ActivityKinds() []data.Choice { return choices(kinds) }

// ActivityForms lists the forms of volunteer activity in the law's words (42-VI art. 6(1)).
func ActivityForms() []data.Choice { return choices(forms) }

// Directions lists the directions of the national programme Birgemiz.
func Directions() []data.Choice { return choices(directions) }

// HolidayRules lists the days off of Kazakhstan. Kurban Ait is set each year by the clergy: its days are known up to
// 2026 and entered by hand from then on.
func HolidayRules() []data.HolidayRule {
	var out []data.HolidayRule
	for _, e := range entries(holidays) {
		if e.DayOff {
			out = append(out, e.rule())
		}
	}
	return out
}

// entry is one object of any of the tables.
type entry struct {
	Code       string            `json:"code"`
	KK         string            `json:"kk"`
	RU         string            `json:"ru"`
	EN         string            `json:"en"`
	ShortKK    string            `json:"short_kk"`
	ShortRU    string            `json:"short_ru"`
	ShortEN    string            `json:"short_en"`
	AdultsOnly bool              `json:"adults_only"`
	From       string            `json:"from"` // "MM-DD" or "movable"
	To         string            `json:"to"`
	Dates      map[string]string `json:"dates"`
	Kind       string            `json:"kind"`
	FirstYear  int               `json:"valid_from_year"`
	LastYear   int               `json:"valid_to_year"`
	DayOff     bool              `json:"day_off"`
}

// entries reads a table. The tables are part of the program: one that cannot be read is a mistake of ours.
func entries(table []byte) []entry {
	var out []entry
	if err := json.Unmarshal(table, &out); err != nil {
		panic(fmt.Sprintf("reading a reference table: %v", err))
	}
	return out
}

func choices(table []byte) []data.Choice {
	list := entries(table)
	out := make([]data.Choice, len(list))
	for i, e := range list {
		out[i] = data.Choice{
			Code:       e.Code,
			Names:      data.Names{KK: e.KK, RU: e.RU, EN: e.EN},
			Short:      data.Names{KK: e.ShortKK, RU: e.ShortRU, EN: e.ShortEN},
			AdultsOnly: e.AdultsOnly,
			Position:   i + 1,
		}
	}
	return out
}

func (e entry) rule() data.HolidayRule {
	r := data.HolidayRule{
		Code: e.Code, Names: data.Names{KK: e.KK, RU: e.RU, EN: e.EN}, From: e.From, To: e.To,
		FirstYear: e.FirstYear, LastYear: e.LastYear, Moves: e.Kind == "state" || e.Kind == "national",
	}
	if e.From == "movable" {
		r.From, r.To, r.Dates = "", "", map[int]string{}
		for year, day := range e.Dates {
			if y, err := strconv.Atoi(year); err == nil {
				r.Dates[y] = day
			}
		}
	}
	return r
}
