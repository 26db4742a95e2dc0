package powercut

import (
	"fmt"
	"strings"
)

// saying begins a line of a program's output that says what it acknowledges.
const saying = "acknowledged "

// Say tells the one who traces this program, or reads what it prints, that something is acknowledged.
func Say(what string, n int) { fmt.Printf("%s%s %d\n", saying, what, n) }

// Said reads such a line.
func Said(line string) (what string, n int, ok bool) {
	rest, ok := strings.CutPrefix(line, saying)
	if !ok {
		return "", 0, false
	}
	_, err := fmt.Sscan(rest, &what, &n)
	return what, n, err == nil
}
