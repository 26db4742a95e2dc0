package page_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"saya/app/page/pagetest"
	"saya/data"
	"saya/data/store/storetest"
	"saya/widgets"
)

// The words say what the colour says.
func TestAgeOfTheNewestBackup(t *testing.T) {
	env, _ := pagetest.NewEnv(t, storetest.New(t))
	at := func(days int) data.Stamp { return data.StampOf(storetest.Day.AddDays(-days).Time().Add(1)) }
	for _, c := range []struct {
		at   data.Stamp
		text string
		tone widgets.Tone
	}{
		{"", "проверенной копии нет", widgets.ToneBad},
		{at(0), "сегодня", widgets.ToneOk},
		{at(1), "1 день назад", widgets.ToneOk},
		{at(2), "2 дня назад", widgets.ToneWarn},
		{at(7), "7 дней назад", widgets.ToneWarn},
		{at(8), "8 дней назад", widgets.ToneBad},
	} {
		text, tone := env.BackupAge(c.at)
		require.Equal(t, c.text, text)
		require.Equal(t, c.tone, tone, c.text)
	}
}
