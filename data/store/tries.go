package store

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"time"

	"saya/data"
)

// tries makes whoever guesses passwords wait longer after each failure, of each name apart. It is kept in a small plain
// file beside the centre's; of names it holds hashes. It slows down somebody at this computer; whoever copies the files away or deletes this one
// is held up by Argon2id alone. No trouble with the file ever keeps anybody from signing in.
type tries struct{ path, who string }

// triesName is the file in the folder of the centre.
const triesName = "tries"

// The first failures are free: people mistype.
const (
	freeTries = 2
	firstWait = 2 * time.Second
	mostWait  = 5 * time.Minute
	mostNames = 200 // that are counted at once
)

// failures are those since somebody last signed in.
type failures struct {
	Count int       `json:"count"`
	Last  time.Time `json:"last"`
}

// recoveryTries counts tries of recovery codes; it is no name of an account.
const recoveryTries = ""

func newTries(dir, name string) *tries {
	sum := sha256.Sum256([]byte("saya/tries/" + data.AccountKey(name)))
	return &tries{path: filepath.Join(dir, triesName), who: hex.EncodeToString(sum[:8])}
}

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
	all := t.read()
	f := all[t.who]
	if f.Last.After(now) {
		f.Last = now
		all[t.who] = f
		t.write(all)
	}
	return max(0, f.delay()-now.Sub(f.Last))
}

// failed counts a failure.
func (t *tries) failed(now time.Time) {
	all := t.read()
	if len(all) >= mostNames {
		all = map[string]failures{t.who: all[t.who]}
	}
	all[t.who] = failures{Count: all[t.who].Count + 1, Last: now}
	t.write(all)
}

// succeeded forgets the failures and says how many there were, so that the one who has signed in can be told.
func (t *tries) succeeded() int {
	all := t.read()
	n := all[t.who].Count
	if delete(all, t.who); len(all) > 0 {
		t.write(all)
	} else {
		_ = os.Remove(t.path) // what stays makes somebody wait, no more
	}
	return n
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
func (t *tries) read() map[string]failures {
	all := map[string]failures{}
	text, err := os.ReadFile(t.path)
	if err != nil || json.Unmarshal(text, &all) != nil || all == nil {
		return map[string]failures{}
	}
	if all[t.who].Count < 0 {
		delete(all, t.who)
	}
	return all
}

// write replaces the file whole, so that another program never reads half of one. Of two that fail in the same moment
// one may not be counted.
func (t *tries) write(all map[string]failures) {
	text, err := json.Marshal(all)
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
