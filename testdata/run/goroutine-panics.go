package main

import (
	"errors"
	"fmt"
	"runtime"
	"sync"
)

func safely(f func()) (err error) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		defer func() {
			switch e := recover().(type) {
			case nil:
			case error:
				err = e
			default:
				err = fmt.Errorf("%v", e)
			}
		}()
		f()
	}()
	<-done
	return
}

func main() {
	fmt.Println(safely(func() {}))
	fmt.Println(safely(func() { panic("text") }))
	fmt.Println(safely(func() { var m map[string]int; m["a"] = 1 }))
	err := safely(func() { _ = []int{}[len(errors.New("x").Error())] })
	var re runtime.Error
	fmt.Println(err, errors.As(err, &re))
	fmt.Println(safely(func() { runtime.Goexit() }))
	fmt.Println(safely(func() {
		defer func() { panic(fmt.Sprint("again: ", recover())) }()
		panic("once")
	}))
	fmt.Println(safely(func() {
		var mu sync.Mutex
		mu.Lock()
		defer mu.Unlock()
		panic(errors.New("with the lock"))
	}))
	fmt.Println(safely(func() {
		var wg sync.WaitGroup
		wg.Add(-1)
	}))
	ok := sync.OnceValue(func() int { return 3 })
	bad := sync.OnceFunc(func() { panic("every time") })
	fmt.Println(ok(), ok(), safely(bad), safely(bad))
	var deep func(n int)
	deep = func(n int) {
		defer func() {
			if n%100 == 0 {
				if e := recover(); e != nil {
					panic(fmt.Sprint(e, "+"))
				}
			}
		}()
		if n == 0 {
			panic("bottom")
		}
		deep(n - 1)
	}
	fmt.Println(safely(func() { deep(500) }))
	go func() {
		defer fmt.Println("deferred functions run first")
		panic(fmt.Errorf("nobody recovers: %w", errors.ErrUnsupported))
	}()
	select {}
}
