// Contexts: trees of them, cancelled from above, by time and with causes; values.
package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"time"
)

type key string

type named int

func (n named) String() string { return fmt.Sprint("named ", int(n)) }

// A foreign context is of a kind that package context does not know.
type foreign struct {
	context.Context
	done chan struct{}
}

func (f *foreign) Done() <-chan struct{} { return f.done }
func (f *foreign) Err() error {
	select {
	case <-f.done:
		return errors.New("foreign end")
	default:
		return nil
	}
}

func state(what string, c context.Context) {
	_, ok := c.Deadline()
	select {
	case <-c.Done():
		fmt.Println(what, "done:", c.Err(), "/", context.Cause(c), ok)
	default:
		fmt.Println(what, "goes on:", c.Err(), "/", context.Cause(c), ok)
	}
}

func main() {
	root := context.Background()
	fmt.Println(root, context.TODO(), root == context.Background())
	fmt.Printf("%T %T\n", context.Canceled, context.DeadlineExceeded)

	a, cancelA := context.WithCancel(root)
	b := context.WithValue(a, key("k"), "v")
	c, cancelC := context.WithCancelCause(b)
	d, cancelD := context.WithTimeout(c, time.Hour)
	free := context.WithoutCancel(d)
	fmt.Println(a, b, c, free == nil)
	fmt.Println(strings.Contains(fmt.Sprint(free), "[59m59"), context.WithValue(context.WithValue(root, named(1), named(2)), 3, nil), context.WithoutCancel(b))
	fmt.Printf("%T %T %T %T %T\n", a, b, d, free, root)
	fmt.Println(d.Value(key("k")), d.Value("k"), free.Value(key("k")), root.Value(1))
	state("a", a)
	state("d", d)
	state("free", free)
	cancelC(errors.New("because"))
	cancelC(errors.New("again"))
	state("a", a)
	state("b", b)
	state("c", c)
	state("d", d)
	cancelD()
	state("d", d)
	cancelA()
	cancelA()
	state("a", a)
	state("b", b)
	state("c", c)
	state("free", free)
	late, cancel := context.WithCancel(a)
	state("late", late)
	cancel()

	// Time.
	t, cancel := context.WithTimeout(root, 20*time.Millisecond)
	below, cancelBelow := context.WithTimeoutCause(t, time.Hour, errors.New("not this"))
	<-below.Done()
	state("t", t)
	state("below", below)
	cancelBelow()
	cancel()
	past, cancel := context.WithDeadlineCause(root, time.Now().Add(-time.Second), errors.New("too late"))
	state("past", past)
	cancel()
	e := context.DeadlineExceeded.(interface {
		Timeout() bool
		Temporary() bool
	})
	fmt.Println(e.Timeout(), e.Temporary(), errors.Is(past.Err(), context.DeadlineExceeded))

	// Functions to call.
	var wg sync.WaitGroup
	x, cancelX := context.WithCancel(root)
	wg.Add(1)
	stop1 := context.AfterFunc(x, func() { fmt.Println("called"); wg.Done() })
	stop2 := context.AfterFunc(x, func() { fmt.Println("never") })
	fmt.Println(stop2(), stop2())
	cancelX()
	wg.Wait()
	fmt.Println(stop1())

	// A parent of another kind.
	f := &foreign{root, make(chan struct{})}
	g, cancelG := context.WithCancel(f)
	h := context.WithValue(g, 1, 2)
	fmt.Println(h)
	state("g", g)
	close(f.done)
	<-g.Done()
	state("h", h)
	cancelG()

	// Many at once.
	m, cancelM := context.WithCancel(root)
	var n sync.WaitGroup
	for range 50 {
		n.Add(1)
		go func() {
			defer n.Done()
			mine, cancel := context.WithCancel(m)
			defer cancel()
			<-mine.Done()
		}()
	}
	cancelM()
	n.Wait()

	for _, f := range []func(){
		func() { context.WithCancel(nil) },
		func() { context.WithValue(nil, 1, 1) },
		func() { context.WithValue(root, nil, 1) },
		func() { context.WithValue(root, []int{}, 1) },
		func() { context.WithoutCancel(nil) },
		func() { context.WithTimeout(nil, 1) },
	} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}
}
