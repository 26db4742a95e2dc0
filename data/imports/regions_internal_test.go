package imports

import (
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
)

func TestRegionsByTheNamesOfLists(t *testing.T) {
	e := regionNames()
	for code, names := range map[string][]string{
		"750000000": {
			"Алматы", "АЛМАТЫ", "Almaty", "Алмата", "Алма-Ата", "г. Алматы", "г.Алматы", "Алматы г.", "город Алматы", "Алматы қаласы", "Алматы қ.", "қ. Алматы", "Almaty city",
			"750000000",
		},
		"190000000": {
			"Алматы облысы", "Алматинская область", "Алматинская обл.", "Алматинская", "обл. Алматы", "Алматы обл.", "Almaty Region", "Almaty oblast", "Almaty obl.", "Almaty oblysy",
		},
		"710000000": {"Астана", "г. Астана", "Astana", "Нур-Султан", "Нұр-Сұлтан"},
		"790000000": {"Шымкент", "Shymkent", "Шымкент қ."},
		"610000000": {"Туркестанская область", "Туркестан", "Түркістан", "Turkistan", "Туркестанская обл."},
		"330000000": {"Жетысу", "Жетісу облысы", "область Жетісу", "обл. Жетысу", "Zhetisu", "Zhetysu region"},
		"100000000": {"Абай", "Абай облысы", "область Абай", "Abai", "Abay region"},
		"620000000": {"Ұлытау", "Улытау", "Ulytau", "область Улытау"},
		"630000000": {"ВКО", "ШҚО", "Восточно-Казахстанская обл."},
	} {
		for _, name := range names {
			got, ok := e.find(name)
			require.True(t, ok, name)
			require.Equal(t, code, got, name)
		}
	}
	require.Equal(t, "Алматы қаласы / город Алматы", e.names["750000000"])
	require.Equal(t, "Алматы облысы / Алматинская область", e.names["190000000"])
}

func TestGroupsByTheirBareNames(t *testing.T) {
	e := entries[int64]{bare: withoutGroup, loose: map[string][]int64{}}
	for id, name := range []string{"", "Теплый дом", "Группа «Шуақ»", "Топ Алтын", "Алтын тобы", "Группа"} {
		e.add(int64(id), data.Names{RU: name})
	}
	for name, want := range map[string]int64{
		"Теплый дом": 1, "Группа «Теплый дом»": 1, "«Тёплый дом» тобы": 1, "Шуақ": 2, "Шуақ тобы": 2, "Group \"Shuak\"": 2, "Топ Алтын": 3, "Алтын тобы": 4,
		"Алтын": 0, "Дом": 0, "Группа": 5, "": 0,
	} {
		got, ok := e.find(name)
		require.Equal(t, want, got, name)
		require.Equal(t, want > 0, ok, name)
	}
}
