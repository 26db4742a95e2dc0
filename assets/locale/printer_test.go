package locale_test

import (
	"testing"
	"time"

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
	require.Equal(t, "1,5 дня", ru.T("calendar.days", "Count", 1.5))
	require.Equal(t, "1\u00a0234 күн", locale.New(locale.Kazakh).T("calendar.days", "Count", 1234))
	require.Equal(t, "1 day", locale.New(locale.English).T("calendar.days", "Count", 1))
	require.Equal(t, "1,234 days", locale.New(locale.English).T("calendar.days", "Count", 1234))
}

func TestArguments(t *testing.T) {
	ru := locale.New(locale.Russian)
	require.Equal(t, "Нельзя перейти из статуса «Проведено» в статус «Идея». Выберите допустимый статус.",
		ru.T("errors.status_change", "From", "status.event.held", "To", "status.event.idea"), "keys are translated")
	require.Contains(t, ru.T("errors.hours_per_day", "Date", day(2026, 11, 22), "Max", 16), "За 22.11.2026 ")
	require.Contains(t, ru.T("errors.hours_per_day", "Date", dated{}, "Max", 16.5), "За 22.11.2026 одному волонтеру нельзя записать больше 16,5 ч")
	require.Contains(t, ru.T("errors.month_locked", "Month", dated{}), "Месяц закрыт (ноябрь 2026 г.).")
	require.Contains(t, ru.T("errors.overlap_hours", "Date", dated{}, "From", moment{}, "To", moment{}), "22.11.2026, 09:30 – 09:30")
	require.Contains(t, ru.T("errors.holiday", "Holiday", "День города"), ": День города.")
	require.Contains(t, ru.T("errors.holiday", "Holiday"), "Это праздничный день", "a name without a value is left out")
}

// dated is a day of another package.
type dated struct{}

func (dated) Time() time.Time { return day(2026, 11, 22) }

// moment is a wall-clock time of another package.
type moment struct{ dated }

func (moment) MinuteOfDay() int { return 570 }

func TestStatus(t *testing.T) {
	kk := locale.New(locale.Kazakh)
	require.Equal(t, "Белсенді", kk.Status("volunteer", "active"))
	require.Equal(t, "Белгісіз", kk.Status("sex", ""))
	require.Equal(t, "Күтілуде", kk.Status("attendance", ""))
}
