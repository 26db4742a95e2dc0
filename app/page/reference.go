package page

import (
	"fmt"
	"hash/fnv"
	"log/slog"
)

// Reference logs an unexpected error and returns the short word under which the log has it. The log holds the
// chain of what was being done; errors of the store carry no values.
func Reference(err error) string {
	h := fnv.New32a()
	fmt.Fprint(h, err)
	ref := fmt.Sprintf("%08x", h.Sum32())
	slog.Error("unexpected", "reference", ref, "error", err)
	return ref
}
