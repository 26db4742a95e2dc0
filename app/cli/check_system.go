package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"saya/app/system"
	"saya/data"
)

// What the program needs to work well with a centre of 100,000 volunteers.
const (
	leastMemory = 2 << 30
	leastFree   = 1 << 30
	leastWidth  = 1024
	leastHeight = 700
)

var errUnfit = &data.Error{Code: data.Invalid, Key: "system.unfit"}

// finding is one thing that was looked at.
type finding struct {
	Name string `json:"name"`
	OK   bool   `json:"ok"`
	Text string `json:"text"`
}

// checkSystem tells whether the program can run on this computer and keep a centre in dir, by default in the user's home
// folder.
func (c *call) checkSystem(ctx context.Context, dir string, asJSON bool) error {
	if dir == "" {
		home, err := os.UserHomeDir()
		if err != nil {
			return fmt.Errorf("finding the home folder: %w", err)
		}
		dir = home
	}
	dir, err := filepath.Abs(dir)
	if err != nil {
		return fmt.Errorf("finding the whole name of a folder: %w", err)
	}
	m := system.ThisMachine()
	found := []finding{
		c.found("system", true, "system.machine", "System", m.System, "Kind", m.Kind),
		c.findMemory(m),
	}
	found = append(found, c.findGraphics(ctx)...)
	found = append(found, c.findFolder(dir))
	return c.printFindings(found, asJSON)
}

func (c *call) found(name string, ok bool, key string, args ...any) finding {
	return finding{Name: name, OK: ok, Text: c.text.T(key, args...)}
}

// gigabytes are bytes as people count them.
func (c *call) gigabytes(bytes uint64) string { return c.text.Decimal(float64(bytes)/(1<<30), 1) }

func (c *call) findMemory(m system.Machine) finding {
	if m.Memory > 0 && m.Memory < leastMemory {
		return c.found("memory", false, "system.little_memory", "Size", c.gigabytes(m.Memory), "Least", c.gigabytes(leastMemory))
	}
	return c.found("memory", true, "system.memory", "Size", c.gigabytes(m.Memory))
}

func (c *call) findGraphics(ctx context.Context) []finding {
	if !hasDisplay() {
		return []finding{c.found("display", false, "system.no_display")}
	}
	g, err := system.Probe(ctx, "check", "--graphics")
	if err != nil {
		refusal := system.NoGraphics()
		return []finding{c.found("opengl", false, refusal.Key, refusal.Args...)}
	}
	drawn, screen := "system.opengl", "system.screen"
	if g.Software() {
		drawn = "system.software"
	}
	small := g.Width > 0 && (g.Width < leastWidth || g.Height < leastHeight)
	if small {
		screen = "system.small_screen"
	}
	return []finding{
		c.found("display", !small, screen, "Width", g.Width, "Height", g.Height),
		c.found("opengl", true, drawn, "Version", g.Version, "Renderer", g.Renderer),
	}
}

// findFolder tells whether a centre can be kept in a folder.
func (c *call) findFolder(dir string) finding {
	space, err := system.Folder(dir)
	reason := ""
	switch {
	case err != nil:
		reason = c.sentence(err)
	case space < leastFree:
		reason = c.text.T("system.little_space", "Free", c.gigabytes(space), "Least", c.gigabytes(leastFree))
	default:
		return c.found("folder", true, "system.folder", "Folder", dir, "Free", c.gigabytes(space))
	}
	return c.found("folder", false, "system.bad_folder", "Folder", dir, "Reason", reason)
}

func (c *call) printFindings(found []finding, asJSON bool) error {
	fit := true
	for _, f := range found {
		fit = fit && f.OK
	}
	if asJSON {
		err := json.NewEncoder(c.Out).Encode(struct {
			OK     bool      `json:"ok"`
			Checks []finding `json:"checks"`
		}{fit, found})
		if err != nil {
			return err
		}
	} else {
		for _, f := range found {
			mark := " "
			if !f.OK {
				mark = "!"
			}
			fmt.Fprintln(c.Out, mark, f.Text)
		}
	}
	if !fit {
		return errUnfit
	}
	if !asJSON {
		fmt.Fprintln(c.Out, c.text.T("system.fit"))
	}
	return nil
}

// printGraphics answers [system.Probe].
func (c *call) printGraphics() error {
	g, err := system.HereGraphics()
	if err != nil {
		return err
	}
	return json.NewEncoder(c.Out).Encode(g)
}
