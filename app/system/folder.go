package system

import (
	"errors"
	"os"

	"saya/data"
	"saya/data/place"
)

// Folder tells how many bytes the user may still put into a folder, and refuses one in which no centre can be kept.
func Folder(dir string) (space uint64, err error) {
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return 0, &data.Error{Code: data.NotFound, Key: "system.no_folder", Err: err}
	}
	if err := place.Check(dir); err != nil {
		return 0, err
	}
	if err := writable(dir); err != nil {
		return 0, &data.Error{Code: data.Denied, Key: "system.not_writable", Err: err}
	}
	return free(dir)
}

// writable makes a file to see whether one can be made.
func writable(dir string) error {
	f, err := os.CreateTemp(dir, ".saya-*")
	if err != nil {
		return err
	}
	return errors.Join(f.Close(), os.Remove(f.Name()))
}
