package powercut

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
)

// kind is what is done in a step.
type kind int

const (
	found        kind = iota // a file that was there, with what is in it
	created                  // an empty file
	wrote                    // some bytes from a place on
	truncated                // to a size, which may be a longer one
	synced                   // a file
	deleted                  // a name
	renamed                  // from a name to another
	folderSynced             // all names
	noted                    // something is acknowledged
)

// step is one thing that is done.
type step struct {
	kind     kind
	file     int
	name, to string
	bytes    []byte
	at       int64
	n        int
}

// disk is what surely is on a disk, and what waits for a sync.
type disk struct {
	content map[int][]byte
	waiting map[int][]step
	names   map[string]int
	moves   []step       // changes of names that wait
	fresh   map[int]bool // the files that were never synced
	noted   map[string]int
}

func newDisk() *disk {
	return &disk{
		content: map[int][]byte{}, waiting: map[int][]step{}, names: map[string]int{}, fresh: map[int]bool{},
		noted: map[string]int{},
	}
}

func (d *disk) do(s step) {
	switch s.kind {
	case found:
		d.content[s.file], d.names[s.name] = bytes.Clone(s.bytes), s.file
	case created:
		d.content[s.file], d.fresh[s.file] = nil, true
		d.moves = append(d.moves, s)
	case deleted, renamed:
		d.moves = append(d.moves, s)
	case wrote, truncated:
		d.waiting[s.file] = append(d.waiting[s.file], s)
	case synced:
		d.sync(s.file)
	case folderSynced:
		d.syncNames()
	case noted:
		d.noted[s.name] = s.n
	}
}

// sync makes a file safe. SQLite syncs the folder with it when the file is new.
func (d *disk) sync(file int) {
	for _, s := range d.waiting[file] {
		d.apply(s)
	}
	delete(d.waiting, file)
	if d.fresh[file] {
		delete(d.fresh, file)
		d.syncNames()
	}
}

func (d *disk) syncNames() {
	for _, s := range d.moves {
		d.move(s)
	}
	d.moves = nil
}

func (d *disk) apply(s step) {
	b := d.content[s.file]
	end := s.at + int64(len(s.bytes))
	if int64(len(b)) < end {
		b = append(b, make([]byte, end-int64(len(b)))...)
	}
	if s.kind == truncated {
		b = b[:s.at]
	}
	copy(b[s.at:], s.bytes)
	d.content[s.file] = b
}

func (d *disk) move(s step) {
	switch s.kind {
	case created:
		d.names[s.name] = s.file
	case deleted:
		delete(d.names, s.name)
	case renamed:
		if file, ok := d.names[s.name]; ok {
			d.names[s.to] = file
			delete(d.names, s.name)
		}
	}
}

// cut ends all that waits.
func (d *disk) cut(c chance) {
	for file := range len(d.content) { // in order: chance comes the same each time
		waiting := d.waiting[file+1]
		for i, end := range c.ends(len(waiting)) {
			switch end {
			case whole:
				d.apply(waiting[i])
			case torn:
				d.tear(waiting[i], c)
			}
		}
	}
	for i, end := range c.ends(len(d.moves)) {
		if end == whole {
			d.move(d.moves[i])
		}
	}
}

// tear writes some of the blocks of a step; one of them may become anything.
func (d *disk) tear(s step, c chance) {
	if s.kind != wrote {
		return
	}
	for from := 0; from < len(s.bytes); {
		to := min(len(s.bytes), from+c.block-int((s.at+int64(from))%int64(c.block)))
		part := step{kind: wrote, file: s.file, at: s.at + int64(from), bytes: s.bytes[from:to]}
		switch c.IntN(8) {
		case 0, 1, 2, 3:
			d.apply(part)
		case 4:
			part.bytes = make([]byte, to-from)
			for i := range part.bytes {
				part.bytes[i] = byte(c.Uint32())
			}
			d.apply(part)
		}
		from = to
	}
}

// State is what a cut of the power left on a disk.
type State struct {
	// Noted says what had been acknowledged by then.
	Noted map[string]int
	about string
	files map[string][]byte
}

// String says which cut it was.
func (s *State) String() string { return s.about }

// Write puts the files into a folder.
func (s *State) Write(dir string) error {
	for name, content := range s.files {
		if err := os.WriteFile(filepath.Join(dir, name), content, 0o600); err != nil {
			return fmt.Errorf("writing what a cut of the power left: %w", err)
		}
	}
	return nil
}

// Log is all that was done, step by step.
type Log struct {
	steps []step
	notes []int // after which something was acknowledged
	syncs []int // before which most waits
}

func newLog(steps []step) *Log {
	l := &Log{steps: steps}
	for i, s := range steps {
		switch {
		case s.kind == noted:
			l.notes = append(l.notes, i+1)
		case s.kind == synced && len(l.notes) > 0:
			l.syncs = append(l.syncs, i)
		}
	}
	return l
}

// Len is the number of steps.
func (l *Log) Len() int { return len(l.steps) }

// moment is how many steps were done when the power failed. One in three is just after a note, when nothing more is done
// that could save what was acknowledged, and one in three just before a sync.
func (l *Log) moment(r *rand.Rand) int {
	first := l.notes[0]
	switch kind := r.IntN(3); {
	case kind == 0:
		return l.notes[r.IntN(len(l.notes))]
	case kind == 1 && len(l.syncs) > 0:
		return l.syncs[r.IntN(len(l.syncs))]
	}
	return first + r.IntN(len(l.steps)-first+1)
}

// Cut is a disk of some moment after the first note.
func (l *Log) Cut(r *rand.Rand) *State {
	at := l.moment(r)
	d := newDisk()
	for _, s := range l.steps[:at] {
		d.do(s)
	}
	c := chance{r, fate(r.IntN(int(fates))), []int{512, 4096}[r.IntN(2)]}
	d.cut(c)
	state := &State{Noted: d.noted, files: map[string][]byte{}}
	state.about = fmt.Sprintf("power cut after %d of %d steps, what waited is %s, blocks of %d", at, len(l.steps), c.fate, c.block)
	for name, file := range d.names {
		state.files[name] = d.content[file]
	}
	return state
}
