// Package app wires the program together: the store of a centre, the window and its sections.
package app

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/lang"

	"saya/app/page"
	"saya/app/shell"
	"saya/assets"
	"saya/assets/locale"
)

// appID names the program to the system; preferences are kept under it.
const appID = "kz.saya.desktop"

// Window opens the window on the centre in dir; without dir on the one that was open last, else the user chooses. It
// returns when the window is closed, or when the system makes none.
func Window(ctx context.Context, dir string) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	slog.SetDefault(slog.New(&logFile{path: logPath(), now: time.Now}))
	fa := fyneapp.NewWithID(appID)
	fa.SetIcon(assets.AppIcon())
	prefs := choosePreferences(fa)
	if percent := shell.Scale(prefs); percent != usualScale && os.Getenv(shell.EnvScale) == "" {
		if err := shell.ApplyScale(percent); err != nil {
			return err
		}
	}
	fa.Settings().SetTheme(assets.NewTheme(shell.Variant(prefs.String(shell.PrefTheme))))
	text, fonts := prepare(language(prefs))

	w := fa.NewWindow("")
	w.SetPadded(false)
	w.Resize(savedSize(prefs))
	w.CenterOnScreen()
	var first early
	p := New(ctx, w, Options{Text: <-text, Prefs: prefs, Now: time.Now, Rest: restAfterEntering, NewRunner: first.runner})
	if dir != "" {
		p.Start(dir)
	}
	<-fonts
	shell.TranslateFyne(p.Text.Lang())
	if dir == "" {
		p.Start("")
	}
	first.wait(p.opened, mostOpening) // so that rows are read while the system makes the window
	if err := show(w); err != nil {
		return errors.Join(err, p.Close())
	}
	first.wait(p.settled, mostReading)
	first.end()
	go func() {
		<-ctx.Done()
		fyne.Do(w.Close) // not Quit: what a window does when it is closed has to be done
	}()
	fa.Lifecycle().SetOnStopped(func() {
		saveSize(prefs, w.Canvas().Size())
		p.Remember()
	})
	fa.Run()
	return p.Close()
}

// prefSize keeps the size that the window had last, as "1280x820".
const prefSize = "window.size"

const usualScale = 100 // percent

const restAfterEntering = 20 * time.Second

// The sizes that a window is opened in: one that was on a larger screen is not lost on a smaller one.
const (
	usualWidth, usualHeight     float32 = 1280, 820
	leastWidth, leastHeight     float32 = 640, 480
	largestWidth, largestHeight float32 = 7680, 4320
)

// savedSize is the size that the window had last, else the usual one.
func savedSize(prefs page.Prefs) fyne.Size {
	width, height, _ := strings.Cut(prefs.String(prefSize), "x")
	w, badWidth := strconv.Atoi(width)
	h, badHeight := strconv.Atoi(height)
	size := fyne.NewSize(float32(w), float32(h))
	if badWidth != nil || badHeight != nil || size.Width < leastWidth || size.Height < leastHeight || size.Width > largestWidth || size.Height > largestHeight {
		return fyne.NewSize(usualWidth, usualHeight)
	}
	return size
}

func saveSize(prefs page.Prefs, size fyne.Size) {
	prefs.SetString(prefSize, strconv.Itoa(int(size.Width))+"x"+strconv.Itoa(int(size.Height)))
}

// language is the one chosen before, else that of the system, else Russian.
func language(prefs page.Prefs) locale.Lang {
	if saved := prefs.String(shell.PrefLanguage); saved != "" {
		return locale.Lang(saved)
	}
	code, _, _ := strings.Cut(string(lang.SystemLocale()), "-")
	return locale.Lang(code)
}

// sampleFolder is where "look around" makes its centre.
func sampleFolder() (string, error) {
	if dir := portable(); dir != "" {
		return filepath.Join(dir, "sample"), nil
	}
	base, err := os.UserConfigDir()
	if err != nil {
		return "", err
	}
	return filepath.Join(base, "saya", "sample"), nil
}

// preferences are kept by Fyne beside the program's other settings.
type preferences struct{ fyne.Preferences }

func (p preferences) String(key string) string { return p.Preferences.String(key) }

func (p preferences) SetString(key, value string) { p.Preferences.SetString(key, value) }
