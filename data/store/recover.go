package store

import (
	"context"
	"errors"
	"time"

	"saya/data"
	"saya/data/vault"
)

// RecoverAccount gives an account a new password by the recovery code of the centre's own file, when nobody can sign in
// who could do it. The key pair is a new one: the other files have to be opened to it anew, by [Store.LetIn] or
// [Store.LetInByCode]. It needs the folder to itself.
func RecoverAccount(ctx context.Context, dir, code, name, password string, now func() time.Time) (err error) {
	s, err := newStore(dir, now)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	if err := resumeRestore(ctx, s.dir); err != nil {
		return err
	}
	var alone bool
	if s.guard, alone, err = takeGuard(ctx, s.dir, false); err != nil {
		return err
	}
	if !alone {
		return &data.Error{Code: data.Locked, Key: "errors.locked"}
	}
	tries := newTries(s.dir, recoveryTries)
	if err := tries.admit(s.now()); err != nil {
		return err
	}
	if s.centre.vault, err = vault.Recover(s.centre.path, string(CentreWall), code); err != nil {
		if errors.Is(err, vault.ErrPassword) {
			tries.failed(s.now())
		}
		return wrongCode(err)
	}
	tries.succeeded()
	if err := s.openFile(ctx, s.centre, alone, false); err != nil {
		return err
	}
	return s.recoverAccount(ctx, name, password)
}

func (s *Store) recoverAccount(ctx context.Context, name, password string) error {
	if err := data.CheckPassword("password", password, name); err != nil {
		return err
	}
	c, err := vault.NewCredential(password)
	if err != nil {
		return refuseVault(err)
	}
	return s.inTx(ctx, s.centre, data.Actor{}, "recover_account", func(w *tx) error {
		a, err := w.accountNamed(ctx, name)
		if err != nil || a.State == data.AccountRemoved {
			return &data.Error{Code: data.NotFound, Field: "account_name", Key: "store.no_account", Err: err}
		}
		a.State, a.MustChange, a.PasswordAt = data.AccountActive, false, w.at
		if err := w.keepCredential(ctx, a.ID, c.Shared()); err != nil {
			return err
		}
		if err := w.updateAccount(ctx, a); err != nil {
			return err
		}
		return s.centre.admit(a, c)
	})
}
