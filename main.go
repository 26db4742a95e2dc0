// Saya is the desktop program of a crisis centre: `saya` opens the window, `saya help` lists what is done without one.
package main

import (
	"context"
	"os"
	"os/signal"
	"runtime/debug"

	"saya/app"
	"saya/app/cli"
)

// memoryGoal is how much memory the Go side of the program should do with: above it garbage is collected more often.
// It is no limit, and GOMEMLIMIT says otherwise. Without it an import of 100,000 rows takes half as much again.
const memoryGoal = 240 << 20

func main() {
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(memoryGoal)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	os.Exit(cli.Run(ctx, os.Args[1:], cli.Console(), app.Window))
}
