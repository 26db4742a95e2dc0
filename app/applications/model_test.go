package applications

import (
	"testing"

	"github.com/stretchr/testify/require"

	"saya/app/list"
	"saya/app/page/pagetest"
	"saya/data"
	"saya/data/store/storetest"
	"saya/widgets"
)

func TestWaitingLongerThanPromisedIsSeen(t *testing.T) {
	s := storetest.New(t) // promises an answer in 7 days
	env, _ := pagetest.NewEnv(t, s)
	m := &model{env: env}
	late := storetest.Application(t, s, func(a *data.Application) { a.ReceivedOn = storetest.Day.AddDays(-8) })
	intime := storetest.Application(t, s, func(a *data.Application) { a.ReceivedOn = storetest.Day.AddDays(-7) })
	closed := storetest.Application(t, s, func(a *data.Application) { a.ReceivedOn = storetest.Day.AddDays(-30) })
	require.NoError(t, s.WithdrawApplication(t.Context(), storetest.Actor(), closed.ID))

	source := m.source(list.Query{Chip: chipWaiting, Sort: widgets.Sort{Column: colReceived}})
	ids, err := source.IDs(t.Context())
	require.NoError(t, err)
	require.Equal(t, []int64{late.ID, intime.ID}, ids, "who waits longest comes first, who has an answer is not here")
	cells, err := source.Cells(t.Context(), []int64{late.ID, intime.ID, closed.ID})
	require.NoError(t, err)
	last := func(i int) widgets.Cell { return cells[i][len(cells[i])-1] }
	require.Equal(t, widgets.Cell{Text: "8", Tone: widgets.ToneBad}, last(0))
	require.Equal(t, widgets.Cell{Text: "7", Tone: widgets.ToneWarn}, last(1), "the last day of the promise")
	require.Empty(t, last(2).Text)
}

func TestChipsNarrow(t *testing.T) {
	s := storetest.New(t)
	env, _ := pagetest.NewEnv(t, s)
	m := &model{env: env}
	open, declined := storetest.Application(t, s), storetest.Application(t, s)
	require.NoError(t, s.DeclineApplications(t.Context(), storetest.Actor(), []int64{declined.ID}, "other"))
	for chip, want := range map[string][]int64{
		chipWaiting: {open.ID}, string(data.Declined): {declined.ID}, chipAll: {open.ID, declined.ID}, string(data.Accepted): {},
	} {
		ids, err := m.source(list.Query{Chip: chip}).IDs(t.Context())
		require.NoError(t, err)
		require.ElementsMatch(t, want, ids, chip)
	}
}

func TestWaitTone(t *testing.T) {
	for days, want := range map[int]widgets.Tone{0: widgets.ToneDim, 5: widgets.ToneDim, 6: widgets.ToneWarn, 7: widgets.ToneWarn, 8: widgets.ToneBad} {
		require.Equal(t, want, waitTone(days, 7), days)
	}
}

func TestChipsAreCounted(t *testing.T) {
	s := storetest.New(t)
	env, _ := pagetest.NewEnv(t, s)
	m := &model{env: env}
	storetest.Application(t, s)
	declined := storetest.Application(t, s)
	require.NoError(t, s.DeclineApplications(t.Context(), storetest.Actor(), []int64{declined.ID}, "other"))
	counts, err := m.counts(t.Context())
	require.NoError(t, err)
	require.Equal(t, map[string]int{chipWaiting: 1, "accepted": 0, "declined": 1, "withdrawn": 0, chipAll: 2}, counts)
}
