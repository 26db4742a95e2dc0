package store

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/jmoiron/sqlx"

	"saya/data"
	"saya/data/vault"
)

// Access is whether an account opens a file, and whether its role and state say that it should. A slot of a key pair that
// the account had before its password was reset opens nothing to it: it has none where it should have one, and has one too
// many where it should not.
type Access struct {
	Account     data.Account
	Wall        Wall
	Has, Wanted bool
	// Held tells that whoever asks opens the file, and can let in and shut out.
	Held bool
}

// Access compares the slots of all files with the accounts. Who has what she should not, or has not what she should, is
// waiting for somebody who opens that file: [Store.LetIn], [Store.ShutOut].
func (s *Store) Access(ctx context.Context) ([]Access, error) {
	accounts, err := s.keyedAccounts(ctx)
	if err != nil {
		return nil, err
	}
	var out []Access
	for _, w := range data.Walls() {
		f := s.file(w)
		h, held, err := f.header()
		if err != nil {
			return nil, err
		}
		for _, a := range accounts {
			c, has := h.Credential(slotName(w, a.Account))
			wanted := a.opens(w)
			out = append(out, Access{
				Account: a.Account, Wall: w, Has: has && (!wanted || c.SameKey(a.credential)), Wanted: wanted, Held: held,
			})
		}
	}
	return out, nil
}

func (s *Store) keyedAccounts(ctx context.Context) ([]keyed, error) {
	return read(ctx, s.centre, func(q *sqlx.Tx) ([]keyed, error) {
		var rows []struct {
			data.Account
			Credential string `db:"credential"`
		}
		if err := q.SelectContext(ctx, &rows, "SELECT "+accountColumns+", credential FROM accounts ORDER BY name, id"); err != nil {
			return nil, fmt.Errorf("listing accounts: %w", err)
		}
		out := make([]keyed, len(rows))
		for i, r := range rows {
			out[i].Account = r.Account
			if err := json.Unmarshal([]byte(r.Credential), &out[i].credential); err != nil {
				return nil, fmt.Errorf("reading a key pair: %w", err)
			}
		}
		return out, nil
	})
}

// opens tells whether role and state say that the account opens a file.
func (a keyed) opens(w Wall) bool { return a.State == data.AccountActive && a.Role.Opens(w) }

// header is that of a file, whether it is held here or not.
func (f *file) header() (h *vault.Header, held bool, err error) {
	f.swap.RLock()
	defer f.swap.RUnlock()
	if held = f.held(); held {
		h, err = f.vault.Header()
	} else {
		h, err = vault.HeaderOf(f.path)
	}
	return h, held, refuseVault(err)
}

func (s *Store) file(w Wall) *file {
	for _, f := range s.files() {
		if f.wall == w {
			return f
		}
	}
	return nil
}

// LetIn lets an account into a file that the actor opens, if the account's role says so.
func (s *Store) LetIn(ctx context.Context, actor data.Actor, id int64, wall Wall) error {
	f, err := s.mayLetIn(actor, wall)
	if err != nil {
		return err
	}
	return s.letIn(ctx, actor, id, f)
}

func (s *Store) letIn(ctx context.Context, actor data.Actor, id int64, f *file) error {
	if f.wall == CentreWall { // what her password opens is in her slot there, and nowhere else
		return &data.Error{Code: data.Conflict, Key: "store.reset_instead"}
	}
	return s.inTx(ctx, s.centre, actor, "let_in", func(w *tx) error {
		a, err := w.account(ctx, id)
		if err != nil {
			return err
		}
		if a.State != data.AccountActive || !a.Role.Opens(f.wall) {
			return notAllowed()
		}
		c, err := w.credential(ctx, id)
		if err != nil {
			return err
		}
		w.touchedAccount(id, "", f.wall)
		return f.admit(a, c)
	})
}

// LetInByCode lets an account into a file by the file's recovery code, as when nobody opens it yet.
func (s *Store) LetInByCode(ctx context.Context, actor data.Actor, id int64, wall Wall, code string) error {
	if err := s.permit(actor, data.ManageAccounts); err != nil {
		return err
	}
	if f := s.file(wall); f.held() {
		return s.letIn(ctx, actor, id, f)
	}
	opened, err := vault.Recover(s.file(wall).path, string(wall), code)
	if err != nil {
		return wrongCode(err)
	}
	defer opened.Close()
	return s.letIn(ctx, actor, id, &file{wall: wall, vault: opened})
}

func (s *Store) mayLetIn(actor data.Actor, wall Wall) (*file, error) {
	right := data.LetIn
	if wall == CentreWall {
		right = data.ManageAccounts
	}
	if err := s.permit(actor, right); err != nil {
		return nil, err
	}
	f := s.file(wall)
	if f == nil || !f.held() {
		return nil, &data.Error{Code: data.Denied, Key: "errors.no_access"}
	}
	return f, nil
}

// ShutOut takes the slot of an account that should not have it any more from a file that the actor opens. With rekey the
// file gets a new data key: whoever kept the old one, or an older copy, does not read what is written from then on.
func (s *Store) ShutOut(ctx context.Context, actor data.Actor, id int64, wall Wall, rekey bool) error {
	f, err := s.mayLetIn(actor, wall)
	if err != nil {
		return err
	}
	var account data.Account
	err = s.inTx(ctx, s.centre, actor, "shut_out", func(w *tx) error {
		if err := w.GetContext(ctx, &account, "SELECT "+accountColumns+" FROM accounts WHERE id = ?", id); err != nil {
			return fmt.Errorf("reading an account: %w", err)
		}
		if account.State == data.AccountActive && account.Role.Opens(wall) {
			return notAllowed()
		}
		w.touchedAccount(id, "", wall)
		return refuseVault(f.vault.Revoke(slotName(wall, account)))
	})
	if err != nil || !rekey {
		return err
	}
	return s.Rekey(ctx, actor, wall)
}

func wrongCode(err error) error {
	if errors.Is(err, vault.ErrPassword) {
		return &data.Error{Code: data.Denied, Field: "recovery_code", Key: "store.wrong_code", Err: err}
	}
	return refuseVault(err)
}

// NewRecoveryCode makes a recovery code of a file instead of the one there was. It is told once and kept nowhere.
func (s *Store) NewRecoveryCode(ctx context.Context, actor data.Actor, wall Wall) (code string, err error) {
	f, err := s.mayLetIn(actor, wall)
	if err != nil {
		return "", err
	}
	err = s.inTx(ctx, s.centre, actor, "new_recovery_code", func(w *tx) (err error) {
		w.touchedAccount(0, "", wall)
		code, err = f.vault.NewRecoveryCode()
		return refuseVault(err)
	})
	return code, err
}
