package store

import (
	"context"
	"fmt"
	"strconv"

	"github.com/jmoiron/sqlx"

	"saya/data"
)

// settingKind names the writing of a setting. It is no change of the data: it leaves neither a batch nor a line of the
// audit, and nobody is told of it.
const settingKind = "set_setting"

// settingName is where an account keeps a setting: by its number, since its name can change.
func (s *Store) settingName(name string) string {
	return "account." + strconv.FormatInt(s.account, 10) + "." + name
}

// Setting is what the account that opened the centre keeps under a name, such as the columns of a list; "" for nothing.
// It lies in the centre's file, encrypted and backed up like the rest: names that people give to things may hold those
// of others.
func (s *Store) Setting(ctx context.Context, name string) (string, error) {
	return read(ctx, s.centre, func(q *sqlx.Tx) (value string, err error) {
		err = q.GetContext(ctx, &value, "SELECT coalesce(max(value), '') FROM settings WHERE name = ?", s.settingName(name))
		if err != nil {
			return "", fmt.Errorf("reading a setting: %w", err)
		}
		return value, nil
	})
}

// SetSetting keeps a value under a name for the account that opened the centre, in place of what was there; "" keeps
// nothing. Every account may, and nothing undoes it.
func (s *Store) SetSetting(ctx context.Context, actor data.Actor, name, value string) error {
	return s.inTx(ctx, s.centre, actor, settingKind, func(w *tx) error {
		statement, args := "INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)", []any{s.settingName(name), value}
		if value == "" {
			statement, args = "DELETE FROM settings WHERE name = ?", args[:1]
		}
		if _, err := w.ExecContext(ctx, statement, args...); err != nil {
			return fmt.Errorf("keeping a setting: %w", err)
		}
		return nil
	})
}
