package vault

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// slot gives the data key to one who has a key pair.
type slot struct {
	ID         []byte     `json:"id"` // of the account: names are not in the file
	Credential Credential `json:"credential"`
	Grant      []byte     `json:"grant"` // the data key, sealed to the public half
}

// The lengths of what a slot holds, in bytes.
const (
	idSize    = 16
	grantSize = pointSize + keySize + 16 // the other side's public key, the data key, the tag
)

func (s *slot) sane() bool {
	return len(s.ID) == idSize && len(s.Grant) == grantSize && s.Credential.sane()
}

// id is how an account is found in this file and in no other.
func (h *Header) id(kind, name string) []byte {
	m := hmac.New(sha256.New, h.body.Vault)
	m.Write([]byte(kind + "\x00" + strings.ToLower(strings.TrimSpace(norm.NFKC.String(name)))))
	return m.Sum(nil)[:idSize]
}

func (h *Header) accountID(name string) []byte { return h.id("account", name) }

func (h *Header) recoveryID() []byte { return h.id("recovery", "") }

// place is what a grant is bound to: it opens in its own slot of this file only.
func (h *Header) place(id []byte) []byte {
	return slices.Concat([]byte("saya/vault/1/slot/"+h.body.Kind+"\x00"), h.body.Vault, id)
}

func (h *Header) find(id []byte) (slot, bool) {
	i := slices.IndexFunc(h.body.Slots, func(s slot) bool { return bytes.Equal(s.ID, id) })
	if i < 0 {
		return slot{}, false
	}
	return h.body.Slots[i], true
}

// put makes a slot, instead of the one of the same id.
func (h *Header) put(id []byte, c Credential, k *Key) error {
	sealed, err := grant(c.Public, k, h.place(id))
	if err != nil {
		return err
	}
	h.drop(id)
	if len(h.body.Slots) >= mostSlots {
		return ErrFull
	}
	h.body.Slots = append(slices.Clip(h.body.Slots), slot{ID: id, Credential: c, Grant: sealed})
	return nil
}

func (h *Header) drop(id []byte) {
	h.body.Slots = slices.DeleteFunc(slices.Clone(h.body.Slots), func(s slot) bool { return bytes.Equal(s.ID, id) })
}

// Credential is that of an account that has a slot.
func (h *Header) Credential(account string) (c Credential, ok bool) {
	s, ok := h.find(h.accountID(account))
	return s.Credential, ok
}

// newRecovery makes a new recovery code instead of the one there was.
func (h *Header) newRecovery(k *Key) (code string, err error) {
	code = newCode()
	secret, _ := readCode(code)
	private, err := ofCode(secret)
	if err != nil {
		return "", err
	}
	return code, h.put(h.recoveryID(), Credential{Public: private.PublicKey().Bytes()}, k)
}

// unlock gives the data key for a password. An unknown account takes as long and gets the same answer as a wrong password.
func (h *Header) unlock(name, password string) (*Key, *Identity, error) {
	s, ok := h.find(h.accountID(name))
	if !ok || s.Credential.Stretching == nil {
		h.usual().stretch(password)
		return nil, nil, ErrPassword
	}
	private, err := s.Credential.unlock(password)
	if err != nil {
		return nil, nil, err
	}
	id := &Identity{private}
	k, err := h.claimFor(name, id)
	return k, id, err
}

// claimFor gives the data key to an account that is known already.
func (h *Header) claimFor(name string, id *Identity) (*Key, error) {
	s, ok := h.find(h.accountID(name))
	if !ok {
		return nil, ErrPassword
	}
	k, err := claim(id.private, s.Grant, h.place(s.ID))
	return h.checked(k, err)
}

// usual is the work that the accounts of this file take.
func (h *Header) usual() Stretching {
	for _, s := range h.body.Slots {
		if s.Credential.Stretching != nil {
			return *s.Credential.Stretching
		}
	}
	return present()
}

// recoverKey gives the data key for a recovery code as somebody typed it.
func (h *Header) recoverKey(typed string) (*Key, error) {
	code, ok := readCode(typed)
	s, found := h.find(h.recoveryID())
	if !ok || !found {
		return nil, ErrPassword
	}
	private, err := ofCode(code)
	if err != nil {
		return nil, err
	}
	k, err := claim(private, s.Grant, h.place(s.ID))
	return h.checked(k, err)
}

// checked lets a data key out if it fits the header: slots that were changed outside of the program are noticed.
func (h *Header) checked(k *Key, err error) (*Key, error) {
	if err != nil {
		return nil, err
	}
	if !h.fits(k) {
		k.Wipe()
		return nil, ErrHeader
	}
	return k, nil
}

func (h *Header) fits(k *Key) bool {
	mac, err := h.mac(k)
	return err == nil && hmac.Equal(mac, h.body.MAC)
}
