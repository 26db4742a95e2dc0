package shell

import (
	"testing"

	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"
)

func TestChoosersOpen(t *testing.T) {
	for name, choose := range map[string]func(*Shell){
		"a file":                   func(s *Shell) { s.ChooseFile([]string{".xlsx"}, nil) },
		"a folder":                 func(s *Shell) { s.ChooseFolder("", nil) },
		"a folder from another":    func(s *Shell) { s.ChooseFolder(t.TempDir(), nil) },
		"a folder from none there": func(s *Shell) { s.ChooseFolder(t.TempDir()+"/none", nil) },
	} {
		t.Run(name, func(t *testing.T) {
			test.NewTempApp(t)
			s := &Shell{window: test.NewTempWindow(t, nil)}
			choose(s)
			require.NotNil(t, s.window.Canvas().Overlays().Top())
		})
	}
}
