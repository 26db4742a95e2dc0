package page

import (
	"errors"
	"fmt"
	"hash/fnv"
	"io/fs"
	"log/slog"
	"os"
	"strings"
)

// Reference logs an unexpected error and returns the short word under which the log has it. The log holds the
// chain of what was being done, without paths: they hold the names of people who use the computer. Errors of the store
// carry no values.
func Reference(err error) string {
	text := withoutValues(withoutPaths(err))
	h := fnv.New32a()
	fmt.Fprint(h, text)
	ref := fmt.Sprintf("%08x", h.Sum32())
	slog.Error("unexpected", "reference", ref, "error", text)
	return ref
}

// withoutValues cuts what database/sql quotes of a column that it could not read.
func withoutValues(text string) string {
	before, _, _ := strings.Cut(text, ": converting driver.Value")
	return before
}

func withoutPaths(err error) string {
	text := err.Error()
	var path *fs.PathError
	if errors.As(err, &path) {
		text = strings.ReplaceAll(text, path.Path, "...")
	}
	var link *os.LinkError
	if errors.As(err, &link) {
		text = strings.NewReplacer(link.Old, "...", link.New, "...").Replace(text)
	}
	return text
}
