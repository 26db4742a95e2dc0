//go:build linux

package speed_test

import (
	"encoding/binary"
	"fmt"
	"image"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// screen is a screen in memory whose picture can be watched from outside, so that the programs on it need no hooks.
type screen struct {
	tb      testing.TB
	display string
	pixels  []byte
	line    int // bytes of a row
}

// newScreen starts one; it ends with the test. Where there is no Xvfb the test is skipped.
func newScreen(tb testing.TB) *screen {
	tb.Helper()
	if _, err := exec.LookPath("Xvfb"); err != nil {
		tb.Skip("Xvfb is not here")
	}
	dir := tb.TempDir()
	ready, number, err := os.Pipe()
	require.NoError(tb, err)
	server := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", "1440x900x24", "-fbdir", dir, "-nolisten", "tcp")
	server.ExtraFiles = []*os.File{number}
	require.NoError(tb, server.Start())
	tb.Cleanup(func() {
		_ = server.Process.Kill()
		_ = server.Wait()
	})
	line := make([]byte, 16)
	n, err := ready.Read(line)
	require.NoError(tb, err)
	s := &screen{tb: tb, display: ":" + strings.TrimSpace(string(line[:n]))}
	s.look(filepath.Join(dir, "Xvfb_screen0"))
	return s
}

// look maps the picture of the screen, a file in the XWD format, into memory.
func (s *screen) look(file string) {
	f, err := os.Open(file)
	require.NoError(s.tb, err)
	defer f.Close()
	info, err := f.Stat()
	require.NoError(s.tb, err)
	all, err := syscall.Mmap(int(f.Fd()), 0, int(info.Size()), syscall.PROT_READ, syscall.MAP_SHARED)
	require.NoError(s.tb, err)
	s.tb.Cleanup(func() { _ = syscall.Munmap(all) })
	word := func(i int) int { return int(binary.BigEndian.Uint32(all[4*i:])) }
	s.pixels, s.line = all[word(0)+12*word(19):], word(12)
}

// colours is how many different pixels there are in every fourth row of a part of the screen, as far as most.
func (s *screen) colours(part image.Rectangle, most int) int {
	seen := map[uint32]bool{}
	for y := part.Min.Y; y < part.Max.Y; y += 4 {
		for x := part.Min.X; x < part.Max.X; x++ {
			seen[binary.LittleEndian.Uint32(s.pixels[y*s.line+4*x:])] = true
			if len(seen) >= most {
				return most
			}
		}
	}
	return len(seen)
}

// program is one that runs on the screen.
type program struct {
	*exec.Cmd
	tb testing.TB
}

// environment is that of a program on the screen, with a home of its own.
func (s *screen) environment(home string) []string {
	return append(os.Environ(), "DISPLAY="+s.display, "WAYLAND_DISPLAY=", "LIBGL_ALWAYS_SOFTWARE=1", "LANG=ru_RU.UTF-8",
		"HOME="+home, "XDG_CONFIG_HOME="+home, "XDG_CACHE_HOME="+home, "XDG_STATE_HOME="+home)
}

// start starts a program.
func (s *screen) start(home, name string, args ...string) *program {
	p := &program{exec.Command(name, args...), s.tb}
	p.Env = s.environment(home)
	p.Stderr = os.Stderr
	require.NoError(s.tb, p.Start())
	return p
}

// end lets it close its window.
func (p *program) end() {
	_ = p.Process.Signal(os.Interrupt)
	_ = p.Wait()
}

// until is how long after it was begun a part of the screen has so many colours.
func (s *screen) until(began time.Time, part image.Rectangle, colours int) time.Duration {
	for {
		now := time.Since(began)
		if s.colours(part, colours) >= colours {
			return now
		}
		require.Less(s.tb, now, time.Minute, "no window")
		time.Sleep(2 * time.Millisecond) // the program needs the processors
	}
}

// processor is the time that the program has had of the processors.
func (p *program) processor() time.Duration {
	threads, err := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/schedstat", p.Process.Pid))
	require.NoError(p.tb, err)
	sum := 0
	for _, file := range threads {
		text, err := os.ReadFile(file)
		if err != nil {
			continue // the thread has ended
		}
		n, err := strconv.Atoi(strings.Fields(string(text))[0])
		require.NoError(p.tb, err)
		sum += n
	}
	return time.Duration(sum)
}

// memory is what the program holds of the computer's memory, in MB.
func (p *program) memory() float64 {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/statm", p.Process.Pid))
	require.NoError(p.tb, err)
	pages, err := strconv.Atoi(strings.Fields(string(text))[1])
	require.NoError(p.tb, err)
	return float64(pages) * float64(os.Getpagesize()) / (1 << 20)
}
