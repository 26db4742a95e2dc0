package locale_test

import (
	"testing"

	"saya/assets/locale"
)

func BenchmarkPrint(b *testing.B) {
	p := locale.New(locale.Kazakh)
	today := day(2026, 11, 22)
	for name, print := range map[string]func() string{
		"plain":   func() string { return p.T("status.volunteer.active") },
		"status":  func() string { return p.Status("volunteer", "active") },
		"plural":  func() string { return p.T("calendar.days", "Count", 12) },
		"date":    func() string { return p.Date(today) },
		"long":    func() string { return p.LongDate(today) },
		"time":    func() string { return p.Time(570) },
		"int":     func() string { return p.Int(1_234_567) },
		"decimal": func() string { return p.Decimal(1234.5, 2) },
		"money":   func() string { return p.Money(12_500_00) },
		"hours":   func() string { return p.Hours(510) },
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				print()
			}
		})
	}
}
