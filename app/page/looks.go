package page

import "saya/assets/locale"

// Looks is how the window looks. A choice holds at once and in the runs to come.
type Looks interface {
	// SetLanguage shows the window in another language; what is typed stays. The present one is that of [Env.Lang].
	SetLanguage(locale.Lang)
	// Theme is "light", "dark" or "system".
	Theme() string
	// SetTheme changes it.
	SetTheme(name string)
	// Scale is the size of everything in percent of the usual one, from [LeastScale] to [MostScale].
	Scale() int
	// SetScale changes it.
	SetScale(percent int)
}

// The sizes that the window can have, in percent.
const (
	LeastScale = 80
	MostScale  = 200
)
