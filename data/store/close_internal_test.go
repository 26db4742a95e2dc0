package store

import (
	"context"
	"database/sql"
	"errors"
	"path/filepath"
	"sync"
	"testing"

	"github.com/jmoiron/sqlx"
	"github.com/stretchr/testify/require"

	"saya/data"
)

// A window that is locked ends its work and closes the centre at once. What a transaction takes back by itself then must
// not reach for a vault that is gone.
func TestNothingIsOpenOnceACentreIsClosed(t *testing.T) {
	s, err := Create(t.Context(), filepath.Join(t.TempDir(), "centre"), CreateOptions{
		Sample: true, Centre: data.Centre{Name: data.Names{RU: "Центр"}, ShortName: "centre", Region: "750000000", WaitDays: 7},
	})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, s.Close()) })
	for range 200 {
		ctx, cancel := context.WithCancel(t.Context())
		var work, begun sync.WaitGroup
		for range readers {
			begun.Add(1)
			work.Go(func() {
				_ = s.people.view(ctx, func(q *sqlx.Tx) error { // ended is ended, by whatever error
					begun.Done()
					<-ctx.Done()
					return ctx.Err()
				})
			})
		}
		begun.Wait()
		cancel()
		work.Wait()
		pool := s.people.read
		require.NoError(t, s.people.disconnect())
		require.Zero(t, pool.Stats().OpenConnections)
		s.people.connect()
	}
}

// What is read when its context ends may hear only that the transaction is over: whoever asked is told that it was ended.
func TestAnEndedReadingSaysSo(t *testing.T) {
	s, err := Create(t.Context(), filepath.Join(t.TempDir(), "centre"), CreateOptions{
		Sample: true, Centre: data.Centre{Name: data.Names{RU: "Центр"}, ShortName: "centre", Region: "750000000", WaitDays: 7},
	})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, s.Close()) })
	ctx, cancel := context.WithCancel(t.Context())
	err = s.people.view(ctx, func(q *sqlx.Tx) error {
		cancel()
		for {
			if _, err := q.Exec("SELECT 1"); errors.Is(err, sql.ErrTxDone) {
				return err
			}
		}
	})
	require.ErrorIs(t, err, context.Canceled)
}
