package app

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestAProgramIsPortableWithAMarkBesideIt(t *testing.T) {
	program := filepath.Join(t.TempDir(), "saya")
	require.Empty(t, portableBeside(program))
	require.NoError(t, os.WriteFile(filepath.Join(filepath.Dir(program), portableMark), nil, 0o600))
	require.Equal(t, filepath.Join(filepath.Dir(program), "saya-files"), portableBeside(program))
}

func TestPortableSettingsAreThereAgain(t *testing.T) {
	path := filepath.Join(t.TempDir(), "saya-files", "settings.json")
	p := openPreferences(path)
	require.Empty(t, p.String("language"))
	p.SetString("language", "kk")
	p.SetString("theme", "dark")
	again := openPreferences(path)
	require.Equal(t, "kk", again.String("language"))
	require.Equal(t, "dark", again.String("theme"))

	require.NoError(t, os.WriteFile(path, []byte("{"), 0o600))
	broken := openPreferences(path)
	require.Empty(t, broken.String("language"))
	broken.SetString("language", "ru")
	require.Equal(t, "ru", openPreferences(path).String("language"))
}

func TestSettingsThatCannotBeWrittenLast(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	require.NoError(t, os.WriteFile(file, nil, 0o600))
	p := openPreferences(filepath.Join(file, "settings.json"))
	p.SetString("language", "kk")
	require.Equal(t, "kk", p.String("language"))
}
