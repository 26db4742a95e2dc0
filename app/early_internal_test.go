package app

import (
	"context"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"
)

func TestWhatComesBackBeforeTheLoopIsDoneInOrder(t *testing.T) {
	test.NewTempApp(t)
	var e early
	run := e.runner(t.Context())
	var did []int
	run.Go(func(context.Context) error { return nil }, func(error) {
		did = append(did, 1)
		run.Go(func(context.Context) error { return nil }, func(error) { did = append(did, 2) })
	})
	e.wait(func() bool { return len(did) == 2 }, time.Minute)
	require.Equal(t, []int{1, 2}, did)
}

// What nobody waits for any more is not lost.
func TestWhatComesBackLaterIsDoneByTheLoop(t *testing.T) {
	test.NewTempApp(t)
	var e early
	run := e.runner(t.Context())
	done := false
	run.Go(func(context.Context) error { return nil }, func(error) { done = true })
	run.Wait()
	e.wait(func() bool { return true }, time.Minute)
	require.False(t, done)
	e.end()
	require.True(t, done)
	again := false
	run.Go(func(context.Context) error { return nil }, func(error) { again = true })
	run.Wait()
	require.True(t, again)
}

// Once its loop has ended Fyne does things on the goroutine that hands them over, which may come back itself.
func TestNothingIsHeldWhileFyneDoesSomething(t *testing.T) {
	test.NewTempApp(t)
	var e early
	e.end()
	free := false
	e.do(func() {
		if free = e.mu.TryLock(); free {
			e.mu.Unlock()
		}
	})
	require.True(t, free)
}
