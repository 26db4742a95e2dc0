package cli

import (
	"context"
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
	fs := flags("form")
	from, out := entryFlags(fs), fs.String("out", "", "")
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
	centre, directions, err := c.offered(ctx, from)
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
func (c *call) offered(ctx context.Context, from entry) (centre data.Centre, directions []data.Choice, err error) {
	if *from.dir == "" {
		return centre, reference.Directions(), nil
	}
	err = c.work(ctx, from, func(st *store.Store) (err error) {
		if centre, err = st.Centre(ctx); err == nil {
			directions, err = st.Directions(ctx)
		}
		return err
	})
	return centre, directions, err
}
