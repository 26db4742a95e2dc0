// Package cli is what the program does without a window.
package cli

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"runtime"
	"slices"
	"strings"

	"saya/assets/locale"
	"saya/data"
)

// Exit codes of the commands.
const (
	done    = 0
	failed  = 1
	misused = 2
	partly  = 3 // done, but for rows that a person has to look at
)

// errPartly ends an import that left rows out; which they are was printed already.
var errPartly = errors.New("rows were left out")

// Streams are where a command writes.
type Streams struct {
	Out, Err io.Writer
	// Alert shows why there is no window to those who started it by its icon; nil where nobody does.
	Alert func(title, text string) bool
}

// Window opens the window on the centre in a folder; an empty folder lets the user choose.
type Window func(ctx context.Context, dir string) error

// command is one subcommand; it reports wrong use with a [usageError].
type command struct {
	name string
	run  func(ctx context.Context, c *call, args []string) error
}

// call is what every command gets: where to write and in which language.
type call struct {
	Streams
	text *locale.Printer
}

// usageError says that the command line is wrong; its text is already in the user's language.
type usageError struct{ text string }

func (e usageError) Error() string { return e.text }

// fileError says in which file, and where in it, something is wrong.
type fileError struct {
	place string // in the user's language, without the folder
	error
}

func (e fileError) Unwrap() error { return e.error }

// errHelp asks for the list of commands.
var errHelp = errors.New("help is asked for")

func commands() []command {
	return []command{
		{"sample", runSample},
		{"import", runImport},
		{"form", runForm},
		{"report", runReport},
		{"check", runCheck},
		{"account", runAccount},
		{"backup", runBackup},
		{"restore", runRestore},
		{"screens", runScreens},
	}
}

// Run does what the arguments say and returns the exit code. Without a subcommand it opens the window.
func Run(ctx context.Context, args []string, streams Streams, window Window) int {
	c := &call{Streams: streams}
	if dir, ok := windowFolder(args); ok { // without texts: the window reads them while the system makes it
		return c.openWindow(ctx, dir, window)
	}
	c.text = locale.New(systemLanguage())
	err := dispatch(ctx, c, args)
	var usage usageError
	switch {
	case err == nil:
		return done
	case errors.Is(err, errPartly):
		return partly
	case errors.Is(err, errHelp):
		fmt.Fprintln(c.Out, c.text.T("cli.usage"))
		return done
	case errors.As(err, &usage):
		fmt.Fprintln(c.Err, usage.text)
		fmt.Fprintln(c.Err, c.text.T("cli.usage"))
		return misused
	}
	fmt.Fprintln(c.Err, c.sentence(err))
	return failed
}

func dispatch(ctx context.Context, c *call, args []string) error {
	switch {
	case strings.HasPrefix(args[0], "-"): // of the window, and wrong
		fs, _ := windowFlags()
		return c.parse(fs, args)
	case args[0] == "help":
		return errHelp
	}
	for _, cmd := range commands() {
		if cmd.name == args[0] {
			return cmd.run(ctx, c, args[1:])
		}
	}
	return usageError{c.text.T("cli.unknown_command", "Name", args[0])}
}

// windowFlags are those of the program without a subcommand.
func windowFlags() (fs *flag.FlagSet, dir *string) {
	fs = flags("saya")
	return fs, fs.String("dir", "", "")
}

// windowFolder tells whether the arguments ask for the window, and on which folder.
func windowFolder(args []string) (dir string, ok bool) {
	fs, folder := windowFlags()
	ok = fs.Parse(args) == nil && fs.NArg() == 0
	return *folder, ok
}

// openWindow opens the window and says in all languages why it cannot: whose program this is, is not known yet.
func (c *call) openWindow(ctx context.Context, dir string, window Window) int {
	err := error(&data.Error{Code: data.Storage, Key: "cli.no_display"})
	if hasDisplay() {
		err = window(ctx, dir)
	}
	if err == nil {
		return done
	}
	c.text = locale.New(systemLanguage())
	fmt.Fprintln(c.Err, c.sentence(err))
	if c.Alert != nil {
		var all []string
		for _, l := range locale.Languages() {
			all = append(all, (&call{text: locale.New(l)}).sentence(err))
		}
		c.Alert(c.text.T("shell.title"), strings.Join(all, "\n\n"))
	}
	return failed
}

// hasDisplay tells whether there is a screen to open a window on; without one the graphics library ends the program.
func hasDisplay() bool {
	return runtime.GOOS != "linux" || os.Getenv("DISPLAY") != "" || os.Getenv("WAYLAND_DISPLAY") != ""
}

// flags starts a flag set that prints nothing by itself: [Run] says what is wrong.
func flags(name string) *flag.FlagSet {
	fs := flag.NewFlagSet(name, flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	return fs
}

// parse reads flags and refuses anything left over.
func (c *call) parse(fs *flag.FlagSet, args []string) error {
	err := fs.Parse(args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return errHelp
	case err != nil:
		return usageError{c.text.T("cli.bad_flag", "Command", fs.Name())}
	case fs.NArg() > 0:
		return usageError{c.text.T("cli.extra", "Command", fs.Name())}
	}
	return nil
}

// need refuses an empty value of a flag.
func (c *call) need(name, value string) error {
	if value == "" {
		return usageError{c.text.T("cli.missing_flag", "Flag", "--"+name)}
	}
	return nil
}

// date reads the day of a flag, YYYY-MM-DD.
func (c *call) date(name, value string) (data.Date, error) {
	d, err := data.ParseDate(value)
	if err != nil {
		return "", usageError{c.text.T("cli.bad_date", "Flag", "--"+name)}
	}
	return d, nil
}

// sentence says an error in the user's language, naming the file and the field where one is meant.
func (c *call) sentence(err error) string {
	if in, ok := errors.AsType[fileError](err); ok {
		return in.place + ": " + c.sentence(in.error)
	}
	refusals := data.Refusals(err)
	if len(refusals) == 0 {
		return c.text.T("cli.failed", "Reason", err.Error())
	}
	lines := make([]string, len(refusals))
	for i, e := range refusals {
		lines[i] = c.text.T(e.Key, e.Args...)
		if e.Field != "" {
			lines[i] = c.text.T("field."+e.Field) + ": " + lines[i]
		}
	}
	return strings.Join(lines, "\n")
}

// systemLanguage is the language of the terminal: Kazakh or Russian where it says so, else English.
func systemLanguage() locale.Lang {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := os.Getenv(name); v != "" {
			for _, l := range locale.Languages() {
				if strings.HasPrefix(v, string(l)) {
					return l
				}
			}
			break
		}
	}
	return locale.English
}

// oneOf refuses a value of a flag that is not among the choices.
func (c *call) oneOf(name, value string, choices ...string) error {
	if slices.Contains(choices, value) {
		return nil
	}
	return usageError{c.text.T("cli.bad_choice", "Flag", name, "Choices", joined(choices))}
}

func joined(words []string) string { return strings.Join(words, ", ") }
