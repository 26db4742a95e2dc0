package imports

import (
	"testing"

	"github.com/stretchr/testify/require"

	"saya/app/list"
	"saya/app/page"
	"saya/assets/locale"
	"saya/data"
	"saya/data/imports"
	"saya/data/sheetin"
	"saya/data/store/storetest"
)

// What a sentence is about is said once, and hours are written as everywhere else.
func TestPlanSaysOnceWhatIsWrong(t *testing.T) {
	p := &planned{reading: &reading{env: page.Env{Text: locale.New(locale.Russian)}}}
	require.Equal(t, "ИИН не совпадает с полом. Проверьте и то и другое.", p.sentence(&data.Error{Field: "iin", Key: "errors.iin_sex"}))
	require.Equal(t, "Телефоны: Номер неверен. Напишите его так: +7 701 123 45 67.", p.sentence(&data.Error{Field: "phones", Key: "errors.phone"}))
	require.Equal(t, "2,50", p.value("minutes", "02:30"))
}

// The search finds what people see of a row: days as they are written, and of an IIN no more than its last digits.
func TestSearchFindsWhatIsShown(t *testing.T) {
	text := func(s string) sheetin.Cell { return sheetin.Cell{Text: s, Kind: sheetin.Text} }
	r := &reading{
		env:  page.Env{Text: locale.New(locale.Russian), Store: storetest.New(t), Actor: storetest.Actor(), Now: storetest.Now},
		kind: imports.Volunteers, mapping: imports.Mapping{"surname", "given", "birth", "", "iin"},
		table: sheetin.Table{Header: 1, Height: 1, Titles: []string{"a", "b", "c", "d", "e"}, Lines: []sheetin.Line{
			{Row: 2, Cells: []sheetin.Cell{text("Ахметова"), text("Айгуль"), text("12.05.1998"), text("шитье"), text("980512450017")}},
		}},
	}
	plan, err := r.compared(t.Context(), newCorrections())
	require.NoError(t, err)
	p := &planned{reading: r, worker: newWorker(plan, page.Inline{})}
	for search, found := range map[string]int{
		"": 1, "ахМЕТова ": 1, "12.05.1998": 1, "0017": 1, "980512": 0, "50017": 0, "980512450017": 0, "шитье": 0, "Ким": 0,
	} {
		ids, err := p.listing(list.Query{Search: search, Chip: chipAll}).IDs(t.Context())
		require.NoError(t, err)
		require.Len(t, ids, found, search)
	}
}
