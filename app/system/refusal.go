package system

import (
	"os"
	"path/filepath"
	"runtime"

	"saya/data"
)

// NoGraphics refuses to open a window where nothing can draw it, and says what can be done.
func NoGraphics() *data.Error {
	if runtime.GOOS != "windows" {
		return &data.Error{Code: data.Storage, Key: "system.no_opengl"}
	}
	folder := "saya.exe"
	if name, err := os.Executable(); err == nil {
		folder = filepath.Dir(name) // where Windows looks for an opengl32.dll before its own
	}
	return &data.Error{Code: data.Storage, Key: "system.no_opengl_windows", Args: []any{"Folder", folder}}
}
