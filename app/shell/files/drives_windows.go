package files

import (
	"io/fs"
	"syscall"

	"golang.org/x/sys/windows"
)

// drives are the letters in use.
func drives() []string {
	letters, err := windows.GetLogicalDrives()
	if err != nil {
		return nil
	}
	var found []string
	for i := range 26 {
		if letters&(1<<i) != 0 {
			found = append(found, string(rune('A'+i))+`:\`)
		}
	}
	return found
}

func driveName(path string) string { return path }

// hidden tells whether a file is marked as hidden or as one of the system.
func hidden(info fs.FileInfo) bool {
	marks, ok := info.Sys().(*syscall.Win32FileAttributeData)
	return ok && marks.FileAttributes&(syscall.FILE_ATTRIBUTE_HIDDEN|syscall.FILE_ATTRIBUTE_SYSTEM) != 0
}
