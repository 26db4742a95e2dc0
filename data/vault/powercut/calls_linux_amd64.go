package powercut

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
)

// call is one call of the system.
type call struct {
	number   uint64
	args     [6]uint64
	path, to string
	isNew    bool // what is opened was not there before
}

// Calls and flags that package syscall does not name.
const (
	atCWD         = -100
	renameat2     = 316
	copyFileRange = 326
	pwritev2      = 328
	openat2       = 437
	dupCloseExec  = 1030 // F_DUPFD_CLOEXEC
)

// begins reads the paths of a call: when it ends they may be gone.
func (t *tracer) begins(c call) (call, error) {
	var err error
	here := uint64(0x1_0000_0000 + atCWD)
	switch a := c.args; c.number {
	case syscall.SYS_OPENAT:
		if c.path, err = t.path(a[0], a[1]); err == nil {
			_, gone := os.Lstat(c.path)
			c.isNew = gone != nil
		}
	case syscall.SYS_UNLINKAT, syscall.SYS_MKDIRAT:
		c.path, err = t.path(a[0], a[1])
	case syscall.SYS_UNLINK, syscall.SYS_RMDIR, syscall.SYS_MKDIR:
		c.path, err = t.path(here, a[0])
	case syscall.SYS_RENAME:
		if c.path, err = t.path(here, a[0]); err == nil {
			c.to, err = t.path(here, a[1])
		}
	case syscall.SYS_RENAMEAT, renameat2:
		if c.path, err = t.path(a[0], a[1]); err == nil {
			c.to, err = t.path(a[2], a[3])
		}
	case syscall.SYS_CLOSE: // another thread may get the number before this one hears that it is free
		delete(t.open, a[0])
	case syscall.SYS_OPEN, syscall.SYS_CREAT, openat2, syscall.SYS_LINK, syscall.SYS_LINKAT, syscall.SYS_TRUNCATE:
		err = fmt.Errorf("call %d is not known here", c.number)
	}
	return c, err
}

// done notes a call that succeeded.
func (t *tracer) done(c call, result int64) error {
	switch c.number {
	case syscall.SYS_OPENAT:
		t.opened(c, uint64(result))
	case syscall.SYS_MKDIR, syscall.SYS_MKDIRAT:
		if name, here := t.named(c.path); here {
			t.names[name] = 0
			t.add(step{kind: created, name: name})
		}
	case syscall.SYS_UNLINK, syscall.SYS_RMDIR, syscall.SYS_UNLINKAT:
		if name, here := t.named(c.path); here {
			delete(t.names, name)
			t.add(step{kind: deleted, name: name})
		}
	case syscall.SYS_RENAME, syscall.SYS_RENAMEAT, renameat2:
		return t.renamed(c)
	case syscall.SYS_WRITE:
		if c.args[0] == 1 {
			return t.said(c, uint64(result))
		}
	}
	if t.hidden(c) {
		return fmt.Errorf("call %d changes a file in a way that is not known here", c.number)
	}
	if h, ok := t.open[c.args[0]]; ok {
		return t.changed(c, h, uint64(result))
	}
	return nil
}

// hidden tells that a file is changed, or comes to be, in a way that the tracer does not follow.
func (t *tracer) hidden(c call) bool {
	fd := c.args[0]
	switch c.number {
	case syscall.SYS_WRITEV, syscall.SYS_PWRITEV, pwritev2, syscall.SYS_FALLOCATE, syscall.SYS_SENDFILE, syscall.SYS_DUP,
		syscall.SYS_DUP2, syscall.SYS_DUP3:
	case syscall.SYS_FCNTL:
		if c.args[1] != syscall.F_DUPFD && c.args[1] != dupCloseExec {
			return false
		}
	case syscall.SYS_SPLICE, copyFileRange:
		fd = c.args[2]
	case syscall.SYS_MMAP:
		if c.args[2]&syscall.PROT_WRITE == 0 || c.args[3]&syscall.MAP_SHARED == 0 {
			return false
		}
		fd = c.args[4]
	default:
		return false
	}
	_, ours := t.open[fd]
	return ours
}

func (t *tracer) add(s step) { t.steps = append(t.steps, s) }

func (t *tracer) opened(c call, fd uint64) {
	delete(t.open, fd)
	name, here := t.named(c.path)
	if !here {
		return
	}
	file, known := t.names[name]
	switch flags := c.args[2]; {
	case name == root || known && file == 0:
		t.open[fd] = handle{name: name}
		return
	case c.isNew || !known:
		t.files++
		file = t.files
		t.names[name] = file
		t.add(step{kind: created, file: file, name: name})
	case flags&syscall.O_TRUNC != 0:
		t.add(step{kind: truncated, file: file})
	}
	t.open[fd] = handle{file: file}
}

// renamed follows a file or a folder to its new name.
func (t *tracer) renamed(c call) error {
	name, from := t.named(c.path)
	to, into := t.named(c.to)
	if from != into {
		return fmt.Errorf("something moves over the edge of the folder: %s", name+to)
	}
	if !from {
		return nil
	}
	file := t.names[name]
	t.add(step{kind: renamed, file: file, name: name, to: to})
	for old, file := range t.names {
		if rest, ok := strings.CutPrefix(old, name+"/"); ok {
			delete(t.names, old)
			t.names[filepath.Join(to, rest)] = file
		}
	}
	delete(t.names, name)
	t.names[to] = file
	return nil
}

// said notes what is acknowledged.
func (t *tracer) said(c call, n uint64) error {
	text, err := t.read(c.args[1], n)
	if what, n, ok := Said(string(text)); ok {
		t.add(step{kind: noted, name: what, n: n})
	}
	return err
}

// changed notes what is done to an open file.
func (t *tracer) changed(c call, h handle, n uint64) (err error) {
	s := step{kind: wrote, file: h.file}
	switch c.number {
	case syscall.SYS_WRITE:
		if s.at, err = t.offset(c.args[0]); err != nil {
			return err
		}
		s.at -= int64(n)
	case syscall.SYS_PWRITE64:
		s.at = int64(c.args[3])
	case syscall.SYS_FTRUNCATE:
		s.kind, s.at = truncated, int64(c.args[1])
	case syscall.SYS_FSYNC, syscall.SYS_FDATASYNC:
		s.kind = synced
		if h.file == 0 {
			s.kind, s.name = folderSynced, h.name
		}
	default:
		return nil
	}
	if s.kind == wrote {
		if s.bytes, err = t.read(c.args[1], n); err != nil {
			return err
		}
	}
	t.add(s)
	return nil
}
