package store

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"time"

	"saya/data"
)

// tries makes whoever guesses passwords wait longer after each failure. It is kept in a small plain file beside the
// centre's, without names. It slows down somebody at this computer; whoever copies the files away or deletes this one
// is held up by Argon2id alone. No trouble with the file ever keeps anybody from signing in.
type tries struct{ path string }

// triesName is the file in the folder of the centre.
const triesName = "tries"

// The first failures are free: people mistype.
const (
	freeTries = 2
	firstWait = 2 * time.Second
	mostWait  = 5 * time.Minute
)

// failures are those since somebody last signed in.
type failures struct {
	Count int       `json:"count"`
	Last  time.Time `json:"last"`
}

func newTries(dir string) *tries { return &tries{path: filepath.Join(dir, triesName)} }

// admit refuses to try a password before the wait is over.
func (t *tries) admit(now time.Time) error {
	wait := t.wait(now)
	if wait == 0 {
		return nil
	}
	seconds := int((wait + time.Second - 1) / time.Second)
	return &data.Error{Code: data.Locked, Key: "store.wait", Args: []any{"Seconds", seconds}}
}

// wait says how long it is until the next try: nothing after two failures, then 2 s, 4 s, 8 s and so on to five minutes.
// After a clock was set back the wait begins anew, so it is neither over at once nor lasts until the old time comes.
func (t *tries) wait(now time.Time) time.Duration {
	f := t.read()
	if f.Last.After(now) {
		f.Last = now
		t.write(f)
	}
	return max(0, f.delay()-now.Sub(f.Last))
}

// failed counts a failure.
func (t *tries) failed(now time.Time) {
	f := t.read()
	t.write(failures{Count: f.Count + 1, Last: now})
}

// succeeded forgets the failures and says how many there were, so that the one who has signed in can be told.
func (t *tries) succeeded() int {
	f := t.read()
	_ = os.Remove(t.path) // what stays makes somebody wait, no more
	return f.Count
}

// delay is the wait after the last failure.
func (f failures) delay() time.Duration {
	if f.Count <= freeTries {
		return 0
	}
	delay := firstWait
	for n := freeTries + 1; n < f.Count && delay < mostWait; n++ {
		delay *= 2
	}
	return min(delay, mostWait)
}

// read takes a file that is missing or broken for no failures.
func (t *tries) read() failures {
	text, err := os.ReadFile(t.path)
	if err != nil {
		return failures{}
	}
	var f failures
	if json.Unmarshal(text, &f) != nil || f.Count < 0 {
		return failures{}
	}
	return f
}

// write replaces the file whole, so that another program never reads half of one. Of two that fail in the same moment
// one may not be counted.
func (t *tries) write(f failures) {
	text, err := json.Marshal(f)
	if err != nil {
		return // a year that JSON cannot hold
	}
	part, err := os.CreateTemp(filepath.Dir(t.path), triesName+".*.part") // for its owner only: 0600
	if err != nil {
		return
	}
	_, err = part.Write(text)
	if err = errors.Join(err, part.Close()); err == nil {
		err = os.Rename(part.Name(), t.path)
	}
	if err != nil {
		_ = os.Remove(part.Name())
	}
}
