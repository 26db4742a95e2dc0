package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"saya/data"
	"saya/data/vault"
)

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
	var names []struct {
		Name    string `db:"name"`
		Account int64  `db:"account_id"`
	}
	if err := w.SelectContext(ctx, &names, "SELECT name, account_id FROM account_names"); err != nil {
		return fmt.Errorf("reading the names of accounts: %w", err)
	}
	for _, n := range names {
		if n.Account != own && data.SameAccountName(n.Name, name) {
			return nameTaken()
		}
	}
	return nil
}

// keepName notes a name that an account has, for good: nobody else is to be taken for her.
func (w *tx) keepName(ctx context.Context, id int64, name string) error {
	if _, err := w.ExecContext(ctx, "INSERT OR IGNORE INTO account_names (name, account_id) VALUES (?, ?)", name, id); err != nil {
		return fmt.Errorf("keeping the name of an account: %w", err)
	}
	return nil
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
	if err != nil {
		return 0, err
	}
	w.touchedAccount(id, data.Inserted, "")
	return id, w.keepName(ctx, id, a.Name)
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
