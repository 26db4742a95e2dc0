package data

// Ages of law 42-VI on volunteering.
const (
	AdultAge   = 18 // art. 12(1): volunteering is from 18, with exceptions for minors
	ConsentAge = 14 // art. 12(1): below, written consent of a parent or an accompanying adult
)
