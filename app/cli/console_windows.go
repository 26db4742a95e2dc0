package cli

import (
	"os"

	"golang.org/x/sys/windows"

	"saya/app/system"
)

// Console returns the streams of whoever started the program. A windowed program of Windows is given none unless they
// are redirected: then it borrows the terminal of its parent.
func Console() Streams {
	const parent = ^uintptr(0)
	windows.NewLazySystemDLL("kernel32.dll").NewProc("AttachConsole").Call(parent)
	return Streams{Out: orTerminal(os.Stdout), Err: orTerminal(os.Stderr), Alert: system.Say}
}

func orTerminal(f *os.File) *os.File {
	if _, err := f.Stat(); err == nil {
		return f
	}
	if terminal, err := os.OpenFile("CONOUT$", os.O_WRONLY, 0); err == nil {
		return terminal
	}
	return f
}
