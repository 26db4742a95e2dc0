package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"saya/data"
	"saya/data/store"
)

// runBackup copies the centre into its folder of backups and, if one is set, into the second folder; with --package into
// one file for another computer as well.
func runBackup(ctx context.Context, c *call, args []string) error {
	fs := flags("backup")
	centre, file := entryFlags(fs), fs.String("package", "", "")
	if err := c.parse(fs, args); err != nil {
		return err
	}
	return c.work(ctx, centre, func(st *store.Store) error {
		if *file != "" {
			return c.pack(ctx, st, *file)
		}
		b, err := st.Backup(ctx, st.Actor(), store.BackupAsked, nil)
		if err != nil {
			return err
		}
		fmt.Fprintln(c.Out, c.text.T("cli.backup_made", "Backup", b.Path))
		c.sayUnverified(b)
		if b.Warning != nil {
			fmt.Fprintln(c.Err, c.text.T("cli.warning", "Text", c.sentence(b.Warning)))
		}
		return nil
	})
}

// sayUnverified names the files that were copied without having been looked into: this account does not open them.
func (c *call) sayUnverified(b store.Backup) {
	var walls []string
	for _, w := range data.Walls() {
		if !b.Verified(w) {
			walls = append(walls, string(w)+".saya")
		}
	}
	if len(walls) > 0 {
		fmt.Fprintln(c.Err, c.text.T("cli.unverified", "Files", joined(walls)))
	}
}

func (c *call) pack(ctx context.Context, st *store.Store, file string) error {
	if filepath.Ext(file) != store.PackageEnding {
		file += store.PackageEnding
	}
	if err := st.WritePackage(ctx, st.Actor(), file); err != nil {
		return err
	}
	fmt.Fprintln(c.Out, c.text.T("cli.package_made", "File", filepath.Base(file)))
	return nil
}

// runRestore puts a backup in the place of what the folder holds, or makes the centre of a package in an empty folder.
func runRestore(ctx context.Context, c *call, args []string) error {
	if len(args) == 0 || args[0] == "" || args[0][0] == '-' {
		return usageError{c.text.T("cli.missing_backup")}
	}
	fs := flags("restore")
	centre := entryFlags(fs)
	if err := c.parse(fs, args[1:]); err != nil {
		return err
	}
	if err := c.need("dir", *centre.dir); err != nil {
		return err
	}
	from, folder, err := backupAt(args[0], *centre.dir)
	switch {
	case err != nil:
		return &data.Error{Code: data.NotFound, Key: "cli.no_backup", Err: err}
	case !folder:
		err = store.ReadPackage(ctx, from, *centre.dir)
	default:
		err = c.restore(ctx, centre, from)
	}
	if err != nil {
		return err
	}
	fmt.Fprintln(c.Out, c.text.T("cli.restored"))
	return nil
}

// backupAt finds what an argument names: a path, or the name of one of the centre's own backups.
func backupAt(name, dir string) (path string, folder bool, err error) {
	for _, candidate := range []string{name, filepath.Join(dir, "backups", name)} {
		if path, err = filepath.Abs(candidate); err != nil {
			return "", false, err
		}
		info, statErr := os.Stat(path)
		if statErr == nil {
			return path, info.IsDir(), nil
		}
		err = statErr
	}
	return "", false, err
}

// restore goes through the open centre, so that what is there now is kept whole; of a centre that cannot be opened any
// more the files are kept as they are.
func (c *call) restore(ctx context.Context, e entry, path string) error {
	o, err := c.who(e)
	if err != nil {
		return err
	}
	st, err := store.Open(ctx, *e.dir, o)
	if data.IsCode(err, data.Storage) || data.IsCode(err, data.NotFound) {
		return store.RestoreInto(ctx, *e.dir, path, o)
	}
	if err != nil {
		return c.signedIn(e, err)
	}
	err = st.Restore(ctx, st.Actor(), store.Backup{Path: path})
	if st.Holds(data.CentreWall) { // it was refused
		err = errors.Join(err, st.Close())
	}
	return err
}
