package page_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/require"

	"saya/app/page"
	"saya/app/page/pagetest"
	"saya/assets"
	"saya/data/store/storetest"
	"saya/widgets"
)

// clock is time that goes on when the test says so.
type clock struct {
	page.Inline
	waits map[time.Duration]func()
}

func (c clock) After(d time.Duration, do func()) func() {
	c.waits[d] = do
	return func() { delete(c.waits, d) }
}

func TestASecretLeavesTheClipboard(t *testing.T) {
	const phone, other = "+7 701 000 00 01", "+7 702 000 00 02"
	for name, tt := range map[string]struct {
		do   func(page.Env, clock)
		want string
	}{
		"not at once":                  {func(page.Env, clock) {}, phone},
		"after a minute":               {func(_ page.Env, c clock) { c.waits[time.Minute]() }, ""},
		"on closing":                   {func(e page.Env, _ clock) { e.ForgetSecrets() }, ""},
		"with the last of several":     {func(e page.Env, c clock) { e.CopySecret(other); c.waits[time.Minute]() }, ""},
		"unless something else is":     {func(_ page.Env, c clock) { fyne.CurrentApp().Clipboard().SetContent("x"); c.waits[time.Minute]() }, "x"},
		"also not of another on close": {func(e page.Env, _ clock) { fyne.CurrentApp().Clipboard().SetContent("x"); e.ForgetSecrets() }, "x"},
		"once": {func(e page.Env, _ clock) {
			e.ForgetSecrets()
			fyne.CurrentApp().Clipboard().SetContent(phone)
			e.ForgetSecrets()
		}, phone},
	} {
		t.Run(name, func(t *testing.T) {
			env, w := pagetest.NewEnv(t, storetest.New(t))
			c := clock{waits: map[time.Duration]func(){}}
			env.Run = c
			env.CopySecret(phone)
			require.Equal(t, env.T("secret.copied"), w.Said[0])
			tt.do(env, c)
			require.Equal(t, tt.want, fyne.CurrentApp().Clipboard().Content())
		})
	}
}

func TestForgetSecretsClearsTheClock(t *testing.T) {
	env, _ := pagetest.NewEnv(t, storetest.New(t))
	c := clock{waits: map[time.Duration]func(){}}
	env.Run = c
	env.CopySecret("a")
	env.ForgetSecrets()
	require.Empty(t, c.waits)
}

// A card copies what it shows masked, and shows it no more than before.
func TestACardCopiesASecretWhole(t *testing.T) {
	env, w := pagetest.NewEnv(t, storetest.New(t))
	facts := page.Facts(
		env.SecretFact("ИИН", "95•••••••••2", "950203400012"),
		env.SecretFact("Почта", "asem@sample.invalid", "asem@sample.invalid"),
		env.SecretFact("Телефон", "", ""),
	)
	var copies []*widgets.Button
	pagetest.Walk(facts, func(o fyne.CanvasObject) {
		if b, ok := o.(*widgets.Button); ok && b.Icon == assets.IconCopy {
			copies = append(copies, b)
		}
	})
	require.Len(t, copies, 2, "what is not there is not copied")
	for i, want := range []string{"950203400012", "asem@sample.invalid"} {
		copies[i].OnTapped()
		require.Equal(t, want, fyne.CurrentApp().Clipboard().Content())
		require.NotEmpty(t, copies[i].Tip)
	}
	require.Len(t, w.Said, 2)
}
