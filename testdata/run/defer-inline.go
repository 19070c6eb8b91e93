// Deferred calls whose bodies are built at the end of the function.
package main

import (
	"fmt"
	"os"
	"runtime"
	"strings"
	"sync"
)

type lock struct {
	held int
	log  []string
}

func (l *lock) acquire()                     { l.held++ }
func (l *lock) release()                     { l.held-- }
func (l lock) show(s string)                 { fmt.Println(s, l.held) }
func (l *lock) note(format string, a ...any) { l.log = append(l.log, fmt.Sprintf(format, a...)) }

func guarded(l *lock, n int) (result int) {
	l.acquire()
	defer l.release()
	defer func() { result += l.held * n }()
	if n < 0 {
		return -1
	}
	n *= 2
	return n & 3
}

// What is deferred has its operands now, and runs in the opposite order.
func operands(l *lock) {
	x := 1
	defer l.note("x=%d", x)
	x++
	if l.held == 0 {
		defer l.note("conditional %d", x)
	}
	defer l.show("copy")
	l.held += 10
	defer func() {
		func() { l.note("inner %d", x) }()
		x++
	}()
	x++
}

func panics(l *lock, i int) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("caught %v", r)
		}
	}()
	defer l.release()
	defer func() {
		a := []int{1, 2}
		l.acquire()
		l.log = append(l.log, fmt.Sprint("at ", a[i]))
	}()
	if i == 1 {
		panic("body")
	}
	return nil
}

func where() (s string) {
	defer func() {
		_, file, line, _ := runtime.Caller(0)
		s = fmt.Sprint(file[strings.LastIndex(file, "/")+1:], " ", line)
	}()
	return "none"
}

func exits(ch chan int) {
	defer close(ch)
	defer func() { ch <- 1 }()
	defer func() {
		defer func() { ch <- 2 }()
		ch <- 3
	}()
	runtime.Goexit()
}

func nested(n int) (s []int) {
	defer func() { s = append(s, n) }()
	if n > 0 {
		n--
		return nested(n)
	}
	return nil
}

func locked(mu *sync.Mutex, m map[string]int, k string) int {
	mu.Lock()
	defer mu.Unlock()
	m[k]++
	return m[k]
}

func main() {
	l := &lock{}
	fmt.Println(guarded(l, 3), guarded(l, -2), l.held)
	operands(l)
	l.held = 0
	operands(l)
	fmt.Println(strings.Join(l.log, "; "))
	l.log = nil
	fmt.Println(panics(l, 0), panics(l, 1), panics(l, 2), panics(l, 3), l.log, l.held)
	fmt.Println(where(), nested(4))
	ch := make(chan int)
	go exits(ch)
	for v := range ch {
		fmt.Print(v, " ")
	}
	fmt.Println()
	var mu sync.Mutex
	m := map[string]int{}
	fmt.Println(locked(&mu, m, "a"), locked(&mu, m, "a"))
	defer os.Exit(3)
	defer func() {
		l.log[7] = "out of range"
	}()
	defer fmt.Println("first")
}
