package page_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/require"

	"saya/app/page"
	"saya/app/page/pagetest"
	"saya/data"
	"saya/data/store/storetest"
	"saya/widgets"
)

func month(day data.Date) data.Period { return data.PeriodOf(data.MonthPeriod, day) }

func TestPeriodPicker(t *testing.T) {
	env, _ := pagetest.NewEnv(t, storetest.New(t))
	var heard []data.Period
	p := env.PeriodPicker(month("2026-11-01"))
	p.OnChanged = func(next data.Period) { heard = append(heard, next) }

	p.Set(month("2026-10-05"))
	p.Set(month("2026-10-05"))
	require.Equal(t, []data.Period{month("2026-10-01")}, heard, "another one only")

	p.Set(data.PeriodOf(data.YearPeriod, "2026-01-01"))
	kinds, list, _ := parts(p)
	kinds.SetID(string(data.QuarterPeriod))
	require.Equal(t, data.PeriodOf(data.QuarterPeriod, "2026-11-22"), p.Period(), "the part of the year that is now")
	require.Equal(t, "IV квартал 2026 г.", list.Display())
	list.SetID("2025-04-01")
	require.Equal(t, data.Period{From: "2025-04-01", To: "2025-06-30"}, p.Period())
	kinds.SetID(string(data.MonthPeriod))
	require.Equal(t, month("2025-06-01"), p.Period(), "else the end of what was chosen")

	kinds.SetID(string(data.FreePeriod))
	require.Equal(t, month("2025-06-01"), p.Period(), "as it was until other dates are typed")
	_, _, dates := parts(p)
	dates[0].SetText("3.6.25")
	dates[1].SetText("2.6.25")
	dates[1].OnEnter()
	require.Equal(t, month("2025-06-01"), p.Period(), "not in order")
	dates[1].SetText("9.6.25")
	dates[1].OnEnter()
	require.Equal(t, data.Period{From: "2025-06-03", To: "2025-06-09"}, p.Period())
}

// parts are the fields that are seen.
func parts(p *page.PeriodPicker) (kinds *widgets.Segments, list *widgets.SearchSelect, dates []*widgets.DateField) {
	pagetest.Walk(p.Content(), func(o fyne.CanvasObject) {
		switch f := o.(type) {
		case *widgets.Segments:
			kinds = f
		case *widgets.SearchSelect:
			list = f
		case *widgets.DateField:
			dates = append(dates, f)
		}
	})
	return kinds, list, dates
}
