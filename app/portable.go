package app

import (
	"encoding/json"
	"errors"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"

	"saya/app/page"
)

const (
	portableMark   = "portable"   // a file beside the program
	portableFolder = "saya-files" // then beside it, too
)

// portable is where the program keeps its settings, its log and the sample when it is to leave nothing of them on the
// computer, as on a memory stick; "" where they are in the folders of the user.
func portable() string {
	program, err := os.Executable()
	if err != nil {
		return ""
	}
	return portableBeside(program)
}

func portableBeside(program string) string {
	dir := filepath.Dir(program)
	if _, err := os.Stat(filepath.Join(dir, portableMark)); err != nil {
		return ""
	}
	return filepath.Join(dir, portableFolder)
}

// choosePreferences are the settings of a portable program, else those that Fyne keeps for the user.
func choosePreferences(fa fyne.App) page.Prefs {
	if dir := portable(); dir != "" {
		return openPreferences(filepath.Join(dir, "settings.json"))
	}
	return preferences{fa.Preferences()}
}

// filePreferences are kept in a file of their own. They belong to the UI goroutine.
type filePreferences struct {
	path   string
	values map[string]string
}

// openPreferences reads settings; what cannot be read is as it was at first.
func openPreferences(path string) *filePreferences {
	p := &filePreferences{path: path, values: map[string]string{}}
	text, err := os.ReadFile(path)
	if err == nil {
		err = json.Unmarshal(text, &p.values)
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		slog.Error("reading settings", "error", err)
	}
	return p
}

// String is the value of a key, "" for none.
func (p *filePreferences) String(key string) string { return p.values[key] }

// SetString keeps a value. One that cannot be written lasts as long as the program runs.
func (p *filePreferences) SetString(key, value string) {
	if p.values[key] == value {
		return
	}
	p.values[key] = value
	if err := p.write(); err != nil {
		slog.Error("writing settings", "error", err)
	}
}

// write replaces the file as a whole: a stick that is pulled out leaves the old settings or the new ones.
func (p *filePreferences) write() error {
	text, err := json.MarshalIndent(p.values, "", "  ")
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(p.path), 0o700); err != nil {
		return err
	}
	part := p.path + ".part"
	if err := os.WriteFile(part, text, 0o600); err != nil {
		return err
	}
	return os.Rename(part, p.path)
}
