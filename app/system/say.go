// Package system is what the program asks of the computer itself: can it open the window, and how is something said
// when it cannot?
package system

// Say shows a message without a window of ours and waits until it is read. It returns false where the system has no
// means for that.
func Say(title, text string) bool { return say(title, text) }
