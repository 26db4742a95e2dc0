// Saya is the desktop program of a crisis centre: `saya` opens the window, `saya help` lists what is done without one.
package main

import (
	"context"
	"os"
	"os/signal"

	"saya/app"
	"saya/app/cli"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	os.Exit(cli.Run(ctx, os.Args[1:], cli.Console(), app.Window))
}
