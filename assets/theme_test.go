package assets_test

import (
	"fmt"
	"image/color"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"github.com/stretchr/testify/require"

	"saya/assets"
)

func variants() map[string]fyne.ThemeVariant {
	return map[string]fyne.ThemeVariant{"light": theme.VariantLight, "dark": theme.VariantDark}
}

// luminance and contrast are those of WCAG 2.
func luminance(c color.Color) float64 {
	linear := func(v uint32) float64 {
		s := float64(v) / 0xFFFF
		if s <= 0.03928 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	r, g, b, _ := c.RGBA()
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}

func contrast(a, b color.Color) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

// TestTextCanBeRead holds every text to 4.5:1 on each surface it is put on.
func TestTextCanBeRead(t *testing.T) {
	surfaces := []fyne.ThemeColorName{
		theme.ColorNameBackground, assets.ColorPanel, assets.ColorZebra, assets.ColorAccentSoft, theme.ColorNameInputBackground,
	}
	pairs := map[fyne.ThemeColorName][]fyne.ThemeColorName{
		theme.ColorNameForeground:  append(surfaces, assets.ColorSide, theme.ColorNameSelection),
		assets.ColorDim:            append(surfaces, assets.ColorSide, assets.ColorGreySoft),
		theme.ColorNamePlaceHolder: surfaces,
		theme.ColorNamePrimary:     surfaces,
		assets.ColorOk:             append(surfaces, assets.ColorOkSoft),
		assets.ColorWarn:           append(surfaces, assets.ColorWarnSoft),
		assets.ColorBad:            append(surfaces, assets.ColorBadSoft),
		assets.ColorInfo:           append(surfaces, assets.ColorInfoSoft),

		theme.ColorNameForegroundOnPrimary: {theme.ColorNamePrimary},
		theme.ColorNameForegroundOnError:   {theme.ColorNameError},
		theme.ColorNameForegroundOnWarning: {theme.ColorNameWarning},
		theme.ColorNameForegroundOnSuccess: {theme.ColorNameSuccess},
	}
	for look, variant := range variants() {
		th := assets.NewTheme(variant)
		for ink, under := range pairs {
			for _, surface := range under {
				ratio := contrast(th.Color(ink, variant), th.Color(surface, variant))
				require.GreaterOrEqual(t, ratio, 4.5, "%s: %s on %s", look, ink, surface)
			}
		}
	}
}

// TestEdgesCanBeSeen holds the colour of what has nothing but its edge, as an empty box, to 3:1.
func TestEdgesCanBeSeen(t *testing.T) {
	for look, variant := range variants() {
		th := assets.NewTheme(variant)
		for _, surface := range []fyne.ThemeColorName{theme.ColorNameBackground, assets.ColorPanel, theme.ColorNameInputBackground} {
			ratio := contrast(th.Color(assets.ColorDim, variant), th.Color(surface, variant))
			require.GreaterOrEqual(t, ratio, 3.0, "%s: edge on %s", look, surface)
		}
	}
}

func TestThemeHasEveryColourOfFyne(t *testing.T) {
	test.NewTempApp(t)
	for look, variant := range variants() {
		test.AssertAllColorNamesDefined(t, assets.NewTheme(variant), look)
	}
}

func TestThemeFollowsSystemOnlyWhenAsked(t *testing.T) {
	follow, dark := assets.NewTheme(assets.FollowSystem), assets.NewTheme(theme.VariantDark)
	at := func(th fyne.Theme, system fyne.ThemeVariant) color.Color {
		return th.Color(theme.ColorNameBackground, system)
	}
	require.NotEqual(t, at(follow, theme.VariantLight), at(follow, theme.VariantDark))
	require.Equal(t, at(dark, theme.VariantDark), at(dark, theme.VariantLight))
}

// TestIconsHaveNamesAndFiles holds the constants and the files together.
func TestIconsHaveNamesAndFiles(t *testing.T) {
	source, err := os.ReadFile("icons.go")
	require.NoError(t, err)
	named := []string{}
	for _, found := range regexp.MustCompile(`IconName = "([^"]+)"`).FindAllStringSubmatch(string(source), -1) {
		named = append(named, found[1])
	}
	files, err := filepath.Glob("icons/*.svg")
	require.NoError(t, err)
	drawn := []string{}
	for _, file := range files {
		drawn = append(drawn, strings.TrimSuffix(filepath.Base(file), ".svg"))
	}
	require.ElementsMatch(t, named, drawn)
}

func TestIconTakesTheColourOfTheTheme(t *testing.T) {
	app := test.NewTempApp(t)
	ink := map[fyne.ThemeVariant]string{theme.VariantLight: "#a63a32", theme.VariantDark: "#e58a82"}
	for variant, hex := range ink {
		app.Settings().SetTheme(assets.NewTheme(variant))
		require.Contains(t, string(assets.IconIn(assets.IconWarning, assets.ColorBad).Content()), hex)
	}
	require.Equal(t, theme.BrokenImageIcon().Name(), assets.Icon("no such icon").Name())
}

func TestStockWidgetsGetOurIcons(t *testing.T) {
	th := assets.NewTheme(theme.VariantLight)
	for _, name := range []fyne.ThemeIconName{theme.IconNameCancel, theme.IconNameSearch, theme.IconNameFolder} {
		require.Contains(t, th.Icon(name).Name(), "saya-", fmt.Sprint(name))
	}
	require.NotNil(t, th.Icon(theme.IconNameCheckButtonChecked))
}
