package imports

import "context"

// batch is how many values go from one goroutine to the other at a time.
const batch = 64

// ahead lets produce make values on a goroutine of its own and uses them on this one, in order, so that reading does
// not wait for what is done with what was read. It ends with the first error and leaves no goroutine behind; produce
// ends when yield refuses.
func ahead[V any](ctx context.Context, produce func(yield func(V) error) error, use func(V) error) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	queue, failed := make(chan []V, 8), make(chan error, 1)
	go func() {
		defer close(queue)
		failed <- inBatches(ctx, queue, produce)
	}()
	var err error
	for some := range queue {
		for _, v := range some {
			if err == nil {
				err = use(v)
			}
		}
		if err != nil {
			cancel() // the rest of the queue is let go
		}
	}
	if err != nil {
		return err
	}
	return <-failed
}

func inBatches[V any](ctx context.Context, queue chan<- []V, produce func(yield func(V) error) error) error {
	some := make([]V, 0, batch)
	send := func() error {
		select {
		case queue <- some:
			some = make([]V, 0, batch)
			return nil
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	err := produce(func(v V) error {
		if some = append(some, v); len(some) < batch {
			return ctx.Err()
		}
		return send()
	})
	if err == nil && len(some) > 0 {
		err = send()
	}
	return err
}
