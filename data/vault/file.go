package vault

import (
	"bytes"
	"crypto/cipher"
	"errors"
	"fmt"
	"os"
	"slices"
	"sync"

	"golang.org/x/crypto/chacha20poly1305"
)

// File is an encrypted file that is open: its keys are in memory until it is closed.
type File struct {
	path   string
	key    *Key
	layer  *layer
	mu     sync.Mutex
	handle *os.File // kept: closing any handle of a file drops the locks that SQLite has on it (POSIX)
	header *Header
}

// Create makes an empty file of a kind, readable by the owner of the folder only. Nobody but its recovery code opens it,
// until [File.Grant]; the code is said once and kept nowhere.
func Create(path, kind string) (f *File, recoveryCode string, err error) {
	h, k := newHeader(kind)
	if recoveryCode, err = h.newRecovery(k); err != nil {
		return nil, "", err
	}
	f, err = create(path, h, k)
	return f, recoveryCode, err
}

func create(path string, h *Header, k *Key) (*File, error) {
	file, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o600)
	if err != nil {
		return nil, fmt.Errorf("creating an encrypted file: %w", err)
	}
	err = h.write(file, k)
	if err == nil {
		err = h.write(file, k) // both copies, so that one may be damaged
	}
	if err != nil {
		return nil, errors.Join(err, file.Close(), os.Remove(path))
	}
	return newFile(path, file, h, k)
}

// newFile takes over the handle.
func newFile(path string, handle *os.File, h *Header, k *Key) (*File, error) {
	l, err := newLayer("", h.pageKey(k))
	if err != nil {
		k.Wipe()
		return nil, errors.Join(err, handle.Close())
	}
	return &File{path: path, handle: handle, key: k, layer: l, header: h}, nil
}

// Open opens a file of a kind with an account's password, and gives what opens the other files of the account.
// [ErrPassword], [ErrHeader], [ErrKind] and [ErrNewer] say why not.
func Open(path, kind, account, password string) (f *File, id *Identity, err error) {
	f, err = open(path, kind, func(h *Header) (k *Key, err error) {
		k, id, err = h.unlock(account, password)
		return k, err
	})
	return f, id, err
}

// OpenAs opens a file of a kind for an account that has given its password elsewhere. [ErrPassword] says that the
// account has no slot here.
func OpenAs(path, kind, account string, id *Identity) (*File, error) {
	return open(path, kind, func(h *Header) (*Key, error) { return h.claimFor(account, id) })
}

// Recover opens a file of a kind with its recovery code.
func Recover(path, kind, code string) (*File, error) {
	return open(path, kind, func(h *Header) (*Key, error) { return h.recoverKey(code) })
}

func open(path, kind string, unlock func(*Header) (*Key, error)) (*File, error) {
	handle, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return nil, fmt.Errorf("opening an encrypted file: %w", err)
	}
	h, err := ReadHeader(handle)
	if err == nil && h.body.Kind != kind {
		err = ErrKind
	}
	var k *Key
	if err == nil {
		k, err = unlock(h)
	}
	if err != nil {
		return nil, errors.Join(err, handle.Close())
	}
	return newFile(path, handle, h, k)
}

// HeaderOf reads the header of a file, for which no key is needed. Of a file that is open here [File.Header] is asked.
func HeaderOf(path string) (h *Header, err error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("opening an encrypted file: %w", err)
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	return ReadHeader(file)
}

// VFS is the name under which SQLite opens the file: the vfs parameter of its address.
func (f *File) VFS() string { return f.layer.name }

// Header is the header as it is in the file now: another program may have changed who opens it.
func (f *File) Header() (*Header, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.stored()
}

func (f *File) stored() (*Header, error) {
	h, err := ReadHeader(f.handle)
	if err != nil {
		return nil, err
	}
	if !h.fits(f.key) {
		return nil, ErrHeader
	}
	return h, nil
}

// Close wipes the keys. All connections are closed before.
func (f *File) Close() {
	f.layer.close()
	f.key.Wipe()
	_ = f.handle.Close() // what was written with it was flushed
}

// Grant lets an account open the file: by its password where the credential is a whole one, else, when it is
// [Credential.Shared], by what the password opened elsewhere.
func (f *File) Grant(account string, c Credential) error {
	if !c.sane() {
		return ErrHeader
	}
	return f.change(func(h *Header) error { return h.put(h.accountID(account), c, f.key) })
}

// Alias lets an account open the file under another name, too. A slot that is not there is no error.
func (f *File) Alias(account, name string) error {
	return f.change(func(h *Header) error {
		s, ok := h.find(h.accountID(account))
		if !ok {
			return nil
		}
		return h.put(h.accountID(name), s.Credential, f.key)
	})
}

// Revoke takes the slots of accounts. Whoever kept an older copy of the file still opens that; only [File.Successor]
// shuts her out of what is written from now on.
func (f *File) Revoke(accounts ...string) error {
	return f.change(func(h *Header) error {
		for _, account := range accounts {
			h.drop(h.accountID(account))
		}
		return nil
	})
}

// RevokeOthers takes the slots of all but some accounts. The recovery code stays.
func (f *File) RevokeOthers(accounts ...string) error {
	h, err := f.Header()
	if err != nil {
		return err
	}
	ids := [][]byte{h.recoveryID()}
	for _, account := range accounts {
		ids = append(ids, h.accountID(account))
	}
	other := func(s slot) bool {
		return !slices.ContainsFunc(ids, func(id []byte) bool { return bytes.Equal(id, s.ID) })
	}
	if !slices.ContainsFunc(h.body.Slots, other) {
		return nil
	}
	return f.change(func(h *Header) error {
		h.body.Slots = slices.DeleteFunc(slices.Clone(h.body.Slots), other)
		return nil
	})
}

// Credential is that of an account that has a slot, as it is in the file now.
func (f *File) Credential(account string) (c Credential, ok bool) {
	h, err := f.Header()
	if err != nil {
		return Credential{}, false
	}
	return h.Credential(account)
}

// MoveTo gives the file another place on the same disk. No connection is open. Windows renames no file that is open.
func (f *File) MoveTo(path string) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	err := f.handle.Close()
	if err == nil {
		err = os.Rename(f.path, path)
	}
	if err == nil {
		f.path = path
	}
	handle, openErr := os.OpenFile(f.path, os.O_RDWR, 0)
	if openErr == nil {
		f.handle = handle
	}
	if err := errors.Join(err, openErr); err != nil {
		return fmt.Errorf("naming an encrypted file: %w", err)
	}
	return nil
}

// Replace puts the file into the place of another one, which stays as it was when that fails. No connection is open to
// either.
func (f *File) Replace(other *File) error {
	other.mu.Lock()
	defer other.mu.Unlock()
	err := other.handle.Close()
	if err == nil {
		err = f.MoveTo(other.path)
	}
	if err != nil {
		other.handle, err = reopened(other.path, err)
	}
	return err
}

func reopened(path string, cause error) (*os.File, error) {
	handle, err := os.OpenFile(path, os.O_RDWR, 0)
	return handle, errors.Join(cause, err)
}

// NewRecoveryCode makes a recovery code instead of the one there was. It is said once and kept nowhere.
func (f *File) NewRecoveryCode() (code string, err error) {
	err = f.change(func(h *Header) error {
		code, err = h.newRecovery(f.key)
		return err
	})
	return code, err
}

// change writes a changed header; one that could not be written is not kept. It begins from what is in the file: another
// program may have changed it since.
func (f *File) change(fn func(*Header) error) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	next, err := f.stored()
	if err != nil {
		return err
	}
	if err := fn(next); err != nil {
		return err
	}
	if err := next.write(f.handle, f.key); err != nil {
		return err
	}
	f.header = next
	return nil
}

// Copy makes an empty file that the same accounts open, for a backup: VACUUM INTO fills it.
func (f *File) Copy(path string) (*File, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	h, err := f.stored()
	if err != nil {
		return nil, err
	}
	k := *f.key
	return create(path, h.clone(), &k)
}

// Seal encrypts something small that belongs to the file but lies beside it, for one purpose.
func (f *File) Seal(purpose string, plain []byte) ([]byte, error) {
	box, err := f.box(purpose)
	if err != nil {
		return nil, err
	}
	nonce := random(box.NonceSize())
	return box.Seal(nonce, nonce, plain, nil), nil
}

// Unseal decrypts what was sealed for a purpose; [ErrPassword] says that it was not sealed so, by this file.
func (f *File) Unseal(purpose string, sealed []byte) ([]byte, error) {
	box, err := f.box(purpose)
	if err != nil {
		return nil, err
	}
	if len(sealed) < box.NonceSize() {
		return nil, ErrPassword
	}
	plain, err := box.Open(nil, sealed[:box.NonceSize()], sealed[box.NonceSize():], nil)
	if err != nil {
		return nil, ErrPassword
	}
	return plain, nil
}

func (f *File) box(purpose string) (cipher.AEAD, error) {
	box, err := chacha20poly1305.NewX(derive(f.key.bytes[:], f.header.body.Vault, "beside/"+purpose))
	if err != nil {
		return nil, fmt.Errorf("sealing beside a file: %w", err)
	}
	return box, nil
}

// Successor makes an empty file with a new data key that the same recovery code opens, and of the accounts that have a
// slot those that are named, with just these key pairs: VACUUM INTO fills it, and it takes this file's place. Nobody needs
// to tell a password.
func (f *File) Successor(path string, accounts map[string]Credential) (*File, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	h, err := f.stored()
	if err != nil {
		return nil, err
	}
	h, k := h.clone(), newKey()
	kept := []slot{}
	if s, ok := h.find(h.recoveryID()); ok {
		kept = append(kept, s)
	}
	for name, c := range accounts {
		if s, ok := h.find(h.accountID(name)); ok && s.Credential.SameKey(c) {
			kept = append(kept, s)
		}
	}
	h.body.Slots = nil
	for _, s := range kept {
		if err := h.put(s.ID, s.Credential, k); err != nil {
			return nil, err
		}
	}
	return create(path, h, k)
}
