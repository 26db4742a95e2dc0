package store

import (
	"context"
	"database/sql"
	"encoding/json"
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
	return s.whoIs(ctx, s.actor.Account, false)
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
	return s.inTx(ctx, s.centre, actor, "change_password", func(w *tx) error {
		a, err := w.accountNamed(ctx, actor.Account)
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
		if data.SameAccountName(a.Name, s.actor.Account) {
			return &data.Error{Code: data.Conflict, Key: "store.own_account"}
		}
		if c, ok := s.centre.vault.Credential(a.Name); ok {
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

// oneAdmin refuses to leave the centre without anybody who manages accounts.
func (w *tx) oneAdmin(ctx context.Context) error {
	var n int
	err := w.GetContext(ctx, &n, "SELECT count(*) FROM accounts WHERE role = ? AND state = ?", data.Admin, data.AccountActive)
	if err == nil && n == 0 {
		err = lastAdmin()
	}
	return err
}

func lastAdmin() error { return &data.Error{Code: data.Conflict, Key: "store.last_admin"} }

func nameTaken() error {
	return &data.Error{Code: data.Conflict, Field: "account_name", Key: "store.name_taken"}
}

func (w *tx) freeName(ctx context.Context, name string, own int64) error {
	a, err := w.accountNamed(ctx, name)
	switch {
	case err == nil && a.ID != own:
		return nameTaken()
	case errors.Is(err, sql.ErrNoRows):
		return nil
	}
	return err
}

func (w *tx) accountNamed(ctx context.Context, name string) (data.Account, error) {
	var all []data.Account
	if err := w.SelectContext(ctx, &all, "SELECT "+accountColumns+" FROM accounts"); err != nil {
		return data.Account{}, fmt.Errorf("reading accounts: %w", err)
	}
	i := slices.IndexFunc(all, func(a data.Account) bool { return data.SameAccountName(a.Name, name) })
	if i < 0 {
		return data.Account{}, sql.ErrNoRows
	}
	return all[i], nil
}

func (w *tx) account(ctx context.Context, id int64) (a data.Account, err error) {
	err = w.GetContext(ctx, &a, "SELECT "+accountColumns+" FROM accounts WHERE id = ?", id)
	switch {
	case errors.Is(err, sql.ErrNoRows), err == nil && a.State == data.AccountRemoved:
		return a, &data.Error{Code: data.NotFound, Key: "errors.not_found"}
	case err != nil:
		return a, fmt.Errorf("reading an account: %w", err)
	}
	return a, nil
}

func (w *tx) insertAccount(ctx context.Context, a keyed) (int64, error) {
	text, err := json.Marshal(a.credential.Shared())
	if err != nil {
		return 0, fmt.Errorf("encoding a key pair: %w", err)
	}
	res, err := w.ExecContext(ctx, "INSERT INTO accounts ("+accountColumns+", credential) VALUES ("+marks(8)+")",
		sql.NullInt64{Int64: a.ID, Valid: a.ID != 0}, a.Name, a.Role, a.State, a.MustChange, a.CreatedAt, a.PasswordAt, string(text))
	if err != nil {
		return 0, fmt.Errorf("adding an account: %w", err)
	}
	id, err := res.LastInsertId()
	w.touchedAccount(id, data.Inserted, "")
	return id, err
}

func (w *tx) updateAccount(ctx context.Context, a data.Account) error {
	_, err := w.NamedExecContext(ctx, `UPDATE accounts SET name = :name, role = :role, state = :state, must_change = :must_change,
		password_at = :password_at WHERE id = :id`, a)
	if err != nil {
		return fmt.Errorf("changing an account: %w", err)
	}
	w.touchedAccount(a.ID, data.Changed, "")
	return nil
}

// touchedAccount tells listeners and the audit of an account; about is the file that was opened or shut to it, if any.
// Without an id it is about a file alone.
func (w *tx) touchedAccount(id int64, act data.Act, about Wall) {
	w.touched[Accounts] = true
	w.note(Accounts, id, act, string(about))
}

// credential is the key pair of an account as the table keeps it: the public half, or all of it while it is disabled.
func (w *tx) credential(ctx context.Context, id int64) (c vault.Credential, err error) {
	var text string
	if err = w.GetContext(ctx, &text, "SELECT credential FROM accounts WHERE id = ?", id); err == nil {
		err = json.Unmarshal([]byte(text), &c)
	}
	if err != nil {
		return c, fmt.Errorf("reading a key pair: %w", err)
	}
	return c, nil
}

func (w *tx) keepCredential(ctx context.Context, id int64, c vault.Credential) error {
	text, err := json.Marshal(c)
	if err == nil {
		_, err = w.ExecContext(ctx, "UPDATE accounts SET credential = ? WHERE id = ?", string(text), id)
	}
	if err != nil {
		return fmt.Errorf("keeping a key pair: %w", err)
	}
	return nil
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
