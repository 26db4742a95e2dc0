package cli

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"

	"saya/app/screens"
	"saya/assets/locale"
)

// windowSizes are the sizes in which every screen has to look right, the usual one first.
func windowSizes() []string { return []string{"1440x900", "800x600", "1024x700", "3840x2160"} }

// runScreens draws every screen of a sample centre into PNG files, without a display.
func runScreens(ctx context.Context, c *call, args []string) error {
	fs := flags("screens")
	dir, out := fs.String("dir", "", ""), fs.String("out", "", "")
	lang := fs.String("lang", string(c.text.Lang()), "")
	look, size := fs.String("theme", "light", ""), fs.String("size", windowSizes()[0], "")
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
	if err := c.oneOf("--size", *size, windowSizes()...); err != nil {
		return err
	}
	var window fyne.Size
	if _, err := fmt.Sscanf(*size, "%fx%f", &window.Width, &window.Height); err != nil {
		return fmt.Errorf("reading the size: %w", err)
	}
	n, err := screens.Draw(ctx, *dir, *out, screens.Look{Lang: locale.Lang(*lang), Theme: *look, Size: window})
	if err != nil {
		return err
	}
	fmt.Fprintln(c.Out, c.text.T("cli.screens_made", "Count", n))
	return nil
}
