package data_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
)

func TestParsePhone(t *testing.T) {
	for typed, want := range map[string]string{
		"8 705 123 45 47":     "+77051234547",
		"+7 705 123 45 47":    "+77051234547",
		"+77051234547":        "+77051234547",
		"87051234547":         "+77051234547",
		"77051234547":         "+77051234547",
		"7051234547":          "+77051234547",
		"8(705)123-45-47":     "+77051234547",
		"+7\u00a0705 1234547": "+77051234547",
		"8 727 250 00 00":     "+77272500000",
		"+7 799 123 45 47":    "+77991234547", // a code that no operator has yet
		"+7 916 123 45 67":    "+79161234567",
		"+49 30 901820":       "+4930901820",
		"+998 90 123 45 67":   "+998901234567",
		"":                    "",
		"705":                 "",
		"8 705 123 45 4":      "",
		"8 705 123 45 477":    "",
		"+7 105 123 45 47":    "",
		"Әсем":                "",
		"asem@example.test":   "",
	} {
		t.Run(typed, func(t *testing.T) {
			got, err := data.ParsePhone(typed)
			require.Equal(t, want, got)
			require.Equal(t, want == "", err != nil)
		})
	}
}

func TestShowAndMaskPhone(t *testing.T) {
	for _, c := range []struct{ stored, shown, masked string }{
		{"+77051234547", "+7 705 123 45 47", "+7 705 ••• •• 47"},
		{"+79161234567", "+7 916 123 45 67", "+7 916 ••• •• 67"},
		{"+4930901820", "+49 30 901820", "+49 ••• •• 20"},
		{"", "", ""},
		{"позже", "позже", "•••"},
		{"+7705", "+7 705", "•••"},
	} {
		require.Equal(t, c.shown, data.ShowPhone(c.stored), c.stored)
		require.Equal(t, c.masked, data.MaskPhone(c.stored), c.stored)
	}
}

func FuzzPhone(f *testing.F) {
	for _, s := range []string{"8 705 123 45 47", "+7 ext. 5", "8(705)123-45-47", "tel:+7705", "+", "٨٧٠٥"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		e164, err := data.ParsePhone(s)
		if err != nil {
			return
		}
		require.Empty(t, strings.Trim(e164, "+0123456789"))
		again, err := data.ParsePhone(data.ShowPhone(e164))
		require.NoError(t, err, "what is shown can be typed")
		require.Equal(t, e164, again)
	})
}

func TestValidEmail(t *testing.T) {
	for address, want := range map[string]bool{
		"asem@example.invalid":        true,
		"a.b+c@mail.example.invalid":  true,
		"":                            false,
		"asem":                        false,
		"asem@":                       false,
		"@example.invalid":            false,
		"asem@localhost":              false,
		"asem@example.":               false,
		"asem@.invalid":               false,
		"a b@example.invalid":         false,
		"Әсем <asem@example.invalid>": false,
		"a@b.invalid, c@d.invalid":    false,
	} {
		require.Equal(t, want, data.ValidEmail(address), address)
	}
}
