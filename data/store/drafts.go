package store

import (
	"bytes"
	"cmp"
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"saya/data"
	"saya/data/vault"
)

const (
	draftFolder  = "drafts"
	draftEnding  = ".draft"
	draftPurpose = "drafts"            // of the key, see [vault.File.Seal]
	draftBlock   = 4 << 10             // lengths are a multiple of it, so that they tell little
	draftLargest = 16 << 20            // in bytes; whatever is larger is not ours
	draftAge     = 30 * 24 * time.Hour // older ones go
	draftsMost   = 50                  // of an account; the oldest goes
)

// storedDraft is a draft and its file.
type storedDraft struct {
	data.FormDraft
	path string
}

// SaveDraft keeps what was typed, in place of the draft with the same key. It is sealed with a key of the people's file
// and lies beside it; neither its name nor its length tell what it is. Account and moment are set here.
func (s *Store) SaveDraft(_ context.Context, actor data.Actor, d data.FormDraft) (err error) {
	defer func() { err = refuse(err) }()
	if err := s.permitAny(actor); err != nil {
		return err
	}
	d.Account, d.At = actor.Account, data.StampOf(s.now())
	mine, err := s.draftsOf(actor)
	if err != nil {
		return err
	}
	path := filepath.Join(s.dir, draftFolder, rand.Text()+draftEnding)
	if i := slices.IndexFunc(mine, func(o storedDraft) bool { return o.DraftKey == d.DraftKey }); i >= 0 {
		path = mine[i].path
	} else if len(mine) >= draftsMost {
		err = remove(mine[draftsMost-1:])
	}
	return errors.Join(err, s.writeDraft(path, d))
}

// Drafts are those of an account, the newest first. What cannot be read is left out.
func (s *Store) Drafts(_ context.Context, actor data.Actor) (drafts []data.FormDraft, err error) {
	defer func() { err = refuse(err) }()
	if err := s.permitAny(actor); err != nil {
		return nil, err
	}
	mine, err := s.draftsOf(actor)
	for _, d := range mine {
		if !slices.ContainsFunc(drafts, func(o data.FormDraft) bool { return o.DraftKey == d.DraftKey }) {
			drafts = append(drafts, d.FormDraft)
		}
	}
	return drafts, err
}

// DropDraft forgets the draft with a key, if there is one.
func (s *Store) DropDraft(_ context.Context, actor data.Actor, key data.DraftKey) (err error) {
	defer func() { err = refuse(err) }()
	if err := s.permitAny(actor); err != nil {
		return err
	}
	mine, err := s.draftsOf(actor)
	return errors.Join(err, remove(slices.DeleteFunc(mine, func(d storedDraft) bool { return d.DraftKey != key })))
}

// draftsOf reads the drafts of an account, the newest first, and removes what is too old, whosever it is.
func (s *Store) draftsOf(actor data.Actor) ([]storedDraft, error) {
	entries, err := os.ReadDir(filepath.Join(s.dir, draftFolder))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("listing the drafts: %w", err)
	}
	var mine, old []storedDraft
	limit := s.now().Add(-draftAge)
	for _, e := range entries {
		d, at := s.readDraft(e)
		switch {
		case at.Before(limit):
			old = append(old, d)
		case d.Section != "" && d.Account == actor.Account:
			mine = append(mine, d)
		}
	}
	slices.SortFunc(mine, func(a, b storedDraft) int { // of the same moment, the editor before its dialogs
		return cmp.Or(cmp.Compare(b.At, a.At), cmp.Compare(a.Form, b.Form))
	})
	return mine, remove(old)
}

// readDraft reads one file and the moment of its last change; one that cannot be read has no section.
func (s *Store) readDraft(e fs.DirEntry) (d storedDraft, at time.Time) {
	d.path = filepath.Join(s.dir, draftFolder, e.Name())
	info, err := e.Info()
	if err != nil || !info.Mode().IsRegular() {
		return d, s.now()
	}
	if filepath.Ext(d.path) != draftEnding || info.Size() > draftLargest {
		return d, info.ModTime()
	}
	if err := s.unsealDraft(d.path, &d.FormDraft); err != nil {
		return storedDraft{path: d.path}, info.ModTime()
	}
	return d, d.At.Time()
}

func (s *Store) unsealDraft(path string, d *data.FormDraft) error {
	sealed, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	let, err := s.people.hold()
	if err != nil {
		return err
	}
	defer let()
	plain, err := s.people.vault.Unseal(draftPurpose, sealed)
	if err != nil {
		return err
	}
	return json.Unmarshal(bytes.TrimRight(plain, "\x00"), d)
}

// writeDraft writes a draft beside its place and gives it its name once it is whole.
func (s *Store) writeDraft(path string, d data.FormDraft) error {
	plain, err := json.Marshal(d)
	if err != nil {
		return fmt.Errorf("encoding a draft: %w", err)
	}
	plain = append(plain, make([]byte, draftBlock-len(plain)%draftBlock)...)
	let, err := s.people.hold()
	if err != nil {
		return err
	}
	defer let()
	sealed, err := s.people.vault.Seal(draftPurpose, plain)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return fmt.Errorf("making the folder of drafts: %w", err)
	}
	return writeWhole(path, sealed)
}

// resealDrafts gives everybody's drafts the key of the file that takes the place of theirs. One that cannot be written
// is lost: that is no reason to keep the old key.
func (s *Store) resealDrafts(old, next *vault.File) {
	entries, err := os.ReadDir(filepath.Join(s.dir, draftFolder))
	if err != nil {
		return
	}
	for _, e := range entries {
		path := filepath.Join(s.dir, draftFolder, e.Name())
		sealed, err := os.ReadFile(path)
		if err != nil {
			continue
		}
		plain, err := old.Unseal(draftPurpose, sealed)
		if err != nil {
			continue
		}
		if sealed, err = next.Seal(draftPurpose, plain); err == nil {
			_ = writeWhole(path, sealed)
		}
	}
}

// remove takes files away; those that are gone already are no error.
func remove(drafts []storedDraft) error {
	var err error
	for _, d := range drafts {
		err = errors.Join(err, ignoreMissing(os.Remove(d.path)))
	}
	return err
}

func ignoreMissing(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}
