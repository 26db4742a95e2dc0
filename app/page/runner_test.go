package page_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/app/page"
)

// The store is closed after Wait: no work may run beyond it.
func TestBackgroundWaitsForItsWork(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	run, ended := page.NewBackground(ctx), false
	run.Go(func(ctx context.Context) error {
		<-ctx.Done()
		ended = true
		return ctx.Err()
	}, func(error) { t.Error("the window is gone") })
	stop()
	run.Wait()
	require.True(t, ended)
}
