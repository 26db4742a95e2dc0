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
	f, code, err := Create(path, "people")
	require.NoError(t, err)
	defer f.Close()
	require.NoError(t, f.Grant("Айгүл", mine))
	require.NoError(t, f.Grant("нұрлан", cheap(t, "другой пароль")))
	require.NoError(t, f.Grant("ёлка", cheap(t, "мой пароль ё")))

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
		"composed letters":       {"Ёлка", "мой пароль ё", nil},
		"letters and their dots": {"Е\u0308лка", "мои\u0306 пароль е\u0308", nil},
		"the recovery as a name": {"", code, ErrPassword},
	} {
		t.Run(name, func(t *testing.T) {
			got, _, err := Open(path, "people", c.account, c.password)
			require.ErrorIs(t, err, c.want)
			if err == nil {
				require.Equal(t, f.key, got.key)
				got.Close()
			}
		})
	}
	_, _, err = Open(path, "shelter", "Айгүл", "верная лошадь")
	require.ErrorIs(t, err, ErrKind)

	changed, err := mine.Change("верная лошадь", "новый пароль")
	require.NoError(t, err)
	require.NoError(t, f.Grant("Айгүл", changed))
	_, _, err = Open(path, "people", "Айгүл", "верная лошадь")
	require.ErrorIs(t, err, ErrPassword)
	again, id, err := Open(path, "people", "Айгүл", "новый пароль")
	require.NoError(t, err)
	again.Close()
	_, err = mine.Change("не тот", "x")
	require.ErrorIs(t, err, ErrPassword)

	require.NoError(t, f.Revoke("Айгүл"))
	_, _, err = Open(path, "people", "Айгүл", "новый пароль")
	require.ErrorIs(t, err, ErrPassword)
	_, err = OpenAs(path, "people", "Айгүл", id)
	require.ErrorIs(t, err, ErrPassword)
}

// Other files open by what the password opened in the first, and by no password.
func TestOneSignIn(t *testing.T) {
	dir := t.TempDir()
	mine := cheap(t, "верная лошадь")
	centre, _, err := Create(filepath.Join(dir, "centre"), "centre")
	require.NoError(t, err)
	defer centre.Close()
	require.NoError(t, centre.Grant("айгүл", mine))
	people, _, err := Create(filepath.Join(dir, "people"), "people")
	require.NoError(t, err)
	defer people.Close()
	require.NoError(t, people.Grant("a1", mine.Shared()))
	shared, ok := people.Credential("a1")
	require.True(t, ok)
	require.True(t, shared.SameKey(mine))
	require.Nil(t, shared.Box, "what the password opens is in one file only")
	_, ok = people.Credential("a2")
	require.False(t, ok)

	require.NoError(t, centre.Alias("айгүл", "Айгүл Б."))
	require.NoError(t, centre.Alias("никто", "айгүл а."))
	again, _, err := Open(centre.path, "centre", "айгүл", "верная лошадь")
	require.NoError(t, err, "under both names")
	again.Close()
	require.NoError(t, centre.RevokeOthers("айгүл б."))
	_, _, err = Open(centre.path, "centre", "айгүл", "верная лошадь")
	require.ErrorIs(t, err, ErrPassword)
	again, id, err := Open(centre.path, "centre", "айгүл б.", "верная лошадь")
	require.NoError(t, err)
	again.Close()
	before, err := centre.Header()
	require.NoError(t, err)
	require.NoError(t, centre.RevokeOthers("айгүл б.", "никто"))
	after, err := centre.Header()
	require.NoError(t, err)
	require.Equal(t, before.generation, after.generation, "nothing to take, nothing written")
	for account, want := range map[string]error{"a1": nil, "a2": ErrPassword, "": ErrPassword} {
		got, err := OpenAs(people.path, "people", account, id)
		require.ErrorIs(t, err, want, account)
		if err == nil {
			require.Equal(t, people.key, got.key)
			got.Close()
		}
	}
	_, _, err = Open(people.path, "people", "a1", "верная лошадь")
	require.ErrorIs(t, err, ErrPassword)
	_, other, err := Open(centre.path, "centre", "айгүл б.", "верная лошадь")
	require.NoError(t, err)
	require.NoError(t, people.Grant("a1", cheap(t, "x").Shared()))
	_, err = OpenAs(people.path, "people", "a1", other)
	require.ErrorIs(t, err, ErrPassword, "another key pair has taken the slot")
}

func TestSealedBeside(t *testing.T) {
	f, _, err := Create(filepath.Join(t.TempDir(), "people"), "people")
	require.NoError(t, err)
	defer f.Close()
	sealed, err := f.Seal("drafts", []byte("тайна"))
	require.NoError(t, err)
	require.NotContains(t, string(sealed), "тайна")
	plain, err := f.Unseal("drafts", sealed)
	require.NoError(t, err)
	require.Equal(t, "тайна", string(plain))
	for _, wrong := range [][]byte{nil, sealed[:10], sealed[:len(sealed)-1], append([]byte{1}, sealed...)} {
		_, err = f.Unseal("drafts", wrong)
		require.ErrorIs(t, err, ErrPassword)
	}
	_, err = f.Unseal("another purpose", sealed)
	require.ErrorIs(t, err, ErrPassword)
}

// Two programs change the header by turns: neither takes back what the other did.
func TestHeaderChangedElsewhere(t *testing.T) {
	path := filepath.Join(t.TempDir(), "people")
	one, code, err := Create(path, "people")
	require.NoError(t, err)
	defer one.Close()
	two, err := Recover(path, "people", code)
	require.NoError(t, err)
	defer two.Close()
	for _, account := range []string{"a", "b", "c", "d"} {
		require.NoError(t, one.Grant(account+"1", cheap(t, "x")))
		require.NoError(t, two.Grant(account+"2", cheap(t, "x")))
	}
	h, err := HeaderOf(path)
	require.NoError(t, err)
	for _, account := range []string{"a1", "a2", "b1", "b2", "c1", "c2", "d1", "d2"} {
		_, ok := h.Credential(account)
		require.True(t, ok, account)
	}
}

func TestRecoveryCode(t *testing.T) {
	path := filepath.Join(t.TempDir(), "people.saya")
	f, code, err := Create(path, "people")
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
	f, code, err := Create(filepath.Join(dir, "a"), "people")
	require.NoError(t, err)
	defer f.Close()
	mine, old := cheap(t, "b"), cheap(t, "c")
	require.NoError(t, f.Grant("a", mine))
	require.NoError(t, f.Grant("removed", cheap(t, "c")))
	require.NoError(t, f.Grant("other", cheap(t, "c")))
	next, err := f.Successor(filepath.Join(dir, "b"), map[string]Credential{"a": mine, "other": old, "nobody": mine})
	require.NoError(t, err)
	defer next.Close()
	require.NotEqual(t, f.key, next.key)
	for _, open := range []func() (*File, error){
		func() (*File, error) {
			f, _, err := Open(next.path, "people", "a", "b")
			return f, err
		},
		func() (*File, error) { return Recover(next.path, "people", code) },
	} {
		got, err := open()
		require.NoError(t, err)
		require.Equal(t, next.key, got.key)
		got.Close()
	}
	for _, name := range []string{"removed", "other", "nobody"} {
		_, _, err = Open(next.path, "people", name, "c")
		require.ErrorIs(t, err, ErrPassword, "%s is not named, or has another key pair now", name)
	}
	_, err = next.header.checked(&Key{bytes: f.key.bytes}, nil)
	require.ErrorIs(t, err, ErrHeader, "who kept the old key does not have the new one")
}

// A header that is torn while it is written leaves the one before.
func TestTornHeader(t *testing.T) {
	path := filepath.Join(t.TempDir(), "people.saya")
	f, _, err := Create(path, "people")
	require.NoError(t, err)
	defer f.Close()
	require.NoError(t, f.Grant("a", cheap(t, "b")))
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
	_, _, err = h.unlock("a", "b")
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
		_, _, err := changed.unlock("a", "b")
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
		opened, _, err := got.unlock("a", "b")
		if err == nil {
			require.Equal(t, k, opened)
		}
	})
}
