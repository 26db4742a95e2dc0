package cli

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"saya/app/export"
	"saya/data"
	"saya/data/reference"
	"saya/data/store"
	"saya/reports"
)

// runForm makes an empty form in which people apply to become volunteers. With --dir it offers the directions of that
// centre and names it.
func runForm(ctx context.Context, c *call, args []string) error {
	fs := c.flags("form")
	dir, out := fs.String("dir", "", ""), fs.String("out", "", "")
	lang := fs.String("lang", string(c.text.Lang()), "")
	if err := c.parse(fs, args); err != nil {
		return err
	}
	if err := c.need("out", *out); err != nil {
		return err
	}
	if err := c.speak(*lang); err != nil {
		return err
	}
	centre, directions, err := offered(ctx, *dir)
	if err != nil {
		return err
	}
	if err := export.Save(ctx, *out, reports.Form(c.text, centre, directions), c.text); err != nil {
		return err
	}
	fmt.Fprintln(c.Out, c.text.T("cli.form_made", "File", filepath.Base(*out)))
	return nil
}

// offered are the centre in a folder and its directions; without a folder those that every centre begins with.
func offered(ctx context.Context, dir string) (centre data.Centre, directions []data.Choice, err error) {
	if dir == "" {
		return centre, reference.Directions(), nil
	}
	st, err := store.Open(ctx, dir, store.OpenOptions{})
	if err != nil {
		return centre, nil, err
	}
	defer func() { err = errors.Join(err, st.Close()) }()
	if centre, err = st.Centre(ctx); err != nil {
		return centre, nil, err
	}
	directions, err = st.Directions(ctx)
	return centre, directions, err
}
