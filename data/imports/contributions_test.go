package imports_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/imports"
	"saya/data/store/storetest"
)

func TestContributionsOfEveryOutcome(t *testing.T) {
	s := storetest.New(t)
	id, err := s.SaveContribution(t.Context(), storetest.Actor(), data.Contribution{
		Kind: data.Money, GiverKind: data.GivenByOrganisation, Giver: "ТОО Ромашка", Day: "2026-11-10", Value: 1_000_000,
	})
	require.NoError(t, err)
	lines := []string{
		"Дата|Даритель|Вид|Сумма|Что передано|Назначение|Можно назвать публично",
		"10.11.2026|тоо «ромашка»|деньги|10 000 ₸|||",
		"10.11.2026|ТОО Ромашка|деньги|10000||продукты|да",
		"11.11.2026|ТОО Ромашка||5000,50|||",
		"12.11.2026|Омарова Ж.|вещи||одежда||",
		"12.11.2026|Омарова Ж.|вещи||игрушки||",
		"13.11.2026|аноним|деньги|=700|||",
		"14.11.2026||деньги|700|||",
		"15.11.2026|Ким О.|деньги|||||",
		"16.11.2026|Ким О.|подарок|100|||",
		"17.11.2026|Ким О.|деньги|много|||",
	}
	lines[8] = "15.11.2026|Ким О.|деньги||||"
	p := plan(t, s, imports.Contributions, lines...)
	require.Equal(t, []imports.Outcome{
		isSame, isDoubtful, isNew, isNew, isNew, isNew, isRejected, isRejected, isRejected, isRejected,
	}, outcomes(p))
	rows := p.Rows()
	require.Equal(t, id, rows[0].ID)
	require.Equal(t, []string{"kind imports.taken_for_money"}, keys(rows[2].Warnings))
	require.Equal(t, []string{"giver errors.required"}, keys(rows[6].Problems))
	require.Equal(t, []string{"value errors.required"}, keys(rows[7].Problems))
	require.Equal(t, []string{"kind errors.choice"}, keys(rows[8].Problems))
	require.Equal(t, []string{"value errors.money"}, keys(rows[9].Problems))
	require.NoError(t, p.Decide(1, imports.Decision{SameAs: -2}))
	batch := apply(t, s, p)

	var list []data.Contribution
	require.NoError(t, s.EachContribution(t.Context(), func(c data.Contribution) error {
		list = append(list, c)
		return nil
	}))
	require.Len(t, list, 5)
	require.Equal(t, "продукты", list[0].Purpose)
	require.True(t, list[0].MayName)
	require.Equal(t, int64(500_050), list[1].Value)
	require.Equal(t, data.GivenAnonymously, list[4].GiverKind)
	require.Empty(t, list[4].Giver)
	require.Equal(t, imports.Counts{Same: 5, Doubtful: 1}, plan(t, s, imports.Contributions, lines[:7]...).Counts())
	require.NoError(t, s.Undo(t.Context(), storetest.Actor(), batch))
}

func TestEqualGiftsOfAFileAreNotOne(t *testing.T) {
	s := storetest.New(t)
	p := plan(t, s, imports.Contributions, "Дата|Даритель|Вид|Сумма", "01.10.2026|Аноним|деньги|12 500 тг", "01.10.2026|Аноним|деньги|12500",
		"02.10.2026|Аноним|деньги|12.500", "02.10.2026|Аноним|деньги|=12.505")
	require.Equal(t, []imports.Outcome{isNew, isDoubtful, isRejected, isNew}, outcomes(p))
	require.Equal(t, 2, p.Rows()[1].Candidates[0].Row)
	require.Equal(t, []string{"value errors.money"}, keys(p.Rows()[2].Problems))
	require.NoError(t, p.Decide(1, imports.Decision{New: true}))
	require.Equal(t, isNew, p.Rows()[1].Outcome)
}
