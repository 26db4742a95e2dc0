package system

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"time"

	"github.com/go-gl/gl/v2.1/gl"
	"github.com/go-gl/glfw/v3.4/glfw"
)

// Graphics are what a window can be drawn with.
type Graphics struct {
	Version  string `json:"version"`  // of OpenGL, as its driver says
	Renderer string `json:"renderer"` // what draws: the graphics card or a program
	Width    int    `json:"width"`    // of the screen, in pixels; 0 when it is not known
	Height   int    `json:"height"`
}

// Software tells whether the processor draws, which is slower.
func (g Graphics) Software() bool {
	for _, name := range []string{"llvmpipe", "softpipe", "swiftshader", "swr", "software", "basic render", "gdi generic"} {
		if strings.Contains(strings.ToLower(g.Renderer), name) {
			return true
		}
	}
	return false
}

const (
	probing    = "SAYA_PROBING" // set for the child, so that it never has one itself
	probeLimit = 20 * time.Second
)

// Probe has a child process open a window that is not shown and tells what it is drawn with: drivers are known to hang
// and to end the program. args are those with which this program prints
// [HereGraphics] as JSON.
func Probe(ctx context.Context, args ...string) (g Graphics, err error) {
	if os.Getenv(probing) != "" {
		return g, errors.New("asked by the one that is to answer")
	}
	name, err := os.Executable()
	if err != nil {
		return g, fmt.Errorf("finding the program: %w", err)
	}
	ctx, stop := context.WithTimeout(ctx, probeLimit)
	defer stop()
	child := exec.CommandContext(ctx, name, args...)
	child.Env = append(os.Environ(), probing+"=1")
	answer, err := child.Output()
	if err != nil {
		return g, fmt.Errorf("opening a window in a child: %w", err)
	}
	if err := json.Unmarshal(answer, &g); err != nil {
		return g, fmt.Errorf("reading the child's answer: %w", err)
	}
	return g, nil
}

// HereGraphics opens a window that is not shown and tells what it is drawn with. It asks for what Fyne asks for, and may
// end the program.
func HereGraphics() (g Graphics, err error) {
	runtime.LockOSThread()
	defer func() {
		if r := recover(); r != nil { // the library panics at some refusals of the system
			err = fmt.Errorf("opening a window: %v", r)
		}
	}()
	if err := glfw.Init(); err != nil {
		return g, fmt.Errorf("reaching the screen: %w", err)
	}
	defer glfw.Terminate()
	glfw.WindowHint(glfw.Visible, glfw.False)
	glfw.WindowHint(glfw.ContextVersionMajor, 2)
	glfw.WindowHint(glfw.ContextVersionMinor, 1)
	w, err := glfw.CreateWindow(64, 64, "", nil, nil)
	if err != nil {
		return g, fmt.Errorf("opening a window: %w", err)
	}
	if w == nil {
		return g, errors.New("opening a window: the system did not")
	}
	w.MakeContextCurrent()
	if err := gl.Init(); err != nil {
		return g, fmt.Errorf("reaching OpenGL: %w", err)
	}
	g.Version, g.Renderer = gl.GoStr(gl.GetString(gl.VERSION)), gl.GoStr(gl.GetString(gl.RENDERER))
	if m := glfw.GetPrimaryMonitor(); m != nil {
		mode := m.GetVideoMode()
		g.Width, g.Height = mode.Width, mode.Height
	}
	return g, nil
}
