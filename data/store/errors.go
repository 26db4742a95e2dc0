package store

import (
	"errors"
	"io/fs"
	"syscall"

	"github.com/mattn/go-sqlite3"

	"saya/data"
)

// refuse turns what the disk, the folder or SQLite says into a sentence that a person can act on.
// Refusals of ours and everything unknown pass as they are.
func refuse(err error) error {
	if err == nil || len(data.Refusals(err)) > 0 {
		return err
	}
	if brokenReference(err) {
		return &data.Error{Code: data.Conflict, Key: "errors.in_use", Err: err}
	}
	if key := refusalKey(err); key != "" {
		return &data.Error{Code: data.Storage, Key: key, Err: err}
	}
	return err
}

func refusalKey(err error) string {
	var se sqlite3.Error
	if errors.As(err, &se) {
		// a file beside the database that cannot be made is "not there" to the system
		if se.SystemErrno != 0 && !errors.Is(se.SystemErrno, fs.ErrNotExist) {
			if key := systemKey(se.SystemErrno); key != "" {
				return key
			}
		}
		return sqliteKey(se)
	}
	return systemKey(err)
}

func sqliteKey(err sqlite3.Error) string {
	switch err.Code {
	case sqlite3.ErrFull:
		return "errors.disk_full"
	case sqlite3.ErrReadonly, sqlite3.ErrCantOpen, sqlite3.ErrPerm:
		return "errors.read_only"
	case sqlite3.ErrBusy, sqlite3.ErrLocked:
		return "errors.locked"
	case sqlite3.ErrCorrupt:
		return "errors.damaged_database"
	case sqlite3.ErrNotADB:
		return "errors.foreign_database"
	case sqlite3.ErrIoErr:
		return "store.disk_error"
	}
	return ""
}

// systemKey covers Windows too: Go maps its codes onto these.
func systemKey(err error) string {
	switch {
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EFBIG), errors.Is(err, syscall.EDQUOT):
		return "errors.disk_full"
	case errors.Is(err, syscall.EROFS), errors.Is(err, fs.ErrPermission):
		return "errors.read_only"
	case errors.Is(err, fs.ErrNotExist):
		return "errors.folder_missing"
	case errors.Is(err, syscall.ENOTDIR):
		return "errors.folder_missing"
	}
	return ""
}

// brokenReference tells whether a row was refused because another one needs it.
func brokenReference(err error) bool {
	var se sqlite3.Error
	return errors.As(err, &se) && se.ExtendedCode == sqlite3.ErrConstraintForeignKey
}
