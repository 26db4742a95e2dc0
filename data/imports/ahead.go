package imports

import "context"

// ahead makes a value for each row on a goroutine of its own, in order, and uses it on this one, so that reading cells
// does not wait for the disk. It ends with the first error and leaves no goroutine behind; ctx is asked in between.
func ahead[V any](ctx context.Context, rows []int, produce func(row int) (V, error), use func(row int, v V) error) error {
	type made struct {
		row int
		v   V
		err error
	}
	ctx, cancel := context.WithCancel(ctx)
	queue := make(chan made, 256)
	go func() {
		defer close(queue)
		for _, row := range rows {
			m := made{row: row}
			m.v, m.err = produce(row)
			select {
			case queue <- m:
			case <-ctx.Done():
				return
			}
		}
	}()
	var err error
	for m := range queue {
		if err == nil {
			err = m.err
		}
		if err == nil {
			err = use(m.row, m.v)
		}
		if err != nil {
			cancel() // the rest of the queue is let go
		}
	}
	if err == nil {
		err = ctx.Err()
	}
	cancel()
	return err
}
