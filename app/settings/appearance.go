package settings

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"saya/app/page"
	"saya/assets"
	"saya/assets/locale"
	"saya/widgets"
)

// newAppearance chooses how the window looks to whoever works at this computer.
func newAppearance(env page.Env) *cards {
	return newCards(env, func(context.Context) (func() []fyne.CanvasObject, error) {
		return func() []fyne.CanvasObject { return appearance(env) }, nil
	})
}

func appearance(env page.Env) []fyne.CanvasObject {
	card := func(title, text string, field fyne.CanvasObject) fyne.CanvasObject {
		return widgets.NewCard(env.T(title), widgets.NewStack(8, field, widgets.NewParagraph(env.T(text))))
	}
	cards := []fyne.CanvasObject{
		card("settings.language", "settings.language_text", languages(env)),
		card("settings.theme", "settings.theme_text", themes(env)),
		card("settings.scale", "settings.scale_text", scales(env)),
	}
	if env.Log == "" {
		return cards
	}
	return append(cards, card("settings.log", "settings.log_text", logFile(env)))
}

// logFile says where the log is, and opens its folder: it holds nothing of any record, so anybody may see it.
func logFile(env page.Env) fyne.CanvasObject {
	open := widgets.NewButton(env.T("common.open_folder"), assets.IconFolder, func() {
		switch _, err := os.Stat(env.Log); {
		case errors.Is(err, fs.ErrNotExist):
			env.Window.Say(env.T("settings.log_none"), false)
		case err != nil:
			env.Window.Fail(fmt.Errorf("looking for the log: %w", err))
		default:
			env.OpenPath(filepath.Dir(env.Log))
		}
	})
	return widgets.NewStack(8, widgets.NewBody(env.Log), container.NewHBox(open))
}

func languages(env page.Env) fyne.CanvasObject {
	var options []widgets.Option
	for _, l := range locale.Languages() {
		options = append(options, widgets.Option{ID: string(l), Text: env.T("settings.lang." + string(l))})
	}
	field := widgets.NewSegments(options...)
	field.SetID(env.Lang())
	field.OnChanged = func(o widgets.Option) { env.Window.SetLanguage(locale.Lang(o.ID)) }
	return field
}

func themes(env page.Env) fyne.CanvasObject {
	var options []widgets.Option
	for _, name := range []string{"system", "light", "dark"} {
		options = append(options, widgets.Option{ID: name, Text: env.T("settings.theme." + name)})
	}
	field := widgets.NewSegments(options...)
	field.SetID(env.Window.Theme())
	field.OnChanged = func(o widgets.Option) { env.Window.SetTheme(o.ID) }
	return field
}

// sizes are those offered, in percent: tenths, as Fyne draws no others.
func sizes() []int { return []int{page.LeastScale, 90, 100, 110, 120, 130, 150, 170, page.MostScale} }

func scales(env page.Env) fyne.CanvasObject {
	var options []widgets.Option
	for _, percent := range sizes() {
		options = append(options, widgets.Option{ID: strconv.Itoa(percent), Text: strconv.Itoa(percent) + "\u00a0%"})
	}
	field := widgets.NewSegments(options...)
	field.SetID(strconv.Itoa(env.Window.Scale()))
	field.OnChanged = func(o widgets.Option) {
		if percent, err := strconv.Atoi(o.ID); err == nil {
			env.Window.SetScale(percent)
		}
	}
	return field
}
