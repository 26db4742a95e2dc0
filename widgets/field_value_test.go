package widgets_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"github.com/stretchr/testify/require"

	"saya/assets/locale"
	"saya/widgets"
)

// valueOf makes fields of different values comparable.
func valueOf[T any](f interface{ Value() (T, bool) }) func() any {
	return func() any {
		if value, ok := f.Value(); ok {
			return value
		}
		return nil
	}
}

func TestValueFields(t *testing.T) {
	p := locale.New(locale.Kazakh)
	date := widgets.NewDateField(p, today)
	clock := widgets.NewTimeField(p)
	money := widgets.NewMoneyField(p)
	hours := widgets.NewHoursField(p)
	number := widgets.NewNumberField()
	number.SetMax(40)
	date.SetMin(day(2026, 1, 1))
	date.SetMax(day(2026, 12, 31))
	tests := []struct {
		name, typed, shown string
		field              widgets.Field
		value              func() any
		want               any
		wrong              error
	}{
		{"date", "5.3.26", "05.03.2026", date, valueOf(date), day(2026, 3, 5), nil},
		{"date of digits", "221126", "22.11.2026", date, valueOf(date), day(2026, 11, 22), nil},
		{"no day", "31.02.2026", "31.02.2026", date, valueOf(date), nil, problemOf(widgets.ProblemNotDate, "")},
		{"no date", "ертең", "ертең", date, valueOf(date), nil, problemOf(widgets.ProblemNotDate, "")},
		{"too early", "31.12.2025", "31.12.2025", date, valueOf(date), day(2025, 12, 31), problemOf(widgets.ProblemTooSmall, "01.01.2026")},
		{"too late", "01.01.2027", "01.01.2027", date, valueOf(date), day(2027, 1, 1), problemOf(widgets.ProblemTooLarge, "31.12.2026")},
		{"no text", " ", " ", date, valueOf(date), nil, nil},
		{"time", "930", "09:30", clock, valueOf(clock), 570, nil},
		{"no time", "25:00", "25:00", clock, valueOf(clock), nil, problemOf(widgets.ProblemNotTime, "")},
		{"money", "12500,5", "12\u00a0500,50\u00a0₸", money, valueOf(money), int64(1250050), nil},
		{"no money", "көп", "көп", money, valueOf(money), nil, problemOf(widgets.ProblemNotMoney, "")},
		{"hours", "1:30", "1,50", hours, valueOf(hours), 90, nil},
		{"no hours", "x", "x", hours, valueOf(hours), nil, problemOf(widgets.ProblemNotHours, "")},
		{"number", " 12 ", "12", number, valueOf(number), int64(12), nil},
		{"no number", "1,5", "1,5", number, valueOf(number), nil, problemOf(widgets.ProblemNotNumber, "")},
		{"too large", "41", "41", number, valueOf(number), int64(41), problemOf(widgets.ProblemTooLarge, "40")},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := newDesk(t, container.NewVBox(tt.field, widgets.NewEntry()))
			tt.field.Restore("")
			d.canvas.Focus(tt.field)
			d.write(tt.typed)
			d.press(fyne.KeyTab)
			require.Equal(t, tt.shown, tt.field.Snapshot())
			require.Equal(t, tt.want, tt.value())
			require.Equal(t, tt.wrong, tt.field.Check())
		})
	}
}

func day(year int, month time.Month, d int) time.Time {
	return time.Date(year, month, d, 0, 0, 0, 0, time.UTC)
}

// Garbage typed over a date must never be saved as that date.
func TestGarbageNeverStandsForTheOldDate(t *testing.T) {
	f := widgets.NewDateField(locale.New(locale.Russian), today)
	d := newDesk(t, container.NewVBox(f, widgets.NewEntry()))
	f.SetValue(day(2020, 5, 1))
	d.canvas.Focus(f)
	d.write("9")
	d.press(fyne.KeyTab)
	_, ok := f.Value()
	require.False(t, ok)
	require.Equal(t, "01.05.20209", f.Text)
	require.Error(t, f.Check())
}

func TestTimeMovesByQuartersOfAnHour(t *testing.T) {
	f := widgets.NewTimeField(locale.New(locale.Kazakh))
	d := newDesk(t, container.NewStack(f))
	d.canvas.Focus(f)
	d.write("9:50")
	for _, step := range []struct {
		key  fyne.KeyName
		want string
	}{{fyne.KeyUp, "10:00"}, {fyne.KeyUp, "10:15"}, {fyne.KeyDown, "10:00"}} {
		d.press(step.key)
		require.Equal(t, step.want, f.Text)
	}
	f.SetText("00:05")
	d.press(fyne.KeyDown)
	require.Equal(t, "00:00", f.Text)
	d.press(fyne.KeyDown)
	require.Equal(t, "23:45", f.Text)
}

func TestValuesAreReadBackInEveryLanguage(t *testing.T) {
	for _, lang := range locale.Languages() {
		p := locale.New(lang)
		money, hours := widgets.NewMoneyField(p), widgets.NewHoursField(p)
		newDesk(t, container.NewVBox(money, hours))
		for _, tiyn := range []int64{0, 50, 100, 1250000, 123456789} {
			money.SetValue(tiyn)
			got, ok := money.Value()
			require.True(t, ok, "%s %q", lang, money.Text)
			require.Equal(t, tiyn, got)
		}
		for _, minutes := range []int{0, 1, 20, 90, 510, 6005} {
			hours.SetValue(minutes)
			got, ok := hours.Value()
			require.True(t, ok, "%s %q", lang, hours.Text)
			require.Equal(t, minutes, got)
		}
	}
}
