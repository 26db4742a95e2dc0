package app

import (
	"context"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/adrg/xdg"

	"saya/app/page"
)

// logLimit is how large the log grows before it is begun anew; the one before is kept beside it.
const logLimit = 256 << 10

// logPath is where the log of this computer's user is.
func logPath() string {
	if dir := portable(); dir != "" {
		return filepath.Join(dir, "saya.log")
	}
	return filepath.Join(xdg.StateHome, "saya", "saya.log")
}

// logFile is a [slog.Handler] that writes errors into a file: when, under which reference, and a [page.Trace]. Nothing
// else comes in, whatever is logged. Where it cannot write it is silent: nobody is to be told twice.
type logFile struct {
	mu   sync.Mutex
	path string
	now  func() time.Time
}

// Enabled is so for errors.
func (l *logFile) Enabled(_ context.Context, level slog.Level) bool { return level >= slog.LevelError }

// Handle writes one line.
func (l *logFile) Handle(_ context.Context, r slog.Record) error {
	parts := []string{l.now().UTC().Format(time.RFC3339)}
	r.Attrs(func(a slog.Attr) bool {
		switch v := a.Value.Any().(type) {
		case page.Trace:
			parts = append(parts, string(v))
		case error:
			parts = append(parts, string(page.TraceOf(v)))
		case string:
			if a.Key == "reference" {
				parts = append(parts, v)
			}
		}
		return true
	})
	return l.write(strings.Join(parts, " ") + "\n")
}

// WithAttrs and WithGroup keep nothing: what is not known here is not written.
func (l *logFile) WithAttrs([]slog.Attr) slog.Handler { return l }

// WithGroup keeps nothing, either.
func (l *logFile) WithGroup(string) slog.Handler { return l }

func (l *logFile) write(line string) (err error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if err := os.MkdirAll(filepath.Dir(l.path), 0o700); err != nil {
		return fmt.Errorf("making the folder of the log: %w", err)
	}
	if info, err := os.Stat(l.path); err == nil && info.Size() > logLimit {
		if err := os.Rename(l.path, l.path+".old"); err != nil {
			return fmt.Errorf("beginning the log anew: %w", err)
		}
	}
	f, err := os.OpenFile(l.path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return fmt.Errorf("opening the log: %w", err)
	}
	_, err = f.WriteString(line)
	if closed := f.Close(); err == nil {
		err = closed
	}
	return err
}
