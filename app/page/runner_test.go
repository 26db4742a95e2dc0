package page_test

import (
	"context"
	"testing"
	"testing/synctest"
	"time"

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

// Only what takes long counts as work that a person waits for.
func TestBackgroundIsBusyWithLongWork(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		run, end := page.NewBackground(t.Context()), make(chan struct{})
		require.False(t, run.Busy())
		run.Go(func(context.Context) error {
			<-end
			return nil
		}, func(error) {})
		time.Sleep(900 * time.Millisecond)
		require.False(t, run.Busy())
		time.Sleep(200 * time.Millisecond)
		require.True(t, run.Busy())
		close(end)
		run.Wait()
		require.False(t, run.Busy())
	})
}

// What was stopped does not come, even if it was on its way back: a list that is there does not say that it loads.
func TestBackgroundKeepsWhatWasStopped(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		run, back := page.NewBackground(t.Context()), make(chan func(), 2)
		run.Do = func(do func()) { back <- do }
		came := ""
		stop := run.After(time.Second, func() { came += "stopped" })
		run.After(time.Second, func() { came += "due" })
		time.Sleep(2 * time.Second)
		stop()
		for range 2 {
			(<-back)()
		}
		require.Equal(t, "due", came)
	})
}
