package work_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"saya/app/page/pagetest"
	"saya/app/work"
	"saya/data"
	"saya/data/store/storetest"
)

func TestHoursFollowTheTimes(t *testing.T) {
	env, _ := pagetest.NewEnv(t, storetest.New(t))
	h := data.Hours{Day: "2026-11-21", Start: "2026-11-21T10:00", End: "2026-11-21T12:30", Minutes: 150}
	for name, c := range map[string]struct {
		typed []map[string]string
		want  string
	}{
		"as they stand":                    {nil, "2,50"},
		"another end":                      {[]map[string]string{{"end_at": "11:30"}}, "1,50"},
		"an end that is typed anew":        {[]map[string]string{{"end_at": ""}, {"end_at": "1"}, {"end_at": "11"}}, "1,00"},
		"an end in the night":              {[]map[string]string{{"end_at": "01:00"}}, "15,00"},
		"hours that were typed stay":       {[]map[string]string{{"minutes": "2"}, {"end_at": "13:00"}}, "2"},
		"hours that were emptied, at once": {[]map[string]string{{"minutes": ""}, {"end_at": "13:00"}}, "3,00"},
	} {
		t.Run(name, func(t *testing.T) {
			f := work.NewEntry(env, h, work.Asked{})
			f.Form.OnChanged = f.Follow
			for _, values := range c.typed {
				f.Form.Restore(values)
			}
			require.Equal(t, c.want, f.Form.Snapshot()["minutes"])
		})
	}
}

func TestEachCorrectionAsksForItsReason(t *testing.T) {
	env, _ := pagetest.NewEnv(t, storetest.New(t))
	h := data.Hours{ID: 1, Day: "2026-11-21", Minutes: 60, Correction: "Опечатка"}
	f := work.NewEntry(env, h, work.Asked{Closed: func(m data.Month) bool { return m == "2026-10" }})
	f.Form.OnChanged = f.Follow
	require.True(t, f.Form.Validate(), "November is open")
	f.Form.Restore(map[string]string{"day": "30.10.2026"})
	require.False(t, f.Form.Validate())
	require.Contains(t, f.Form.Errors(), "correction")
	f.Form.Restore(map[string]string{"correction": "Другой день"})
	require.True(t, f.Form.Validate())
	f.Read(&h)
	require.Equal(t, "Другой день", h.Correction)
}

func TestShownIsWhatWasAskedLast(t *testing.T) {
	var s work.Shown[int]
	older, newer := s.Ask(), s.Ask()
	newer([]int64{1, 2}, 20)
	older([]int64{3}, 5)
	require.Equal(t, []int64{1, 2}, s.IDs())
	total, ok := s.Total(2)
	require.True(t, ok)
	require.Equal(t, 20, total)
	_, ok = s.Total(3)
	require.False(t, ok, "of other rows")
}
