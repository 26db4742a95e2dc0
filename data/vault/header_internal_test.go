package vault

import (
	"bytes"
	"crypto/ecdh"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// cheap is a credential that takes no time to try.
func cheap(t testing.TB, password string) Credential {
	t.Helper()
	private, err := ecdh.X25519().NewPrivateKey(random(pointSize))
	require.NoError(t, err)
	c, err := sealed(private, password, Stretching{Passes: 1, MemKiB: 8, Threads: 1, Salt: random(saltSize)})
	require.NoError(t, err)
	return c
}

func TestAccounts(t *testing.T) {
	path := filepath.Join(t.TempDir(), "people.saya")
	mine := cheap(t, "верная лошадь")
	f, code, err := Create(path, "people", "Айгүл", mine)
	require.NoError(t, err)
	defer f.Close()
	require.NoError(t, f.Grant("нұрлан", cheap(t, "другой пароль")))

	for name, c := range map[string]struct {
		account, password string
		want              error
	}{
		"in other letters":       {" АЙГҮЛ ", "верная лошадь", nil},
		"the other":              {"Нұрлан", "другой пароль", nil},
		"another's password":     {"Нұрлан", "верная лошадь", ErrPassword},
		"wrong password":         {"Айгүл", "верная лошадь ", ErrPassword},
		"empty password":         {"Айгүл", "", ErrPassword},
		"a password of a MB":     {"Айгүл", string(bytes.Repeat([]byte("x"), 1<<20)), ErrPassword},
		"nobody":                 {"никто", "верная лошадь", ErrPassword},
		"the recovery as a name": {"", code, ErrPassword},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := Open(path, "people", c.account, c.password)
			require.ErrorIs(t, err, c.want)
			if err == nil {
				require.Equal(t, f.key, got.key)
				got.Close()
			}
		})
	}
	_, err = Open(path, "shelter", "Айгүл", "верная лошадь")
	require.ErrorIs(t, err, ErrKind)

	changed, err := mine.Change("верная лошадь", "новый пароль")
	require.NoError(t, err)
	require.NoError(t, f.Grant("Айгүл", changed))
	_, err = Open(path, "people", "Айгүл", "верная лошадь")
	require.ErrorIs(t, err, ErrPassword)
	again, err := Open(path, "people", "Айгүл", "новый пароль")
	require.NoError(t, err)
	again.Close()
	_, err = mine.Change("не тот", "x")
	require.ErrorIs(t, err, ErrPassword)

	require.NoError(t, f.Revoke("Айгүл"))
	_, err = Open(path, "people", "Айгүл", "новый пароль")
	require.ErrorIs(t, err, ErrPassword)
	require.ErrorIs(t, f.Revoke("Нұрлан"), ErrLast)
	_, ok := f.Credential("Нұрлан")
	require.True(t, ok, "a refused change is not kept")
}

func TestRecoveryCode(t *testing.T) {
	path := filepath.Join(t.TempDir(), "people.saya")
	f, code, err := Create(path, "people", "a", cheap(t, "b"))
	require.NoError(t, err)
	defer f.Close()
	require.Len(t, code, 39, "eight groups of four signs")
	sloppy := " " + string(bytes.ToLower([]byte(code))) + " "
	sloppy = string(bytes.ReplaceAll([]byte(sloppy), []byte("0"), []byte("o")))
	got, err := Recover(path, "people", sloppy)
	require.NoError(t, err)
	got.Close()
	for _, wrong := range []string{"", "x", code[:38] + "U", code + "0000", newCode()} {
		_, err := Recover(path, "people", wrong)
		require.ErrorIs(t, err, ErrPassword, wrong)
	}
	next, err := f.NewRecoveryCode()
	require.NoError(t, err)
	_, err = Recover(path, "people", code)
	require.ErrorIs(t, err, ErrPassword)
	got, err = Recover(path, "people", next)
	require.NoError(t, err)
	got.Close()
}

// A successor opens for the same people with the same passwords and code, and not with the old data key.
func TestSuccessor(t *testing.T) {
	dir := t.TempDir()
	f, code, err := Create(filepath.Join(dir, "a"), "people", "a", cheap(t, "b"))
	require.NoError(t, err)
	defer f.Close()
	require.NoError(t, f.Grant("removed", cheap(t, "c")))
	require.NoError(t, f.Revoke("removed"))
	next, err := f.Successor(filepath.Join(dir, "b"))
	require.NoError(t, err)
	defer next.Close()
	require.NotEqual(t, f.key, next.key)
	for _, open := range []func() (*File, error){
		func() (*File, error) { return Open(next.path, "people", "a", "b") },
		func() (*File, error) { return Recover(next.path, "people", code) },
	} {
		got, err := open()
		require.NoError(t, err)
		require.Equal(t, next.key, got.key)
		got.Close()
	}
	_, err = Open(next.path, "people", "removed", "c")
	require.ErrorIs(t, err, ErrPassword)
	_, err = next.header.checked(&Key{bytes: f.key.bytes}, nil)
	require.ErrorIs(t, err, ErrHeader, "who kept the old key does not have the new one")
}

// A header that is torn while it is written leaves the one before.
func TestTornHeader(t *testing.T) {
	path := filepath.Join(t.TempDir(), "people.saya")
	f, _, err := Create(path, "people", "a", cheap(t, "b"))
	require.NoError(t, err)
	defer f.Close()
	require.NoError(t, f.Grant("c", cheap(t, "d")))
	content, err := os.ReadFile(path)
	require.NoError(t, err)
	newest := int(f.header.generation%2) * copySize
	for _, at := range []int{0, 9, 17, 25, 300, copySize - 1} {
		torn := slices.Clone(content)
		torn[newest+at] ^= 1
		h, err := ReadHeader(bytes.NewReader(torn))
		require.NoError(t, err, at)
		require.Equal(t, f.header.generation-1, h.generation)
	}
}

// What a header says is covered by a key that only the data key gives.
func TestChangedHeader(t *testing.T) {
	h, k := newHeader("people")
	require.NoError(t, h.put(h.accountID("a"), cheap(t, "b"), k))
	require.NoError(t, h.put(h.accountID("c"), cheap(t, "d"), k))
	_, err := h.stored(k)
	require.NoError(t, err)
	_, err = h.unlock("a", "b")
	require.NoError(t, err)
	for name, change := range map[string]func(*body){
		"a slot is gone":      func(b *body) { b.Slots = b.Slots[:1] },
		"slots change places": func(b *body) { slices.Reverse(b.Slots) },
		"another salt":        func(b *body) { b.Salt = random(keySize) },
		"less work for another": func(b *body) {
			w := *b.Slots[1].Credential.Stretching
			w.MemKiB = 9
			b.Slots[1].Credential.Stretching = &w
		},
		"the file of the centre": func(b *body) { b.Kind = "centre" },
	} {
		changed := *h
		changed.body.Slots = slices.Clone(h.body.Slots)
		change(&changed.body)
		_, err := changed.unlock("a", "b")
		require.Error(t, err, name)
	}
}

func TestNewerFile(t *testing.T) {
	h, k := newHeader("people")
	h.body.Version++
	c, err := h.stored(k)
	require.NoError(t, err)
	_, err = ReadHeader(bytes.NewReader(append(c, c...)))
	require.ErrorIs(t, err, ErrNewer)
}

// Whatever stands in the place of a header: no crash, and no file opens that should not.
func FuzzHeader(f *testing.F) {
	h, k := newHeader("people")
	require.NoError(f, h.put(h.accountID("a"), cheap(f, "b"), k))
	whole, err := h.stored(k)
	require.NoError(f, err)
	f.Add(uint32(0), byte(1), true)
	f.Add(uint32(16), byte(0xff), true)
	f.Add(uint32(prefixSize+40), byte(1), false)
	f.Fuzz(func(t *testing.T, at uint32, bits byte, signed bool) {
		c := slices.Clone(whole)
		c[int(at)%len(c)] ^= bits
		if signed { // as somebody would who knows the format
			sum := sumOf(c)
			copy(c[20:], sum[:])
		}
		got, err := ReadHeader(bytes.NewReader(append(c, make([]byte, copySize)...)))
		if err != nil {
			require.True(t, err == ErrHeader || err == ErrNewer, err)
			return
		}
		opened, err := got.unlock("a", "b")
		if err == nil {
			require.Equal(t, k, opened)
		}
	})
}
