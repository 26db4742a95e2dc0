//go:build unix

package xlsx_test

import (
	"os"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestChild is what the test binary does when a test or benchmark started it
// as a process of its own.
func TestChild(t *testing.T) {
	path := os.Getenv("SAYA_CHILD_PATH")
	switch os.Getenv("SAYA_CHILD") {
	case "bench":
		require.NoError(t, benchChild(path))
	case "full":
		fullChild(t, path)
	case "write":
		writeChild(t, path)
	default:
		t.Skip("only for child processes")
	}
}
