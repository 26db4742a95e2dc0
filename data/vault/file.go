package vault

import (
	"errors"
	"fmt"
	"os"
	"sync"
)

// File is an encrypted file that is open: its keys are in memory until it is closed.
type File struct {
	path   string
	key    *Key
	layer  *layer
	mu     sync.Mutex
	header *Header
}

// Create makes an empty file of a kind that one account can open, readable by the owner of the folder only. A recovery
// code comes with it: it is said once and kept nowhere.
func Create(path, kind, account string, c Credential) (f *File, recoveryCode string, err error) {
	h, k := newHeader(kind)
	if err = h.put(h.accountID(account), c, k); err == nil {
		recoveryCode, err = h.newRecovery(k)
	}
	if err != nil {
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
	if err := errors.Join(err, file.Close()); err != nil {
		return nil, errors.Join(err, os.Remove(path))
	}
	return newFile(path, h, k)
}

func newFile(path string, h *Header, k *Key) (*File, error) {
	l, err := newLayer("", h.pageKey(k))
	if err != nil {
		return nil, err
	}
	return &File{path: path, key: k, layer: l, header: h}, nil
}

// Open opens a file of a kind for an account. [ErrPassword], [ErrHeader], [ErrKind] and [ErrNewer] say why not.
func Open(path, kind, account, password string) (*File, error) {
	return open(path, kind, func(h *Header) (*Key, error) { return h.unlock(account, password) })
}

// Recover opens a file of a kind with its recovery code.
func Recover(path, kind, code string) (*File, error) {
	return open(path, kind, func(h *Header) (*Key, error) { return h.recoverKey(code) })
}

func open(path, kind string, unlock func(*Header) (*Key, error)) (*File, error) {
	h, err := readHeader(path)
	if err != nil {
		return nil, err
	}
	if h.body.Kind != kind {
		return nil, ErrKind
	}
	k, err := unlock(h)
	if err != nil {
		return nil, err
	}
	return newFile(path, h, k)
}

func readHeader(path string) (h *Header, err error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("opening an encrypted file: %w", err)
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	return ReadHeader(file)
}

// VFS is the name under which SQLite opens the file: the vfs parameter of its address.
func (f *File) VFS() string { return f.layer.name }

// Close wipes the keys. All connections are closed before.
func (f *File) Close() {
	f.layer.close()
	f.key.Wipe()
}

// Credential is that of an account that can open the file, as it is put into another one.
func (f *File) Credential(account string) (c Credential, ok bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	s, ok := f.header.find(f.header.accountID(account))
	return s.Credential, ok
}

// Grant lets an account open the file with its credential, instead of the one it had.
func (f *File) Grant(account string, c Credential) error {
	if !c.sane() || c.Stretching == nil {
		return ErrHeader
	}
	return f.change(func(h *Header) error { return h.put(h.accountID(account), c, f.key) })
}

// Revoke takes an account's slot. Whoever kept an older copy of the file still opens that; only [File.Successor] shuts
// her out of what is written from now on.
func (f *File) Revoke(account string) error {
	return f.change(func(h *Header) error {
		if h.drop(h.accountID(account)); h.accounts() == 0 {
			return ErrLast
		}
		return nil
	})
}

// NewRecoveryCode makes a recovery code instead of the one there was. It is said once and kept nowhere.
func (f *File) NewRecoveryCode() (code string, err error) {
	err = f.change(func(h *Header) error {
		code, err = h.newRecovery(f.key)
		return err
	})
	return code, err
}

// change writes a changed header; one that could not be written is not kept.
func (f *File) change(fn func(*Header) error) (err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	next := *f.header
	if err := fn(&next); err != nil {
		return err
	}
	file, err := os.OpenFile(f.path, os.O_RDWR, 0)
	if err != nil {
		return fmt.Errorf("changing who opens a file: %w", err)
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	if err := next.write(file, f.key); err != nil {
		return err
	}
	f.header = &next
	return nil
}

// Copy makes an empty file that the same accounts open, for a backup: VACUUM INTO fills it.
func (f *File) Copy(path string) (*File, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	k := *f.key
	return create(path, f.header.clone(), &k)
}

// Successor makes an empty file with a new data key that the same accounts and the same recovery code open: VACUUM INTO
// fills it, and it takes this file's place. Nobody needs to tell a password.
func (f *File) Successor(path string) (*File, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	h, k := f.header.clone(), newKey()
	for _, s := range f.header.body.Slots {
		if err := h.put(s.ID, s.Credential, k); err != nil {
			return nil, err
		}
	}
	return create(path, h, k)
}
