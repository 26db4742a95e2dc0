package cli_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"saya/app/cli"
	"saya/data"
	"saya/data/sheetin/sheetintest"
	"saya/data/store"
	"saya/data/store/storetest"
)

// BenchmarkImport runs `saya import` of a workbook of n rows x 12 columns, all of them new people, into a centre of as
// many volunteers, and has openpyxl read the same workbook. It reports the ratio of the times and the most memory that
// the process held; the sizes show how the time grows.
func BenchmarkImport(b *testing.B) {
	for _, n := range []int{25_000, 50_000, 100_000} {
		b.Run(fmt.Sprint("rows=", n), func(b *testing.B) {
			file := filepath.Join(b.TempDir(), "people.xlsx")
			titles := []any{
				"№", "Фамилия", "Имя", "Отчество", "Дата рождения", "Пол", "Телефон", "Почта", "Район", "Место учебы", "Навыки", "Дата принятия",
			}
			sheetintest.WriteBook(b, file, titles, n, func(i int) []any {
				p := invented(n + i)
				return []any{
					i + 1, p.Surname, p.Given, p.Patronymic, p.Birth.Time().Format("02.01.2006"), "ж", "8 " + p.Phones[0][2:], p.Email,
					p.District, p.Workplace, "пение; дизайн", "10.01.2026",
				}
			})
			var ours, theirs time.Duration
			for b.Loop() {
				dir := crowded(b, n)
				peak := sheetintest.WatchMemory()
				start := time.Now()
				var out, errs bytes.Buffer
				code := cli.Run(b.Context(), []string{"import", "volunteers", file, "--dir", dir}, cli.Streams{Out: &out, Err: &errs}, nil)
				ours += time.Since(start)
				require.Zero(b, code, errs.String())
				b.ReportMetric(peak(), "peak-MB")
				seconds, _ := sheetintest.Openpyxl(file)
				theirs += seconds
			}
			b.ReportMetric(ours.Seconds()/float64(b.N), "s/import")
			if theirs > 0 {
				b.ReportMetric(theirs.Seconds()/float64(b.N), "s/openpyxl")
				b.ReportMetric(ours.Seconds()/theirs.Seconds(), "ratio")
			}
		})
	}
}

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

// crowded makes the folder of a centre of n volunteers.
func crowded(b *testing.B, n int) string {
	b.Helper()
	dir := filepath.Join(b.TempDir(), "centre")
	s, err := store.Create(b.Context(), dir, store.CreateOptions{Sample: true, Centre: storetest.Profile()})
	require.NoError(b, err)
	require.NoError(b, s.Load(b.Context(), storetest.Actor(), func(l *store.Loader) error {
		for i := range n {
			v := data.Volunteer{Person: invented(i), Status: data.Active, Accepted: "2026-01-10", Naming: data.ByNumber}
			if _, err := l.AddVolunteer(v); err != nil {
				return err
			}
		}
		return nil
	}))
	require.NoError(b, s.Close())
	return dir
}
