package imports_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"runtime/debug"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/imports"
	"saya/data/sheetin"
	"saya/data/store"
	"saya/data/store/storetest"
)

const hundredThousand = 100_000

// invented is one of a crowd of people; no two are the same.
func invented(i int) data.Person {
	rnd := rand.New(rand.NewPCG(1, uint64(i)))
	surnames := []string{"Қалиев", "Омаров", "Ким", "Иванов", "Сейітов", "Ахметов", "Петров", "Жұмабаев"}
	given := []string{"Әсем", "Жанна", "Айгерім", "Ольга", "Дана", "Мадина", "Сара", "Гүлнар"}
	return data.Person{
		Surname: surnames[rnd.IntN(len(surnames))] + "а" + strconv.Itoa(i), Given: given[rnd.IntN(len(given))],
		Patronymic: "Ерланқызы", Birth: data.NewDate(1960+rnd.IntN(45), time.Month(1+rnd.IntN(12)), 1+rnd.IntN(28)),
		Sex: data.Female, Phones: data.List{fmt.Sprintf("+7701%07d", i)}, Email: fmt.Sprintf("p%d@example.invalid", i),
		District: "Медеуский", Workplace: "КазНУ",
	}
}

// crowded is a centre of n volunteers.
func crowded(b *testing.B, n int) *store.Store {
	b.Helper()
	s := storetest.New(b)
	require.NoError(b, s.Load(b.Context(), storetest.Actor(), func(l *store.Loader) error {
		for i := range n {
			v := data.Volunteer{Person: invented(i), Status: data.Active, Accepted: "2026-01-10", Naming: data.ByNumber}
			if _, err := l.AddVolunteer(v); err != nil {
				return err
			}
		}
		return nil
	}))
	return s
}

// crowd is a table of 12 columns of people; the first of them is the person number from.
func crowd(from, n int) sheetin.Table {
	t := sheetin.Table{Sheet: "1", Header: 1, Height: 1, Titles: []string{
		"№", "Фамилия", "Имя", "Отчество", "Дата рождения", "Пол", "Телефон", "Почта", "Район", "Место учебы", "Дата принятия", "Примечание",
	}}
	for i := range n {
		p := invented(from + i)
		cells := []sheetin.Cell{{Text: strconv.Itoa(i + 1), Kind: sheetin.Number}}
		phone := p.Phones[0]
		for _, s := range []string{
			p.Surname, p.Given, p.Patronymic, p.Birth.Time().Format("02.01.2006"), "ж", "8 " + phone[2:5] + " " + phone[5:8] + "-" + phone[8:10] + "-" + phone[10:],
			p.Email, p.District, p.Workplace, "10.01.2026", "",
		} {
			c := sheetin.Cell{Text: s, Kind: sheetin.Text}
			if s == "" {
				c.Kind = sheetin.Empty
			}
			cells = append(cells, c)
		}
		t.Lines = append(t.Lines, sheetin.Line{Row: i + 2, Cells: cells})
	}
	return t
}

// BenchmarkImport100k plans and applies a table of 100,000 rows against as many volunteers, all other people and all the same.
func BenchmarkImport100k(b *testing.B) {
	for name, from := range map[string]int{"new": hundredThousand, "same": 0} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				b.StopTimer()
				s := crowded(b, hundredThousand)
				src := imports.Source{Kind: imports.Volunteers, Table: crowd(from, hundredThousand), Today: storetest.Day}
				src.Mapping = imports.Guess(src.Kind, src.Table.Titles)
				peak := watchMemory()
				b.StartTimer()
				start := time.Now()
				p, err := imports.NewPlan(b.Context(), s, storetest.Actor(), src)
				require.NoError(b, err)
				planned := time.Since(start)
				b.ReportMetric(peak(), "plan-MB")
				_, err = p.Apply(b.Context(), s, storetest.Actor(), nil)
				require.NoError(b, err)
				b.ReportMetric(planned.Seconds(), "plan-s/op")
				b.ReportMetric(time.Since(start).Seconds()-planned.Seconds(), "apply-s/op")
				b.ReportMetric(peak(), "peak-MB")
				b.Logf("%+v", p.Counts())
			}
		})
	}
}

// watchMemory forgets the peak so far and returns the peak from then on, in MB, that of SQLite included: what Linux counts,
// 0 elsewhere.
func watchMemory() (peak func() float64) {
	debug.FreeOSMemory()
	_ = os.WriteFile("/proc/self/clear_refs", []byte("5"), 0o600) // a measure that is missing is shown as 0
	return func() float64 {
		status, _ := os.ReadFile("/proc/self/status")
		_, rest, _ := strings.Cut(string(status), "VmHWM:")
		var kB float64
		_, _ = fmt.Sscan(rest, &kB)
		return kB / 1024
	}
}
