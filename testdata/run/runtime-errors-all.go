package main

import (
	"fmt"
	"os"
	"runtime"
	"strings"
	"sync"
	"time"
)

// runtime.Error texts caught by recover
func try(name string, f func()) {
	defer func() {
		r := recover()
		if e, ok := r.(runtime.Error); ok {
			fmt.Printf("%s: %T %v\n", name, e, e)
		} else {
			fmt.Printf("%s: %T %v\n", name, r, r)
		}
	}()
	f()
}

type I interface{ M() }
type J interface {
	M()
	N(int) string
}
type T1 struct{}

func (T1) M() {}

type T2 struct{ T1 }

func (*T2) N(string) {}

type G[T any] struct{ v T }

func (G[T]) M() {}

func conc() {
	var wg sync.WaitGroup
	c := make(chan int)
	done := make(chan struct{})
	var mu sync.Mutex
	sum := 0
	for i := range 10 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for v := range c {
				mu.Lock()
				sum += v * (i - i + 1)
				mu.Unlock()
			}
		}()
	}
	go func() { wg.Wait(); close(done) }()
	for i := range 1000 {
		c <- i
	}
	close(c)
	<-done
	fmt.Println(sum)
	v, ok := <-c
	fmt.Println(v, ok, len(c), cap(make(chan int, 3)))
	var once sync.Once
	for range 3 {
		once.Do(func() { fmt.Println("once") })
	}
	t := time.After(5 * time.Millisecond)
	n := 0
loop:
	for {
		select {
		case <-t:
			break loop
		default:
			n++
			runtime.Gosched()
		}
	}
	fmt.Println(n > 0)
	var nilc chan int
	select {
	case <-nilc:
		fmt.Println("no")
	case nilc <- 1:
		fmt.Println("no")
	case <-time.After(time.Millisecond):
		fmt.Println("timeout")
	}
	b := make(chan int, 2)
	b <- 1
	b <- 2
	close(b)
	for x := range b {
		fmt.Print(x, " ")
	}
	fmt.Println()
	cond := sync.NewCond(&mu)
	ready := false
	go func() { mu.Lock(); ready = true; cond.Broadcast(); mu.Unlock() }()
	mu.Lock()
	for !ready {
		cond.Wait()
	}
	mu.Unlock()
	ch := make(chan func() int, 1)
	ch <- func() int { return 7 }
	fmt.Println((<-ch)())
	var x, y int
	sel := make(chan int, 1)
	arr := []int{0, 0}
	idx := func() int { x++; return 0 }
	sel <- 5
	select {
	case arr[idx()] = <-sel:
	case sel <- func() int { y++; return 1 }():
	}
	fmt.Println(arr, x, y)
	go func() {
		defer fmt.Println("goexit deferred")
		defer func() { fmt.Println(recover()) }()
		defer close(sel)
		runtime.Goexit()
	}()
	<-sel
	time.Sleep(2 * time.Millisecond)
}

func main() {
	var i any
	var ii I
	var jj J
	try("nil conv", func() { _ = i.(I) })
	try("nil conv2", func() { _ = ii.(J) })
	i = T1{}
	ii = T1{}
	try("missing", func() { _ = ii.(J) })
	i = &T2{}
	try("wrong sig", func() { _ = i.(J) })
	i = T2{}
	try("ptr recv", func() { _ = i.(interface{ N(string) }) })
	try("type", func() { _ = i.(T1) })
	i = G[int]{}
	try("generic", func() { _ = i.(G[string]) })
	try("generic2", func() { _ = i.(fmt.Stringer) })
	i = struct{ A, b int }{}
	try("anon", func() { _ = i.(struct{ A, b string }) })
	i = func(int) {}
	try("func", func() { _ = i.(func(string) error) })
	i = map[string][]chan<- int{}
	try("map", func() { _ = i.(map[string][]<-chan int) })
	try("unhash", func() { m := map[any]int{}; m[[]int{1}] = 2 })
	try("unhash2", func() { m := map[any]int{}; m[struct{ f func() }{}] = 2 })
	try("unhash3", func() { m := map[any]int{}; _ = m[[1]any{map[int]int{}}] })
	try("cmp", func() { var a, b any = []int{}, []int{}; fmt.Println(a == b) })
	try("cmp struct", func() { var a, b any = struct{ x []int }{}, struct{ x []int }{}; fmt.Println(a == b) })
	try("cmp diff", func() { var a, b any = []int{}, map[int]int{}; fmt.Println(a == b) })
	try("nil call", func() { jj.N(1) })
	try("nil func", func() { var f func(); f() })
	try("nil map", func() { var m map[I]int; m[nil] = 1 })
	try("idx", func() { a := []int{1}; k := -1; _ = a[k] })
	try("idx2", func() { a := [3]int{1}; k := uint8(200); _ = a[k] })
	try("str idx", func() { a := "abc"; k := 1 << 40; _ = a[k] })
	try("slice", func() { a := []int{1, 2, 3}; k := 2; l := 1; _ = a[k:l] })
	try("slice cap", func() { a := make([]int, 2, 4); k := 5; _ = a[:k] })
	try("slice3", func() { a := make([]int, 2, 4); k := 5; _ = a[0:1:k] })
	try("slice3b", func() { a := make([]int, 2, 4); k := 3; l := 2; _ = a[0:k:l] })
	try("slice3c", func() { a := make([]int, 2, 4); k := 3; l := 2; _ = a[k:l:4] })
	try("slice neg", func() { a := "hello"; k := -5; _ = a[k:] })
	try("arr ptr", func() { var a *[4]int; _ = a[1:2] })
	try("arr conv", func() { a := []int{1}; _ = [2]int(a) })
	try("make", func() { n := -1; _ = make([]int, n) })
	try("make2", func() { n := 5; _ = make([]int, n, n-1) })
	try("make map", func() { n := -1; _ = make(map[int]int, n) })
	try("make chan", func() { n := -1; _ = make(chan int, n) })
	try("chan big", func() { n := 1 << 62; _ = make(chan int, n) })
	try("repeat", func() { _ = strings.Repeat("x", -1) })
	try("div", func() { n := 0; _ = 1 / n })
	try("shift", func() { n := -1; _ = 1 << n })
	try("close nil", func() { var c chan int; close(c) })
	try("close closed", func() { c := make(chan int); close(c); close(c) })
	try("send closed", func() { c := make(chan int, 1); close(c); c <- 1 })
	try("select send closed", func() {
		c := make(chan int, 1)
		close(c)
		select {
		case c <- 1:
		default:
		}
	})
	try("panic nil", func() { panic(nil) })
	try("panic err", func() { panic(os.ErrClosed) })
	try("wg", func() { var wg sync.WaitGroup; wg.Done() })
	try("goexit", func() {
		c := make(chan any)
		go func() {
			defer func() { c <- recover() }()
			runtime.Goexit()
		}()
		fmt.Println(<-c)
	})
	conc()
}
