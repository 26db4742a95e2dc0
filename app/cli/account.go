package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"saya/data"
	"saya/data/store"
)

// accountCommand is one of the words after account. name tells that the name of an account follows.
type accountCommand struct {
	word string
	name bool
	run  func(ctx context.Context, c *call, f accountFlags) error
}

// accountFlags are the arguments of the command account.
type accountFlags struct {
	entry
	name       string
	role, wall *string
}

func accountCommands() []accountCommand {
	return []accountCommand{
		{"list", false, listAccounts},
		{"add", true, addAccount},
		{"disable", true, onAccount((*store.Store).DisableAccount)},
		{"enable", true, onAccount((*store.Store).EnableAccount)},
		{"let-in", true, letIn},
		{"passwd", false, changePassword},
		{"reset", true, resetPassword},
		{"recover", true, recoverAccount},
	}
}

// runAccount keeps the accounts of a centre.
func runAccount(ctx context.Context, c *call, args []string) error {
	words := make([]string, 0, len(accountCommands()))
	for _, cmd := range accountCommands() {
		words = append(words, cmd.word)
		if len(args) == 0 || args[0] != cmd.word {
			continue
		}
		f, args := accountFlags{}, args[1:]
		if cmd.name {
			if len(args) == 0 || strings.HasPrefix(args[0], "-") {
				return usageError{c.text.T("cli.missing_account")}
			}
			f.name, args = args[0], args[1:]
		}
		fs := flags("account " + cmd.word)
		f.entry, f.role, f.wall = entryFlags(fs), fs.String("role", "", ""), fs.String("file", "", "")
		if err := c.parse(fs, args); err != nil {
			return err
		}
		if err := c.need("dir", *f.dir); err != nil {
			return err
		}
		return cmd.run(ctx, c, f)
	}
	first := ""
	if len(args) > 0 {
		first = args[0]
	}
	return c.oneOf("account", first, words...)
}

func listAccounts(ctx context.Context, c *call, f accountFlags) error {
	return c.work(ctx, f.entry, func(st *store.Store) error {
		all, err := st.Access(ctx)
		if err != nil {
			return err
		}
		accounts, err := st.Accounts(ctx)
		if err != nil {
			return err
		}
		for _, a := range accounts {
			var opens []string
			for _, x := range all {
				if x.Account.ID == a.ID && x.Has {
					opens = append(opens, string(x.Wall))
				}
			}
			fmt.Fprintf(c.Out, "%s\t%s\t%s\t%s\n", a.Name, a.Role, a.State, strings.Join(opens, " "))
		}
		return nil
	})
}

func addAccount(ctx context.Context, c *call, f accountFlags) error {
	roles := make([]string, 0, len(data.Roles()))
	for _, r := range data.Roles() {
		roles = append(roles, string(r))
	}
	if err := c.oneOf("--role", *f.role, roles...); err != nil {
		return err
	}
	return c.work(ctx, f.entry, func(st *store.Store) error {
		once := data.SuggestOneTime()
		_, err := st.AddAccount(ctx, st.Actor(), store.NewAccount{
			Name: f.name, Role: data.Role(*f.role), Password: once, OneTime: true,
		})
		if err == nil {
			fmt.Fprintln(c.Out, c.text.T("cli.one_time", "Password", once))
		}
		return err
	})
}

func resetPassword(ctx context.Context, c *call, f accountFlags) error {
	once := data.SuggestOneTime()
	reset := func(st *store.Store, ctx context.Context, actor data.Actor, id int64) error {
		return st.ResetPassword(ctx, actor, id, once)
	}
	if err := onAccount(reset)(ctx, c, f); err != nil {
		return err
	}
	fmt.Fprintln(c.Out, c.text.T("cli.one_time", "Password", once))
	return nil
}

func letIn(ctx context.Context, c *call, f accountFlags) error {
	walls := make([]string, 0, len(data.Walls()))
	for _, w := range data.Walls() {
		walls = append(walls, string(w))
	}
	if err := c.oneOf("--file", *f.wall, walls...); err != nil {
		return err
	}
	return onAccount(func(st *store.Store, ctx context.Context, actor data.Actor, id int64) error {
		if st.Holds(data.Wall(*f.wall)) {
			return st.LetIn(ctx, actor, id, data.Wall(*f.wall))
		}
		code, err := c.secret(recoveryFile, "cli.ask_code")
		if err != nil {
			return err
		}
		return st.LetInByCode(ctx, actor, id, data.Wall(*f.wall), code)
	})(ctx, c, f)
}

// onAccount does something to the account that the arguments name.
func onAccount(do func(*store.Store, context.Context, data.Actor, int64) error) func(context.Context, *call, accountFlags) error {
	return func(ctx context.Context, c *call, f accountFlags) error {
		return c.work(ctx, f.entry, func(st *store.Store) error {
			accounts, err := st.Accounts(ctx)
			if err != nil {
				return err
			}
			for _, a := range accounts {
				if data.SameAccountName(a.Name, f.name) {
					return c.said(do(st, ctx, st.Actor(), a.ID))
				}
			}
			return &data.Error{Code: data.NotFound, Key: "store.no_account"}
		})
	}
}

// changePassword is the one thing that somebody with a password for once can do.
func changePassword(ctx context.Context, c *call, f accountFlags) (err error) {
	if err := c.need("user", *f.user); err != nil {
		return err
	}
	current, err := c.secret(passwordFile, "cli.ask_password")
	if err != nil {
		return err
	}
	st, err := store.Open(ctx, *f.dir, store.OpenOptions{Account: *f.user, Password: current})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, st.Close()) }()
	next, err := c.newPassword()
	if err != nil {
		return err
	}
	return c.said(st.ChangePassword(ctx, st.Actor(), current, next))
}

// said tells that something was done.
func (c *call) said(err error) error {
	if err == nil {
		fmt.Fprintln(c.Out, c.text.T("cli.done"))
	}
	return err
}

// recoverAccount brings back an account whose password nobody knows, by the recovery code of the centre's file.
func recoverAccount(ctx context.Context, c *call, f accountFlags) error {
	code, err := c.secret(recoveryFile, "cli.ask_code")
	if err != nil {
		return err
	}
	next, err := c.newPassword()
	if err != nil {
		return err
	}
	return c.said(store.RecoverAccount(ctx, *f.dir, code, f.name, next, nil))
}
