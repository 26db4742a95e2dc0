package powercut

// #cgo darwin LDFLAGS: -Wl,-undefined,dynamic_lookup
// #include "recorder.h"
// #include <stdlib.h>
import "C"

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"runtime/cgo"
	"strings"
	"sync"
	"unsafe"

	_ "github.com/mattn/go-sqlite3" // has the functions that the recorder calls
)

// Recorder notes what is done to the files of one folder.
type Recorder struct {
	dir    string
	cName  *C.char
	handle cgo.Handle

	mu    sync.Mutex
	steps []step
	names map[string]int // the files by name, as programs see them now
	files int
}

// Record begins to note what SQLite does to the files of a folder; the files that are in it are safe on the disk. Until
// [Recorder.Stop] the recorder is the usual VFS of the whole program: layers that are made by then lie over it. Tests that
// record do not run beside others.
func Record(dir string) (*Recorder, error) {
	dir, err := filepath.EvalSymlinks(dir)
	if err != nil {
		return nil, fmt.Errorf("recording a folder: %w", err)
	}
	r := &Recorder{dir: dir, names: map[string]int{}}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, fmt.Errorf("recording a folder: %w", err)
	}
	for _, e := range entries {
		if _, err := r.open(e.Name()); err != nil {
			return nil, err
		}
	}
	r.handle, r.cName = cgo.NewHandle(r), C.CString("powercut")
	if rc := C.powercut_register(r.cName, C.uintptr_t(r.handle)); rc != 0 {
		r.free()
		return nil, fmt.Errorf("recording a folder: SQLite says %d", rc)
	}
	return r, nil
}

// Stop ends the recording, after the last connection has been closed, and gives what was noted.
func (r *Recorder) Stop() *Log {
	C.powercut_unregister(r.cName)
	r.free()
	return newLog(r.steps)
}

func (r *Recorder) free() {
	r.handle.Delete()
	C.free(unsafe.Pointer(r.cName))
}

// Note says that something is acknowledged: a disk of a later moment holds at least that much of it.
func (r *Recorder) Note(what string, n int) { r.add(step{kind: noted, name: what, n: n}) }

// File is a file of the folder that is written without SQLite.
func (r *Recorder) File(name string) (*File, error) {
	number, err := r.open(name)
	return &File{r, number, filepath.Join(r.dir, name)}, err
}

// Rename gives a file the name of another one, or a new one.
func (r *Recorder) Rename(from, to string) error {
	if err := os.Rename(filepath.Join(r.dir, from), filepath.Join(r.dir, to)); err != nil {
		return fmt.Errorf("renaming: %w", err)
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.names[to] = r.names[from]
	delete(r.names, from)
	r.steps = append(r.steps, step{kind: renamed, file: r.names[to], name: from, to: to})
	return nil
}

// SyncFolder makes the names safe.
func (r *Recorder) SyncFolder() { r.add(step{kind: folderSynced, name: root}) }

func (r *Recorder) add(s step) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.steps = append(r.steps, s)
}

// open gives the number of a file: names come and go, it stays. One that has something in it when it is first seen was
// written by others and is safe.
func (r *Recorder) open(name string) (int, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if number, ok := r.names[name]; ok {
		return number, nil
	}
	content, err := os.ReadFile(filepath.Join(r.dir, name))
	if err != nil {
		return 0, fmt.Errorf("recording a file: %w", err)
	}
	r.files++
	r.names[name] = r.files
	s := step{kind: created, file: r.files, name: name, linked: true} // SQLite syncs the folder of a new file
	if len(content) > 0 {
		s.kind, s.bytes = found, content
	}
	r.steps = append(r.steps, s)
	return r.files, nil
}

// here is the name of a file in the folder.
func (r *Recorder) here(path *C.char) (name string, ok bool) {
	dir, name := filepath.Split(C.GoString(path))
	return name, filepath.Clean(dir) == r.dir && !strings.HasSuffix(name, "-shm")
}

func recorder(handle C.uintptr_t) *Recorder { return cgo.Handle(handle).Value().(*Recorder) }

// goPowercutOpened gives the number of a file that SQLite has opened, 0 for one elsewhere.
//
//export goPowercutOpened
func goPowercutOpened(handle C.uintptr_t, path *C.char) C.int {
	r := recorder(handle)
	name, ok := r.here(path)
	if !ok {
		return 0
	}
	number, err := r.open(name)
	if err != nil {
		return -1
	}
	return C.int(number)
}

//export goPowercutWrote
func goPowercutWrote(handle C.uintptr_t, file C.int, b unsafe.Pointer, n C.int, at C.longlong) {
	recorder(handle).add(step{kind: wrote, file: int(file), bytes: C.GoBytes(b, n), at: int64(at)})
}

//export goPowercutTruncated
func goPowercutTruncated(handle C.uintptr_t, file C.int, size C.longlong) {
	recorder(handle).add(step{kind: truncated, file: int(file), at: int64(size)})
}

//export goPowercutSynced
func goPowercutSynced(handle C.uintptr_t, file C.int) {
	recorder(handle).add(step{kind: synced, file: int(file)})
}

//export goPowercutDeleted
func goPowercutDeleted(handle C.uintptr_t, path *C.char, sync C.int) {
	r := recorder(handle)
	name, ok := r.here(path)
	if !ok {
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	delete(r.names, name)
	r.steps = append(r.steps, step{kind: deleted, name: name})
	if sync != 0 {
		r.steps = append(r.steps, step{kind: folderSynced, name: root})
	}
}

// File is a file that is written without SQLite.
type File struct {
	recorder *Recorder
	number   int
	path     string
}

// WriteAt writes as [os.File.WriteAt] does.
func (f *File) WriteAt(b []byte, at int64) (int, error) {
	file, err := os.OpenFile(f.path, os.O_RDWR, 0)
	if err != nil {
		return 0, fmt.Errorf("writing: %w", err)
	}
	defer func() { _ = file.Close() }()
	n, err := file.WriteAt(b, at)
	f.recorder.add(step{kind: wrote, file: f.number, bytes: bytes.Clone(b[:n]), at: at})
	return n, err
}

// Sync makes what was written safe.
func (f *File) Sync() error {
	f.recorder.add(step{kind: synced, file: f.number})
	return nil
}
