package powercut

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// kind is what is done in a step.
type kind int

const (
	found        kind = iota // a file that was there, with what is in it, or a folder
	created                  // an empty file, or a folder
	wrote                    // some bytes from a place on
	truncated                // to a size, which may be a longer one
	synced                   // a file
	deleted                  // a name
	renamed                  // from a name to another
	folderSynced             // the names in a folder
	noted                    // something is acknowledged
)

// root is the name of the folder that is recorded; the names of all else begin there.
const root = "."

// step is one thing that is done.
type step struct {
	kind     kind
	file     int  // 0 stands for a folder
	linked   bool // of a new file: its first sync makes its name safe, too
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
	moves   []step         // changes of names that wait
	fresh   map[int]string // the folders of files whose first sync makes their name safe
	noted   map[string]int
}

func newDisk() *disk {
	return &disk{
		content: map[int][]byte{}, waiting: map[int][]step{}, names: map[string]int{}, fresh: map[int]string{},
		noted: map[string]int{},
	}
}

func (d *disk) do(s step) {
	switch s.kind {
	case found:
		d.content[s.file], d.names[s.name] = bytes.Clone(s.bytes), s.file
	case created:
		d.content[s.file] = nil
		if s.linked {
			d.fresh[s.file] = path.Dir(s.name)
		}
		d.moves = append(d.moves, s)
	case deleted, renamed:
		d.moves = append(d.moves, s)
	case wrote, truncated:
		d.waiting[s.file] = append(d.waiting[s.file], s)
	case synced:
		d.sync(s.file)
	case folderSynced:
		d.syncNames(s.name)
	case noted:
		d.noted[s.name] = s.n
	}
}

// sync makes a file safe.
func (d *disk) sync(file int) {
	for _, s := range d.waiting[file] {
		d.apply(s)
	}
	delete(d.waiting, file)
	if folder, ok := d.fresh[file]; ok {
		delete(d.fresh, file)
		d.syncNames(folder)
	}
}

// syncNames makes the names in one folder safe. A file that moved from there to another folder has moved, as it has when
// that one is synced: no file system that people use has it in none or in both.
func (d *disk) syncNames(folder string) {
	d.moves = slices.DeleteFunc(d.moves, func(s step) bool {
		here := path.Dir(s.name) == folder || s.kind == renamed && path.Dir(s.to) == folder
		if here {
			d.move(s)
		}
		return here
	})
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
		delete(d.names, s.name)
		d.names[s.to] = s.file
		if s.file == 0 {
			d.moveContent(s.name+"/", s.to+"/")
		}
	}
}

// moveContent gives all in a folder the names that it has when the folder has another one.
func (d *disk) moveContent(from, to string) {
	for name, file := range maps.Clone(d.names) {
		if rest, ok := strings.CutPrefix(name, from); ok {
			delete(d.names, name)
			d.names[to+rest] = file
		}
	}
}

// reached tells whether all folders are there that lead to a name.
func (d *disk) reached(name string) bool {
	for dir := path.Dir(name); dir != root; dir = path.Dir(dir) {
		if file, ok := d.names[dir]; !ok || file != 0 {
			return false
		}
	}
	return true
}

// cut ends all that waits.
func (d *disk) cut(c chance) {
	for _, file := range slices.Sorted(maps.Keys(d.waiting)) { // in order: chance comes the same each time
		waiting := d.waiting[file]
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
	Noted   map[string]int
	about   string
	folders []string // each before those in it
	files   map[string][]byte
}

// String says which cut it was.
func (s *State) String() string { return s.about }

// Write puts the files into a folder.
func (s *State) Write(dir string) error {
	var err error
	for _, name := range s.folders {
		err = errors.Join(err, os.Mkdir(filepath.Join(dir, filepath.FromSlash(name)), 0o700))
	}
	for name, content := range s.files {
		err = errors.Join(err, os.WriteFile(filepath.Join(dir, filepath.FromSlash(name)), content, 0o600))
	}
	if err != nil {
		return fmt.Errorf("writing what a cut of the power left: %w", err)
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
		case (s.kind == synced || s.kind == folderSynced) && len(l.notes) > 0:
			l.syncs = append(l.syncs, i)
		}
	}
	return l
}

// Len is the number of steps.
func (l *Log) Len() int { return len(l.steps) }

// Lying is the same on a disk that says that it has synced, and has not.
func (l *Log) Lying() *Log {
	return newLog(slices.DeleteFunc(slices.Clone(l.steps), func(s step) bool { return s.kind == synced || s.kind == folderSynced }))
}

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
	for _, name := range slices.Sorted(maps.Keys(d.names)) {
		switch file := d.names[name]; {
		case !d.reached(name):
		case file == 0:
			state.folders = append(state.folders, name)
		default:
			state.files[name] = d.content[file]
		}
	}
	return state
}
