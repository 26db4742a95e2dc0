//go:build !windows && !darwin

package system

import (
	"os"
	"os/exec"

	"golang.org/x/term"
)

// say asks the programs that desktops bring; xmessage shows no Cyrillic. In a terminal the message is there to be read
// already.
func say(title, text string) bool {
	if term.IsTerminal(int(os.Stderr.Fd())) {
		return false
	}
	for _, command := range [][]string{
		{"zenity", "--warning", "--no-markup", "--title", title, "--text", text},
		{"kdialog", "--title", title, "--sorry", text},
	} {
		if exec.Command(command[0], command[1:]...).Run() == nil {
			return true
		}
	}
	return false
}
