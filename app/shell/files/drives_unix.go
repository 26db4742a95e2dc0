//go:build !windows

package files

import (
	"io/fs"
	"os/user"
	"path/filepath"
)

// drives are the sticks and disks that are connected.
func drives() []string {
	patterns := []string{"/Volumes/*"}
	if u, err := user.Current(); err == nil {
		patterns = append(patterns, filepath.Join("/media", u.Username, "*"), filepath.Join("/run/media", u.Username, "*"))
	}
	var found []string
	for _, pattern := range patterns {
		paths, err := filepath.Glob(pattern)
		if err == nil {
			found = append(found, paths...)
		}
	}
	return found
}

func driveName(path string) string { return filepath.Base(path) }

// hidden tells whether a file is marked as hidden by more than its name: nothing here is.
func hidden(fs.FileInfo) bool { return false }
