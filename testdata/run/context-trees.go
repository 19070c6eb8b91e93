// Package context: cancellation with causes, deadlines, values, AfterFunc, contexts that do not end with their parents.
package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

type key int

func main() {
	root, cancel := context.WithCancelCause(context.WithValue(context.Background(), key(1), "one"))
	child, stop := context.WithTimeout(root, time.Hour)
	defer stop()
	loose := context.WithoutCancel(child)
	fmt.Println(root, child.Value(key(1)), child.Value(key(2)), context.WithoutCancel(root))
	_, ok := child.Deadline()
	_, looseOk := loose.Deadline()
	fmt.Println(ok, looseOk, child.Err(), context.Cause(child))
	called := make(chan string, 2)
	context.AfterFunc(child, func() { called <- "called" })
	notCalled := context.AfterFunc(child, func() { called <- "wrong" })
	fmt.Println(notCalled(), notCalled())
	cancel(errors.New("the cause"))
	cancel(errors.New("too late"))
	<-child.Done()
	fmt.Println(<-called, child.Err(), context.Cause(child), context.Cause(root), loose.Err(), loose.Value(key(1)))

	short, stop2 := context.WithTimeoutCause(context.Background(), time.Millisecond, errors.New("slow"))
	defer stop2()
	<-short.Done()
	err := short.Err()
	fmt.Println(err, context.Cause(short), errors.Is(err, context.DeadlineExceeded), err.(interface{ Timeout() bool }).Timeout())
	past, stop3 := context.WithDeadlineCause(context.Background(), time.Now().Add(-time.Second), nil)
	defer stop3()
	fmt.Println(past.Err(), context.Cause(past))
	a, stopA := context.WithCancel(context.TODO())
	b := context.WithValue(a, key(3), 3)
	stopA()
	fmt.Println(b.Err(), a, context.TODO(), context.Cause(b) == context.Canceled)
	for _, f := range []func(){
		func() { context.WithCancel(nil) }, func() { context.WithValue(a, nil, 1) }, func() { context.WithValue(a, []int{}, 1) },
	} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}
}
