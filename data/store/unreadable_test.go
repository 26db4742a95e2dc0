package store_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/store"
	"saya/data/vault"
)

// TestNothingOfACentreCanBeRead uses a centre as people do, with a thousand known texts in it, and looks for them in
// every file it leaves: while it is open (the logs are full then) and when it is closed.
func TestNothingOfACentreCanBeRead(t *testing.T) {
	temp := t.TempDir()
	for _, name := range []string{"TMPDIR", "SQLITE_TMPDIR"} {
		t.Setenv(name, temp)
	}
	dir, _ := real(t)
	s := enter(t, dir, "басшы", managerWord)
	known := append(used(t, s), "Админ", "Басшы", adminWord, managerWord, storetestName, "SQLite format", "CREATE TABLE", "volunteers_kk")
	require.GreaterOrEqual(t, len(known), 1_000)
	texts := patterns(t, known)
	require.NotEmpty(t, found([]byte("x"+known[7]), texts), "the search finds what is there")
	_, err := s.Backup(t.Context(), s.Actor(), store.BackupAsked, nil)
	require.NoError(t, err)
	require.Positive(t, look(t, texts, dir, temp), "there is a log while the centre is open")
	require.NoError(t, s.Close())
	look(t, texts, dir, temp)
}

// storetestName is the name of the centre of tests.
const storetestName = "Образцовый центр"

// used fills a centre and changes it, and returns the texts that it holds or held.
func used(t *testing.T, s *store.Store) (known []string) {
	t.Helper()
	rnd := rand.New(rand.NewPCG(1, 2))
	word := func() string {
		letters := []rune("абвгдежзиклмнопрстуфхцчшыэюяәғқңөұүһі")
		out := make([]rune, 12)
		for i := range out {
			out[i] = letters[rnd.IntN(len(letters))]
		}
		known = append(known, string(out))
		return string(out)
	}
	actor := s.Actor()
	for i := range 220 {
		phone := fmt.Sprintf("+7701%07d", rnd.IntN(1e7))
		known = append(known, phone)
		v := data.Volunteer{Person: data.Person{
			Surname: word(), Given: word(), Birth: "1990-05-01", Workplace: word(), Phones: data.List{phone}, Note: word(),
		}, Accepted: "2026-01-10"}
		id, err := s.SaveVolunteer(t.Context(), actor, v)
		require.NoError(t, err)
		if v, err = s.Volunteer(t.Context(), id); i%10 == 0 {
			require.NoError(t, err)
			v.Note = word()
			_, err = s.SaveVolunteer(t.Context(), actor, v)
			require.NoError(t, err, "the journal keeps what was there before")
			h := data.Hours{VolunteerID: id, Day: "2026-11-20", Minutes: 60, Status: data.Submitted, Note: word()}
			h.ID, err = s.SaveHours(t.Context(), actor, h)
			require.NoError(t, err)
			require.NoError(t, s.DeleteHours(t.Context(), actor, h.ID), "the bin keeps what was deleted")
			require.NoError(t, s.SaveDraft(t.Context(), actor, data.FormDraft{
				DraftKey: data.DraftKey{Section: "volunteers", Record: id}, Values: map[string]string{"note": word()},
			}))
		}
	}
	_, err := s.AddExport(t.Context(), actor, data.Export{Report: "front-office", Recipient: word(), FileName: word()})
	require.NoError(t, err)
	ids, err := s.Volunteers(t.Context(), data.VolunteerFilter{Listing: data.Listing{Search: known[0]}})
	require.NoError(t, err)
	require.Len(t, ids, 1, "it is there for those who may")
	return known
}

// look reads every file below some folders, holds it against the known texts and returns how many logs hold something.
func look(t *testing.T, known map[[head]byte][][]byte, dirs ...string) (logs int) {
	t.Helper()
	for _, dir := range dirs {
		require.NoError(t, filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() {
				return err
			}
			content, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			if strings.HasSuffix(path, "-wal") && len(content) > 1<<16 {
				logs++
			}
			require.Empty(t, found(content, known), filepath.Base(path))
			if filepath.Ext(path) == ".saya" && len(content) > 1<<20 {
				require.Greater(t, entropy(content[vault.HeaderSize:]), 7.99, filepath.Base(path))
			}
			return nil
		}))
	}
	return logs
}

// head is how many bytes of a known text are looked up at once.
const head = 8

// patterns are known texts in both encodings by their first bytes.
func patterns(t *testing.T, known []string) map[[head]byte][][]byte {
	t.Helper()
	out := map[[head]byte][][]byte{}
	for _, text := range known {
		wide := make([]byte, 0, 2*len(text))
		for _, u := range utf16.Encode([]rune(text)) {
			wide = append(wide, byte(u), byte(u>>8))
		}
		for _, pattern := range [][]byte{[]byte(text), wide} {
			require.GreaterOrEqual(t, len(pattern), head, text)
			out[[head]byte(pattern)] = append(out[[head]byte(pattern)], pattern)
		}
	}
	return out
}

// found are the known texts that stand somewhere in bytes.
func found(content []byte, known map[[head]byte][][]byte) (out []string) {
	for at := 0; at+head <= len(content); at++ {
		for _, pattern := range known[[head]byte(content[at:])] {
			if bytes.HasPrefix(content[at:], pattern) {
				out = append(out, string(pattern))
			}
		}
	}
	return out
}

// entropy is that of bytes, in bits a byte.
func entropy(b []byte) (bits float64) {
	var seen [256]int
	for _, c := range b {
		seen[c]++
	}
	for _, n := range seen {
		if n > 0 {
			p := float64(n) / float64(len(b))
			bits -= p * math.Log2(p)
		}
	}
	return bits
}
