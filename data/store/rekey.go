package store

import (
	"context"
	"errors"
	"fmt"
	"os"

	"saya/data"
	"saya/data/vault"
)

// Rekey gives a file that the actor opens a new data key. A copy is written, checked and put in the file's place; the
// accounts that open it by role and state, and the recovery code, open it still. It needs the folder to itself and waits for what is being read.
func (s *Store) Rekey(ctx context.Context, actor data.Actor, wall Wall) error {
	f, err := s.mayLetIn(actor, wall)
	if err != nil {
		return err
	}
	if err := s.guard.alone(ctx); err != nil {
		return err
	}
	keep, err := s.opensBy(ctx, wall)
	if err != nil {
		return errors.Join(err, s.guard.share(context.WithoutCancel(ctx)))
	}
	err = s.inTx(ctx, s.centre, actor, "rekey", func(w *tx) error {
		w.touchedAccount(0, "", wall)
		return nil
	})
	if err == nil {
		err = refuse(s.rekey(ctx, f, keep))
	}
	return errors.Join(err, s.guard.share(context.WithoutCancel(ctx)))
}

// opensBy are the key pairs of the accounts that open a file by role and state, by the names of their slots.
func (s *Store) opensBy(ctx context.Context, w Wall) (map[string]vault.Credential, error) {
	accounts, err := s.keyedAccounts(ctx)
	if err != nil {
		return nil, err
	}
	out := map[string]vault.Credential{}
	for _, a := range accounts {
		if a.opens(w) {
			out[slotName(w, a.Account)] = a.credential
		}
	}
	return out, nil
}

func (s *Store) rekey(ctx context.Context, f *file, keep map[string]vault.Credential) error {
	f.swap.Lock()
	defer f.swap.Unlock()
	part := &file{wall: f.wall, path: f.path + ".part", appID: f.appID}
	if err := os.Remove(part.path); err != nil && !errors.Is(err, os.ErrNotExist) {
		return fmt.Errorf("removing half a file: %w", err)
	}
	var err error
	if part.vault, err = f.vault.Successor(part.path, keep); err != nil {
		return refuseVault(err)
	}
	if err := f.copyInto(ctx, part); err != nil {
		part.vault.Close()
		return errors.Join(err, os.Remove(part.path))
	}
	return s.replace(f, part.vault)
}

// replace puts a finished file in the place of an open one. When that fails, the one that was there is opened again.
func (s *Store) replace(f *file, next *vault.File) error {
	err := f.disconnect()
	if err == nil {
		err = next.Replace(f.vault)
	}
	if err != nil {
		next.Close()
		f.connect()
		return err
	}
	if f.wall == PeopleWall {
		s.resealDrafts(f.vault, next)
	}
	f.vault.Close()
	f.vault = next
	f.connect()
	return syncPath(s.dir)
}

// copyInto fills an empty encrypted file with what f holds, flushes and checks it.
func (f *file) copyInto(ctx context.Context, part *file) error {
	if _, err := f.write.ExecContext(ctx, "VACUUM INTO ?", part.address("")); err != nil {
		return fmt.Errorf("copying %s: %w", f.wall, err)
	}
	if err := syncPath(part.path); err != nil {
		return err
	}
	part.connectReadOnly()
	return errors.Join(part.ours(ctx), part.check(ctx, "integrity_check(1)"), part.disconnect())
}
