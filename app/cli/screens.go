package cli

import (
	"context"
	"fmt"

	"saya/app/screens"
	"saya/assets/locale"
)

// runScreens draws every screen of a sample centre into PNG files, without a display.
func runScreens(ctx context.Context, c *call, args []string) error {
	fs := flags("screens")
	dir, out := fs.String("dir", "", ""), fs.String("out", "", "")
	lang := fs.String("lang", string(c.text.Lang()), "")
	look := fs.String("theme", "light", "")
	if err := c.parse(fs, args); err != nil {
		return err
	}
	for name, value := range map[string]string{"dir": *dir, "out": *out} {
		if err := c.need(name, value); err != nil {
			return err
		}
	}
	if err := c.oneOf("--theme", *look, "light", "dark"); err != nil {
		return err
	}
	if err := c.oneOf("--lang", *lang, "kk", "ru", "en"); err != nil {
		return err
	}
	n, err := screens.Draw(ctx, *dir, *out, screens.Look{Lang: locale.Lang(*lang), Theme: *look})
	if err != nil {
		return err
	}
	fmt.Fprintln(c.Out, c.text.T("cli.screens_made", "Count", n))
	return nil
}
