package cli

import (
	"context"
)

func runCheck(ctx context.Context, c *call, args []string) error { return usageError{""} }
