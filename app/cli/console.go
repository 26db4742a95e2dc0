//go:build !windows

package cli

import "os"

// Console returns the streams of whoever started the program.
func Console() Streams { return Streams{Out: os.Stdout, Err: os.Stderr} }
