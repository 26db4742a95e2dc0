package store_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestEveryActHasItsText reads the kinds of batches from the source: history and undo print them as "store.did.<kind>".
func TestEveryActHasItsText(t *testing.T) {
	var texts map[string]map[string]string
	require.NoError(t, json.Unmarshal([]byte(content(t, "../../assets/locale/text/store.json")), &texts))
	files, err := filepath.Glob("*.go")
	require.NoError(t, err)
	found := 0
	for _, name := range files {
		b, err := os.ReadFile(name)
		require.NoError(t, err)
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		for _, m := range regexp.MustCompile(`(?:actor|data.Actor\{\}), "([a-z_]+)"`).FindAllStringSubmatch(string(b), -1) {
			found++
			for _, lang := range []string{"kk", "ru", "en"} {
				require.NotEmpty(t, texts["store.did."+m[1]][lang], "%s in %s", m[1], lang)
			}
		}
	}
	require.Greater(t, found, 30)
}
