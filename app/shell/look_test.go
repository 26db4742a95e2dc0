package shell_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"saya/app/shell"
)

type one string

func (o one) String(string) string   { return string(o) }
func (one) SetString(string, string) {}

// Fyne draws in tenths: what was chosen before is what it made of it.
func TestScaleIsInTenths(t *testing.T) {
	for kept, want := range map[one]int{"": 100, "x": 100, "79": 100, "80": 80, "125": 130, "130": 130, "175": 180, "200": 200, "201": 100} {
		require.Equal(t, want, shell.Scale(kept), string(kept))
	}
}
