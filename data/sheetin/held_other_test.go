//go:build !windows

package sheetin_test

import "syscall"

const heldByAnother = syscall.EBUSY
