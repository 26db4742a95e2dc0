//go:build !windows

package sheetin

import (
	"errors"
	"syscall"
)

// heldElsewhere tells whether another program keeps the file to itself.
func heldElsewhere(err error) bool {
	return errors.Is(err, syscall.ETXTBSY) || errors.Is(err, syscall.EBUSY) || errors.Is(err, syscall.EAGAIN)
}
