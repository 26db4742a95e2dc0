// Package place tells whether a folder is fit for a centre: on a disk of this computer, and not copied to others by a
// program that keeps folders in step. Over a network, SQLite's locks and its log cannot be relied upon; and whatever a
// service for syncing once took, it keeps: old copies that no change of a password reaches.
package place

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"saya/data"
)

// Check refuses a folder for a centre that is on another computer ("place.remote") or synced ("place.synced"). The
// folder need not be there yet. Symbolic links are followed first.
func Check(dir string) error {
	return thisComputer().check(dir, refusal{remote: "place.remote", synced: "place.synced"})
}

// CheckBackup refuses the same folders for backups. They are encrypted, too, but a copy that was taken away stays: with
// a password of that day it opens for ever. A removable drive is welcome.
func CheckBackup(dir string) error {
	return thisComputer().check(dir, refusal{remote: "place.backup_remote", synced: "place.backup_synced"})
}

// refusal has the keys of what is said.
type refusal struct{ remote, synced string }

// computer is what is asked about the computer.
type computer struct {
	home       string // empty when there is none
	env        func(name string) string
	fileSystem func(dir string) (string, error) // its name, as in [remoteSystems], of a folder that is there
}

func thisComputer() computer {
	home, _ := os.UserHomeDir() // without one there are no settings to look into
	return computer{home: home, env: os.Getenv, fileSystem: fileSystem}
}

func (c computer) check(dir string, keys refusal) error {
	there, whole, err := resolve(dir)
	if err != nil {
		return err
	}
	name, err := c.fileSystem(there)
	if err != nil {
		return fmt.Errorf("asking what disk a folder is on: %w", err)
	}
	if isRemote(name) {
		return &data.Error{Code: data.Denied, Key: keys.remote, Args: []any{"Service", name}}
	}
	if service := c.service(whole); service != "" {
		return &data.Error{Code: data.Denied, Key: keys.synced, Args: []any{"Service", service}}
	}
	return nil
}

// resolve follows the links of a folder. there is the folder, or the nearest one above it that exists; whole is where
// the folder is or will be.
func resolve(dir string) (there, whole string, err error) {
	whole, err = filepath.Abs(dir)
	if err != nil {
		return "", "", fmt.Errorf("finding the whole name of a folder: %w", err)
	}
	rest := ""
	for there = whole; ; there = filepath.Dir(there) {
		real, err := filepath.EvalSymlinks(there)
		if err == nil {
			return real, filepath.Join(real, rest), nil
		}
		if !errors.Is(err, fs.ErrNotExist) || filepath.Dir(there) == there {
			return there, whole, nil // some drives of Windows cannot be resolved; the name as it is must do
		}
		rest = filepath.Join(filepath.Base(there), rest)
	}
}
