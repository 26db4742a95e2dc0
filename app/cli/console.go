//go:build !windows

package cli

import (
	"os"

	"saya/app/system"
)

// Console returns the streams of whoever started the program.
func Console() Streams { return Streams{Out: os.Stdout, Err: os.Stderr, Alert: system.Say} }
