package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/jmoiron/sqlx"

	"saya/data"
)

// Files outside of the vault are listed in the people's file, so that nobody learns of them who does not open it. An
// account that does not open it, as an administrator's, leaves no line there.

const outsideColumns = "id, at, account, kind, path, sha256"

// AddOutside lists a file that was just made outside of the vault, and returns the id of the line; one with the same
// path is replaced. kind is a report's code, "rejected", "recovery_sheet" or the like. Whoever does not open the
// people's file lists nothing and gets 0.
func (s *Store) AddOutside(ctx context.Context, actor data.Actor, kind, path string) (id int64, err error) {
	if !s.people.held() {
		return 0, nil
	}
	f := data.OutsideFile{Kind: kind}
	if f.Path, err = filepath.Abs(path); err != nil {
		return 0, fmt.Errorf("listing a file: %w", err)
	}
	if f.SHA256, err = hashOf(f.Path); err != nil {
		return 0, &data.Error{Code: data.Storage, Key: "audit.outside_unread"} // the system's own words hold the path
	}
	err = s.inTx(ctx, s.people, actor, "add_outside", func(w *tx) error {
		res, err := w.exec(ctx, `INSERT OR REPLACE INTO outside_files (at, account, kind, path, sha256) VALUES (?, ?, ?, ?, ?)`,
			w.at, w.actor.Account, f.Kind, f.Path, f.SHA256)
		if err != nil {
			return fmt.Errorf("listing a file: %w", err)
		}
		id, err = res.LastInsertId()
		w.touchedOutside(id, data.Inserted)
		return err
	})
	return id, err
}

func (w *tx) touchedOutside(id int64, act data.Act) {
	w.touched[OutsideFiles] = true
	w.note(OutsideFiles, id, act, "")
}

// Outside lists the files that were made outside of the vault and not deleted from here, the oldest first.
func (s *Store) Outside(ctx context.Context) ([]data.OutsideFile, error) {
	out, err := read(ctx, s.people, func(q *sqlx.Tx) (out []data.OutsideFile, err error) {
		err = q.SelectContext(ctx, &out, "SELECT "+outsideColumns+" FROM outside_files ORDER BY id")
		return out, err
	})
	for i := range out {
		_, err := os.Lstat(out[i].Path)
		out[i].There = err == nil
	}
	return out, err
}

// DeleteOutside deletes a file that was made outside of the vault, and its line. It refuses one that was changed since:
// that is for people to look at. A file that is gone already is no error.
func (s *Store) DeleteOutside(ctx context.Context, actor data.Actor, id int64) error {
	return s.dropOutside(ctx, actor, "delete_outside", id, func(f data.OutsideFile) error {
		sum, err := hashOf(f.Path)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil
		case err == nil && sum != f.SHA256:
			return &data.Error{Code: data.Conflict, Key: "audit.outside_changed"}
		case err == nil:
			err = os.Remove(f.Path)
		}
		if err != nil {
			return &data.Error{Code: data.Storage, Key: "audit.outside_kept"}
		}
		return nil
	})
}

// ForgetOutside takes a file off the list and leaves it where it is.
func (s *Store) ForgetOutside(ctx context.Context, actor data.Actor, id int64) error {
	return s.dropOutside(ctx, actor, "forget_outside", id, func(data.OutsideFile) error { return nil })
}

func (s *Store) dropOutside(ctx context.Context, actor data.Actor, kind string, id int64, drop func(data.OutsideFile) error) error {
	return s.inTx(ctx, s.people, actor, kind, func(w *tx) error {
		var found []data.OutsideFile
		if err := w.SelectContext(ctx, &found, "SELECT "+outsideColumns+" FROM outside_files WHERE id = ?", id); err != nil {
			return fmt.Errorf("looking for a listed file: %w", err)
		}
		if len(found) == 0 {
			return &data.Error{Code: data.NotFound, Key: "errors.not_found"}
		}
		if _, err := w.exec(ctx, "DELETE FROM outside_files WHERE id = ?", id); err != nil {
			return fmt.Errorf("taking a file off the list: %w", err)
		}
		w.touchedOutside(id, data.Deleted)
		return drop(found[0])
	})
}

// hashOf is the SHA-256 of a file, in hexadecimal. Nothing but a plain file has one.
func hashOf(path string) (string, error) {
	info, err := os.Lstat(path)
	if err != nil {
		return "", err
	}
	if !info.Mode().IsRegular() {
		return "", fs.ErrInvalid
	}
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	h := sha256.New()
	_, err = io.Copy(h, f)
	if err := errors.Join(err, f.Close()); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}
