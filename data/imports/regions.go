package imports

import (
	"slices"
	"strings"

	"saya/data"
	"saya/data/reference"
)

// regionNames are the regions under all names that lists give them. A bare name is the city where there is one: «Алматы» is
// no oblast, «Алматы облысы» is.
func regionNames() (e entries[string]) {
	regions := reference.Regions()
	for _, r := range regions {
		e.add(r.Code, r.Names, r.Code)
	}
	for word, code := range theWords()["region"] {
		e.ids[word] = code
	}
	for _, cities := range []bool{true, false} {
		for _, r := range regions {
			if isCity(r) == cities {
				addBare(&e, r)
			}
		}
	}
	return e
}

// addBare adds a region under its bare names, alone and with the words of its kind.
func addBare(e *entries[string], r data.Choice) {
	for _, name := range []string{r.Names.KK, r.Names.RU, r.Names.EN} {
		bare := withoutKind(name)
		e.add(r.Code, r.Names, bare)
		for _, word := range wordsBeside(isCity(r)) {
			e.add(r.Code, r.Names, bare+" "+word, word+" "+bare)
		}
	}
}

// isCity tells whether a region is a city of republican importance.
func isCity(r data.Choice) bool { return strings.HasSuffix(r.Names.KK, " қаласы") }

// wordsBeside are the words that the name of a city or of an oblast stands beside.
func wordsBeside(city bool) []string {
	if city {
		return []string{"қаласы", "қала", "қ", "город", "гор", "г", "city"}
	}
	return []string{"облысы", "обл", "область", "oblast", "oblysy", "region", "province"}
}

// withoutKind drops the words of a region that say what it is.
func withoutKind(name string) string {
	return strings.Join(slices.DeleteFunc(strings.Fields(name), func(word string) bool {
		return slices.Contains([]string{"облысы", "область", "қаласы", "город", "Region", "city"}, word)
	}), " ")
}
