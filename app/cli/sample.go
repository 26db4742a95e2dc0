package cli

import (
	"context"
	"fmt"
	"path/filepath"
	"time"

	"saya/data"
	"saya/data/sample"
)

// runSample makes an invented centre; the same arguments give the same centre.
func runSample(ctx context.Context, c *call, args []string) error {
	fs := flags("sample")
	dir := fs.String("dir", "", "")
	until := fs.String("until", string(data.DateOf(time.Now().In(data.Zone()))), "")
	o := sample.Options{}
	fs.Uint64Var(&o.Seed, "seed", 1, "")
	fs.IntVar(&o.Volunteers, "volunteers", 0, "")
	fs.IntVar(&o.Events, "events", 0, "")
	fs.IntVar(&o.Hours, "hours", 0, "")
	if err := c.parse(fs, args); err != nil {
		return err
	}
	if err := c.need("dir", *dir); err != nil {
		return err
	}
	day, err := c.date("until", *until)
	if err != nil {
		return err
	}
	o.Until = day
	if err := sample.Make(ctx, *dir, o); err != nil {
		return err
	}
	fmt.Fprintln(c.Out, c.text.T("cli.sample_made", "Folder", filepath.Base(*dir)))
	return nil
}
