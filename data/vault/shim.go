package vault

// #cgo darwin LDFLAGS: -Wl,-undefined,dynamic_lookup
// #include "shim.h"
// #include <stdlib.h>
import "C"

import (
	"encoding/hex"
	"fmt"
	"runtime/cgo"
	"unsafe"

	_ "github.com/mattn/go-sqlite3" // has the functions that the shim calls
)

// layer is a VFS of SQLite that encrypts one file.
type layer struct {
	name   string
	cName  *C.char
	handle cgo.Handle
}

// newLayer puts a layer with the keys of one file over a VFS of SQLite, "" for the usual one. Its name is by chance: it
// says nothing.
func newLayer(under string, pageKey []byte) (*layer, error) {
	var below *C.char
	if under != "" {
		below = C.CString(under)
		defer C.free(unsafe.Pointer(below))
	}
	l := &layer{name: "saya-" + hex.EncodeToString(random(8)), handle: cgo.NewHandle(newSectors(pageKey))}
	l.cName = C.CString(l.name)
	rc := C.vault_register(l.cName, below, C.uintptr_t(l.handle), C.int(sectorSize), C.int(HeaderSize))
	if rc != 0 {
		l.free()
		return nil, fmt.Errorf("preparing an encrypted file: SQLite says %d", rc)
	}
	return l, nil
}

// close takes the layer away; no connection uses it any more.
func (l *layer) close() {
	C.vault_unregister(l.cName)
	l.free()
}

func (l *layer) free() {
	l.handle.Delete()
	C.free(unsafe.Pointer(l.cName))
}

// goVaultCrypt encrypts or decrypts n bytes in their place for the shim: whole sectors from number first on.
//
//export goVaultCrypt
func goVaultCrypt(key C.uintptr_t, kind, encrypt C.int, bytes *C.uchar, n C.int, first C.longlong) {
	ciphers := cgo.Handle(key).Value().(*[fileKinds]sectors)
	ciphers[kind].crypt(unsafe.Slice((*byte)(unsafe.Pointer(bytes)), int(n)), uint64(first), encrypt != 0)
}
