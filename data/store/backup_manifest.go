package store

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"saya/data"
)

// BackupReason is why a backup was made.
type BackupReason string

// The reasons.
const (
	BackupClosing       BackupReason = "closing"        // the centre was closed
	BackupDaily         BackupReason = "daily"          // see [Store.DueBackup]
	BackupMigration     BackupReason = "migration"      // a newer program changes the files
	BackupMassChange    BackupReason = "mass_change"    // an import, or the like
	BackupAsked         BackupReason = "asked"          // by somebody, or for a package
	BackupBeforeRestore BackupReason = "before_restore" // what a restored backup took the place of
)

// Key is the text that names the reason.
func (r BackupReason) Key() string { return "backup.why." + string(r) }

func backupReasons() []BackupReason {
	return []BackupReason{
		BackupClosing, BackupDaily, BackupMigration, BackupMassChange, BackupAsked, BackupBeforeRestore,
	}
}

// BackupFile is one file of a centre in a backup.
type BackupFile struct {
	Wall   Wall         `json:"wall"`
	Schema int64        `json:"schema"` // its version; of a file that could not be opened, the newest that was known
	Parts  []BackupPart `json:"parts"`  // the file, and its log if it has one
	// Verified tells that somebody who opens the file has looked through the copy.
	Verified bool `json:"verified"`
	Damaged  bool `json:"damaged,omitempty"` // found when it was looked through
}

// BackupPart is what lies in the folder of a backup.
type BackupPart struct {
	Name   string `json:"name"`
	Bytes  int64  `json:"bytes"`
	SHA256 string `json:"sha256"` // hexadecimal
}

// manifest says what is in a backup. It names no person and no account.
type manifest struct {
	Format int          `json:"format"`
	At     data.Stamp   `json:"at"`
	Why    BackupReason `json:"why"`
	Files  []BackupFile `json:"files"`
}

const (
	backupFormat    = 1
	manifestName    = "manifest.json"
	longestManifest = 64 << 10 // bytes
	largestPart     = 1 << 40  // bytes
)

var errManifest = errors.New("no manifest of a backup")

// fileName and logName are those of a wall.
func fileName(w Wall) string { return string(w) + ".saya" }
func logName(w Wall) string  { return fileName(w) + "-wal" }

// readManifest reads the manifest in the folder of a backup.
func readManifest(dir string) (manifest, error) {
	h, err := os.Open(filepath.Join(dir, manifestName))
	if err != nil {
		return manifest{}, fmt.Errorf("reading a manifest: %w", err)
	}
	m, err := decodeManifest(h)
	return m, errors.Join(err, h.Close())
}

// decodeManifest takes nothing on trust: a manifest is not covered by any key.
func decodeManifest(r io.Reader) (m manifest, err error) {
	text, err := io.ReadAll(io.LimitReader(r, longestManifest+1))
	if err != nil {
		return m, fmt.Errorf("reading a manifest: %w", err)
	}
	if len(text) > longestManifest || json.Unmarshal(text, &m) != nil {
		return manifest{}, errManifest
	}
	if m.Format > backupFormat {
		return m, newerBackup()
	}
	if !m.sane() {
		return manifest{}, errManifest
	}
	return m, nil
}

func newerBackup() error { return &data.Error{Code: data.Storage, Key: "backup.newer"} }

// sane tells whether a manifest can be one of ours.
func (m *manifest) sane() bool {
	if m.Format != backupFormat || !slices.Contains(backupReasons(), m.Why) || m.At == "" || data.StampOf(m.At.Time()) != m.At {
		return false
	}
	seen := map[Wall]bool{}
	for _, f := range m.Files {
		if seen[f.Wall] || !f.sane() {
			return false
		}
		seen[f.Wall] = true
	}
	return len(m.Files) > 0
}

func (f *BackupFile) sane() bool {
	if !slices.Contains(data.Walls(), f.Wall) || f.Schema < 0 || len(f.Parts) < 1 || len(f.Parts) > 2 {
		return false
	}
	for i, p := range f.Parts {
		name := []string{fileName(f.Wall), logName(f.Wall)}[i]
		sum, err := hex.DecodeString(p.SHA256)
		if p.Name != name || p.Bytes < 0 || p.Bytes > largestPart ||
			err != nil || len(sum) != sha256.Size || hex.EncodeToString(sum) != p.SHA256 {
			return false
		}
	}
	return true
}

// parts are those of all files.
func (m *manifest) parts() []BackupPart {
	var out []BackupPart
	for _, f := range m.Files {
		out = append(out, f.Parts...)
	}
	return out
}

// write puts the manifest into a folder, whole or not at all.
func (m *manifest) write(dir string) error {
	text, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		return fmt.Errorf("encoding a manifest: %w", err)
	}
	return writeWhole(filepath.Join(dir, manifestName), append(text, '\n'))
}

// writeWhole writes a small file beside its place, flushes it and gives it its name.
func writeWhole(path string, text []byte) error {
	part := path + ".part"
	err := os.WriteFile(part, text, 0o600)
	if err == nil {
		err = syncPath(part)
	}
	if err == nil {
		err = os.Rename(part, path)
	}
	if err != nil {
		return errors.Join(fmt.Errorf("writing %s: %w", filepath.Base(path), err), removeIfThere(part))
	}
	return syncPath(filepath.Dir(path))
}

func removeIfThere(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, os.ErrNotExist) {
		return fmt.Errorf("removing %s: %w", filepath.Base(path), err)
	}
	return nil
}
