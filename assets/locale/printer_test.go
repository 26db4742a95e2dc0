package locale_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"saya/assets/locale"
)

func TestTexts(t *testing.T) {
	kk, ru, en := locale.New(locale.Kazakh), locale.New(locale.Russian), locale.New(locale.English)
	require.Equal(t, "Сақтау", kk.T("common.save"))
	require.Equal(t, "Сохранить", ru.T("common.save"))
	require.Equal(t, "Save", en.T("common.save"))
	require.Equal(t, "no.such_key", kk.T("no.such_key"))
	require.Equal(t, "no.such_key", kk.T("no.such_key", "Count", 5))
	require.True(t, kk.Has("common.save"))
	require.False(t, kk.Has("no.such_key"))
	require.Equal(t, locale.Russian, locale.New("de").Lang(), "an unknown language is answered in Russian")
}

func TestPlurals(t *testing.T) {
	ru := locale.New(locale.Russian)
	for count, want := range map[int]string{
		0: "0 дней", 1: "1 день", 2: "2 дня", 5: "5 дней", 11: "11 дней", 21: "21 день", 1234: "1\u00a0234 дня",
	} {
		require.Equal(t, want, ru.T("calendar.days", "Count", count))
		require.Equal(t, want, ru.T("calendar.days", "Count", int64(count)))
	}
	require.Equal(t, "1,5 часа", ru.T("common.hours", "Count", 1.5))
	require.Equal(t, "1\u00a0234 күн", locale.New(locale.Kazakh).T("calendar.days", "Count", 1234))
	require.Equal(t, "1 day", locale.New(locale.English).T("calendar.days", "Count", 1))
	require.Equal(t, "1,234 days", locale.New(locale.English).T("calendar.days", "Count", 1234))
}
