// A pipeline under a context: cancelled by the reader, by an error in a stage, by a deadline; every goroutine ends.
package main

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"sync"
	"time"
)

type group struct {
	wg     sync.WaitGroup
	once   sync.Once
	err    error
	cancel context.CancelCauseFunc
}

func newGroup(ctx context.Context) (*group, context.Context) {
	ctx, cancel := context.WithCancelCause(ctx)
	return &group{cancel: cancel}, ctx
}

func (g *group) Go(f func() error) {
	g.wg.Add(1)
	go func() {
		defer g.wg.Done()
		if err := f(); err != nil {
			g.once.Do(func() { g.err = err; g.cancel(err) })
		}
	}()
}

func (g *group) Wait() error {
	g.wg.Wait()
	g.cancel(nil)
	return g.err
}

var errTooBig = errors.New("too big")

func source(ctx context.Context, out chan<- int) error {
	defer close(out)
	for i := 0; ; i++ {
		select {
		case out <- i:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

func square(ctx context.Context, in <-chan int, out chan<- int, limit int) error {
	for {
		select {
		case v, ok := <-in:
			if !ok {
				return nil
			}
			if v*v > limit {
				return fmt.Errorf("%d squared: %w", v, errTooBig)
			}
			select {
			case out <- v * v:
			case <-ctx.Done():
				return ctx.Err()
			}
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

func run(ctx context.Context, limit, want int) (n int, err, cause error) {
	g, ctx := newGroup(ctx)
	nums, squares := make(chan int), make(chan int, 2)
	g.Go(func() error { return source(ctx, nums) })
	var stages sync.WaitGroup
	for range 3 {
		stages.Add(1)
		g.Go(func() error {
			defer stages.Done()
			return square(ctx, nums, squares, limit)
		})
	}
	go func() { stages.Wait(); close(squares) }()
	for range squares {
		if n++; n == want {
			g.cancel(nil)
			break
		}
	}
	err = g.Wait()
	return n, err, context.Cause(ctx)
}

func main() {
	before := runtime.NumGoroutine()
	n, err, cause := run(context.Background(), 1<<40, 1000)
	fmt.Println(n, err, cause)
	n, err, cause = run(context.Background(), 10000, -1)
	fmt.Println(n <= 101, errors.Is(err, errTooBig), cause == err)
	ctx, stop := context.WithTimeout(context.Background(), 5*time.Millisecond)
	n, err, cause = run(ctx, 1<<60, -1)
	stop()
	fmt.Println(n >= 0, err, cause)
	ctx, stop = context.WithCancel(context.WithValue(context.Background(), "key", "value"))
	stop()
	n, err, cause = run(ctx, 100, -1)
	fmt.Println(n <= 11, err != nil, cause != nil, ctx.Value("key"), ctx.Err())
	for i := 0; runtime.NumGoroutine() > before && i < 1000; i++ {
		time.Sleep(time.Millisecond)
	}
	fmt.Println(runtime.NumGoroutine() - before)
}
