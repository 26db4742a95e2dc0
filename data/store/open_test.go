package store_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/store"
	"saya/data/store/storetest"
)

func TestCentreIsFoundAgain(t *testing.T) {
	for _, name := range []string{"centre", "Қамқорлық орталығы", "a b?c#d%20e%"} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), name)
			s, err := store.Create(t.Context(), dir, store.CreateOptions{Sample: true, Centre: storetest.Profile(), Now: storetest.Now})
			require.NoError(t, err)
			id, err := s.SaveVolunteer(t.Context(), storetest.Actor(), data.Volunteer{
				Person: data.Person{Surname: "Қалиева", Given: "Әсем"}, Status: data.Active, Naming: data.ByNumber,
			})
			require.NoError(t, err)
			require.NoError(t, s.Close())

			s, err = store.Open(t.Context(), dir, store.OpenOptions{Now: storetest.Now})
			require.NoError(t, err)
			v, err := s.Volunteer(t.Context(), id)
			require.NoError(t, err)
			require.Equal(t, "Қалиева Әсем", v.FullName())
			ids, err := s.Volunteers(t.Context(), data.VolunteerFilter{Listing: data.Listing{Search: "kalieva"}})
			require.NoError(t, err)
			require.Equal(t, []int64{id}, ids)
			c, err := s.Centre(t.Context())
			require.NoError(t, err)
			require.True(t, c.Sample)
			require.NoError(t, s.Close())

			entries, err := os.ReadDir(dir)
			require.NoError(t, err)
			for _, e := range entries {
				info, err := e.Info()
				require.NoError(t, err)
				require.Equal(t, os.FileMode(0o600), info.Mode().Perm(), e.Name())
			}
		})
	}
}
