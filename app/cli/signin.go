package cli

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"

	"golang.org/x/term"

	"saya/data"
	"saya/data/store"
)

// Where passwords come from when nobody types them; never from an argument, which other programs can read.
const (
	passwordFile    = "SAYA_PASSWORD_FILE"
	newPasswordFile = "SAYA_NEW_PASSWORD_FILE"
	recoveryFile    = "SAYA_RECOVERY_FILE"
)

// place of a centre and who acts in it, as flags say.
type entry struct{ dir, user *string }

// entryFlags adds the flags by which a command finds a centre and signs in.
func entryFlags(fs *flag.FlagSet) entry {
	return entry{fs.String("dir", "", ""), fs.String("user", "", "")}
}

// enter opens the centre of --dir for --user. Without a user it is a sample centre and its manager.
func (c *call) enter(ctx context.Context, e entry) (*store.Store, error) {
	if err := c.need("dir", *e.dir); err != nil {
		return nil, err
	}
	o, err := c.who(e)
	if err != nil {
		return nil, err
	}
	st, err := store.Open(ctx, *e.dir, o)
	return st, c.signedIn(e, err)
}

// who asks --user for the password.
func (c *call) who(e entry) (o store.OpenOptions, err error) {
	if o.Account = *e.user; o.Account != "" {
		o.Password, err = c.secret(passwordFile, "cli.ask_password")
	}
	return o, err
}

// signedIn says why nobody came in who did not say who she is.
func (c *call) signedIn(e entry, err error) error {
	if *e.user == "" && isKey(err, "store.wrong_password") {
		return usageError{c.text.T("cli.need_user")}
	}
	return err
}

// work opens the centre, does something and closes it. Somebody with a password for once has to change it first.
func (c *call) work(ctx context.Context, e entry, do func(*store.Store) error) (err error) {
	st, err := c.enter(ctx, e)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, st.Close()) }()
	me, err := st.Me(ctx)
	if err != nil {
		return err
	}
	if me.MustChange {
		return &data.Error{Code: data.Denied, Key: "cli.must_change"}
	}
	return do(st)
}

// newPassword reads a password that is to be set; typed by hand it is asked for twice.
func (c *call) newPassword() (string, error) {
	next, err := c.secret(newPasswordFile, "cli.ask_new_password")
	if err != nil || os.Getenv(newPasswordFile) != "" {
		return next, err
	}
	again, err := c.secret(newPasswordFile, "cli.ask_again")
	if err == nil && again != next {
		err = &data.Error{Code: data.Invalid, Key: "cli.not_same"}
	}
	return next, err
}

func isKey(err error, key string) bool {
	refusals := data.Refusals(err)
	return len(refusals) > 0 && refusals[0].Key == key
}

// secret reads a password from the file that a variable names, else from the terminal, without showing it.
func (c *call) secret(variable, ask string) (string, error) {
	if path := os.Getenv(variable); path != "" {
		text, err := os.ReadFile(path)
		if err != nil {
			return "", &data.Error{Code: data.Storage, Key: "cli.no_password_file", Args: []any{"Variable", variable}, Err: err}
		}
		return strings.TrimRight(string(text), "\r\n"), nil
	}
	in := int(os.Stdin.Fd())
	if !term.IsTerminal(in) {
		return "", &data.Error{Code: data.Denied, Key: "cli.no_password", Args: []any{"Variable", variable}}
	}
	fmt.Fprint(c.Err, c.text.T(ask)+" ")
	typed, err := term.ReadPassword(in)
	fmt.Fprintln(c.Err)
	if err != nil {
		return "", fmt.Errorf("reading a password: %w", err)
	}
	return string(typed), nil
}
