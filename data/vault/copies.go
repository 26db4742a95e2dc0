package vault

import (
	"encoding/hex"
	"slices"
)

// ID tells files apart. A file, its successors and all their copies have the same one.
func (h *Header) ID() string { return hex.EncodeToString(h.body.Vault) }

// OpensTo tells whether a key pair has a slot, under whatever name.
func (h *Header) OpensTo(c Credential) bool {
	return slices.ContainsFunc(h.body.Slots, func(s slot) bool { return s.Credential.SameKey(c) })
}

// OpenCopy opens a copy of the file that has the same data key. [ErrPassword] says that it has another one, as a copy
// from before a successor took the file's place.
func (f *File) OpenCopy(path string) (*File, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	return open(path, f.header.body.Kind, func(h *Header) (*Key, error) {
		if !h.fits(f.key) {
			return nil, ErrPassword
		}
		k := *f.key
		return &k, nil
	})
}
