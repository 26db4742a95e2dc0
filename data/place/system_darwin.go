package place

import (
	"fmt"

	"golang.org/x/sys/unix"
)

// fileSystem names the file system of a folder; "nfs" stands for every other one that macOS does not call local.
func fileSystem(dir string) (string, error) {
	var s unix.Statfs_t
	if err := unix.Statfs(dir, &s); err != nil {
		return "", fmt.Errorf("statfs: %w", err)
	}
	name := unix.ByteSliceToString(s.Fstypename[:])
	if s.Flags&unix.MNT_LOCAL == 0 && !isRemote(name) {
		return "nfs", nil
	}
	return name, nil
}
