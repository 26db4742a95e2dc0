// Package powercut is for tests: it notes what SQLite does to the files of a folder and then makes the disks that a cut of
// the power may have left at any moment.
//
// What was written and not yet synced may be there, not be there, or be there in part, in whatever order. What was synced
// is there. A test opens each such disk and compares it with what had been acknowledged by then, see [Recorder.Note].
package powercut
