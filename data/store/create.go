package store

import (
	"context"
	"errors"
	"slices"
	"time"

	"saya/data"
	"saya/data/vault"
)

// SamplePassword is that of all accounts of a sample centre.
const SamplePassword = "saya-sample"

// CreateOptions say what a new centre is.
type CreateOptions struct {
	// Sample marks an invented centre: said on every screen and in every export.
	Sample bool
	Centre data.Centre      // the profile; its Sample is overwritten
	Now    func() time.Time // the clock, nil = the computer's
	// Accounts are the first ones, an administrator among them. A sample without any gets one of each role, named by it.
	Accounts []NewAccount
}

// NewAccount is an account that is made.
type NewAccount struct {
	Name     string
	Role     data.Role
	Password string
	OneTime  bool // she has to choose another password when she signs in
}

// Create makes a centre in a folder that is empty or not there yet, and leaves it open to whoever makes it, as nobody's
// account: all files, to be filled. [Store.RecoveryCodes] tells the codes. After a failure nothing of it is left.
func Create(ctx context.Context, dir string, o CreateOptions) (*Store, error) {
	s, err := newStore(dir, o.Now)
	if err != nil {
		return nil, err
	}
	if o.Sample && len(o.Accounts) == 0 {
		o.Accounts = sampleAccounts()
	}
	if err := checkFirst(o); err != nil {
		return nil, err
	}
	made, err := s.prepareFolder()
	if err != nil {
		return nil, err
	}
	o.Centre.Sample = o.Sample
	if err := s.build(ctx, o); err != nil {
		return nil, errors.Join(err, s.Close(), s.sweep(made))
	}
	s.opened = true
	return s, nil
}

func sampleAccounts() []NewAccount {
	var out []NewAccount
	for _, role := range data.Roles() {
		out = append(out, NewAccount{Name: string(role), Role: role, Password: SamplePassword})
	}
	return out
}

// checkFirst refuses accounts with which nobody could manage the centre, or open the people's file.
func checkFirst(o CreateOptions) error {
	accounts := o.Accounts
	if !slices.ContainsFunc(accounts, func(a NewAccount) bool { return a.Role == data.Admin }) {
		return lastAdmin()
	}
	if !slices.ContainsFunc(accounts, func(a NewAccount) bool { return a.Role == data.Manager }) {
		return &data.Error{Code: data.Conflict, Key: "store.no_manager"}
	}
	for i, a := range accounts {
		if err := data.CheckAccountName(a.Name); err != nil {
			return err
		}
		if o.Sample {
			continue
		}
		if err := data.CheckPassword("password", a.Password, a.Name); err != nil {
			return err
		}
		if slices.ContainsFunc(accounts[:i], func(b NewAccount) bool { return data.SameAccountName(a.Name, b.Name) }) {
			return nameTaken()
		}
	}
	return nil
}

func (s *Store) build(ctx context.Context, o CreateOptions) (err error) {
	if s.guard, _, err = takeGuard(ctx, s.dir, false); err != nil {
		return err
	}
	accounts, err := s.firstAccounts(o)
	if err != nil {
		return err
	}
	s.codes = map[Wall]string{}
	for _, f := range s.files() {
		if err := s.createFile(ctx, f, o.Centre, accounts); err != nil {
			return err
		}
	}
	return s.guard.share(ctx)
}

// keyed is an account with its key pair.
type keyed struct {
	data.Account
	credential vault.Credential
}

func (s *Store) firstAccounts(o CreateOptions) ([]keyed, error) {
	make := vault.NewCredential
	if o.Sample {
		make = vault.NewKnownCredential
	}
	var out []keyed
	for i, a := range o.Accounts {
		c, err := make(a.Password)
		if err != nil {
			return nil, refuseVault(err)
		}
		at := data.StampOf(s.now())
		out = append(out, keyed{data.Account{
			ID: int64(i + 1), Name: data.Text(a.Name), Role: a.Role, State: data.AccountActive, MustChange: a.OneTime,
			CreatedAt: at, PasswordAt: at,
		}, c})
	}
	return out, nil
}

// createFile makes one file under another name and gives it its own when it is complete.
func (s *Store) createFile(ctx context.Context, f *file, centre data.Centre, accounts []keyed) error {
	whole := f.path
	f.path = whole + ".part"
	var err error
	if f.vault, s.codes[f.wall], err = vault.Create(f.path, string(f.wall)); err == nil {
		f.connect()
		err = errors.Join(s.furnish(ctx, f, centre, accounts), f.disconnect())
	}
	for _, a := range accounts {
		if err == nil && a.Role.Opens(f.wall) {
			err = f.admit(a.Account, a.credential)
		}
	}
	if err == nil {
		err = f.vault.MoveTo(whole)
	}
	f.path = whole
	if err != nil {
		return refuse(err)
	}
	f.connect()
	return refuse(syncPath(s.dir))
}

// furnish makes the schema and what every centre begins with.
func (s *Store) furnish(ctx context.Context, f *file, centre data.Centre, accounts []keyed) error {
	if err := f.create(ctx); err != nil {
		return err
	}
	if err := s.rebuildKeys(ctx, f); err != nil {
		return err
	}
	if f.wall == CentreWall {
		return s.furnishCentre(ctx, centre, accounts)
	}
	return nil
}
