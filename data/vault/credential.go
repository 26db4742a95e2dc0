package vault

import (
	"bytes"
	"crypto/ecdh"
	"crypto/hpke"
	"fmt"

	"golang.org/x/crypto/chacha20poly1305"
)

// Credential is the key pair of an account: what is sealed to its public half opens with the private one, which only the
// password gives. It says nothing of the password or the files it opens, and can be put into any of them by whoever holds
// that file.
type Credential struct {
	Public     []byte      `json:"public"` // X25519
	Stretching *Stretching `json:"stretching,omitempty"`
	Nonce      []byte      `json:"nonce,omitempty"`
	Box        []byte      `json:"box,omitempty"` // the private half, sealed with XChaCha20-Poly1305
}

// Identity is the opened key pair of an account that has signed in.
type Identity struct{ private *ecdh.PrivateKey }

// pointSize is the length of the halves of a key pair, in bytes.
const pointSize = 32

// NewCredential makes the key pair of a new account.
func NewCredential(password string) (Credential, error) { return newCredential(password, present()) }

// NewKnownCredential makes the key pair of an account whose password everybody knows, as in a sample: it is no work to
// try passwords.
func NewKnownCredential(password string) (Credential, error) { return newCredential(password, least()) }

func newCredential(password string, work Stretching) (Credential, error) {
	private, err := ecdh.X25519().NewPrivateKey(random(pointSize))
	if err != nil {
		return Credential{}, fmt.Errorf("making a key pair: %w", err)
	}
	return sealed(private, password, work)
}

// Shared is the half that is put into the files that the account opens without asking for the password again.
func (c Credential) Shared() Credential { return Credential{Public: c.Public} }

// Change is the same key pair under another password, with the work that is usual today. [ErrPassword] says that the
// present password is another.
func (c Credential) Change(current, next string) (Credential, error) {
	private, err := c.unlock(current)
	if err != nil {
		return c, err
	}
	return sealed(private, next, present())
}

func sealed(private *ecdh.PrivateKey, password string, work Stretching) (Credential, error) {
	if password == "" {
		return Credential{}, ErrEmpty
	}
	c := Credential{Public: private.PublicKey().Bytes(), Stretching: &work, Nonce: random(chacha20poly1305.NonceSizeX)}
	secret := work.stretch(password)
	defer clear(secret)
	box, err := chacha20poly1305.NewX(secret)
	if err != nil {
		return Credential{}, fmt.Errorf("sealing a key pair: %w", err)
	}
	c.Box = box.Seal(nil, c.Nonce, private.Bytes(), c.Public)
	return c, nil
}

// SameKey tells whether two credentials are of one key pair.
func (c Credential) SameKey(other Credential) bool { return bytes.Equal(c.Public, other.Public) }

// unlock gives the private half for a password.
func (c Credential) unlock(password string) (*ecdh.PrivateKey, error) {
	if c.Stretching == nil {
		return nil, ErrPassword
	}
	secret := c.Stretching.stretch(password)
	defer clear(secret)
	box, err := chacha20poly1305.NewX(secret)
	if err != nil {
		return nil, fmt.Errorf("opening a key pair: %w", err)
	}
	plain, err := box.Open(nil, c.Nonce, c.Box, c.Public)
	if err != nil {
		return nil, ErrPassword
	}
	defer clear(plain)
	private, err := ecdh.X25519().NewPrivateKey(plain)
	if err != nil {
		return nil, ErrPassword
	}
	return private, nil
}

// sane tells whether a credential can be one of ours.
func (c Credential) sane() bool {
	recovery := c.Stretching == nil && c.Nonce == nil && c.Box == nil
	account := c.Stretching != nil && c.Stretching.sane() && len(c.Nonce) == chacha20poly1305.NonceSizeX &&
		len(c.Box) == pointSize+chacha20poly1305.Overhead
	return len(c.Public) == pointSize && (recovery || account)
}

// ofCode is the key pair that a recovery code gives: 160 bits by chance need no stretching.
func ofCode(code []byte) (*ecdh.PrivateKey, error) {
	private, err := ecdh.X25519().NewPrivateKey(derive(code, nil, "recovery"))
	if err != nil {
		return nil, fmt.Errorf("reading a recovery code: %w", err)
	}
	return private, nil
}

// grant seals a data key to a public key (HPKE, RFC 9180). info binds it to its place.
func grant(public []byte, k *Key, info []byte) ([]byte, error) {
	point, err := ecdh.X25519().NewPublicKey(public)
	if err != nil {
		return nil, fmt.Errorf("reading a public key: %w", err)
	}
	to, err := hpke.NewDHKEMPublicKey(point)
	if err != nil {
		return nil, fmt.Errorf("reading a public key: %w", err)
	}
	out, err := hpke.Seal(to, hpke.HKDFSHA256(), hpke.ChaCha20Poly1305(), info, k.bytes[:])
	if err != nil {
		return nil, fmt.Errorf("sealing a data key: %w", err)
	}
	return out, nil
}

// claim opens what was sealed with [grant].
func claim(private *ecdh.PrivateKey, sealed, info []byte) (*Key, error) {
	by, err := hpke.NewDHKEMPrivateKey(private)
	if err != nil {
		return nil, fmt.Errorf("reading a private key: %w", err)
	}
	plain, err := hpke.Open(by, hpke.HKDFSHA256(), hpke.ChaCha20Poly1305(), info, sealed)
	if err != nil || len(plain) != keySize {
		return nil, ErrPassword
	}
	defer clear(plain)
	return &Key{bytes: [keySize]byte(plain)}, nil
}
