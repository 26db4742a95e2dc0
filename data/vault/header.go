package vault

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"slices"
)

// HeaderSize is how much of a file the header takes, in bytes: two copies, written by turns, so that one is always whole.
const (
	HeaderSize = 64 << 10
	copySize   = HeaderSize / 2
	prefixSize = 52 // magic, generation, length of the body, SHA-256 of the rest
	magic      = "SAYAVLT1"
	mostSlots  = 64
)

// Header says who may open a file. It is not for use by several goroutines.
type Header struct {
	generation uint64
	body       body
}

// body is the part that is stored as JSON.
type body struct {
	Version int    `json:"version"`
	Cipher  string `json:"cipher"`
	Kind    string `json:"kind"`  // what the file is for: one file never opens as another
	Vault   []byte `json:"vault"` // binds slots to this file; the same in its backups
	Salt    []byte `json:"salt"`  // of the page keys: each backup has its own
	Slots   []slot `json:"slots"`
	MAC     []byte `json:"mac"` // over all else, by a key that only the data key gives
}

const (
	formatVersion = 1
	cipherName    = "adiantum"
)

// newHeader is the header of a new file, with its data key.
func newHeader(kind string) (*Header, *Key) {
	return &Header{body: body{
		Version: formatVersion, Cipher: cipherName, Kind: kind, Vault: random(keySize), Salt: random(keySize),
	}}, newKey()
}

// clone is the header of a copy of the file: the same accounts and data key, other page keys.
func (h *Header) clone() *Header {
	c := &Header{body: h.body}
	c.body.Slots, c.body.Salt = slices.Clone(h.body.Slots), random(keySize)
	return c
}

// Kind is what the file is for.
func (h *Header) Kind() string { return h.body.Kind }

// pageKey is the key from which those of the pages, of the log and of the temporary files come.
func (h *Header) pageKey(k *Key) []byte { return derive(k.bytes[:], h.body.Salt, "pages/"+h.body.Kind) }

// mac covers all that the header says.
func (h *Header) mac(k *Key) ([]byte, error) {
	b := h.body
	b.MAC = nil
	text, err := json.Marshal(b)
	if err != nil {
		return nil, fmt.Errorf("encoding a header: %w", err)
	}
	m := hmac.New(sha256.New, derive(k.bytes[:], h.body.Vault, "header"))
	m.Write(text)
	return m.Sum(nil), nil
}

// stored is the copy of the header that is written next.
func (h *Header) stored(k *Key) ([]byte, error) {
	var err error
	if h.body.MAC, err = h.mac(k); err != nil {
		return nil, err
	}
	text, err := json.Marshal(h.body)
	if err != nil {
		return nil, fmt.Errorf("encoding a header: %w", err)
	}
	if len(text) > copySize-prefixSize {
		return nil, ErrFull
	}
	out := make([]byte, copySize)
	copy(out, magic)
	binary.LittleEndian.PutUint64(out[8:], h.generation+1)
	binary.LittleEndian.PutUint32(out[16:], uint32(len(text)))
	copy(out[prefixSize:], text)
	sum := sumOf(out)
	copy(out[20:], sum[:])
	return out, nil
}

// sumOf covers a copy but for the place of the sum itself.
func sumOf(c []byte) [sha256.Size]byte {
	s := sha256.New()
	s.Write(c[:20])
	s.Write(c[prefixSize:])
	return [sha256.Size]byte(s.Sum(nil))
}

// file is what a header is written to.
type file interface {
	io.WriterAt
	Sync() error
}

// write stores the header in the place of the older copy: until it is whole there, the other one holds.
func (h *Header) write(f file, k *Key) error {
	c, err := h.stored(k)
	if err != nil {
		return err
	}
	if _, err := f.WriteAt(c, int64((h.generation+1)%2)*copySize); err != nil {
		return fmt.Errorf("writing a header: %w", err)
	}
	if err := f.Sync(); err != nil {
		return fmt.Errorf("writing a header: %w", err)
	}
	h.generation++
	return nil
}

// ReadHeader takes the newest whole copy of a header. [ErrHeader] says that there is none, [ErrNewer] that a newer
// program wrote it.
func ReadHeader(r io.ReaderAt) (*Header, error) {
	var best *Header
	var failure error = ErrHeader
	for i := range int64(2) {
		h, err := readCopy(r, i*copySize)
		switch {
		case err != nil && err != ErrHeader:
			failure = err
		case err == nil && (best == nil || h.generation > best.generation):
			best = h
		}
	}
	if best == nil {
		return nil, failure
	}
	return best, nil
}

func readCopy(r io.ReaderAt, at int64) (*Header, error) {
	c := make([]byte, copySize)
	if n, err := r.ReadAt(c, at); n < copySize {
		if err != nil && err != io.EOF {
			return nil, fmt.Errorf("reading a header: %w", err)
		}
		return nil, ErrHeader
	}
	size := binary.LittleEndian.Uint32(c[16:])
	sum := sumOf(c)
	if string(c[:8]) != magic || size > copySize-prefixSize || !bytes.Equal(sum[:], c[20:prefixSize]) {
		return nil, ErrHeader
	}
	h := &Header{generation: binary.LittleEndian.Uint64(c[8:])}
	if err := json.Unmarshal(c[prefixSize:prefixSize+size], &h.body); err != nil {
		return nil, ErrHeader
	}
	if h.body.Version > formatVersion {
		return nil, ErrNewer
	}
	if !h.body.sane() {
		return nil, ErrHeader
	}
	return h, nil
}

// sane tells whether a header can be one of ours.
func (b *body) sane() bool {
	return b.Version == formatVersion && b.Cipher == cipherName && len(b.Vault) == keySize && len(b.Salt) == keySize &&
		len(b.Slots) <= mostSlots && !slices.ContainsFunc(b.Slots, func(s slot) bool { return !s.sane() })
}
