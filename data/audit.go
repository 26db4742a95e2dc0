package data

import (
	"strconv"
	"strings"
)

// AuditLine says who did what and when, without any value. Lines are only ever added; each is chained to the one before
// it in its file.
type AuditLine struct {
	Wall    Wall
	ID      int64 // counted in each file from 1
	At      Stamp
	Account string // as it was called then; empty for the program itself and for who came in by a recovery code
	Kind    string // what was done, the text "store.did.<Kind>"
	Entity  string // the kind of record, empty when none is meant
	Act     Act    // empty when no record was written
	Rows    string // ids of the records, "7" or "3-9,12"
	Fields  []string
	About   string // a file that somebody was let into, the tries that failed before somebody signed in; mostly empty
}

// Concerns tells whether a record is among those of the line.
func (l AuditLine) Concerns(row int64) bool {
	for span := range strings.SplitSeq(l.Rows, ",") {
		from, to, isSpan := strings.Cut(span, "-")
		if !isSpan {
			to = from
		}
		first, errFrom := strconv.ParseInt(from, 10, 64)
		last, errTo := strconv.ParseInt(to, 10, 64)
		if errFrom == nil && errTo == nil && first <= row && row <= last {
			return true
		}
	}
	return false
}

// AuditFilter narrows the audit. Empty fields do not narrow.
type AuditFilter struct {
	From, To Date // days of the centre, both included
	Account  string
	Entity   string
	Row      int64 // of Entity
	Kind     string
	Limit    int // at most so many, the newest; 0 = all
}

// ChainState is what a check of the audit of one file found.
type ChainState struct {
	Wall     Wall
	Lines    int64
	BrokenAt int64 // the first line that is not what it was, or does not follow the one before it; 0 when there is none
	Missing  int64 // how many lines are gone at the end, at least: another file of the centre knows of them
}

// Intact tells whether nothing was found.
func (c ChainState) Intact() bool { return c.BrokenAt == 0 && c.Missing == 0 }

// BatchID names a batch of the journal: batches are counted in each file.
type BatchID struct {
	Wall Wall
	N    int64
}

// BinItem is what one batch deleted and can still bring back.
type BinItem struct {
	ID      BatchID
	At      Stamp
	Account string
	Kind    string     // what was done, the text "store.did.<Kind>"
	Things  []BinThing // the records that went, in the order of their deletion
	Changes int        // records that the batch added or changed: these, too, become what they were before
	Mine    bool       // whoever asks may bring it back: she deleted it, or her role brings back what others deleted
}

// BinThing says of a deleted record what tells it from others. Fields that its kind does not have are empty.
type BinThing struct {
	Entity  string // the kind of record
	Row     int64
	Person  string // the name of whose it is or was: applicant, volunteer, giver
	Title   Names  // of the event, venue, project, or the requirement that is met
	Role    string // of a need, or of the need of a place
	Day     Date   // when it was; received on, for an application
	Minutes int    // of hours
}

// OutsideFile is a file that was made outside of the encrypted ones, and is to be deleted once it is not needed.
type OutsideFile struct {
	ID      int64  `db:"id"`
	At      Stamp  `db:"at"`
	Account string `db:"account"`
	Kind    string `db:"kind"` // a report's code, "rejected", "recovery_sheet"
	Path    string `db:"path"` // absolute
	SHA256  string `db:"sha256"`
	There   bool   `db:"-"` // something still stands at the path
}
