// Package os/signal: signals arrive at channels, end contexts, and are ignored.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func send(sig syscall.Signal) { syscall.Kill(os.Getpid(), sig) }

func main() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGUSR1, syscall.SIGHUP)
	send(syscall.SIGUSR1)
	fmt.Println(<-c)
	send(syscall.SIGHUP)
	fmt.Println(<-c)
	d := make(chan os.Signal, 1)
	signal.Notify(d)
	send(syscall.SIGUSR1)
	fmt.Println(<-c, <-d)
	signal.Stop(d)
	send(syscall.SIGHUP)
	fmt.Println(<-c, len(d))

	signal.Ignore(syscall.SIGUSR1)
	fmt.Println(signal.Ignored(syscall.SIGUSR1), signal.Ignored(syscall.SIGUSR2))
	send(syscall.SIGUSR1)
	select {
	case <-c:
		fmt.Println("not ignored")
	case <-time.After(5 * time.Millisecond):
	}

	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	fmt.Println(ctx)
	send(syscall.SIGINT)
	<-ctx.Done()
	fmt.Println(ctx.Err(), context.Cause(ctx))
	stop()

	signal.Notify(c, syscall.SIGPIPE)
	r, w, _ := os.Pipe()
	r.Close()
	_, err := w.Write([]byte("x"))
	fmt.Println(err)
	fmt.Println(<-c)
	signal.Reset()
	defer func() { fmt.Println(recover()) }()
	signal.Notify(nil)
}
