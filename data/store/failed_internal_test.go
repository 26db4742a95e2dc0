package store

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
)

// On a full disk SQLite takes the transaction back by itself: whoever goes on saving must not write outside of one.
func TestNothingIsWrittenAfterAFailure(t *testing.T) {
	s, err := Create(t.Context(), filepath.Join(t.TempDir(), "centre"), CreateOptions{
		Sample: true, Centre: data.Centre{Name: data.Names{RU: "Центр"}, ShortName: "Центр", Region: "750000000", WaitDays: 7},
	})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, s.Close()) })
	actor := data.Actor{Account: "manager", Role: data.Manager}
	var ids []int64
	for range 40 {
		id, err := s.SaveVolunteer(t.Context(), actor, data.Volunteer{
			Person: data.Person{Surname: "Омарова", Given: "Жанна", Birth: "1990-01-01"}, Accepted: "2026-01-10",
		})
		require.NoError(t, err)
		ids = append(ids, id)
	}
	var pages int
	require.NoError(t, s.people.write.Get(&pages, "PRAGMA page_count"))
	_, err = s.people.write.Exec(fmt.Sprintf("PRAGMA max_page_count = %d", pages+8))
	require.NoError(t, err)
	refused := 0
	_, err = s.Import(t.Context(), actor, func(i *Importer) error {
		for k, id := range ids {
			v, err := s.Volunteer(t.Context(), id)
			require.NoError(t, err)
			v.Note = strings.Repeat("я", 1900)
			if refused > 0 && k > 30 {
				v.Note = "half an import"
			}
			if _, err := i.SaveVolunteer(v); err != nil {
				refused++
			}
		}
		return nil
	})
	require.Error(t, err)
	require.NotZero(t, refused)
	var kept int
	require.NoError(t, s.people.write.Get(&kept, "SELECT count(*) FROM volunteers WHERE note <> ''"))
	require.Zero(t, kept)
}
