package vault

import (
	"encoding/binary"
	"sync"

	"lukechampine.com/adiantum"
	"lukechampine.com/adiantum/hbsh"
)

// sectorSize is what is encrypted at a time, in bytes: a page of SQLite.
const sectorSize = 4096

// sectors encrypts sectors in their place. The number of a sector goes into it, so that none can be moved. It is for
// several goroutines: SQLite reads on one connection while another writes. A cipher of the library is not, because it
// keeps a buffer of its own, so there is one for each that is at work.
type sectors struct{ ciphers *sync.Pool }

func newCipher(key []byte) sectors {
	return sectors{&sync.Pool{New: func() any { return adiantum.New(key) }}}
}

// The kinds of files that SQLite opens, each with a key of its own; the numbers are those of the shim.
const (
	mainFile = iota
	journalFile
	walFile
	tempFile
	fileKinds
)

// newSectors are the ciphers of a file and of what SQLite writes beside it. Temporary files get a key that nobody keeps.
func newSectors(pageKey []byte) *[fileKinds]sectors {
	var out [fileKinds]sectors
	for kind, purpose := range []string{mainFile: "main", journalFile: "journal", walFile: "wal"} {
		out[kind] = newCipher(derive(pageKey, nil, purpose))
	}
	out[tempFile] = newCipher(random(keySize))
	return &out
}

// crypt encrypts or decrypts whole sectors from number first on.
func (s sectors) crypt(b []byte, first uint64, encrypt bool) {
	cipher := s.ciphers.Get().(*hbsh.HBSH)
	defer s.ciphers.Put(cipher)
	var tweak [8]byte
	for number := first; len(b) >= sectorSize; number++ {
		binary.LittleEndian.PutUint64(tweak[:], number)
		if encrypt {
			cipher.Encrypt(b[:sectorSize], tweak[:])
		} else {
			cipher.Decrypt(b[:sectorSize], tweak[:])
		}
		b = b[sectorSize:]
	}
}
