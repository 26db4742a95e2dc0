package place

import (
	"fmt"
	"path/filepath"

	"golang.org/x/sys/windows"
)

// fileSystem tells whether the drive of a folder is another computer's.
func fileSystem(dir string) (string, error) {
	if isUNC(dir) {
		return "unc", nil
	}
	root, err := windows.UTF16PtrFromString(filepath.VolumeName(dir) + `\`)
	if err != nil {
		return "", fmt.Errorf("naming the drive: %w", err)
	}
	if windows.GetDriveType(root) == windows.DRIVE_REMOTE {
		return "network drive", nil
	}
	return "", nil
}
