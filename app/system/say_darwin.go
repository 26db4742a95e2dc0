package system

import "os/exec"

// The text is an argument of the script, not a part of it.
const alert = `on run {title, message}
display alert title message message as critical
end run`

func say(title, text string) bool {
	return exec.Command("osascript", "-e", alert, title, text).Run() == nil
}
