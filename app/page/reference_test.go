package page_test

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"strconv"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/app/page"
	"saya/data"
)

// sqlError is as the errors of SQLite are.
type sqlError struct{ Code, ExtendedCode int }

func (sqlError) Error() string { return "UNIQUE constraint failed: volunteers.iin = 990314400123" }

// The log of an unexpected error says what was being done and what kind of error came of it; nothing of a record, no
// path and nothing that was typed.
func TestTheLogHoldsNoValues(t *testing.T) {
	_, number := strconv.Atoi("990314400123x")
	for said, err := range map[string]error{
		"sharing the lock: open: permission denied":   fmt.Errorf("sharing the lock: %w", &fs.PathError{Op: "open", Path: "/home/aigerim/centre.open", Err: fs.ErrPermission}),
		"renaming: rename: no such file or directory": fmt.Errorf("renaming: %w", &os.LinkError{Op: "rename", Old: "/home/aigerim/a", New: "Сапарова.xlsx", Err: syscall.ENOENT}),
		"reading volunteers: sql error on column index name birth: *errors.errorString": fmt.Errorf("reading volunteers: %w",
			fmt.Errorf(`sql: Scan error on column index 2, name "birth": %w`, errors.New(`converting driver.Value type string ("14.03.1999")`))),
		"saving: page_test.sqlError 19 2067":                      fmt.Errorf("saving: %w", sqlError{19, 2067}),
		"importing row: *errors.errorString":                      fmt.Errorf("importing row %d: %w", 47, errors.New("aigerim@example.invalid")),
		"writing: no such file or directory":                      fmt.Errorf("writing %s: %w", "Сапарова Дана.xlsx", syscall.ENOENT),
		"[reading: sql: no rows in result set; context canceled]": errors.Join(fmt.Errorf("reading: %w", sql.ErrNoRows), context.Canceled),
		"conflict errors.in_use: page_test.sqlError 19 787":       &data.Error{Code: data.Conflict, Key: "errors.in_use", Args: []any{"Name", "Дана"}, Err: sqlError{19, 787}},
		"*errors.errorString":                                     errors.New("+7 701 000 00 01"),
		"reading a number: parsing: *errors.errorString":          fmt.Errorf("reading a number: %w", number),
	} {
		require.Equal(t, said, string(page.TraceOf(err)))
	}
}

func TestTheReferenceIsInTheLog(t *testing.T) {
	var log bytes.Buffer
	before := slog.Default()
	slog.SetDefault(slog.New(slog.NewTextHandler(&log, nil)))
	t.Cleanup(func() { slog.SetDefault(before) })
	first := page.Reference(fmt.Errorf("reading volunteers: %w", errors.New("Сапарова")))
	require.Contains(t, log.String(), first)
	require.Equal(t, first, page.Reference(fmt.Errorf("reading volunteers: %w", errors.New("Иванова"))), "the same kind")
	require.NotEqual(t, first, page.Reference(fmt.Errorf("reading events: %w", errors.New("Сапарова"))))
	require.NotContains(t, log.String(), "Сапарова")
}
