package page_test

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/app/page"
)

// The log of an unexpected error holds what was being done, no path and no value of a record.
func TestLogHoldsNoPathAndNoValue(t *testing.T) {
	var log bytes.Buffer
	before := slog.Default()
	slog.SetDefault(slog.New(slog.NewTextHandler(&log, nil)))
	t.Cleanup(func() { slog.SetDefault(before) })
	for _, err := range []error{
		fmt.Errorf("sharing the lock: %w", &fs.PathError{Op: "open", Path: "/home/secret/centre.open", Err: fs.ErrPermission}),
		errors.New(`reading volunteers: sql: Scan error on column index 2, name "birth": converting driver.Value type string ("secret")`),
	} {
		log.Reset()
		reference := page.Reference(err)
		require.Contains(t, log.String(), reference)
		require.NotContains(t, log.String(), "secret")
	}
	require.Contains(t, log.String(), "birth", "the column is named")
}
