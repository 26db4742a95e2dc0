package sheetin

import (
	"errors"

	"golang.org/x/sys/windows"
)

// heldElsewhere tells whether another program keeps the file to itself.
func heldElsewhere(err error) bool {
	return errors.Is(err, windows.ERROR_SHARING_VIOLATION) || errors.Is(err, windows.ERROR_LOCK_VIOLATION)
}
