package store

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"

	"github.com/jmoiron/sqlx"

	"saya/data"
	"saya/data/vault"
)

const accountColumns = "id, name, role, state, must_change, created_at, password_at"

// Accounts lists all accounts by name, removed ones too.
func (s *Store) Accounts(ctx context.Context) ([]data.Account, error) {
	return read(ctx, s.centre, func(q *sqlx.Tx) (out []data.Account, err error) {
		if err = q.SelectContext(ctx, &out, "SELECT "+accountColumns+" FROM accounts ORDER BY name, id"); err != nil {
			return nil, fmt.Errorf("listing accounts: %w", err)
		}
		return out, nil
	})
}

// whoIs finds the account that has signed in. A sample lets in without a name, and nothing else does.
func (s *Store) whoIs(ctx context.Context, name string, sample bool) (data.Account, error) {
	accounts, err := s.Accounts(ctx)
	if err != nil {
		return data.Account{}, err
	}
	centre, err := s.Centre(ctx)
	if err != nil {
		return data.Account{}, err
	}
	i := slices.IndexFunc(accounts, func(a data.Account) bool { return data.SameAccountName(a.Name, name) })
	if i < 0 || accounts[i].State != data.AccountActive || sample && !centre.Sample {
		return data.Account{}, refuseVault(vault.ErrPassword)
	}
	return accounts[i], nil
}

// Me is the account that opened the centre.
func (s *Store) Me(ctx context.Context) (data.Account, error) {
	accounts, err := s.Accounts(ctx)
	if err != nil {
		return data.Account{}, err
	}
	i := slices.IndexFunc(accounts, func(a data.Account) bool { return a.ID == s.account })
	if i < 0 {
		return data.Account{}, refuseVault(vault.ErrPassword)
	}
	return accounts[i], nil
}

// AddAccount makes an account that opens the centre's file at once, and the others when somebody lets it in who opens
// them: [Store.Access] shows where that is missing.
func (s *Store) AddAccount(ctx context.Context, actor data.Actor, n NewAccount) (id int64, err error) {
	n.Name = data.Text(n.Name)
	if err := data.CheckAccountName(n.Name); err != nil {
		return 0, err
	}
	if !slices.Contains(data.Roles(), n.Role) {
		return 0, &data.Error{Code: data.Invalid, Field: "role", Key: "errors.required"}
	}
	if err := data.CheckPassword("password", n.Password, n.Name); err != nil {
		return 0, err
	}
	c, err := vault.NewCredential(n.Password)
	if err != nil {
		return 0, refuseVault(err)
	}
	err = s.changeAccounts(ctx, actor, "add_account", func(w *tx) error {
		if err := w.freeName(ctx, n.Name, 0); err != nil {
			return err
		}
		a := keyed{data.Account{
			Name: n.Name, Role: n.Role, State: data.AccountActive, MustChange: n.OneTime, CreatedAt: w.at, PasswordAt: w.at,
		}, c}
		if id, err = w.insertAccount(ctx, a); err != nil {
			return err
		}
		a.ID = id
		return s.centre.admit(a.Account, c)
	})
	return id, err
}

// RenameAccount gives an account another name. The journal keeps the name under which something was done.
func (s *Store) RenameAccount(ctx context.Context, actor data.Actor, id int64, name string) error {
	name = data.Text(name)
	if err := data.CheckAccountName(name); err != nil {
		return err
	}
	before := name
	err := s.changeAccount(ctx, actor, "rename_account", id, func(w *tx, a *data.Account) error {
		if err := w.freeName(ctx, name, a.ID); err != nil {
			return err
		}
		before, a.Name = a.Name, name
		if err := w.keepName(ctx, a.ID, name); err != nil {
			return err
		}
		return s.centre.vault.Alias(before, name)
	})
	if err != nil || data.SameAccountName(before, name) {
		return err
	}
	return s.takeSlots(ctx, s.centre, before)
}

// SetRole gives an account another role. What it may open then, others have to open to it or shut: [Store.Access].
func (s *Store) SetRole(ctx context.Context, actor data.Actor, id int64, role data.Role) error {
	if !slices.Contains(data.Roles(), role) {
		return &data.Error{Code: data.Invalid, Field: "role", Key: "errors.required"}
	}
	return s.changeAccount(ctx, actor, "set_role", id, func(_ *tx, a *data.Account) error {
		a.Role = role
		return nil
	})
}

// ResetPassword gives an account a password for once. It makes another key pair of it, so the files of the centre but
// its own have to be opened to it anew: an administrator does not get into them by this.
func (s *Store) ResetPassword(ctx context.Context, actor data.Actor, id int64, password string) error {
	return s.changeAccount(ctx, actor, "reset_password", id, func(w *tx, a *data.Account) error {
		if a.State != data.AccountActive {
			return &data.Error{Code: data.Conflict, Key: "store.not_active"}
		}
		if err := data.CheckPassword("password", password, a.Name); err != nil {
			return err
		}
		c, err := vault.NewCredential(password)
		if err != nil {
			return refuseVault(err)
		}
		a.MustChange, a.PasswordAt = true, w.at
		if err := w.keepCredential(ctx, a.ID, c.Shared()); err != nil {
			return err
		}
		return s.centre.admit(*a, c)
	})
}

// ChangePassword changes the password of the account that opened the centre.
func (s *Store) ChangePassword(ctx context.Context, actor data.Actor, current, next string) error {
	if err := data.CheckPassword("password", next, actor.Account); err != nil {
		return err
	}
	if data.SamePassword(current, next) {
		return &data.Error{Code: data.Invalid, Field: "password", Key: "store.same_password"}
	}
	tries := newTries(s.dir, actor.Account)
	if err := tries.admit(s.now()); err != nil {
		return err
	}
	err := s.changePassword(ctx, actor, current, next)
	if refusals := data.Refusals(err); len(refusals) > 0 && refusals[0].Key == "store.wrong_current" {
		tries.failed(s.now())
	}
	return err
}

func (s *Store) changePassword(ctx context.Context, actor data.Actor, current, next string) error {
	return s.inTx(ctx, s.centre, actor, "change_password", func(w *tx) error {
		a, err := w.account(ctx, s.account)
		if err != nil {
			return err
		}
		c, ok := s.centre.vault.Credential(a.Name)
		if !ok {
			return refuseVault(vault.ErrPassword)
		}
		if c, err = c.Change(current, next); err != nil {
			return wrongCurrent(err)
		}
		a.MustChange, a.PasswordAt = false, w.at
		if err := w.updateAccount(ctx, a); err != nil {
			return err
		}
		return s.centre.admit(a, c)
	})
}

func wrongCurrent(err error) error {
	if errors.Is(err, vault.ErrPassword) {
		return &data.Error{Code: data.Invalid, Field: "current_password", Key: "store.wrong_current", Err: err}
	}
	return refuseVault(err)
}

// DisableAccount keeps an account from signing in until it is enabled: its slots go from the files that are held here.
func (s *Store) DisableAccount(ctx context.Context, actor data.Actor, id int64) error {
	return s.endAccount(ctx, actor, "disable_account", id, data.AccountDisabled)
}

// RemoveAccount ends an account for good; its name is not given again. What it could open is shut by [Store.ShutOut],
// which can renew the keys.
func (s *Store) RemoveAccount(ctx context.Context, actor data.Actor, id int64) error {
	return s.endAccount(ctx, actor, "remove_account", id, data.AccountRemoved)
}

func (s *Store) endAccount(ctx context.Context, actor data.Actor, kind string, id int64, state data.AccountState) error {
	var ended data.Account
	err := s.changeAccount(ctx, actor, kind, id, func(w *tx, a *data.Account) error {
		if a.ID == s.account {
			return &data.Error{Code: data.Conflict, Key: "store.own_account"}
		}
		if c, ok := s.centre.vault.Credential(a.Name); ok {
			if state == data.AccountRemoved {
				c = c.Shared()
			}
			if err := w.keepCredential(ctx, a.ID, c); err != nil {
				return err
			}
		}
		a.State = state
		ended = *a
		return nil
	})
	for _, f := range s.open() {
		if err == nil {
			err = s.takeSlots(ctx, f, slotName(f.wall, ended))
		}
	}
	return err
}

// takeSlots takes slots from a file that the accounts do not need any more: the table says so already. Nobody else
// writes accounts meanwhile.
func (s *Store) takeSlots(ctx context.Context, f *file, names ...string) error {
	return s.inTx(ctx, s.centre, s.actor, "take_slots", func(w *tx) error {
		w.touched[Accounts] = true
		return refuseVault(f.vault.Revoke(names...))
	})
}

// sweepSlots takes the slots of names that no account has: they are left when an account was being made or renamed and
// the program did not come to the end of it.
func (s *Store) sweepSlots(ctx context.Context) error {
	accounts, err := s.Accounts(ctx)
	if err != nil {
		return err
	}
	var names []string
	for _, a := range accounts {
		names = append(names, a.Name)
	}
	return refuseVault(s.centre.vault.RevokeOthers(names...))
}

// EnableAccount lets a disabled account sign in again, with the password it had.
func (s *Store) EnableAccount(ctx context.Context, actor data.Actor, id int64) error {
	return s.changeAccount(ctx, actor, "enable_account", id, func(w *tx, a *data.Account) error {
		if a.State != data.AccountDisabled {
			return &data.Error{Code: data.Conflict, Key: "store.not_disabled"}
		}
		c, err := w.credential(ctx, a.ID)
		if err != nil {
			return err
		}
		a.State = data.AccountActive
		if err := w.keepCredential(ctx, a.ID, c.Shared()); err != nil {
			return err
		}
		return s.centre.admit(*a, c)
	})
}

func (s *Store) changeAccounts(ctx context.Context, actor data.Actor, kind string, fn func(*tx) error) error {
	return s.inTx(ctx, s.centre, actor, kind, func(w *tx) error {
		if err := w.permit(Accounts); err != nil {
			return err
		}
		if err := fn(w); err != nil {
			return err
		}
		return w.oneAdmin(ctx)
	})
}

// changeAccount changes one account. What fn gives in the file's header is there before the commit; slots are taken after
// it only, see [Store.takeSlots]. So a crash between the two leaves a slot too many, but shuts nobody out.
func (s *Store) changeAccount(ctx context.Context, actor data.Actor, kind string, id int64, fn func(*tx, *data.Account) error) error {
	return s.changeAccounts(ctx, actor, kind, func(w *tx) error {
		a, err := w.account(ctx, id)
		if err != nil {
			return err
		}
		if err := fn(w, &a); err != nil {
			return err
		}
		return w.updateAccount(ctx, a)
	})
}

// slotName is under what an account's slot is found: people sign in to the centre's file by name; the others know a
// number, which stays when the name changes.
func slotName(w Wall, a data.Account) string {
	if w == CentreWall {
		return a.Name
	}
	return "a" + strconv.FormatInt(a.ID, 10)
}

// admit puts an account's slot into a file.
func (f *file) admit(a data.Account, c vault.Credential) error {
	if f.wall != CentreWall {
		c = c.Shared()
	}
	if err := f.vault.Grant(slotName(f.wall, a), c); err != nil {
		return refuseVault(err)
	}
	return nil
}
