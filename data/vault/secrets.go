package vault

import (
	"crypto/hkdf"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base32"
	"strings"

	"golang.org/x/crypto/argon2"
	"golang.org/x/text/unicode/norm"
)

// keySize is the length of every key, in bytes.
const keySize = 32

// Key is the data key of one file. Whoever has it reads the file.
type Key struct{ bytes [keySize]byte }

// Wipe overwrites the key, as far as the language allows.
func (k *Key) Wipe() { clear(k.bytes[:]) }

// newKey is a random key.
func newKey() *Key {
	k := &Key{}
	copy(k.bytes[:], random(keySize))
	return k
}

// derive makes a key for one purpose. The purposes are part of the format.
func derive(secret, salt []byte, purpose string) []byte {
	k, err := hkdf.Key(sha256.New, secret, salt, "saya/vault/1/"+purpose, keySize)
	if err != nil {
		panic(err) // only of a length that HKDF cannot make
	}
	return k
}

func random(n int) []byte {
	b := make([]byte, n)
	_, _ = rand.Read(b) // never fails
	return b
}

// Stretching says how much work it is to try a password: Argon2id (RFC 9106).
type Stretching struct {
	Passes  uint32 `json:"passes"`
	MemKiB  uint32 `json:"mem_kib"`
	Threads uint8  `json:"threads"`
	Salt    []byte `json:"salt"`
}

// limits of what a header may ask for, so that a foreign one can neither stop the computer nor fill it.
const (
	mostPasses  = 16
	mostMemKiB  = 1 << 20
	mostThreads = 16
	saltSize    = 16
)

// present is the work of a password that is set today: the second recommended choice of RFC 9106.
func present() Stretching {
	return Stretching{Passes: 3, MemKiB: 64 << 10, Threads: 4, Salt: random(saltSize)}
}

// least is the work of a password that is no secret.
func least() Stretching { return Stretching{Passes: 1, MemKiB: 64, Threads: 1, Salt: random(saltSize)} }

func (s Stretching) sane() bool {
	return s.Passes > 0 && s.Passes <= mostPasses && s.Threads > 0 && s.Threads <= mostThreads &&
		s.MemKiB >= 8*uint32(s.Threads) && s.MemKiB <= mostMemKiB && len(s.Salt) == saltSize
}

// stretch makes a key of a password. Forms of one password that look the same are the same (NFKC).
func (s Stretching) stretch(password string) []byte {
	return argon2.IDKey([]byte(norm.NFKC.String(password)), s.Salt, s.Passes, s.MemKiB, s.Threads, keySize)
}

// codeSize is the length of a recovery code in bytes: 160 bits need no stretching.
const codeSize = 20

// codeLetters leave out what is easily mistaken (Crockford).
var codeLetters = base32.NewEncoding("0123456789ABCDEFGHJKMNPQRSTVWXYZ").WithPadding(base32.NoPadding)

// newCode is a recovery code as people write it: eight groups of four signs.
func newCode() string {
	signs := codeLetters.EncodeToString(random(codeSize))
	var groups []string
	for i := 0; i < len(signs); i += 4 {
		groups = append(groups, signs[i:i+4])
	}
	return strings.Join(groups, "-")
}

// readCode reads a recovery code as somebody typed it; ok is false for what cannot be one.
func readCode(typed string) (code []byte, ok bool) {
	signs := strings.NewReplacer("-", "", " ", "", "\t", "", "\n", "", "O", "0", "I", "1", "L", "1").Replace(
		strings.ToUpper(norm.NFKC.String(typed)))
	code, err := codeLetters.DecodeString(signs)
	return code, err == nil && len(code) == codeSize
}
