package sheetin_test

import "golang.org/x/sys/windows"

const heldByAnother = windows.ERROR_SHARING_VIOLATION
