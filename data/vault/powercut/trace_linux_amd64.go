package powercut

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"unsafe"
)

// Trace runs a program to its end and notes what it does to a folder and all that is in it, whoever in the program does
// it: it stops at each call of the system. What it says by [Say] is acknowledged. What is in the folder is safe on the
// disk. A program that fails is an error,
// and so is a call that changes a file in a way that is not known here.
func Trace(cmd *exec.Cmd, dir string) (*Log, error) {
	dir, err := filepath.EvalSymlinks(dir)
	if err != nil {
		return nil, fmt.Errorf("tracing: %w", err)
	}
	t := &tracer{dir: dir, names: map[string]int{}, open: map[uint64]handle{}, calls: map[int]call{}}
	if err := t.look(); err != nil {
		return nil, err
	}
	out, err := os.CreateTemp("", "traced")
	if err != nil {
		return nil, fmt.Errorf("tracing: %w", err)
	}
	defer func() { _ = errors.Join(out.Close(), os.Remove(out.Name())) }()
	cmd.Stdout, cmd.Stderr = out, out
	if err := t.run(cmd); err != nil {
		said, _ := os.ReadFile(out.Name())
		return nil, fmt.Errorf("tracing: %w\n%s", err, said)
	}
	return newLog(t.steps), nil
}

// tracer follows the calls of a program.
type tracer struct {
	dir    string
	pid    int
	memory *os.File // that of the program
	steps  []step
	names  map[string]int // the files as the program sees them now, 0 for folders
	files  int
	open   map[uint64]handle
	calls  map[int]call // that a thread is in
}

// handle is an open file, or a folder.
type handle struct {
	file int
	name string // of a folder; a file may have got another one
}

// look takes down what is there.
func (t *tracer) look() error {
	return filepath.WalkDir(t.dir, func(path string, e fs.DirEntry, err error) error {
		name, here := t.named(path)
		if err != nil || !here || name == root {
			return err
		}
		s := step{kind: found, name: name}
		if !e.IsDir() {
			t.files++
			s.file = t.files
			s.bytes, err = os.ReadFile(path)
		}
		t.names[name] = s.file
		t.steps = append(t.steps, s)
		return err
	})
}

// named is the name of a path in the folder. SQLite's shared memory is no file for this matter.
func (t *tracer) named(path string) (name string, here bool) {
	name, err := filepath.Rel(t.dir, path)
	here = err == nil && name != ".." && !strings.HasPrefix(name, "../") && !strings.HasSuffix(name, "-shm")
	return name, here
}

// run starts the program and goes from stop to stop. All of it has to be done by one thread.
func (t *tracer) run(cmd *exec.Cmd) error {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	cmd.SysProcAttr = &syscall.SysProcAttr{Ptrace: true}
	if err := cmd.Start(); err != nil {
		return err
	}
	defer cmd.Process.Release() //nolint:errcheck // it has ended
	t.pid = cmd.Process.Pid
	var status syscall.WaitStatus
	if _, err := syscall.Wait4(t.pid, &status, 0, nil); err != nil {
		return err
	}
	const exitKill = 0x100000 // PTRACE_O_EXITKILL
	err := syscall.PtraceSetOptions(t.pid, syscall.PTRACE_O_TRACESYSGOOD|syscall.PTRACE_O_TRACECLONE|exitKill)
	if err == nil {
		t.memory, err = os.Open(fmt.Sprintf("/proc/%d/mem", t.pid))
	}
	if err != nil {
		return errors.Join(err, cmd.Process.Kill())
	}
	defer func() { _ = t.memory.Close() }()
	if err := t.follow(); err != nil {
		return errors.Join(err, cmd.Process.Kill())
	}
	return nil
}

func (t *tracer) follow() error {
	known := map[int]bool{}
	for thread, signal := t.pid, 0; ; {
		if err := syscall.PtraceSyscall(thread, signal); err != nil && err != syscall.ESRCH {
			return err
		}
		known[thread], signal = true, 0
		var status syscall.WaitStatus
		var err error
		for {
			thread, err = syscall.Wait4(-1, &status, syscall.WALL|syscall.WNOTHREAD, nil)
			if err != syscall.EINTR && (err != nil || !ended(status) || thread == t.pid) {
				break
			}
		}
		switch stop := status.StopSignal(); {
		case err != nil:
			return err
		case ended(status) && status.ExitStatus() != 0:
			return fmt.Errorf("the program ended with %d", status.ExitStatus())
		case ended(status):
			return nil
		case stop == syscall.SIGTRAP|0x80: // a call begins or ends
			if err := t.stopped(thread); err != nil && !errors.Is(err, syscall.ESRCH) { // the program ends in this moment
				return err
			}
		case stop == syscall.SIGTRAP, stop == syscall.SIGSTOP && !known[thread]: // a thread begins
		default:
			signal = int(stop)
		}
	}
}

func ended(s syscall.WaitStatus) bool { return s.Exited() || s.Signaled() }

// callInfo is struct ptrace_syscall_info of the kernel.
type callInfo struct {
	op     uint8
	_      [7]uint8
	_, _   uint64
	number uint64 // the result, when the call ends
	args   [6]uint64
	_      uint64
}

func (t *tracer) stopped(thread int) error {
	const getInfo, begins = 0x420e, 1 // PTRACE_GET_SYSCALL_INFO, PTRACE_SYSCALL_INFO_ENTRY
	var info callInfo
	_, _, errno := syscall.Syscall6(syscall.SYS_PTRACE, getInfo, uintptr(thread), unsafe.Sizeof(info), uintptr(unsafe.Pointer(&info)), 0, 0)
	if errno != 0 {
		return errno
	}
	if info.op == begins {
		c, err := t.begins(call{number: info.number, args: info.args})
		t.calls[thread] = c
		return err
	}
	c := t.calls[thread]
	delete(t.calls, thread)
	if result := int64(info.number); result >= 0 {
		return t.done(c, result)
	}
	return nil
}

// read reads the memory of the program.
func (t *tracer) read(at, n uint64) ([]byte, error) {
	b := make([]byte, n)
	_, err := t.memory.ReadAt(b, int64(at))
	return b, err
}

// path is the path that a call says, from the folder on that a handle stands for.
func (t *tracer) path(folder, at uint64) (string, error) {
	b := make([]byte, syscall.PathMax)
	n, err := t.memory.ReadAt(b, int64(at))
	end := bytes.IndexByte(b[:n], 0)
	if end < 0 {
		return "", fmt.Errorf("reading a path: %w", err)
	}
	path := string(b[:end])
	if filepath.IsAbs(path) {
		return filepath.Clean(path), nil
	}
	from := fmt.Sprintf("/proc/%d/cwd", t.pid)
	if int32(folder) != atCWD {
		from = fmt.Sprintf("/proc/%d/fd/%d", t.pid, int32(folder))
	}
	if from, err = os.Readlink(from); err != nil {
		return "", err
	}
	return filepath.Join(from, path), nil
}

// offset is where the program goes on to read and write a file.
func (t *tracer) offset(fd uint64) (at int64, err error) {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/fdinfo/%d", t.pid, int32(fd)))
	if err == nil {
		_, err = fmt.Sscanf(string(text), "pos: %d", &at)
	}
	return at, err
}
