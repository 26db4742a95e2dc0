package xlsx

import (
	"errors"
	"syscall"
)

// Windows' own numbers, from winerror.h.
const (
	errorWriteProtect     = syscall.Errno(19)
	errorSharingViolation = syscall.Errno(32)
	errorLockViolation    = syscall.Errno(33)
	errorHandleDiskFull   = syscall.Errno(39)
	errorDiskFull         = syscall.Errno(112)
	errorDirectory        = syscall.Errno(267)
)

func isDiskFull(err error) bool {
	return errors.Is(err, errorDiskFull) || errors.Is(err, errorHandleDiskFull)
}

func isBusy(err error) bool {
	return errors.Is(err, errorSharingViolation) || errors.Is(err, errorLockViolation)
}

func isNotFolder(err error) bool { return errors.Is(err, errorDirectory) }

func isReadOnly(err error) bool { return errors.Is(err, errorWriteProtect) }

// syncFolder does nothing: Windows writes the rename through.
func syncFolder(string) {}
