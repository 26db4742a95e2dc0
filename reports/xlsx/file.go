package xlsx

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"saya/reports/spec"
)

// What can be wrong with the place of a workbook. None of the errors names a
// path or a person; errors.Is also finds the operating system's error.
var (
	ErrDiskFull = errors.New("the disk is full")
	ErrNoFolder = errors.New("the folder is not there")
	ErrReadOnly = errors.New("the folder cannot be written")
	ErrBusy     = errors.New("the file cannot be replaced: open elsewhere, or a folder")
)

// WriteFile writes the report to a file that only its owner can read. The file
// is complete or, after any error, as it was before: a temporary file
// ".saya-*.part" beside it is written, synced and renamed. Only the death of
// the program leaves such a file behind, until the next workbook is written
// into the folder an hour later.
//
// Errors are those of Write, ErrDiskFull, ErrNoFolder, ErrReadOnly, ErrBusy, or
// an error of the operating system without the path.
func WriteFile(ctx context.Context, path string, r spec.Report, p spec.Printer) error {
	return WriteRecorded(ctx, path, r, p, func(string) error { return nil })
}

// WriteRecorded is WriteFile for files that are recorded elsewhere: record is
// called with the SHA-256 of the complete file, in hexadecimal, just before
// the file takes its place. An error of record leaves the place as it was.
func WriteRecorded(ctx context.Context, path string, r spec.Report, p spec.Printer, record func(sum string) error) error {
	folder := filepath.Dir(path)
	sweep(folder)
	f, err := os.CreateTemp(folder, partName) // mode 0600
	if err != nil {
		return fmt.Errorf("create a workbook: %w", placeError(err, ErrReadOnly))
	}
	sum, err := fill(ctx, f, r, p)
	if err != nil {
		os.Remove(f.Name())
		return placeError(err, ErrReadOnly)
	}
	if err := record(sum); err != nil {
		os.Remove(f.Name())
		return err
	}
	if err := os.Rename(f.Name(), path); err != nil {
		os.Remove(f.Name())
		return fmt.Errorf("put a workbook in place: %w", placeError(err, ErrBusy))
	}
	syncFolder(folder)
	return nil
}

const partName = ".saya-*.part"

// sweep removes what programs that died left in a folder: it may hold names.
// One that is written at this moment by another window is younger.
func sweep(folder string) {
	left, _ := filepath.Glob(filepath.Join(folder, partName))
	for _, name := range left {
		if info, err := os.Stat(name); err == nil && time.Since(info.ModTime()) > time.Hour {
			os.Remove(name)
		}
	}
}

// fill writes, syncs and closes the temporary file, and returns its SHA-256.
func fill(ctx context.Context, f *os.File, r spec.Report, p spec.Printer) (sum string, err error) {
	defer f.Close()
	h := sha256.New()
	if err := Write(ctx, io.MultiWriter(f, h), r, p); err != nil {
		return "", err
	}
	if err := f.Sync(); err != nil {
		return "", fmt.Errorf("sync a workbook: %w", err)
	}
	return hex.EncodeToString(h.Sum(nil)), f.Close()
}

// placeError names what is wrong with the place and drops the path from the
// error. What the system calls forbidden is forbidden as the caller says.
func placeError(err, forbidden error) error {
	cause := withoutPath(err)
	switch {
	case isDiskFull(cause):
		return fmt.Errorf("%w: %w", ErrDiskFull, cause)
	case isBusy(cause), forbidden == ErrBusy && errors.Is(cause, fs.ErrExist):
		return fmt.Errorf("%w: %w", ErrBusy, cause)
	case errors.Is(cause, fs.ErrNotExist), isNotFolder(cause):
		return fmt.Errorf("%w: %w", ErrNoFolder, cause)
	case errors.Is(cause, fs.ErrPermission), isReadOnly(cause):
		return fmt.Errorf("%w: %w", forbidden, cause)
	}
	return cause
}

func withoutPath(err error) error {
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		return path.Err
	case errors.As(err, &link):
		return link.Err
	}
	return err
}
